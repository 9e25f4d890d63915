"""The words that labels are printed in, as data: for registers' pages and for written statements.

A label that stands for one thing on a page may stand for another on a statement, so each list of
words is under two fields: the one that a register's reader finds, and the one that a statement's
does. An empty one means that it is no label there. Words are without capitals, hyphens or marks;
the Welsh ones are those seen on Welsh registers, half-translated as they are printed.
"""

from collections.abc import Iterator, Mapping
from typing import Final

Words = Mapping[tuple[str, str], str]
REGISTER, STATEMENT = 0, 1
"""The sides of that: which field of the two a reader finds."""

OTHER: Final = "other"
"""The field of a label that is known, and read for none: it ends the one above it."""

PRINTED: Final[Words] = {
    ("title", "title"): "title; subject; decision title",
    ("title", ""): "issue; issue title; item; teitl",
    ("reference", "issue_reference"): "decision reference; decision ref; decision number",
    ("decided_by", "body"): "decision maker; decision taker; decision made by; decision taken by",
    ("decided_by", ""): "decision makers; decided by; made by; y sawl syn gwneud penderfyniad",
    ("meeting", ""): """
        decided at meeting; made at meeting; decision made at meeting; taken at meeting;
        decided at; penderfynwyd yn y cyfarfod""",
    ("made_on", "decision"): "decision made",
    ("made_on", "made_on"): """
        date of decision; decision date; date decision made; date decision taken""",
    ("made_on", ""): "date made; decision made on; dyddiad y penderfyniad",
    ("dated", "date"): "date",
    ("", "date"): "dated",
    ("dated", ""): "dyddiad",
    ("published_on", "other"): """
        publication date; date of publication; date published; published; published on;
        date decision published; date of publication of decision;
        date of publication of record of decision; decision published; publication""",
    ("published_on", ""): "publish date; dyddiad cyhoeddi",
    ("effective_from", "other"): """
        effective date; implementation date; date of implementation; date effective;
        effective from""",
    ("effective_from", ""): "decision effective from; comes into effect; in force from",
    ("last_day", "call_in_expiry"): """
        call in expiry date; call in expiry; call in expires; call in deadline;
        deadline for call in; last date for call in; last day for call in""",
    ("last_day", ""): "last day of call in",
    ("is_key", "kind"): """
        key decision; is key decision; is this a key decision; is it a key decision;
        this matter is a key decision; type of decision; decision type""",
    ("is_key", ""): """
        key; is key penderfyniad; is keypenderfyniad;
        is allweddol penderfyniad; is allweddolpenderfyniad""",
    ("is_subject_to_call_in", "other"): "subject to call in; is the decision subject to call in",
    ("is_subject_to_call_in", ""): """
        is subject to call in; is it subject to call in; is this decision subject to call in;
        open to call in; call in applies; yn amodol ar gael ei alw i mewn""",
    ("call_ins", "other"): "call in",
    ("call_ins", ""): "call ins; callins; number of call ins",
    ("status", "other"): "status; decision status",
    ("status", ""): "outcome; statws y penderfyniad",
    ("purpose", "purpose"): """
        purpose; purpose of report; purpose of the report; purpose of decision""",
    ("purpose", ""): "diben",
    ("decision", "decision"): """
        decision; decisions; details of decision; details of the decision; the decision""",
    ("decision", ""): "decision text; penderfyniad; penderfyniadau",
    ("documents", "other"): "background documents; attachments",
    ("documents", ""): """
        accompanying documents; accompanying document; documents; related documents;
        supporting documents; additional documents; dogfennau atodol""",
    ("other", "conflicts"): "declarations of interest",
    ("other", "options"): "alternative options considered",
    ("other", "other"): """
        background papers; wards affected; divisions affected; contact; report author;
        lead officer; portfolio; consultation; consultees""",
    ("other", "reasons"): """
        reason for decision; reasons for decision; reason for the decision;
        reasons for the decision""",
    ("other", ""): """
        decision due; due date; recommend to council; other reasons organisations consulted;
        awdur yr adroddiad; notice of proposed decision first published;
        interests and nature of interests declared; restriction; agenda item""",
    ("", "issue_reference"): "issue reference; issue ref; reference number of decision",
    ("", "body"): "decision making body; body; name of decision maker",
    ("", "title"): """
        report title; title of report; title of decision; subject of decision; subject matter""",
    ("", "made_on"): "meeting date; date of meeting; date decision was made",
    ("", "access"): """
        exempt open; open exempt; open or exempt; exempt or open; classification; access;
        report classification""",
    ("", "decision"): "decision taken; resolved; resolution",
    ("", "reasons"): """
        reason; reasons; reasons are; the reasons are; reason for decisions; reasons for decisions;
        reason for the decisions; reasons for the decisions""",
    ("", "options"): """
        options; options considered; other options considered; alternatives;
        alternative options; alternatives considered; alternatives considered and rejected;
        alternative options considered and rejected; options considered and rejected;
        options considered and rejected were;
        details of alternative options considered;
        details of any alternative options considered and rejected;
        any alternative options considered and rejected""",
    ("", "conflicts"): """
        declaration of interest; declaration of interests; declarations of interests;
        conflict of interest; conflicts of interest; conflict of interests;
        conflicts of interests; interests declared; declared interests;
        any conflict of interest declared; conflicts of interest declared;
        conflict of interest declared""",
    ("", "call_in_expiry"): "date of call in expiry; call in period expires",
    ("", "signatory"): "signed; signed by; signature; councillor",
    ("", "signed_on"): "date signed; signed on; date of signature",
    ("", "other"): """
        ward affected; ward; wards; division affected; contact officer; author; report by;
        portfolio holder; directorate; department; service; service area; notice published;
        consulted; financial implications; legal implications; equality implications;
        risk implications; implications; dispensation; dispensations; dispensations granted;
        note of dispensation; appendices; appendix; further information;
        forward plan reference; notes; present; in attendance;
        decision to take effect at end of; takes effect at end of;
        decision to take effect at the end of; urgent; urgency; urgent decision;
        call in status; telephone; email; recorded by; distribution;
        assessment of risk; source of funding; the source of funding is;
        legal advice obtained; financial advice obtained; procurement advice obtained;
        the following documents have been used to assist the decision process""",
}
"""By field of a register and field of a statement: the words, parted by semicolons."""

GIVING_WAY: Final[Words] = {
    ("reference", "issue_reference"): "reference; ref; reference number",
    ("", "issue_reference"): "reference no; ref no",
    ("", "decision"): "recommendation; recommendations",
}
"""Words that on a statement give way: a reference may be anyone's, and a recommendation is what was
put to the decision maker, so either is read only where no plainer label gives the field."""


def labels(words: Words, side: int) -> Iterator[tuple[str, str]]:
    """Give the words of each label of one side, with its field."""
    for fields, said in words.items():
        if fields[side]:
            yield from ((" ".join(each.split()), fields[side]) for each in said.split(";"))
