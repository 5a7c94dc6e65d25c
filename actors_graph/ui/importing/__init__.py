"""« Charger »: from files dropped on the page to what they became."""
