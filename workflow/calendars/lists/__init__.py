"""Lists of bank holidays and closures as others publish them, read and set beside our own."""
