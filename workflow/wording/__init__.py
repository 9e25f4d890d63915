"""The ends of periods and of time limits in words, in London's time."""
