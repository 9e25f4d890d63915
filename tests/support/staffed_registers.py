"""Registers where every office is held: at councils as they are, two odd ones and one that ends."""

from datetime import date
from pathlib import Path

from support.councils import COUNCILS, FENSHIRE, GULLSHIRE, HEREFORDSHIRE, LARKSHIRE, WEALDSHIRE
from support.ending_council import ENDSHIRE, write_ending
from support.people import MONITORING
from support.steps import MORNING as BEGINS
from workflow import Engine, ManualClock, Role
from workflow.engine import load_councils
from workflow.register.councils import Councils
from workflow.store.database import Database, make_engine

ODDSHIRE, EVENSHIRE = "oddshire", "evenshire"
SINCE, GONE = date(2018, 1, 1), date(2018, 9, 30)
OFFICES: tuple[tuple[str, Role], ...] = (
    ("m.officer", Role.MONITORING_OFFICER),
    ("an.author", Role.AUTHOR),
    ("the.leader", Role.DECISION_MAKER),
    ("the.leader", Role.EXECUTIVE_MEMBER),
    ("p.officer", Role.PROPER_OFFICER),
    ("f.officer", Role.FINANCE_OFFICER),
    ("c.executive", Role.HEAD_OF_PAID_SERVICE),
    ("a.chair", Role.SCRUTINY_CHAIR),
    ("c.chair", Role.CHAIR_OF_COUNCIL),
    ("hazel", Role.EXECUTIVE_MEMBER),
    ("hazel", Role.MEMBER),
    ("elm", Role.MEMBER),
    ("fir", Role.MEMBER),
)
"""Who holds which office, at every council; nobody is vice-chair of anything."""
_MEMBERSHIP = """
[[membership]]
from = 2010-01-01
members = 40
basis = "constitution"
rule = "Part 1"
words = "The council has forty members."

[[membership]]
from = 2012-05-01
repealed = true
basis = "constitution"
rule = "Part 1, as amended"
words = "The number was struck out."
"""
_ODD = (
    ('counted-from = "publication"', 'counted-from = "decision"'),
    ("  { scrutiny-chairs = 1, scrutiny-members = 2 },\n", "  { percent-of-members = 15 },\n"),
    ("  { non-executive-members = 3 },\n", ""),
    ("each-a-year = 5", "each-a-year = 1\nproposes-alternative = true"),
    ("[[direction]]", f"{_MEMBERSHIP}\n[[direction]]"),
)
"""Counted from the decision; how many members is no longer known; one request a year, with another
course proposed."""
_SEPARATION = """
[[separation]]
from = 2010-01-01
signer-and-publisher-differ = true
basis = "constitution"
rule = "Part 5, rule 30"
words = "Whoever records a signature does not publish."
"""
_RECORD = """
[[written-statement]]
from = 2010-01-01
signed-after-effect = false
says = [
  "decision", "date", "reasons", "alternatives", "interests", "dispensations", "consultation",
  "names",
]
basis = "constitution"
rule = "Part 5, rule 31"
words = "The record gives the consultation too, and who was there."
"""
_EVEN = (
    ("only when contrary to the budget or policy framework", "whenever scrutiny so decides"),
    ('"no further action", "refer back", ', '"no further action", '),
    (
        "[[direction]]",
        f"{_SEPARATION}{_RECORD}\n[[direction]]",
    ),
)
"""Anything goes to council, nothing is referred back, signer and publisher differ, and the record
names those who were there."""


def all_councils(folder: Path) -> Path:
    """Write the made-up councils to a folder, with the two odd ones and one that ends; give it."""
    write_ending(folder)
    for path in COUNCILS.glob("*.toml"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    for name, prefix, changes in ((ODDSHIRE, "ODD", _ODD), (EVENSHIRE, "EVN", _EVEN)):
        text = (COUNCILS / "gullshire.toml").read_text(encoding="utf-8")
        renamed = (("gullshire", name), ("Gullshire", name.title()), ("GUL", prefix))
        for was, now in (*renamed, *changes):
            assert was in text, was
            text = text.replace(was, now)
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def engine_at(address: str, councils: Councils, clock: ManualClock) -> Engine:
    """Open an engine on a register, with councils that were read before."""
    return Engine(Database(make_engine(address)), councils, clock)


def staff(engine: Engine) -> None:
    """Appoint everyone, at every council that the tests use; the monitoring officer first."""
    shipped, own = (HEREFORDSHIRE, LARKSHIRE), (GULLSHIRE, WEALDSHIRE, FENSHIRE)
    for council in (*shipped, *own, ODDSHIRE, EVENSHIRE, ENDSHIRE):
        for person, role in OFFICES:
            assert engine.appointments.appoint(council, person, role, since=SINCE, by=MONITORING)
        ended = {"since": SINCE, "until": GONE}
        assert engine.appointments.appoint(council, "yew", Role.MEMBER, by=MONITORING, **ended)


def staffed_file(folder: Path, ready: Path) -> tuple[Path, Councils, Path]:
    """Give a register where all are appointed, its councils, and the folder of their files."""
    files = all_councils(folder / "councils")
    councils = load_councils([files])
    file = folder / "staffed.db"
    file.write_bytes(ready.read_bytes())
    engine = engine_at(str(file), councils, ManualClock(BEGINS))
    staff(engine)
    engine.transactions.close()  # type: ignore[attr-defined]
    return file, councils, files
