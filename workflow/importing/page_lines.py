"""A page as its lines: what a reader sees, one after another, and which marks they bear."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link, its address as written; what a screen does not show of its text stands apart."""

    text: str
    address: str
    hidden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One line, its white space folded."""

    text: str
    """What is shown after its label."""
    label: str = ""
    """What is marked as a label at its beginning, as printed."""
    sure: bool = False
    """Whether the mark is the register's own, and not only bold type."""
    level: int = 0
    """The level of a heading, from 1; 0 for all else."""
    names: bool = False
    """Whether it is marked as the title of the decision."""
    links: tuple[Link, ...] = ()
    prose: bool = False
    """Whether it was pasted from a word processor, where nothing is a label."""
    table: int = 0
    """The table it stands in, from 1; 0 outside of any."""
    row: int = 0
    """The row of that table, from 1."""
    cell: int = 0
    """The cell of that row, from 1."""
    is_head: bool = False
    """Whether that cell is marked as a heading."""

    @property
    def whole(self) -> str:
        """The label and the text, as one."""
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """A page's lines, and what is known of the page as a whole."""

    lines: tuple[PageLine, ...]
    title: str = ""
    """The page's own title, in the browser's bar."""
    site_name: str = ""
    """The site's name, where it is given for machines."""
    asks_password: bool = False
    """Whether there is a place to type a password."""
    dropped: str = ""
    """How many marks without width were dropped from what is shown, and which; empty for none."""
    cut: bool = False
    """Whether the page breaks off before its end."""
    cut_row: tuple[int, int] | None = None
    """The table and the row it breaks off in, where it breaks off inside of one."""
