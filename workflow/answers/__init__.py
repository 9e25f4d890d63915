"""What the engine answers, as records that every face gives alike: the terminal, a host, the web.

A record of the engine is its own answer where its shape is the answer's: its fields say how they
are given. Here is what has another shape, each a frozen record and the function that makes it of
what the engine gives. `as_json` writes any answer; `as_markdown` and `as_ics`
write what is read on paper or in a calendar.
"""
