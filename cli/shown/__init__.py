"""How an answer is shown: set out in lines, fitted to the screen, and printed."""
