"""What one register exported: compared where it came from, and imported elsewhere if sound."""

import json
from pathlib import Path

import pytest

from support.terminal import Terminal


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    """The officers' desk on Friday 19 October 2018."""
    terminal.now = "2018-10-19 08:00:00"
    return terminal.staffed()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"effective_at": "2018-10-18T10:00:00.000000Z"}, "effective_at is not empty"),
        ({"withdrawn_at": "2018-10-18T10:00:00.000000Z"}, "withdrawn_at is not empty"),
        ({"state": "effective"}, "it is effective, and effective_at is empty"),
        ({"state": "implemented", "effective_at": "2018-10-18T10:00:00.000000Z"}, "implemented_at"),
        ({"state": "effective", "effective_at": "2099-10-18T10:00:00.000000Z"}, "later than today"),
        ({"state": "effective", "effective_at": "1990-10-18T10:00:00.000000Z"}, "before it was"),
        ({"called_in_at": "2018-10-18T10:00:00.000000Z"}, "a call-in is printed"),
        ({"request_deadline": "2018-10-23T16:00:00.000000Z"}, "by the rule on file"),
        ({"title": ""}, "title"),
        ({"title": "a\u202eb"}, "hidden character"),
    ],
)  # fmt: skip
def test_an_export_that_contradicts_itself_is_not_believed(
    desk: Terminal, tmp_path: Path, change: dict[str, str], said: str
) -> None:
    ref = desk.drafted()
    desk.did("sign", ref, "--signatory", "The Leader")
    desk.did("publish", ref, "--where", "the website")
    facts = json.loads(desk.did("export", "jsonl").out)
    (tmp_path / "out.jsonl").write_text(json.dumps({**facts, **change}) + "\n")
    there = ("--db", str(tmp_path / "other.db"))
    desk.did("people", "add", desk.me(), "--role", "proper-officer", "--name", "Clerk", *there)
    told = desk("import", "exported", str(tmp_path / "out.jsonl"), "--adopt", "--json", *there)
    assert (told.code, told.plain["imported"]) == (8, 0)
    assert said in json.dumps(told.plain, ensure_ascii=False)


def test_a_line_that_cannot_be_read_keeps_out_the_other_of_the_same_decision(
    desk: Terminal, tmp_path: Path
) -> None:
    ref = desk.drafted()
    desk.did("sign", ref, "--signatory", "The Leader")
    desk.did("publish", ref, "--where", "the website")
    good = desk.did("export", "jsonl").out
    bad = good.replace("call_in_open", "no such state")
    (tmp_path / "out.jsonl").write_text(good + bad)
    there = ("--db", str(tmp_path / "other.db"))
    desk.did("people", "add", desk.me(), "--role", "proper-officer", "--name", "Clerk", *there)
    told = ("import", "exported", str(tmp_path / "out.jsonl"), "--adopt", "--json", *there)
    assert desk(*told).plain["kept_out_by_unread"]
    plain = desk(*told, "--skip-unread").plain
    assert plain["imported"] == 0
    assert "out.jsonl, line 2, was not read" in plain["decisions"][0]["why"]


def test_another_registers_decision_of_the_same_reference_comes_in_beside_ours(
    desk: Terminal, tmp_path: Path
) -> None:
    there = ("--db", str(tmp_path / "other.db"))
    for more, title in (((), "Ours"), (there, "Theirs")):
        if more:
            desk.did("people", "add", desk.me(), "--role", "author", "--name", "A", *more)
            desk.did("people", "add", desk.me(), "--role", "proper-officer", "--name", "A", *more)
            desk.did("people", "add", desk.me(), "--role", "decision-maker", "--name", "A", *more)
        desk.did(
            "new", "--title", title, "--body", "Cabinet", "--kind", "non-key", "--made-on",
            "2018-10-18", "--decision", "Yes.", "--reasons", "So.", "--no-alternatives",
            "--no-conflicts", "--ref", "HFD-041", *more,
        )  # fmt: skip
        desk.did("sign", "HFD-041", "--signatory", "The Leader", *more)
        desk.did("publish", "HFD-041", "--where", "the website", *more)
    out = str(tmp_path / "theirs.csv")
    desk.did("export", "csv", "--out", out, *there)
    plain = desk("import", "exported", out, "--adopt", "--json").plain
    assert plain["imported"] == 0
    assert "is not as it was exported: title was Theirs" in plain["decisions"][0]["why"]
    assert (
        desk.did("import", "exported", out, "--another", "--adopt", "--json").plain["imported"] == 1
    )
    assert desk.did("show", "HFD-EX-HFD-041", "--json").plain["title"] == "Theirs"
    assert desk.did("show", "HFD-041", "--json").plain["title"] == "Ours"


def test_what_comes_back_from_the_register_it_went_to_is_ours(
    desk: Terminal, tmp_path: Path
) -> None:
    ref = desk.drafted()
    desk.did("sign", ref, "--signatory", "The Leader")
    desk.did("publish", ref, "--where", "the website")
    there = ("--db", str(tmp_path / "other.db"))
    desk.did("people", "add", desk.me(), "--role", "proper-officer", "--name", "Clerk", *there)
    out, back = str(tmp_path / "out.csv"), str(tmp_path / "back.csv")
    desk.did("export", "csv", "--out", out)
    desk.did("import", "exported", out, "--adopt", *there)
    desk.did("export", "csv", "--out", back, *there)
    plain = desk("import", "exported", back, "--adopt", "--json").plain
    assert plain["imported"] == 0
    assert f"it went out from this register as {ref}" in plain["decisions"][0]["why"]


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_what_was_exported_is_compared_here_and_comes_in_elsewhere(
    desk: Terminal, tmp_path: Path, form: str
) -> None:
    open_one = desk.drafted()
    desk.did("sign", open_one, "--signatory", "The Leader")
    desk.did("publish", open_one, "--where", "the website")
    asked = desk.drafted()
    desk.did("sign", asked, "--signatory", "The Leader")
    desk.did("publish", asked, "--where", "the website")
    desk.did(
        "call-in", asked, "--requested-by", "Cllr A", "--grounds", "Consultation",
        "--received-at", "2018-10-22T10:00", at="2018-10-22 11:00:00",
    )  # fmt: skip
    draft = desk.drafted()
    out = tmp_path / f"out.{form}"
    desk.did("export", form, "--out", str(out))

    same = desk("import", "exported", str(out), "--adopt", "--json")
    assert same.plain["imported"] == 0
    assert same.code == 0, "it is as it was exported"
    assert same.plain["there_already"] == 3
    assert len(desk.did("list", "--json").plain) == 3, "nothing is there twice"

    there = ("--db", str(tmp_path / "other.db"))
    desk.did("people", "add", desk.me(), "--role", "proper-officer", "--name", "Clerk", *there)
    shown = desk("import", "exported", str(out), "--adopt", "--json", *there)
    assert (shown.code, shown.plain["imported"]) == (8, 1)
    comes = {each["identity"]: (each["outcome"], each["why"]) for each in shown.plain["decisions"]}
    assert comes[open_one] == ("open", None)
    assert comes[asked] == ("needs_person", "a call-in is printed, and what came of it is not")
    assert comes[draft] == ("needs_person", 'its status is printed as "draft"')
    (kept,) = desk.did("list", "--json", *there).plain
    assert kept["ref"] == f"HFD-EX-{open_one}"
    desk.did("close", *there, at="2018-10-26 02:00:00")
    assert desk("close").code == 8, "a request awaits its ruling"
    ours = desk.did("show", open_one, "--json").plain
    theirs = desk.did("show", f"HFD-EX-{open_one}", "--json", *there).plain
    for what in ("title", "kind", "state", "made_on", "published_at", "effective_at"):
        assert ours[what] == theirs[what], what

    moved = desk("import", "exported", str(out), "--json", "--adopt")
    assert moved.code == 8
    (why,) = [each["why"] for each in moved.plain["decisions"] if each["outcome"] == "needs_person"]
    assert why == (
        "it is on this register, and is not as it was exported: state was call_in_open, and is "
        "implemented (and 4 more)"
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "a.csv",
            "ref,title\nA,B\n",
            "a.csv was not exported here: it has no column called council",
        ),
        ("a.jsonl", '{"ref": "A"}\n', "council"),
        ("a.jsonl", "not json\n", "It is no object of JSON"),
        ("a.jsonl", "[" * 100_000 + "\n", "It is no object of JSON"),
        ("a.xlsx", "", "ends neither in .csv nor in .jsonl"),
    ],
)
def test_what_was_not_exported_here_is_refused(
    desk: Terminal, tmp_path: Path, name: str, content: str, said: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    refused = desk("import", "exported", str(tmp_path / name))
    assert refused.code in (2, 8)
    assert said in " ".join((refused.out + refused.err).split())
    assert json.dumps(desk.did("list", "--json").plain) == "[]"
