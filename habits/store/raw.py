"""Raw tables: records as the JSON that is kept of them, looked into as late as can be.

A snapshot gives each table in one piece. It is parted into its records when the first of them is
asked for, and read or written in one piece until then.
"""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from habits.store.collecting import collecting_nothing

if TYPE_CHECKING:
    from collections.abc import ItemsView, Iterator, Mapping, ValuesView

    from habits.store.ops import Document

    Buffer = bytes | memoryview

_RECORD: Final = re.compile(rb'^"(\d+)":(\{.*\})', re.MULTILINE)
_USUAL: Final = 512
"""In how many bytes most records are kept."""


class RawTables(dict[str, dict[int, bytes]]):
    """The records of all tables by their keys, each as JSON; a table that is asked for is there.

    Args:
        pieces: Tables in one piece, as `pieces` gives them.
    """

    def __init__(self, pieces: Mapping[str, Buffer] | None = None) -> None:
        super().__init__()
        self._pieces = dict(pieces or {})

    def __missing__(self, table: str) -> dict[int, bytes]:
        """Part a table into its records."""
        with collecting_nothing():
            records = _RECORD.findall(self._pieces.pop(table, b""))
            self[table] = {int(key): raw for key, raw in records}
        return self[table]

    def __iter__(self) -> Iterator[str]:
        """Yield the names of all tables."""
        self._part_all()
        return super().__iter__()

    def items(self) -> ItemsView[str, dict[int, bytes]]:  # type: ignore[override]  # as any map
        """Return all tables with their names."""
        self._part_all()
        return super().items()

    def values(self) -> ValuesView[dict[int, bytes]]:  # type: ignore[override]  # as any map
        """Return all tables."""
        self._part_all()
        return super().values()

    def documents(self, table: str) -> tuple[list[int], list[Document]]:
        """Return the keys and the documents of a table, parsed in one go."""
        with collecting_nothing():
            records = self[table]
            return list(records), json.loads(b"[%s]" % b",".join(records.values()))

    def newest(self, table: str, count: int) -> Iterator[tuple[int, bytes]]:
        """Yield so many of the records that came last, the newest first.

        A table in one piece stays so, and no more than the end of it is looked at.
        """
        if table in self._pieces:
            last = _at_end(self._pieces[table], count)
            yield from ((int(key), raw) for key, raw in islice(reversed(last), count))
        else:
            yield from islice(reversed(self[table].items()), count)

    def pieces(self, but: str = "") -> Iterator[tuple[str, Buffer]]:
        """Yield the tables that hold something, each in one piece: a line for each record.

        Args:
            but: A table that is left out.
        """
        yield from ((table, piece) for table, piece in self._pieces.items() if table != but)
        for table, records in super().items():
            if records and table != but:
                yield table, b",\n".join(b'"%d":%s' % record for record in records.items())

    def _part_all(self) -> None:
        for table in list(self._pieces):
            self[table]


def _at_end(piece: Buffer, count: int) -> list[tuple[bytes, bytes]]:
    """Return the last records of a piece: so many at least, where it holds them."""
    size = count * _USUAL
    while size < len(piece):
        _, _, whole = bytes(piece[-size:]).partition(b"\n")
        records = _RECORD.findall(whole)
        if len(records) >= count:
            return records
        size *= 2
    return _RECORD.findall(piece)
