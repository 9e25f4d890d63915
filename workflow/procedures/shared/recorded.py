"""What was received or done once is recorded once."""


def same(one: str, other: str) -> bool:
    """Say whether two texts are one, however they are spaced or spelt, and in whatever order."""
    first, second = (
        sorted(" ".join(part.split()).casefold() for part in text.split(";"))
        for text in (one, other)
    )
    return first == second
