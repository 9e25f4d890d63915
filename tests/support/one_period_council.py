"""A constitution of one call-in period, with what its file says of how sure it is."""

from datetime import date

from workflow.constitution.checks.every_check import complaints_of
from workflow.constitution.constitution import Constitution
from workflow.constitution.reading import parse

TODAY = date(2026, 11, 30)
FILE = """
[council]
id = "borsetshire"
name = "Borsetshire Council"
nation = "england"
prefix = "BOR"

[[call-in-period]]
from = 2021-01-01
days = 3
unit = "working"
counted-from = "publication"
start-day-counts = false
request-by = "end of day"
takes-effect = "at the end of the period"
basis = "inferred from notices"
rule = "published lists"
read = 2026-11-24
words = "Three working days."
{keys}
"""
SAME_DAY = (
    '{ reference = "1", made = 2024-05-13, published = 2024-05-13, effective-from = 2024-05-17 }'
)
TELLING = (
    '{ reference = "2", made = 2024-05-13, published = 2024-05-14, effective-from = 2024-05-18 }'
)
ACROSS = '{ reference = "3", made = 2024-06-07, published = 2024-06-08, last-day = 2024-06-12 }'
"""From a Friday to a Saturday: three working days end on the same day, from either."""
OTHER = '{ reference = "4", made = 2024-07-01, published = 2024-07-01, last-day = 2024-07-04 }'
FIVE = (
    '{ reference = "8", made = 2023-05-15, published = 2023-05-16, effective-from = 2023-05-24 }',
    '{ reference = "9", made = 2023-06-12, published = 2023-06-13, effective-from = 2023-06-21 }',
)
UNSURE = 'confidence = "unsure"'
NO_OTHER = 'could-be = []\ncould-be-why = "Every window agrees."'


def read(*keys: str) -> Constitution:
    found, complaints = parse(FILE.format(keys="\n".join(keys)), "a.toml")
    assert found is not None, complaints
    return found


def windows(*each: str, key: str = "windows") -> str:
    return f"{key} = [{', '.join(each)}]"


def told(*keys: str) -> list[str]:
    return [str(each) for each in complaints_of(read(*keys), TODAY)]
