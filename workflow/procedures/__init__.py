"""What may happen next: the one table of steps, and the machine made from it."""
