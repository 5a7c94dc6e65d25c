"""Whether two fiches, or a name and a fiche, are one actor; merges that can be parted again."""
