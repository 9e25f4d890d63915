"""Files of text, of rows and of settings: opened with care, and never guessed at."""
