"""The rows of the table, one file for each procedure, each with what its steps record."""
