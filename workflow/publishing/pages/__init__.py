"""The two pages that a council publishes every week, and each form that they are written in."""
