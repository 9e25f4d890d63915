"""Reading back what another register, or this one, has exported."""
