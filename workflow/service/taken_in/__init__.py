"""Taking in decisions that another register had kept until now: what each comes to here, and the
writing of it."""
