"""Drafts: what an act would write, worked out before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.clock import wall_milliseconds
from habits.store.acts import NO_ACT, Purpose
from habits.store.lines import Kind, Line, encode
from habits.store.ops import Op, Written
from habits.store.stamps import next_stamp

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from uuid import UUID

    from habits.store.merge import State
    from habits.store.ops import Document


class Draft:
    """The operations of an act, with what each of them finds and leaves.

    Attributes:
        written: The records that the act touches, each once.
        inverse: The operations that take it back.
    """

    def __init__(self, state: State, ops: Iterable[Op]) -> None:
        self._state = state
        self._found: dict[tuple[str, UUID], Document | None] = {}
        self._left: dict[tuple[str, UUID], Document | None] = {}
        self._steps = list(self._taken(ops))

    @property
    def written(self) -> tuple[Written, ...]:
        """The records that the act touches, each once."""
        return tuple(
            Written(*place, before, self._left[place]) for place, before in self._found.items()
        )

    @property
    def inverse(self) -> tuple[Op, ...]:
        """The operations that take the act back."""
        return tuple(Op(op.table, op.key, before) for op, before in reversed(self._steps))

    def lines(self, device: str, purpose: Purpose) -> list[Line]:
        """Return the lines that say it, stamped now."""
        lines: list[Line] = []
        touched: set[tuple[str, UUID]] = set()
        newest, now = self._state.newest, wall_milliseconds()
        for more, (op, before) in zip(range(len(self._steps))[::-1], self._steps, strict=True):
            newest = next_stamp(newest, now, op.key.int)
            act = (lines[0].act if lines else newest) if purpose.is_act else NO_ACT
            lines.append(
                Line(
                    kind=self._kind(op, before, touched),
                    table=op.table,
                    key=op.key.int,
                    fields=op.fields,
                    before=before,
                    stamp=newest,
                    device=device,
                    act=act,
                    takes_back=purpose.takes_back,
                    brings_back=purpose.brings_back,
                    more=more,
                )
            )
            touched.add((op.table, op.key))
        return lines

    def _taken(self, ops: Iterable[Op]) -> Iterator[tuple[Op, Document | None]]:
        """Yield the operations that change something, with what they find of what they change."""
        for op in ops:
            place = op.table, op.key
            if op.key.int in self._state.erased[op.table]:
                continue
            document = self._present(place)
            after, changed, before = _applied(document, op)
            if changed is None:
                continue
            if self._lacks_making(changed):
                yield Op(op.table, op.key, {}), None
            self._found.setdefault(place, document)
            self._left[place] = after
            yield changed, before

    def _present(self, place: tuple[str, UUID]) -> Document | None:
        table, key = place
        return self._left[place] if place in self._left else self._state.document(table, key.int)

    def _lacks_making(self, op: Op) -> bool:
        """Return whether an operation would set a record of which only its deletion is left."""
        place = op.table, op.key.int
        is_new = self._state.is_unknown(*place) or (op.table, op.key) in self._left
        return not (op.fields is None or is_new or self._state.is_made(*place))

    def _kind(self, op: Op, before: Document | None, touched: Collection[tuple[str, UUID]]) -> Kind:
        if op.fields is None:
            return Kind.DELETE
        known = before is not None or (op.table, op.key) in touched
        if known or self._state.is_made(op.table, op.key.int):
            return Kind.SET
        return Kind.NEW


def encoded(lines: Iterable[Line]) -> bytes:
    """Return lines as they are appended to a log."""
    return b"".join(map(encode, lines))


def _applied(
    document: Document | None, op: Op
) -> tuple[Document | None, Op | None, Document | None]:
    """Return a record after an operation, what of the operation changes it, and what that was."""
    if op.fields is None:
        return None, None if document is None else op, document
    if document is None:
        fields = {name: value for name, value in op.fields.items() if value is not None}
        return fields, Op(op.table, op.key, fields), None
    fields = {name: value for name, value in op.fields.items() if document.get(name) != value}
    if not fields:
        return document, None, None
    merged = {**document, **fields}
    after = {name: value for name, value in merged.items() if value is not None}
    return after, Op(op.table, op.key, fields), {name: document.get(name) for name in fields}
