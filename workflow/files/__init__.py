"""Reading files of text, of rows and of settings safely. Nothing in them is guessed."""
