"""Law that is known of, and bears on the engine, and on which nothing here rests yet."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from workflow.authority import Authority
from workflow.calendars.nations import Nation

_READ: Final = date(2026, 11, 30)
_ACT: Final = "English Devolution and Community Empowerment Act 2026 (c. 23)"
_AT: Final = "https://www.legislation.gov.uk/ukpga/2026/23"
_ENGLAND: Final = Nation.ENGLAND.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One law that is not on file, with what is not known of it."""

    of: str
    what: str
    authority: Authority
    unknown: str
    settled_by: str


def _section(rule: str, at: str, words: str, *, unsure: bool = True) -> Authority:
    return Authority(
        title=_ACT, rule=rule, link=f"{_AT}/{at}", words=words, read=_READ, unsure=unsure
    )


WATCHED: Final = (
    Watched(
        of=_ENGLAND,
        what="Strategic authorities",
        authority=_section(
            "section 1",
            "section/1",
            "A combined authority, a combined county authority, the Greater London Authority, and "
            "a council that is designated under section 3, are strategic authorities.",
            unsure=False,
        ),
        unknown="Whether any council is designated, and what its executive would then be asked.",
        settled_by="Section 3 of the Act, and the regulations made under it.",
    ),
    Watched(
        of=_ENGLAND,
        what="Decisions of combined and combined county authorities, and whether they are valid",
        authority=_section("section 6", "section/6", "Only its heading was read."),
        unknown="The text, and from when it is in force.",
        settled_by="Section 6 of the Act, and section 108 on commencement.",
    ),
    Watched(
        of=_ENGLAND,
        what="Commissioners of a mayor, whom scrutiny may recommend to dismiss",
        authority=_section(
            "section 9, which inserts Schedule 2A to the Act of 2023",
            "section/9",
            "A mayor may appoint commissioners, and have them exercise functions. Scrutiny may "
            "recommend that one be dismissed; two thirds of the other members decide on that.",
            unsure=False,
        ),
        unknown="Whether what a commissioner decides may be called in: no arrangements were read.",
        settled_by="The arrangements of an authority that has commissioners.",
    ),
    Watched(
        of=_ENGLAND,
        what="Overview and scrutiny committees of mayoral combined authorities and CCAs",
        authority=_section(
            "section 11, and the Schedules it brings in",
            "section/11",
            "Only its heading was read. On 15 July 2026 nothing of it stood in Schedule 1 to the "
            "Levelling-up and Regeneration Act 2023.",
        ),
        unknown="The text; from when it is in force; whether the 14 days of a direction and the 10 "
        "days to reconsider change.",
        settled_by="Section 11 and its Schedules as enacted; regulations made under section 108(6) "
        "after 15 July 2026 (SI 2026/482, 2026/656 and 2026/812 were seen cited).",
    ),
    Watched(
        of=_ENGLAND,
        what="Which governance a council may have: leader and cabinet, mayor, committees",
        authority=_section(
            "the provisions on local authority governance",
            "enacted",
            "The Bill would have made most councils with committees take a leader and cabinet. On "
            "28 April 2026, the day before the Act, the Government tabled a further amendment.",
        ),
        unknown="What was enacted, and from when; whether a council may keep its committees.",
        settled_by="The Act as enacted, and the regulations that commence it.",
    ),
    Watched(
        of=_ENGLAND,
        what="Reorganisation: which councils end, and on which day",
        authority=Authority(
            title="Local Government and Public Involvement in Health Act 2007, and orders under it",
            rule="structural changes orders, as SI 2026/264 for Surrey",
            link="http://policy-wire.co.uk/surrey-unitary-councils-secondary-legislation-and-2026-elections",
            words="Surrey County Council and its districts end on 1 April 2027, for East and "
            "West Surrey, as it is told: the order itself was not read.",
            read=date(2026, 11, 30),
            unsure=True,
        ),
        unknown="The words of the order for Surrey; which others were made, for 1 April 2028.",
        settled_by="The orders as made.",
    ),
    Watched(
        of="England, combined authority",
        what="How a combined authority records an executive decision, and meets in private",
        authority=Authority(
            title="Local Government Act 1972, Part 5A, and SI 2014/2095",
            rule="not read for these bodies",
            link="https://www.legislation.gov.uk/uksi/2014/2095",
            words="SI 2012/2089 binds councils with an executive, and not these.",
            unsure=True,
        ),
        unknown="What these say of combined and combined county authorities.",
        settled_by="Section 100J of the Act of 1972, and regulations 2 and 7 of SI 2014/2095.",
    ),
    Watched(
        of=Nation.NORTHERN_IRELAND.label,
        what="Decisions of an executive: notices, urgency, and the written statement",
        authority=Authority(
            title="SR 2015/44 (executive arrangements, Northern Ireland)",
            rule="regulations 20 to 27",
            link="https://www.legislation.gov.uk/nisr/2015/44/part/5",
            words="A council that has an executive gives notice of key decisions 28 clear days "
            "before, or takes one of two shorter routes, and keeps a written statement.",
            read=_READ,
        ),
        unknown="Whether any council has an executive: none was found, and so nothing of it is on "
        "file.",
        settled_by="A council's standing orders.",
    ),
    Watched(
        of=Nation.NORTHERN_IRELAND.label,
        what="By when a requisition must be in, and what may not be called in",
        authority=Authority(
            title="Draft Local Government (Standing Orders) Regulations (Northern Ireland) 2015",
            rule="the Schedule",
            link="https://www.legislation.gov.uk/nidsr/2015/9780337996016",
            words="The draft lists what may be called in, and gives five working days to meet.",
            read=date(2026, 11, 23),
            unsure=True,
        ),
        unknown="Whether the regulations were ever made.",
        settled_by="A statutory rule of that name, or a council's mandatory standing orders.",
    ),
)
"""Each as far as it was found, in the order of the nations."""

_SINCE_2020: Final = "An amendment later than 4 April 2020: none was found."
_OF_REGULATIONS: Final = "The regulations as they stand today."
_REGULATIONS: Final = (
    "REG_5",
    "REG_9",
    "REG_11",
    "REG_12",
    "REG_13",
    "REGS_12_13",
    "REG_14",
    "REG_18",
)
WANTING: Final = {
    **dict.fromkeys(_REGULATIONS, (_SINCE_2020, _OF_REGULATIONS)),
    "MADE_NOT_IMPLEMENTED": (
        "Whether section 9F(4) is as the Localism Act 2011 inserted it: no change was found.",
        "The section as it stands today.",
    ),
    "COMBINED_AUTHORITIES": (
        "Whether section 11 of the Act of 2026 changes the 14 days or the 10.",
        "Section 11 and its Schedules, and the regulations that commence them.",
    ),
    "WALES_REGS_6_7": (
        "An amendment later than 1 May 2021: none was found.",
        "The regulations as they stand today.",
    ),
    "BANK_HOLIDAYS": (
        "A day proclaimed since 27 September 2026.",
        "The government's own list: decisions calendar check",
    ),
}
"""What is not known of a citation, by its name in the code, and what would settle it."""
