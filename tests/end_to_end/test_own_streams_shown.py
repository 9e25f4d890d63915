"""The register's own streams can be shown: who appointed whom, who erased what, when and why."""

import json
from pathlib import Path

import pytest

from support.councils import plain_file
from support.terminal import Terminal

PLACE = "herefordshire"


@pytest.fixture
def used(terminal: Terminal) -> Terminal:
    """A register in which something of each kind was done, and text of a decision erased."""
    terminal.staffed()
    terminal.did("people", "add", "jo", "--role", "author", "--name", "Jo Elm")
    terminal.did("people", "end", "5", "--reason", "Moved on", "--until", "2018-10-19")
    closure = ("--date", "2018-12-27", "--kind", "closure", "--title", "Offices shut")
    terminal.did("calendar", "add", *closure, "--reason", "Quiet", "--source", "Cabinet")
    ref = terminal.published()
    request = ("--requested-by", "Cllr Elm", "--grounds", "G", "--received-at", "2018-10-18T16:30")
    terminal.did("call-in", ref, *request)
    erased = ("--entry", "5", "--part", "requested_by", "--reason", "Retention ended")
    terminal.did("journal", "erase", ref, *erased)
    Path(f"{PLACE}.toml").write_text(plain_file(PLACE), encoding="utf-8")
    terminal.did(
        "constitution", "adopt", f"{PLACE}.toml", "--approved-by", "Council", "--approved-on",
        "2018-05-16", "--reason", "As amended", at="2026-12-01 09:00:00",
    )  # fmt: skip
    return terminal


def test_they_are_listed(used: Terminal) -> None:
    """By name, with how many entries each holds; by `streams`, and by `show` with nothing named."""
    found = used.did("journal", "streams", "--json").plain
    assert {each["stream"]: each["entries"] for each in found} == {
        f"calendar/{PLACE}": 1,
        f"constitution/{PLACE}": 1,
        f"erasures/{PLACE}": 1,
        f"people/{PLACE}": 6,
    }
    assert found[3]["newest_at"] == "2018-10-18T09:00:00.000000Z"
    rows = used.did("journal", "streams").out
    assert f"people/{PLACE}\t6\tThu 18 Oct 2018 10:00\tappointments\n" in rows
    assert used.did("journal", "show").out == rows
    assert used.did("journal", "show", "--json").plain == found


@pytest.mark.parametrize(
    ("stream", "words"),
    [
        ("people", "appointed role: report author person: jo name: Jo Elm"),
        ("people", "appointment-ended by: Clerk of Works, monitoring officer number: 5"),
        ("people", "until: Fri 19 Oct 2018 reason: Moved on"),
        ("calendar", "day: Thu 27 Dec 2018 kind: closure title: Offices shut reason: Quiet"),
        ("erasures", "entry: 5 what: decision/HFD-2018-001: requested_by reason: Retention ended"),
        ("constitution", "file: herefordshire.toml approved by: Council reason: As amended"),
    ],
)
def test_each_tells_what_was_done(used: Terminal, stream: str, words: str) -> None:
    said = " ".join(used.did("journal", "show", f"{stream}/{PLACE}").out.split())
    place = 0
    for part in words.split(" "):
        place = said.index(part, place)


def test_in_json_each_has_the_shape_of_a_decisions(used: Terminal) -> None:
    """The same names; the words that are hashed; and text that was erased, marked so."""
    decision = used.did("journal", "show", "HFD-2018-001", "--json").plain
    people = used.did("journal", "show", f"people/{PLACE}", "--json").plain
    assert people[0].keys() == decision[0].keys()
    ended = people[-1]
    assert (ended["event"], ended["data"]["reason"]) == ("appointment-ended", "Moved on")
    assert ended["texts"] == ["by", "reason"]
    assert decision[4]["erased"] == ["requested_by"]
    assert decision[4]["data"]["requested_by"] is None
    assert "[erased]" in used.did("journal", "show", "HFD-2018-001").out


def test_the_words_that_are_hashed_can_be_copied(used: Terminal) -> None:
    """Each body stands on one line, whole, as it is hashed; unasked, nothing but words does."""
    assert "{" not in used.did("journal", "show", "HFD-2018-001").out
    out = used.did("journal", "show", "HFD-2018-001", "--body").out.splitlines()
    bodies = [json.loads(line) for line in out if line.startswith("     {")]
    plain = used.did("journal", "show", "HFD-2018-001", "--json").plain
    assert bodies == [each["body"] for each in plain]


def test_one_stream_is_verified_alone(used: Terminal) -> None:
    assert used.did("journal", "verify", f"people/{PLACE}", "--json").plain["entries"] == 6


def test_a_stream_that_there_is_not_names_the_nearest(used: Terminal) -> None:
    said = used("journal", "show", "people/herefordshir", "--json")
    assert said.code == 5
    assert said.error["error"]["remedy"].startswith(f"Did you mean people/{PLACE}? ")
    assert used("journal", "show", "outbox/herefordshire").code == 2
    assert used("journal", "show", "people/").code == 2
    assert used("journal", "verify", "people/nowhere").code == 5
    assert used.did("journal", "show", "decision/HFD-2018-001").out == (
        used.did("journal", "show", "HFD-2018-001").out
    )


def test_an_ended_appointment_names_the_person_and_the_office(used: Terminal) -> None:
    said = used.did("journal", "show", f"people/{PLACE}").out
    ended = " ".join(said[said.index("appointment-ended") :].split())
    assert "of: Jo Elm (jo), report author" in ended
    assert ended.index("of: ") < ended.index("number: ")


def test_a_column_has_its_times_in_one_form(terminal: Terminal) -> None:
    """With seconds for all, or for none."""
    terminal.staffed()
    terminal.did("close", at="2018-11-30 21:09:47")
    terminal.did("close", at="2018-11-30 21:10:00")
    terminal.did("people", "add", "x", "--role", "author", at="2018-11-30 21:10:05")
    terminal.did("people", "add", "x", "--role", "author", "--council", "kent",
                 at="2018-11-30 21:11:00")  # fmt: skip
    runs = terminal.did("runs").out
    assert "21:10:00" in runs
    assert "21:09:47" in runs
    streams = terminal.did("journal", "streams").out
    assert "21:10:05" in streams
    assert "21:11:00" in streams


def test_a_list_that_is_cut_says_to_give_a_larger_limit(terminal: Terminal) -> None:
    terminal.staffed()
    for ref in ("A-1", "A-2"):
        terminal.drafted("--ref", ref)
    said = " ".join(terminal.did("list", "--limit", "1").err.split())
    assert "There are more than 1: give a larger --limit, or narrow it" in said
