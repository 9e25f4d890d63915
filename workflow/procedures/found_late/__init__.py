"""What was done in time, and was found or entered only after the close."""
