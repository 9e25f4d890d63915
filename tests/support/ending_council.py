"""A made-up council that is abolished on a day: its file, and a register that uses it."""

from datetime import date, datetime
from pathlib import Path

from support.councils import COUNCILS
from workflow import Engine, ManualClock, open_engine
from workflow.clock import LONDON
from workflow.constitution.constitution import Constitution
from workflow.constitution.reading import parse

ENDSHIRE = "endshire"
ITS_END = date(2018, 10, 25)
"""The day on which a period that opened on Thursday 18 October would end, at 5 pm."""
END = """
[[council-ends]]
from = {day}
successors = ["East Endshire Council", "West Endshire Council"]
basis = "national law"
title = "Endshire (Structural Changes) Order 2017"
rule = "article 3"
words = "The council is abolished, and two take its place."
"""


def ending_text(on: date = ITS_END) -> str:
    """Give the file of a council that has every provision of Gullshire's, and ends on a day."""
    text = (COUNCILS / "gullshire.toml").read_text(encoding="utf-8")
    for was, now in (("gullshire", ENDSHIRE), ("Gullshire", "Endshire"), ("GUL", "END")):
        text = text.replace(was, now)
    return text + END.format(day=on.isoformat())


def ending(on: date = ITS_END) -> Constitution:
    """Give the constitution of a council that ends on a day."""
    found, complaints = parse(ending_text(on), "endshire.toml")
    assert found is not None, complaints
    return found


def write_ending(folder: Path, on: date = ITS_END) -> Path:
    """Write the file of a council that ends into a folder, and give the folder."""
    folder.mkdir(exist_ok=True)
    (folder / f"{ENDSHIRE}.toml").write_text(ending_text(on), encoding="utf-8")
    return folder


def engine_ending(address: str, clock: ManualClock, folder: Path, on: date = ITS_END) -> Engine:
    """Open an engine on a register, with a council that ends on a day."""
    return open_engine(address, clock=clock, constitutions=[write_ending(folder, on)])


def to(clock: ManualClock, day: int, hour: int = 9, month: int = 10) -> None:
    """Move a clock to an hour of a day of 2018 in London."""
    clock.move_to(datetime(2018, month, day, hour, tzinfo=LONDON))
