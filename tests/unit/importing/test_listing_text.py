"""A page's text is what its bytes are, and what the register encoded too often is undone."""

import pytest

from support.register_pages import DATA, from_data, link, one, read, row, table, whole
from workflow.errors import Invalid
from workflow.importing import read_page
from workflow.importing.character_references import times_encoded, undone

PAGE = whole(table(row(link("The café – £9"), "1 May 2024", "")))
BARE = PAGE.replace('<meta charset="utf-8">', "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("page", [PAGE, BARE])
def test_utf_8_and_marked_utf_16_are_read_alike(page: str, encoding: str) -> None:
    assert read_page(page.encode(encoding), "p.html").listed[0].title == "The café – £9"


def test_a_mark_is_believed_over_what_the_page_declares() -> None:
    page = PAGE.replace("utf-8", "windows-1252")
    assert read_page(page.encode("utf-8-sig"), "p.html").listed[0].title == "The café – £9"


@pytest.mark.parametrize(
    "declared", ["windows-1252", "Windows-1252", "iso-8859-1", "ISO8859-1", "latin1"]
)
def test_windows_1252_is_read_where_it_is_declared(declared: str) -> None:
    page = PAGE.replace("utf-8", declared).encode("cp1252")
    assert read_page(page, "p.html").listed[0].title == "The café – £9"
    assert from_data("list-windows-1252.html").listed[0].title == "The vicar’s café – £9,000"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (PAGE.encode("cp1252"), "declares UTF-8, but its bytes are not"),
        (BARE.encode("cp1252"), "declares no charset, so it is taken for UTF-8, but its bytes"),
        (PAGE.replace("utf-8", "latin1").encode(), "declares latin1, but its bytes are UTF-8"),
        (PAGE.replace("utf-8", "cp1252").encode("cp1252").replace(b"\xa3", b"\x81"),
         "declares cp1252, but its bytes are not"),
        (PAGE.replace("utf-8", "shift_jis").encode(), "declares the charset shift_jis"),
        (PAGE.encode("utf-16-le"), "UTF-16 or UTF-32 without a mark"),
        (PAGE.encode("utf-32"), "UTF-16 or UTF-32 without a mark"),
        (b"\xff\xfe\x00\xd8", "is marked as UTF-16, but its bytes are not"),
        (PAGE.encode().replace(b"caf", b"ca\x00f"), "holds NUL characters"),
        (PAGE.replace("caf", "ca\x00f").encode("utf-16"), "holds NUL characters"),
        (b"\xef\xbb\xbf \n", "is empty"),
    ],
)  # fmt: skip
def test_bytes_that_are_not_what_the_page_declares_are_refused(content: bytes, says: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_page(content, "p.html")
    assert says in str(refused.value)
    assert str(refused.value).startswith("p.html ")
    assert refused.value.cure


def test_what_was_encoded_twice_is_undone_once_more() -> None:
    found = from_data("list-double-encoded.html")
    assert [each.title for each in found.listed] == [
        "Chair's gift & a £5 note",
        "Rents < £500",
        "A &lt;script&gt;alert(1)&lt;/script&gt; in a title",
        "How to write &amp; on the web",
        "A cafÃ© for Â£9",
    ]
    assert found.listed[0].decided_by == "Parks & Ponds"
    assert found.listed[0].raw[0] == ("Title", "Chair&#39;s gift &amp; a &pound;5 note")


def test_what_would_become_markup_is_left_as_printed_and_doubted() -> None:
    script = from_data("list-double-encoded.html").listed[2]
    assert script.doubts == (
        "Title: a tag is encoded in it more than once, and is left as printed.",
    )


def test_what_was_decoded_wrongly_before_it_was_printed_is_doubted_and_not_mended() -> None:
    cafe = from_data("list-double-encoded.html").listed[4]
    assert cafe.doubts[0].endswith("seems to have been decoded wrongly.")
    (lost,) = read(table(row(link("A fl\ufffdg"), "", ""))).listed
    assert lost.doubts == ('Title: "A fl�g" seems to have been decoded wrongly.',)


def test_what_was_encoded_once_is_undone_once() -> None:
    page = table(row(link("Q&amp;A for &pound;5 &#8211; AT&T; R&D;"), "", ""))
    assert one(page).title == "Q&A for £5 – AT&T; R&D;"


@pytest.mark.parametrize(
    ("texts", "times"),
    [
        ((), 0), (("plain & simple",), 0), (("Q&amp;A",), 1), (("Q&amp;A", "5 &amp;amp; 6"), 1),
        (("&amp;pound;",), 2), (("R&D;",), 0), (("&amp;" + "amp;" * 50,), 4),
    ],
)  # fmt: skip
def test_a_register_encodes_all_its_texts_as_often_as_it_encodes_any(
    texts: tuple[str, ...], times: int
) -> None:
    assert times_encoded(texts) == times


@pytest.mark.parametrize(
    ("text", "times", "plain", "stopped"),
    [
        ("a &lt; b", 1, "a < b", False), ("&lt;b&gt;", 1, "&lt;b&gt;", True),
        ("&amp;lt;b&amp;gt;", 2, "&lt;b&gt;", True), ("&lt;!--", 1, "&lt;!--", True),
        ("&lt;/p&gt;", 1, "&lt;/p&gt;", True), ("<b> &amp;", 1, "<b> &", False),
        ("&amp;amp;", 1, "&amp;", False), ("&pound5", 1, "&pound5", False),
    ],
)  # fmt: skip
def test_references_are_undone_so_many_times_and_never_into_markup(
    text: str, times: int, plain: str, stopped: bool
) -> None:
    assert undone(text, times) == (plain, stopped)


def test_the_hard_wraps_of_a_word_processor_are_joined() -> None:
    assert one(table(row(link("Mending\n   the&nbsp;weir\r\nat Ambridge"), "", ""))).title == (
        "Mending the weir at Ambridge"
    )


@pytest.mark.parametrize("mark", ["\u202e", "&#8238;", "&#x2066;", "&amp;#8238;", "\x07", "&#7;"])
def test_a_hidden_character_refuses_its_row_and_no_other(mark: str) -> None:
    found = read(
        table(
            row(link(f"A fl{mark}ag"), "1 May 2024", ""), row(link("A &amp;amp; drum", 8), "", "")
        )
    )
    assert [each.title for each in found.listed] == ["A & drum"]
    (said,) = found.unread
    assert said.startswith("Row 1 of “Decisions published”: The ")
    assert "hidden character, U+" in said
    assert said.isprintable()


def test_a_hidden_character_anywhere_in_a_row_refuses_it() -> None:
    found = read(table(row(link("A flag"), "1 May\u202e 2024", ""), row(link("A drum", 8), "", "")))
    assert [each.title for each in found.listed] == ["A drum"]
    assert "value under" in found.unread[0]


def test_what_has_no_width_is_left_out_of_a_title_and_kept_in_what_is_printed() -> None:
    listed = one(table(row(link("A fl\u200ba\u00adg"), "", "")))
    assert listed.title == "A flag"
    assert listed.raw[0] == ("Title", "A fl\u200ba\u00adg")


def test_a_title_that_does_not_fit_is_unread() -> None:
    found = read(table(row(link("x" * 301), "", "")))
    assert found.listed == ()
    assert "The title has 301 characters; at most 300 fit" in found.unread[0]


def test_a_title_that_a_spreadsheet_would_run_is_text_like_any_other() -> None:
    assert from_data("list-plain.html").listed[1].title == (
        '=HYPERLINK("https://evil.example","Click")'
    )


@pytest.mark.parametrize(
    ("address", "link_is"),
    [
        ("javascript:alert(1)", ""), ("JaVaScRiPt:x", ""), ("data:text/html,x", ""),
        ("file:///etc/passwd", ""), ("//evil.example/x", ""), ("https://a@b.example/x", ""),
        ("\\\\evil\\x", ""), ("https://[x/", ""), ("vbscript:x", ""), ("x\u202ey", ""),
        ("documents/s1/a.pdf", "documents/s1/a.pdf"), ("https://b.example/a", "https://b.example/a"),
    ],
)  # fmt: skip
def test_only_addresses_on_the_web_are_given(address: str, link_is: str) -> None:
    page = whole(
        f"<p>{link('A flag')}</p><p>Decision maker: Leader</p>"
        f'<p><b>Documents:</b> <a href="{address}">Paper</a></p>'
    )
    (flag,) = read(page).listed
    (document,) = flag.documents
    assert (document.name, document.link) == ("Paper", link_is)
    assert bool(flag.doubts) is (link_is == "")


def test_the_pages_beside_the_tests_name_no_real_council() -> None:
    for path in DATA.glob("*.html"):
        assert b".gov.uk" not in path.read_bytes()
