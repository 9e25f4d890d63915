"""Reading saved pages of a ModernGov register."""
