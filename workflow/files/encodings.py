"""The encodings that files of text are read in. One other than UTF-8 must be named; it is never
guessed."""

import codecs
from typing import Final

from workflow.errors import Invalid

UTF_8: Final = "utf-8"
ENCODINGS: Final = (
    UTF_8, "utf-16", "cp1252", "iso-8859-1", "iso-8859-15", "mac-roman", "cp850", "cp437",
)  # fmt: skip
"""The encodings that files are read in: those that office programs in these islands use."""
LOOKED_AT: Final = 1_000_000
"""How many bytes of a file are examined to see which encoding it may be in."""
_ALSO: Final = {
    "windows-1252": "cp1252", "latin1": "iso-8859-1", "latin-1": "iso-8859-1", "utf8": UTF_8,
    "utf-8-sig": UTF_8, "utf16": "utf-16", "ansi": "cp1252", "macintosh": "mac-roman",
}  # fmt: skip
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF_32: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def is_marked_utf_16(content: bytes) -> bool:
    """Say whether a file begins with the byte-order mark of UTF-16, and not with that of UTF-32."""
    return content.startswith(_UTF_16) and not content.startswith(_UTF_32)


def encoding_named(name: str) -> str:
    """Give the encoding of that name. Raises Invalid where files are not read in it."""
    known = name.strip().lower().replace("_", "-")
    known = _ALSO.get(known, known)
    if known not in ENCODINGS:
        raise Invalid(
            f"Files are not read in the encoding {name[:40]!a}.",
            remedy=f"Give one of {', '.join(ENCODINGS)}.",
        )
    return known


def codec_of(encoding: str) -> str:
    """Give Python's name for an encoding, so that a byte-order mark is passed over."""
    return "utf-8-sig" if encoding == UTF_8 else encoding


def decoded(content: bytes, name: str, encoding: str, cure: str) -> str:
    """Give the text of a whole file. Raises Invalid, with `cure`, where it is not in that
    encoding."""
    must_fit(content[:LOOKED_AT], name, encoding)
    try:
        return content.decode(codec_of(encoding))
    except UnicodeError:
        raise unreadable(content[:LOOKED_AT], name, encoding, cure) from None


def must_fit(head: bytes, name: str, encoding: str) -> None:
    """Raise Invalid for a file that is plainly UTF-8 where another encoding was named."""
    if encoding == UTF_8 or head.isascii():
        return
    marked = is_marked_utf_16(head) and encoding == "utf-16"
    if marked or not _decodes(head, UTF_8):
        return
    raise Invalid(
        f"{name} is text in UTF-8, and would be read wrongly as {encoding}.",
        remedy="Leave out the encoding.",
    )


def unreadable(head: bytes, name: str, encoding: str, cure: str) -> Invalid:
    """Give the error for a file that is not in its encoding, with one that it can be read in."""
    problem = f"{name} is not text in {'UTF-8' if encoding == UTF_8 else encoding}."
    if encoding != UTF_8:
        return Invalid(
            problem, remedy=f"Give the encoding it was saved in. Or {cure[0].lower()}{cure[1:]}"
        )
    likely = reads_as(head)
    if likely is None:
        return Invalid(problem, remedy=cure)
    return Invalid(
        problem,
        remedy=f"It reads as {likely}: give --encoding {likely}. Or {cure[0].lower()}{cure[1:]}",
    )


def reads_as(head: bytes) -> str | None:
    """Give the encoding that a file's beginning reads as, for a person to look at; None where it
    reads as none of the usual ones."""
    likely = ("utf-16",) if is_marked_utf_16(head) else (UTF_8, "cp1252")
    return next((each for each in likely if _decodes(head, each)), None)


def _decodes(head: bytes, encoding: str) -> bool:
    if encoding == "cp1252" and b"\x00" in head:
        return False
    try:
        codecs.getincrementaldecoder(encoding)().decode(head, final=False)
    except UnicodeError:
        return False
    return True
