"""What may happen next: the one table of steps, and a folder for each procedure."""
