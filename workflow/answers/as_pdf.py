"""The one writer of PDF files: a web page that was made here, as pages to print."""

from workflow.publishing.web.pdf import pdf


def as_pdf(page: str) -> bytes:
    """Give a web page, as `as_html` made it, as a PDF file with its structure, title and language.

    Nothing is fetched for it. Raises Invalid where the extra `pdf` is not installed, and for a page
    with an image that would have to be fetched.
    """
    return pdf(page)
