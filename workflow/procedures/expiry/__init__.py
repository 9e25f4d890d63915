"""What time brings about: a period that ends, and a deadline that the calendar moved."""
