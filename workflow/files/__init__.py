"""Files of rows and columns, as a spreadsheet saves them: read with care, and never guessed at."""
