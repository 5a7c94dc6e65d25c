"""What a person writes herself, with the checks of an import."""
