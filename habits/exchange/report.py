"""Reports of what was read from a file and what became of it, and their words and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from habits.record import dataclass
from habits.text import one_line, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from habits.cadence import Cadence
    from habits.change import Altered, Change
    from habits.exchange.foreign import LeftOut
    from habits.practices import Eight


_ONE: Final = {"entries": "entry", "people": "person", "settings": "setting"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one foreign habit.

    Attributes:
        name: What it was called there.
        practice: The slug of the practice that it went to.
        move: The slug of the move that its entries have.
        cadence: How often it is promised here; None where only its entries were carried.
        note: Why that is not the same as there, empty where it is.
        entries: How many entries it adds.
        pauses: How many pauses.
        known: How many of its days were here already.
    """

    name: str
    practice: str
    move: str
    cadence: Cadence | None
    note: str
    entries: int
    pauses: int
    known: int


@dataclass(frozen=True, slots=True)
class LeftNote:
    """What was written down of a day that is not carried.

    Attributes:
        habit: What its habit was called there.
        date: The day.
        text: The note.
    """

    habit: str
    date: date
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was read from a file and what became of it.

    Attributes:
        source: The format.
        read: How many rows or records were read.
        change: What changed, or would change.
        known: How many of the rows or records were here already.
        left_out: What was not carried, each reason once.
        taken: What became of each habit, where the file is another program's.
        notes: The notes of days that are not carried: nothing of them is lost unread.
        others: How many records came of which only a newer version knows what they mean.
    """

    source: str
    read: int
    change: Change
    known: int
    left_out: tuple[LeftOut, ...] = ()
    taken: tuple[Taken, ...] = ()
    notes: tuple[LeftNote, ...] = ()
    others: int = 0

    @property
    def added(self) -> dict[str, int]:
        """How many records came, by what they are; kinds of which none came are left out."""
        others = {"others": self.others} if self.others else {}
        return self._counted(lambda each: each.before is None) | others

    @property
    def changed(self) -> dict[str, int]:
        """How many records were here as every home has them, and differ now; as `added`."""
        return self._counted(lambda each: each.before is not None)

    def _counted(self, is_meant: Callable[[Altered[Any]], bool]) -> dict[str, int]:
        change = self.change
        kinds: dict[str, Sequence[Altered[Any]]] = {
            "entries": change.entries,
            "habits": change.habits,
            "pauses": change.pauses,
            "people": change.people,
            "follow_ups": change.follow_ups,
            "north_stars": change.north_stars,
            "practices": change.practices,
            "settings": change.settings,
            "reviews": change.reviews,
        }
        counts = {kind: sum(map(is_meant, of)) for kind, of in kinds.items()}
        return {kind: count for kind, count in counts.items() if count}


def report_words(report: Report, eight: Eight, *, is_dry_run: bool) -> Iterator[str]:
    """Yield a report, one fact a line.

    Args:
        report: The report.
        eight: The eight practices.
        is_dry_run: Whether nothing was stored.
    """
    yield f"read: {report.read:,} from {report.source}"
    for taken in report.taken:
        yield f"habit: {_taken_words(taken, eight)}"
        if taken.note:
            yield f"  not the same: {one_line(taken.note)}"
    yield f"{'would add' if is_dry_run else 'added'}: {_counts(report.added) or 'nothing'}"
    if report.changed:
        yield f"{'would change' if is_dry_run else 'changed'}: {_counts(report.changed)}"
    if report.known:
        yield f"known already: {report.known:,}"
    for left in report.left_out:
        yield f"left out: {one_line(left.why)} · {left.count:,}"
    for note in report.notes:
        said = f"{note.date.isoformat()} · {one_line(note.habit)} · {one_line(note.text)}"
        yield f"note left out: {said}"


def report_shape(report: Report, *, is_dry_run: bool) -> dict[str, Any]:
    """Return a report as JSON."""
    return {
        "source": report.source,
        "dry_run": is_dry_run,
        "read": report.read,
        "added": report.added,
        "changed": report.changed,
        "known": report.known,
        "left_out": [{"why": one_line(each.why), "count": each.count} for each in report.left_out],
        "notes": [
            {"habit": one_line(each.habit), "date": each.date.isoformat(), "text": tidy(each.text)}
            for each in report.notes
        ],
        "habits": _taken_shapes(report.taken),
    }


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {_kind(kind, count)}" for kind, count in counts.items())


def _kind(kind: str, count: int) -> str:
    words = kind.replace("_", " ")
    return _ONE.get(words, words.removesuffix("s")) if count == 1 else words


def _taken_words(taken: Taken, eight: Eight) -> str:
    counts = [
        _counts({"entries": taken.entries}) if taken.entries else "",
        _counts({"pauses": taken.pauses}) if taken.pauses else "",
        f"{taken.known:,} known already" if taken.known else "",
    ]
    parts = [
        f"{one_line(taken.name)} → {eight[taken.practice].name} /{taken.move}",
        str(taken.cadence) if taken.cadence else "no promise",
        *counts,
    ]
    return " · ".join(filter(None, parts))


def _taken_shapes(every: Sequence[Taken]) -> list[dict[str, Any]]:
    return [
        {
            "name": one_line(taken.name),
            "practice": taken.practice,
            "move": taken.move,
            "cadence": str(taken.cadence) if taken.cadence else None,
            "not_the_same": one_line(taken.note) or None,
            "entries": taken.entries,
            "pauses": taken.pauses,
            "known": taken.known,
        }
        for taken in every
    ]
