"""Why each date is what it is, in words that every face shares."""
