"""What needs a person, as Markdown for a message to a team. What was typed by others is made
safe."""

from collections.abc import Iterator

from workflow.explanation.renderers.markdown import safe
from workflow.today.matter import Today, TodayMatter
from workflow.today.wording import by_day, heading, hour, named, nothing, whom


def markdown(today: Today) -> str:
    """Set out what needs a person: a heading for each day, and an entry for each matter."""
    if not today.matters:
        return f"{safe(nothing(today))}\n"
    parts = [f"# {safe(heading(today))}"]
    for name, matters in by_day(today):
        parts += [f"## {safe(name)}", "\n".join(line for each in matters for line in _entry(each))]
    return "\n\n".join(parts) + "\n"


def _entry(each: TodayMatter) -> Iterator[str]:
    when = hour(each)
    yield f"- **{safe(named(each))}**{f' ({when})' if when else ''}  "
    yield f"  {safe(each.says)}  "
    yield f"  For: {safe(whom(each))}  "
    yield f"  Do: {' or '.join(f'`{command}`' for command in each.commands)}"
