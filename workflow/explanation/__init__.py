"""A date explained in words, made once and rendered many ways: the same words in each."""
