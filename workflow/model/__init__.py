"""What a decision is: its states, its people, its statement, and what has happened to it."""
