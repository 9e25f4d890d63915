"""The events for other programs, as CloudEvents in JSON."""

from collections.abc import Mapping, Sequence
from json import JSONEncoder
from typing import Final

from sqlalchemy import bindparam, insert, select

from workflow.model.decision import Decision
from workflow.model.json_data import instant_text
from workflow.register.journal_entry import JournalEntry
from workflow.register.ports import OutboxPort
from workflow.register.stored import DecisionChange
from workflow.store.rows import OnRows
from workflow.store.tables import OUTBOX

_quoted: Final = JSONEncoder().encode
_ADD: Final = insert(OUTBOX)

_ALL: Final = select(OUTBOX.c.cloud_event).order_by(OUTBOX.c.stream, OUTBOX.c.seq)
"""Every event, by stream and number."""

_OF: Final = select(OUTBOX.c.seq, OUTBOX.c.cloud_event).where(
    OUTBOX.c.stream == bindparam("wanted")
)
"""The events of a stream."""

_STREAMS: Final = select(OUTBOX.c.stream).distinct()
"""The name of every stream that has events."""


class SqlOutbox(OnRows, OutboxPort):
    """The outbox, in `cd_outbox`."""

    def all(self) -> Sequence[str]:
        return self._rows.texts(_ALL)

    def of(self, stream: str) -> Mapping[int, str]:
        return {row["seq"]: row["cloud_event"] for row in self._rows.all(_OF, {"wanted": stream})}

    def streams(self) -> Sequence[str]:
        return self._rows.texts(_STREAMS)

    def add(self, changes: Sequence[DecisionChange]) -> None:
        """Write the events of these changes, one for each entry of the journal."""
        self._rows.write(
            _ADD,
            [
                {
                    "stream": entry.stream,
                    "seq": entry.seq,
                    "written_at": entry.recorded_at,
                    "cloud_event": cloud_event(entry, change.taken.decision),
                }
                for change in changes
                for entry in change.entries
            ],
        )


def cloud_event(entry: JournalEntry, decision: Decision) -> str:
    """Give the event of an entry as a CloudEvent 1.0 in JSON. It holds no sealed text."""
    stream, name, state = entry.stream, entry.name, decision.state.value
    ref, source = _quoted(decision.ref), _quoted(f"/council-decisions/{decision.council}")
    # By hand, in a third of an encoder's time. Only a council's name could need escaping: the
    # others are made of letters, digits and marks that JSON leaves as they are.
    return (
        f'{{"specversion":"1.0","id":"{stream}/{entry.seq}","source":{source},'
        f'"type":"council-decisions.decision.{name}","subject":{ref},'
        f'"time":"{instant_text(entry.at)}","datacontenttype":"application/json",'
        f'"data":{{"ref":{ref},"version":{entry.seq},"state":"{state}"}}}}'
    )
