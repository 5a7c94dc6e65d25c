"""What a table is and where its columns go: guessed, corrected, remembered."""
