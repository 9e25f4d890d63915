"""The commands about calendars."""
