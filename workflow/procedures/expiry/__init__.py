"""What time brings about: a period that ends, and a deadline that the calendar moved.

The last instant of a day, or the hour on it, is in `calendars/instants.py`. The nightly job that
takes these steps is `register/close.py`.
"""
