"""What several devices wrote, for tests of merging: every line that a store could have written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from hypothesis import strategies as st

from habits.store.lines import Kind, Line
from habits.store.stamps import next_stamp

if TYPE_CHECKING:
    from habits.store.ops import Document

DEVICES: Final = ("ada", "bob", "cyd")
NOW: Final = 1_795_000_000_000
"""Milliseconds since 1970: November 2026."""

KEYS: Final = (
    (NOW - 5000) << 80 | 7 << 76 | 2 << 62 | 1,
    (NOW - 4000) << 80 | 7 << 76 | 2 << 62 | 2,
    NOW << 80 | 7 << 76 | 2 << 62 | 3,
    UUID("6f1b6c1e-0c0f-5f0a-9d53-7f2a4b1c8e42").int,
    5,
)
"""The ids of three records that were made one after another, of one that every home makes for
itself, and of one that plain TinyDB numbered."""

_names: Final = st.sampled_from(["what", "why", "tags", "unknown"])
_values: Final = st.one_of(
    st.text(max_size=4), st.integers(-9, 9), st.booleans(), st.lists(st.integers(), max_size=2)
)
# Erased for good is the exception: else hardly a record would be left to look at.
_kinds: Final = st.sampled_from(
    [*(kind for kind in Kind if kind is not Kind.ERASE)] * 4 + [Kind.ERASE]
)
_tables: Final = st.sampled_from(["entries", "people"])


@st.composite
def histories(draw: st.DrawFn, most: int = 24) -> list[Line]:
    """Draw what three devices wrote, each with a clock of its own that may be wrong."""
    newest = dict.fromkeys(DEVICES, 0)
    clocks = {device: NOW + draw(st.integers(-9000, 9000)) for device in DEVICES}
    lines = []
    for _ in range(draw(st.integers(0, most))):
        device, key = draw(st.sampled_from(DEVICES)), draw(st.sampled_from(KEYS))
        clocks[device] += draw(st.integers(-50, 50))
        kind = draw(_kinds)
        stamp = next_stamp(newest[device], clocks[device], key)
        newest[device] = stamp
        lines.append(
            Line(kind, draw(_tables), key, _fields(draw, kind), None, stamp, device, stamp)
        )
    return _as_made(lines)


def _fields(draw: st.DrawFn, kind: Kind) -> Document | None:
    if kind in {Kind.DELETE, Kind.ERASE}:
        return None
    values = _values if kind is Kind.NEW else st.none() | _values
    return draw(st.dictionaries(_names, values, max_size=3))


def _as_made(lines: list[Line]) -> list[Line]:
    """Leave only the first making of a record whose id tells its time: its maker makes it once."""
    made: set[tuple[str, int, str]] = set()
    kept = []
    for line in lines:
        own_id = line.key >> 76 & 0xF == 7
        maker = (line.table, line.key, "" if own_id else line.device)
        if line.kind is not Kind.NEW or maker not in made:
            kept.append(line)
        if line.kind is Kind.NEW:
            made.add(maker)
    return kept
