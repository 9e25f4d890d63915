"""The commands about councils' constitutions."""
