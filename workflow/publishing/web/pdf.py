"""A web page as a PDF file, by the library in the extra [pdf]. Nothing is fetched for it."""

import logging
from typing import Any, Final
from warnings import catch_warnings, simplefilter

from workflow.errors import Invalid

_NEEDS: Final = (
    "Install it: pip install 'council-decisions[pdf]'; and Pango, which on Debian is: apt install "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)
_DATA: Final = "data:image/"
_NOWHERE: Final = "nowhere:"
"""What an address that is not whole is read from, so that it too is asked for, and noted."""


def pdf(page: str) -> bytes:
    """Set a web page out on A4, tagged, with its title and language.

    Raises Invalid where the library or Pango is missing, where an image would be fetched, and for a
    page that cannot be set out.
    """
    try:
        with catch_warnings():  # of a library that later versions of WeasyPrint will need
            simplefilter("ignore", DeprecationWarning)
            from weasyprint import HTML  # slow to import, and an extra
            from weasyprint.urls import URLFetcher
    except (ImportError, OSError):
        raise Invalid(
            "A PDF file needs WeasyPrint and Pango, and one of them is not installed.",
            remedy=_NEEDS,
        ) from None

    class OnlyHere(URLFetcher):  # type: ignore[misc]
        """Fetches nothing: an image is in the page itself."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            """Give an image that stands in the page; note any other."""
            if not url.startswith(_DATA):
                outside.append(url)
                raise ValueError("nothing is fetched")
            return super().fetch(url, headers)

    outside: list[str] = []
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    try:
        whole = HTML(string=page, url_fetcher=OnlyHere(), base_url=_NOWHERE)
        made: bytes = whole.write_pdf(pdf_tags=True)
    except (ArithmeticError, LookupError, MemoryError, RecursionError, ValueError) as wrong:
        raise Invalid(
            f"The page cannot be set out as a PDF file: {type(wrong).__name__}.",
            remedy="If it is by a template of your own, make that simpler: it may nest too deeply. "
            "Or write the page itself: --html",
        ) from None
    if outside:
        raise Invalid(
            f"An image of the page would have to be fetched for the PDF file: {outside[0][:100]}",
            remedy="Put the image itself into the council's file or the template, as "
            "data:image/png;base64,…",
        )
    return made
