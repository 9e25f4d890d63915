"""Planning a decision backwards: when to give notice, decide and publish."""
