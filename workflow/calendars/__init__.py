"""Which days count: bank holidays, a council's own closed days, and counting over them."""
