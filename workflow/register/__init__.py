"""The register's use cases: each is one transaction, through a port to the store."""
