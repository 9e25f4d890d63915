"""Pages made to harm their reader are answered at once, and within bounds."""

import subprocess
import sys
from pathlib import Path

import pytest

from support.register_pages import link, row, table, whole
from support.timing import at_once
from workflow.errors import Invalid
from workflow.importing import SourceRead, read_page, read_pages

LIST = table(row(link("A flag"), "1 May 2024", ""))


def swiftly(content: bytes) -> SourceRead | Invalid:
    with at_once():
        try:
            return read_page(content, "page.html")
        except Invalid as refused:
            return refused


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<div>" * 100_000, "elements more than 200 deep"),
        ("<b>" * 100_000, "elements more than 200 deep"),
        ("<table><tr><td>" * 50_000, "elements more than 200 deep"),
        ("<p " + " ".join(f"a{n:x}" for n in range(700_000)) + ">x", "a tag of more than 2,000"),
        ("<p " + "a='>' " * 1_900 + " ".join(f"a{n:x}" for n in range(1_000)) + ">x",
         "an element of more than 200 attributes"),
        (table(*[row("x", "y")] * 25_000), "more than 10,000 rows"),
        ("<tr><td>" * 200_000, "more than 300,000 tags"),
        ("<" * 4_900_000, "more than 300,000 tags"),
        ("<br>" * 290_000, "more than 250,000 elements"),
        ("&amp;" * 900_000, "holds no list"),
        ("&lt" * 1_600_000, "more than 1,000,000 pieces of text"),
        ("<p title='" + "x" * 4_900_000 + "'>", "shows no text"),
        ("<!--" + "-" * 4_900_000, "shows no text"),
        ("<script>" + "a" * 4_900_000, "shows no text"),
        ("<p>" + "x" * 4_900_000, "holds no list"),
        ("<a href='" + "ieDecisionDetails.aspx?ID=1&" * 100_000 + "'>x</a>", "holds no list"),
        ("<meta property=og:url " * 200_000, "shows no text"),
        ("<form action='ieDecisionDetails" * 150_000, "shows no text"),
        ("<link rel=canonical " * 200_000, "shows no text"),
        ("Decision maker: " * 300_000, "holds no list"),
        ("<p>1 May 2024 - " * 200_000, "more than 100,000 lines"),
    ],
    ids=range(21),
)  # fmt: skip
def test_a_page_that_is_too_much_is_refused_at_once(content: str, says: str) -> None:
    answer = swiftly(content[:5_000_000].encode())
    assert isinstance(answer, Invalid)
    assert says in str(answer)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        "<!DOCTYPE html [<!ENTITY a 'lol'>" + "".join(
            f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(20)) + "]>",
        '<!DOCTYPE html SYSTEM "file:///etc/hostname">',
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://evil.example/x.dtd">',
    ],
    ids=range(4),
)  # fmt: skip
def test_no_entity_is_defined_and_nothing_is_fetched(doctype: str) -> None:
    body = table(row(link("&a;|&u;|A flag"), "", ""))
    include = '<xi:include href="file:///etc/hostname" parse="text"/>'
    answer = swiftly(
        f'{doctype}<html xmlns="http://www.w3.org/1999/xhtml">{body}{include}</html>'.encode()
    )
    assert isinstance(answer, SourceRead)
    assert answer.listed[0].title == "&a;|&u;|A flag"


@pytest.mark.parametrize(
    "within",
    ["<script>{}</script>", "<style>{}</style>", "<iframe src='x'>{}</iframe>",
     "<noscript>{}</noscript>", "<template>{}</template>", "<textarea>{}</textarea>",
     "<select><option>{}</option></select>", "<svg><text>{}</text></svg>", "<!-- {} -->",
     "<object data='x'>{}</object>", "<p hidden>{}</p>", "<p style='display: none'>{}</p>"],
)  # fmt: skip
def test_what_a_page_runs_or_hides_is_not_read(within: str) -> None:
    hidden = within.format("Effective from: 1 May 2024")
    page = whole(
        f"<meta http-equiv='refresh' content='0;url=https://evil.example'><p>{link('A flag')}</p>"
        f"<p>Decision maker: Leader</p>{hidden}"
    )
    answer = swiftly(page.encode())
    assert isinstance(answer, SourceRead)
    assert answer.listed[0].effective_from is None
    assert "2024" not in repr(answer)


def test_a_full_page_of_rows_is_read_in_time() -> None:
    rows = [row(link(f"A flag for pole {n}", n), "1 May 2024", "9 May 2024") for n in range(9_500)]
    answer = swiftly(whole(table(*rows)).encode())
    assert isinstance(answer, SourceRead)
    assert len(answer.listed) == 9_500


def test_a_page_of_as_many_labels_as_fit_is_read_in_time() -> None:
    labels = "<p><span class=mgLabel>Colour {}: </span>Blue</p>"
    page = f"<p>{link('A flag')}</p><p>Decision maker: Leader</p>"
    assert swiftly((page + "".join(labels.format(n) for n in range(60_000))).encode())


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not say")
@pytest.mark.parametrize("worst", ["attributes", "text", "ampersands", "rows"])
def test_the_worst_pages_are_read_within_bounded_memory(worst: str, tmp_path: Path) -> None:
    """The peak of the whole process, with Python and lxml in it, is asked of the system."""
    text = {
        "attributes": "<p a='>'" + "/".join(f"a{n:x}" for n in range(700_000)) + ">x",
        "text": "<p>" + "x" * 4_900_000,
        "ampersands": "&amp;" * 900_000,
        "rows": "<table>" + "<tr><td>x<td>y" * 80_000,
    }[worst]
    (tmp_path / "page.html").write_text(text[:5_000_000])
    script = (
        "import sys\n"
        "from workflow.importing import read_pages\n"
        "(read,) = read_pages(sys.argv[1])\n"
        "assert read.unread\n"
        "status = open('/proc/self/status').read()\n"
        "print(int(status.split('VmHWM:')[1].split()[0]) // 1024)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert int(ran.stdout) < 256


def test_many_pages_take_no_more_memory_than_few(tmp_path: Path) -> None:
    """What is kept of a folder is an index of names, and one page at a time."""
    rows = [row(link(f"A flag for pole {n}", n), "1 May 2024", "9 May 2024") for n in range(200)]
    page = whole(table(*rows))
    for n in range(12):
        (tmp_path / f"{n:03}.html").write_text(page)
    script = (
        "import sys, tracemalloc\n"
        "from workflow.importing import read_pages\n"
        "reads = read_pages(sys.argv[1])\n"
        "next(reads); tracemalloc.start(); next(reads)\n"
        "few = tracemalloc.get_traced_memory()[1]; tracemalloc.reset_peak()\n"
        "print(sum(len(each.listed) for each in reads), few, tracemalloc.get_traced_memory()[1])\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    count, few, many = map(int, ran.stdout.split())
    assert count == 10 * 200
    assert many < 2 * few


def test_a_name_that_is_a_path_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        whole(
            f"<p>{link('../../../etc/passwd')}</p><p>Decision maker: Leader</p>"
            "<p><b>Documents:</b> <a href='documents/s1/../../../etc/passwd'>../../x</a></p>"
        )
    )
    (read,) = read_pages(tmp_path / "page.html")
    (listed,) = read.listed
    assert listed.title == "../../../etc/passwd"
    assert listed.documents[0].name == "../../x"
