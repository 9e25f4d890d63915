"""Reading a council's own sheet of decisions, by a mapping that a person wrote."""
