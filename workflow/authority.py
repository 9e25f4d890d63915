"""Citations: the Act, regulation or constitution rule that an answer rests on."""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Where a rule comes from, and what it says in plain words of our own."""

    title: str
    """The instrument: an Act, a Statutory Instrument, a council's constitution, or this engine."""
    rule: str
    """The regulation, section or rule in it."""
    words: str
    """What it says, in our own plain words; sources are cited, not copied."""
    link: str = ""
    """Where it can be read; empty where no address is known."""
    read: date | None = None
    """The day on which it was last read there; None where that was not noted."""
    unsure: bool = False
    """Whether the reading is in doubt: the source is old, second hand, or can be read two ways."""

    def __str__(self) -> str:
        where = f"{self.title}, {self.rule}" if self.rule else self.title
        return f"{where} (an unsure reading)" if self.unsure else where


_READ: Final = date(2026, 11, 30)
"""The day on which the law below was last read in its own words."""
_ACCESS: Final = "SI 2012/2089 (executive arrangements, access to information, England)"
_LINK: Final = "https://www.legislation.gov.uk/uksi/2012/2089/regulation/"

REG_5: Final = Authority(
    title=_ACCESS,
    rule="regulation 5",
    link=_LINK + "5",
    read=_READ,
    words="A meeting is held in private only after a notice 28 clear days before, with reasons, "
    "and a further notice 5 clear days before, with what was said against it and the answer; or "
    "with agreement that it is urgent and cannot reasonably be deferred.",
)
REG_9: Final = Authority(
    title=_ACCESS,
    rule="regulation 9",
    link=_LINK + "9",
    read=_READ,
    words="A key decision is made only after a document has been published 28 clear days before, "
    "with the matter, who decides, when, the documents submitted, and how to have them.",
)
WALES_REG_7: Final = Authority(
    title="SI 2001/2290 (executive decisions and documents, Wales)",
    rule="regulation 7",
    link="https://www.legislation.gov.uk/wsi/2001/2290/regulation/7/made",
    read=_READ,
    words="An individual member's decision is not implemented until its written statement has been "
    "produced, but with agreement that the making of it is urgent and cannot reasonably be "
    "deferred.",
)
WALES_REGS_6_7: Final = Authority(
    title="SI 2001/2290 (executive decisions and documents, Wales)",
    rule="regulations 6 and 7, as amended by SI 2021/357",
    link="https://www.legislation.gov.uk/wsi/2001/2290/regulation/6",
    read=_READ,
    words="A written statement gives the decision and its date, the reasons, any interest "
    "declared, any dispensation, the consultation, and since 1 May 2021 the names of the members "
    "who attended and any apologies, or of the member who decided.",
)
WALES_REG_8: Final = Authority(
    title="SI 2001/2290 (executive decisions and documents, Wales)",
    rule="regulation 8, as amended by SI 2021/357",
    link="https://www.legislation.gov.uk/wsi/2001/2290/regulation/8",
    read=_READ,
    words="After the decision the statement, and any report considered, are published on the "
    "council's website as soon as reasonably practicable; before 1 May 2021 they were open to the "
    "public at its offices.",
)
WALES_SECTION_21: Final = Authority(
    title="Local Government Act 2000",
    rule="section 21(3)",
    link="https://www.legislation.gov.uk/ukpga/2000/22/section/21",
    read=_READ,
    words="Overview and scrutiny may review a decision made but not implemented, and may "
    "recommend that it be reconsidered by the person who made it.",
)
NI_SECTION_41: Final = Authority(
    title="Local Government Act (Northern Ireland) 2014",
    rule="section 41",
    link="https://www.legislation.gov.uk/nia/2014/8/part/7/crossheading/decisionmaking?view=plain",
    read=_READ,
    words="A decision is reconsidered if fifteen per cent of the members of the council ask for "
    "it.",
)
REG_11: Final = Authority(
    title=_ACCESS,
    rule="regulation 11",
    link=_LINK + "11",
    read=_READ,
    words="Where even the general exception is impracticable, the decision maker must have "
    "agreement, before the decision, that it is urgent and cannot reasonably be deferred.",
)
REG_12: Final = Authority(
    title=_ACCESS,
    rule="regulation 12",
    link=_LINK + "12",
    read=_READ,
    words="A written statement of every executive decision made at a meeting gives the decision "
    "and its date, the reasons, the alternatives considered and rejected, any conflict of "
    "interest declared, and a note of dispensation for each conflict.",
)
REG_13: Final = Authority(
    title=_ACCESS,
    rule="regulation 13",
    link=_LINK + "13",
    read=_READ,
    words="An individual's executive decision is recorded with the decision and its date, the "
    "reasons, the alternatives considered and rejected, any conflict of interest declared, and "
    "a note of dispensation for each conflict.",
)
REGS_12_13: Final = Authority(
    title=_ACCESS,
    rule="regulations 12 and 13",
    link=_LINK + "12",
    read=_READ,
    words="The written statement must give the decision and its date, the reasons, the "
    "alternatives considered and rejected, any conflict of interest declared, and a note of "
    "dispensation for each conflict.",
)
REG_14: Final = Authority(
    title=_ACCESS,
    rule="regulation 14",
    link=_LINK + "14",
    read=_READ,
    words="After the decision the record, and any report considered, are open to the public as "
    "soon as reasonably practicable.",
)
MADE_NOT_IMPLEMENTED: Final = Authority(
    title="Local Government Act 2000",
    rule="section 9F",
    link="https://www.legislation.gov.uk/ukpga/2000/22/section/9F",
    read=_READ,
    words="Overview and scrutiny may review a decision made but not implemented, and may "
    "recommend that it be reconsidered by the person who made it.",
)
COMBINED_AUTHORITIES: Final = Authority(
    title="SI 2017/68 (combined authorities, overview and scrutiny, England)",
    rule="article 7(4) and (5)",
    link="https://www.legislation.gov.uk/uksi/2017/68/article/7",
    read=_READ,
    words="A committee may direct that a decision not be implemented while it is under review, "
    "for no more than 14 days from the day of issue; a meeting to reconsider is held no later than "
    "10 days after a recommendation is received.",
)
REG_18: Final = Authority(
    title=_ACCESS,
    rule="regulation 18",
    link=_LINK + "18",
    read=_READ,
    words="Where a decision was not treated as key and a relevant scrutiny committee holds that "
    "it should have been, it may require the executive to report to the authority, within a "
    "reasonable time, the decision, its reasons, who made it and why it was not thought key.",
)
BANK_HOLIDAYS: Final = Authority(
    title="Bank holidays published by the government",
    rule="for 2012 to 2028",
    link="https://www.gov.uk/bank-holidays",
    read=date(2026, 11, 23),
    words="The government has published the bank holidays of each nation up to "
    "31 December 2028. Later years are not yet published.",
)


def engine_rule(rule: str, words: str) -> Authority:
    """Cite a rule of this engine's own, made so that a record can be trusted."""
    return Authority(title="council-decisions", rule=rule, words=words, link="")
