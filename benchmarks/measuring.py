"""Measuring in turn: ours and a yardstick, round after round, as the ratio of each round."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time

Work = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the table: what was done, against what, and the ratio of every round."""

    work: str
    yardstick: str
    ratios: tuple[float, ...]
    aim: float | None
    """None where there is no aim, only something to know."""
    at_most: bool = False
    """Whether the aim is a ceiling (time against time) and not a floor (speed against speed)."""

    def cells(self) -> tuple[str, ...]:
        """Give the row as it is printed."""
        return (
            self.work,
            self.yardstick,
            f"{_shown(median(self.ratios))} ×",
            f"{_shown(min(self.ratios))}–{_shown(max(self.ratios))}",
            *self._verdict(),
        )

    def _verdict(self) -> tuple[str, str]:
        if self.aim is None:
            return "—", ""
        middle = median(self.ratios)
        met = middle <= self.aim if self.at_most else middle >= self.aim
        return f"{'≤' if self.at_most else '≥'} {self.aim:g} ×", "met" if met else "short"


HEADINGS = ("Work", "Against", "Ratio", "Min–max", "Aim", "")


def timed(work: Work, clock: Callable[[], float] = perf_counter) -> float:
    """Give how long the work takes, in seconds, with the garbage of earlier work cleared first."""
    gc.collect()
    started = clock()
    work()
    return clock() - started


def computed(work: Work) -> float:
    """Give the processor time that work in memory takes, whatever else the machine is doing."""
    return timed(work, process_time)


def in_turn(contestants: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Measure each in turn, every other round in the opposite order; each gives its seconds."""
    found: dict[str, list[float]] = {name: [] for name in contestants}
    for turn in range(rounds):
        order = list(contestants) if turn % 2 == 0 else list(reversed(contestants))
        for name in order:
            found[name].append(contestants[name]())
    return found


def speed(found: Mapping[str, list[float]], yardstick: str) -> tuple[float, ...]:
    """Give how many times as fast as the yardstick ours was, in each round."""
    pairs = zip(found["ours"], found[yardstick], strict=True)
    return tuple(theirs / ours for ours, theirs in pairs)


def cost(found: Mapping[str, list[float]], yardstick: str) -> tuple[float, ...]:
    """Give how many times the yardstick's time ours took, in each round."""
    pairs = zip(found["ours"], found[yardstick], strict=True)
    return tuple(ours / theirs for ours, theirs in pairs)


def table(rows: list[Row]) -> str:
    """Write the rows as a table in Markdown, which reads as well on a terminal."""
    cells = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(HEADINGS))]
    lines = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def _shown(ratio: float) -> str:
    return f"{ratio:.0f}" if ratio >= 20 else f"{ratio:.2f}"
