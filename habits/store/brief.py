"""The brief: a TinyDB file without its entries, kept so that an act is logged without reading them.

It holds for the very file that was read or written when it was made, told by its inode, time and
size. What is not in it are the entries of that file; they can be told by their ids, which are no
greater than the greatest of them. So a new entry can be taken in, and whoever needs another one
finds that it lacks, and reads the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn

from habits.store.merge import State
from habits.store.raw import RawTables
from habits.store.snapshot import SCHEMA, own_of, snapshot_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from habits.store.datafile import Signature
    from habits.store.snapshot import Snapshot

LEFT_OUT: Final = "entries"
"""The table that is left out: it is the one that grows with every act."""

_OF_RECORDS: Final = ("versions", "deleted", "aside", "unmade")
"""What is kept of records beside the tables; which are erased has to be known of all."""


class Brief(NamedTuple):
    """A snapshot without its entries.

    Attributes:
        signature: What tells the file that it was made of.
        snapshot: All but the entries; its state knows what it lacks.
    """

    signature: Signature
    snapshot: Snapshot


class _BriefTables(RawTables):
    """The records of all tables but one, of which only those are here that came since.

    It cannot be gone through: whoever does would take it for all there is.
    """

    def __iter__(self) -> NoReturn:
        """Refuse; so for all that follow."""
        message = "the entries were not read"
        raise LookupError(message)

    def items(self) -> NoReturn:
        """Refuse."""
        iter(self)

    def values(self) -> NoReturn:
        """Refuse."""
        iter(self)

    def pieces(self, but: str = "") -> NoReturn:  # noqa: ARG002 - as the others have it
        """Refuse."""
        iter(self)


class BriefState(State):
    """A state without the entries of its file.

    Args:
        live: The records of the other tables.
        greatest: The greatest id of an entry that the file tells of, as an integer.
    """

    def __init__(self, live: RawTables, greatest: int) -> None:
        super().__init__(live)
        self._greatest = greatest

    def lacks(self, table: str, key: int) -> bool:
        """Return whether what is known of a record was not read with the rest."""
        return table == LEFT_OUT and key <= self._greatest


def said(signature: Signature | None, snapshot: Snapshot) -> dict[str, Any]:
    """Return the brief of a snapshot as it is kept.

    Args:
        signature: What tells the file that holds the snapshot.
        snapshot: The snapshot, whole.
    """
    state = snapshot.state
    pieces = {table: bytes(piece).decode() for table, piece in state.live.pieces(LEFT_OUT)}
    own = own_of(snapshot)
    return {
        "schema": SCHEMA,
        "file": signature,
        "greatest": str(max(_keys(state), default=-1)),
        "tables": pieces,
        **own,
        **{name: _but_entries(own[name]) for name in _OF_RECORDS},
    }


def read(kept: Mapping[str, Any]) -> Brief | None:
    """Return the brief among what was kept, None where there is none that can be used."""
    try:
        said = kept["brief"]
        if said["schema"] != SCHEMA:
            return None
        pieces = {table: piece.encode() for table, piece in said["tables"].items()}
        state = BriefState(_BriefTables(pieces), int(said["greatest"]))
        inode, time, size = said["file"]
        return Brief((inode, time, size), snapshot_of(state, said))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _but_entries(tables: Mapping[str, Any]) -> dict[str, Any]:
    return {table: records for table, records in tables.items() if table != LEFT_OUT}


def _keys(state: State) -> set[int]:
    """Return the ids of all entries that a state tells of."""
    places = state.aside, state.deleted, state.erased, state.versions, state.unmade
    return {*state.live[LEFT_OUT], *(key for place in places for key in place.get(LEFT_OUT, ()))}
