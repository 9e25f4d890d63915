"""What the engine answers, as records that every face gives alike: the terminal, a host, the web.

Each file holds one answer: a frozen record, its names explained where they stand, and the function
that makes it of what the engine gives. `as_json` writes any of them; `as_markdown` and `as_ics`
write what is read on paper or in a calendar.
"""
