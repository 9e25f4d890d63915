"""What a change to a calendar or to a constitution would do. Nothing here changes anything."""
