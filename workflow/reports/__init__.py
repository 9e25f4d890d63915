"""Reports to a council: urgency, exemption from call-in, and call-in."""
