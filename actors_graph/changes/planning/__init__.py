"""From files to a plan: read, checked, placed, identified, compared; nothing is written here."""
