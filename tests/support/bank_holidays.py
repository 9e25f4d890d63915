"""The government's list of bank holidays as a file, with days taken out of it or put in."""

import json
from pathlib import Path

PUBLISHED = Path(__file__).parents[2] / "workflow" / "calendars" / "lists" / "published.json"


def the_list(tmp_path: Path, without: tuple[str, ...] = (), **more: dict[str, str]) -> str:
    """Write the government's list with some days taken out and others put in, by division."""
    data = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    for division, held in data.items():
        events = [each for each in held["events"] if each["date"] not in without]
        added = more.get(division.replace("-", "_"), {})
        events += [{"date": day, "title": title} for day, title in added.items()]
        held["events"] = sorted(events, key=lambda each: each["date"])
    path = tmp_path / "bank-holidays.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)
