"""The commands that list, show and check councils' constitutions, and say what is not on file."""

from itertools import chain

from cli.command import without_register
from cli.commands.constitution import page
from cli.commands.constitution.arguments import (
    ConstitutionFile,
    Council,
    CouncilOrFile,
    On,
    constitution_of,
    today,
)
from cli.context import Context
from cli.exits import DONE, USAGE
from cli.shown.answer import Answer, Listing, Table
from cli.shown.fitting import wrapped
from cli.shown.output import warning_line
from workflow.constitution.checks.every_check import complaints_of, remarks_of
from workflow.constitution.checks.future_dates import to_come
from workflow.constitution.gaps import gaps
from workflow.constitution.provisions import PROVISIONS
from workflow.constitution.reading import parse
from workflow.files.opening import text_of


def constitution_list() -> Listing:
    """List the councils whose constitutions are on file.

    Example: decisions constitution list
    """
    councils = Context().councils()
    rows = (
        (
            each.council,
            each.name,
            each.nation.label,
            min((p.since.isoformat() for name in PROVISIONS for p in each.on(name)), default=""),
            each.source,
        )
        for each in councils.all().values()
    )
    return Listing(data=councils, table=Table(("COUNCIL", "NAME", "NATION", "SINCE", "FILE"), rows))


def constitution_show(
    council: Council,
    on: On = None,
) -> Answer:
    """Show a council's constitution: every rule on file, with its date, its words and its source.

    With --on, only the rules in force on that day.

    Example: decisions constitution show southwark --on '31 March'
    """
    held = Context().councils()
    constitution = held.named(council)

    def data() -> object:
        from workflow.answers.constitution import rules_answer

        return constitution if on is None else rules_answer(constitution, gaps(constitution, on))

    text = chain(
        page.heading(constitution, in_place_of=held.in_place_of(council)),
        page.every_entry(constitution) if on is None else page.entries_on(constitution, on),
        page.missing(gaps(constitution, on or today())),
    )
    return Answer(data=data, text=text)


def constitution_gaps(
    council: CouncilOrFile,
    on: On = None,
) -> Answer:
    """Say which of a council's rules are not on file, and what follows.

    Example: decisions constitution gaps woking
    """
    constitution = constitution_of(council, Context())
    wanting = gaps(constitution, on or today())

    def data() -> object:
        from workflow.answers.constitution import gaps_answer

        return gaps_answer(constitution, wanting)

    text = [*page.heading(constitution), *page.missing(wanting), *page.shaky(wanting)]
    if not wanting.can_publish:
        text += ["", "  No decision that may be called in can be published on this file."]
    return Answer(data=data, text=text)


@without_register
def constitution_check(
    file: ConstitutionFile,
) -> Answer:
    """Check a constitution file. Each problem is named with the key and the remedy.

    Example: decisions constitution check herefordshire.toml
    """
    constitution, complaints = parse(text_of(file), str(file))
    minded: list[str] = []
    remarks: list[str] = []
    if constitution is not None:
        complaints, minded = (
            complaints_of(constitution, today()),
            list(to_come(constitution, today())),
        )
        remarks = list(remarks_of(constitution))

    def data() -> object:
        from workflow.answers.file_checked import file_checked

        return file_checked(str(file), complaints, minded, remarks)

    return Answer(
        data=data,
        text=[]
        if constitution is None or complaints
        else [f"{file}: {constitution.name} reads well."],
        notes=(
            *(wrapped(str(each), "", "  ") for each in complaints),
            *map(warning_line, (*minded, *remarks)),
        ),
        code=USAGE if complaints else DONE,
    )
