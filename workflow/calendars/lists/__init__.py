"""Lists of bank holidays and closures as others publish them."""
