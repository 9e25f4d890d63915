"""A council's own templates: filled in within limits, and tried before they are used."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shlex import quote

import pytest

from workflow.errors import Invalid
from workflow.publishing.own_templates.check import TemplateChecked, checked
from workflow.publishing.own_templates.samples import NOTICES, TYPED
from workflow.publishing.web.own import render

NOTICE = "notice.html.j2"
VALUES = NOTICES[0]
WRONG = {
    "{% for a in range(10**9) %}{% endfor %}": ", line 1: Range too big",
    "{{ 'x' * 10**9 }}": ": It needs too much memory",
    "{{ 'x'|center(10**9) }}": ": It needs too much memory",
    "{{ '%999999999d'|format(1) }}": ": It needs too much memory",
    "{{ '{:>999999999}'.format(1) }}": ": It needs too much memory",
    "{% for a in range(90000) %}{{ 'x' * 100 }}{% endfor %}": "more than 5,000,000 characters",
    "{% include '/etc/passwd' %}": ": It is outside the folder of templates",
    "{% include '../../../../etc/passwd' %}": "It is outside|There is no template",
    "{% import 'os' as os %}": ": There is no template 'os'",
    "{{ ''.__class__.__mro__ }}": ", line 1: access to attribute '__class__'",
    "{{ ''|attr('__class__') }}": ", line 1: access to attribute '__class__'",
    "{{ title.__init__.__globals__ }}": ", line 1: access to attribute '__init__'",
    "{{ facts.append(1) }}": ", line 1: access to attribute 'append'",
    "\n{{ title|safe }}": ", line 2: No filter named 'safe'",
    "{% autoescape false %}{{ title }}{% endautoescape %}": ", line 1: It turns escaping off",
    "{% include 'notice.html.j2' %}": ": It includes or calls itself without end",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}": ": It includes or calls itself without end",
    "a\n{% if %}": ", line 2: Expected an expression",
    "a\n\n{{ nothing }}": ", line 3: 'nothing' is undefined",
    "{{ lipsum() }}": ", line 1: 'lipsum' is undefined",
    "{{ 1 + title }}": ", line 1: unsupported operand",
    "{{ 1 / 0 }}": ", line 1: division by zero",
    "a\n{{ 'x' * 10**9 }}": ", line 2: It needs too much memory",
    "{% for a in [1] %}" * 30 + "{% endfor %}" * 30: "nested too deeply",
    "{% if 1 %}" * 120 + "{% endif %}" * 120: "nested too deeply",
    f"{{% include '{'a' * 5000}' %}}": "There is no template",
    "{% include 'a\0b' %}": "There is no template",
    r"{{ '\ud800' }}": "It writes half a character",
}
"""Templates that may not be used, each with what is said of it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for templates."""
    made = tmp_path / "templates"
    made.mkdir()
    return made


def _one(folder: Path, name: str = NOTICE) -> TemplateChecked:
    return next(each for each in checked(folder) if each.file == name)


def test_a_template_of_ones_own_is_used_before_the_shipped_one(folder: Path) -> None:
    assert "<h1>" in render(NOTICE, VALUES, folder)
    (folder / NOTICE).write_text(
        "{% extends 'base.html.j2' %}{% block content %}<p>{{ title }}</p>{% endblock %}"
    )
    page = render(NOTICE, VALUES, folder)
    assert "<h1>" not in page
    assert '<html lang="en-GB">' in page
    assert TYPED not in page
    assert "&lt;b&gt;Typed" in page


@pytest.mark.parametrize("template", WRONG)
def test_one_that_reaches_out_or_is_wrong_is_refused_with_its_file_and_line(
    folder: Path, template: str
) -> None:
    (folder / NOTICE).write_text(template)
    with pytest.raises(Invalid, match=WRONG[template]) as refused:
        render(NOTICE, VALUES, folder)
    assert "--check-templates" in refused.value.cure


def test_one_that_loops_is_ended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workflow.publishing.web.own._SECONDS", 2)
    (folder / NOTICE).write_text(
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    )
    with pytest.raises(Invalid, match="It takes too long"):
        render(NOTICE, VALUES, folder)


def _latin(file: Path) -> None:
    file.write_bytes(b"a\ncaf\xe9")


def _folder(file: Path) -> None:
    file.mkdir()


def _link(file: Path) -> None:
    file.symlink_to("/etc/passwd")


def _pipe(file: Path) -> None:
    os.mkfifo(file)


def _to_nothing(file: Path) -> None:
    file.symlink_to("none.j2")


def _writable(file: Path) -> None:
    file.write_text("{{ title }}")
    file.chmod(0o664)


def _huge(file: Path) -> None:
    file.write_text("x" * 300_000)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_latin, "line 2: It is not text in UTF-8"),
        (_folder, "is a folder, not a file"),
        (_link, "It is outside the folder of templates"),
        (_pipe, "is not an ordinary file"),
        (_to_nothing, "There is no file"),
        (_writable, "may be written by others"),
        (_huge, "is longer than 200,000 bytes"),
    ],
)
def test_what_is_no_template_is_named(
    folder: Path, make: Callable[[Path], None], said: str
) -> None:
    make(folder / NOTICE)
    with pytest.raises(Invalid, match=said):
        render(NOTICE, VALUES, folder)


@pytest.mark.parametrize("mode", [0o777, 0o775, 0o1777])
def test_a_folder_or_a_template_that_others_may_write_is_refused_with_the_cure(
    folder: Path, mode: int
) -> None:
    """What stands in a template is published in the council's name."""
    file = folder / NOTICE
    file.write_text("{{ title }}")
    file.chmod(0o666)
    with pytest.raises(Invalid, match=r"notice\.html\.j2 may be written by others") as refused:
        render(NOTICE, VALUES, folder)
    assert refused.value.cure.endswith(f"chmod go-w {file}")
    file.chmod(0o644)
    folder.chmod(mode)
    for use in (partial(render, NOTICE, VALUES), checked):
        with pytest.raises(Invalid, match="may be written by others") as refused:
            use(folder)
        assert refused.value.cure.endswith(f"chmod go-w {folder}")


def test_a_folder_of_another_user_or_a_link_out_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "link").symlink_to(folder)
    with pytest.raises(Invalid, match="a link that leads out"):
        render(NOTICE, VALUES, tmp_path / "elsewhere" / "link")
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    monkeypatch.setattr("workflow.files.trusted.ROOT", -1)
    with pytest.raises(Invalid, match="belongs to user number"):
        render(NOTICE, VALUES, folder)


def test_no_program_is_taken_from_the_folder_one_is_in(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be anybody's, and what stands there is run by nobody."""
    for name in ("json", "jinja2", "workflow"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    assert "<h1>" in render(NOTICE, VALUES, folder)
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("bound", ["-v 400000", "-t 4"])
def test_where_a_process_has_less_already_a_template_is_filled_in_all_the_same(
    folder: Path, bound: str
) -> None:
    script = (
        "from pathlib import Path; from workflow.publishing.web.own import render; "
        "from workflow.publishing.own_templates.samples import NOTICES; "
        f"print(render({NOTICE!r}, NOTICES[0], Path({str(folder)!r})))"
    )
    shell = f"ulimit {bound}; exec {quote(sys.executable)} -c {quote(script)}"
    done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, text=True, check=False)
    assert "<h1>" in done.stdout, done.stderr


def test_a_folder_that_is_not_there_or_empty_is_named(folder: Path) -> None:
    with pytest.raises(Invalid, match="is not there"):
        checked(folder / "nowhere")
    with pytest.raises(Invalid, match="There is no template in"):
        checked(folder)


def test_each_template_is_tried_and_told(folder: Path) -> None:
    """What a notice may not leave out is missed; a file under another name is told."""
    (folder / NOTICE).write_text("{{ ref }} {{ by_label['Decision maker'][0] }}")
    (folder / "footer.html.j2").write_text("Borsetshire")
    found = _one(folder)
    assert not found.good
    assert found.problems == (
        "notice.html.j2 leaves out the title.",
        "notice.html.j2 leaves out the day of the decision.",
        "notice.html.j2 leaves out the words on call-in.",
    )
    other = _one(folder, "footer.html.j2")
    assert (other.good, other.remarks) == (
        True,
        ("footer.html.j2 is used only where another template names it.",),
    )


def test_a_template_under_another_name_is_read(folder: Path) -> None:
    """It is tried where another names it; whether it can be read at all is said of it alone."""
    (folder / "a.j2").write_text("{% if %}")
    (folder / "b.j2").write_text("{{ title|safe }}")
    _pipe(folder / "c.j2")
    found = {each.file: each.problems for each in checked(folder)}
    assert {name: len(said) for name, said in found.items()} == {"a.j2": 1, "b.j2": 1, "c.j2": 1}
    assert "line 1: Expected an expression" in found["a.j2"][0]


def test_what_a_page_may_not_leave_out_is_missed(folder: Path) -> None:
    (folder / "page.html.j2").write_text("<!-- {{ entries }} --><h1>{{ title }}</h1>")
    assert _one(folder, "page.html.j2").problems == (
        "page.html.j2 leaves out what stands after the table.",
        "page.html.j2 leaves out the reference of a decision.",
        "page.html.j2 leaves out the title of a decision.",
        "page.html.j2 leaves out what the table says of a decision.",
        "page.html.j2 leaves out that there is no decision.",
    )


def test_the_shipped_templates_pass_as_ones_own(folder: Path) -> None:
    shipped = Path(__file__).parents[3] / "workflow" / "publishing" / "web" / "templates"
    for each in shipped.glob("*.j2"):
        (folder / each.name).write_bytes(each.read_bytes())
    assert [each.file for each in checked(folder) if each.good] == [
        "base.html.j2",
        "notice.html.j2",
        "page.html.j2",
    ]
