"""Whether the dates this engine counts are those that councils really published."""
