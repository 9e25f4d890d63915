"""What is typed: the options of a command, and reading days, words and names from them."""
