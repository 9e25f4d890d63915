"""What time brings about: a period or a time limit that ends; and a deadline that is reviewed.

The last instant of a day, or the hour on it, is in `calendars/instants.py`. The nightly job that
takes these steps is `register/close.py`.
"""
