"""Lookup: which record a word means, by its name or by the end of its id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from habits.errors import RefusedError
from habits.text import folded, one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

LEAST_ID: Final = 4
"""How many characters of an id's end are enough, where they are unique."""

_MOST_NAMED: Final = 3


class Named(Protocol):
    """A record that can be meant."""

    @property
    def id(self) -> UUID:
        """Its identity."""

    @property
    def name(self) -> str:
        """Its name."""


class Identified(Protocol):
    """A record that has an id."""

    @property
    def id(self) -> UUID:
        """Its identity."""


Record = TypeVar("Record", bound=Named)
AnyRecord = TypeVar("AnyRecord", bound=Identified)


def require_one(word: str, records: Iterable[Record], kind: str, see: str) -> Record:
    """Return the record that a word means.

    It is the one of this name, else the one whose id ends so, else the one whose name begins so or
    has it within.

    Args:
        word: A name, the beginning of one, or the last four characters of an id or more.
        records: The records it may be, those preferred first: of equal names the first is meant.
        kind: What they are, in the singular.
        see: What to do where none is meant, as a sentence.

    Raises:
        RefusedError: None is meant, or several are.
    """
    known = list(records)
    wanted = folded(one_line(word))
    for record in known:
        if folded(record.name) == wanted:
            return record
    for meant in (_ending(wanted, known), _beginning(wanted, known), _holding(wanted, known)):
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise _several(word, meant, kind)
    message = f"There is no {kind} {quoted(word)}. {see}"
    raise RefusedError(message)


def require_by_id(word: str, records: Iterable[AnyRecord], kind: str, see: str) -> AnyRecord:
    """Return the record whose id ends as a word does: of four characters or more.

    Args:
        word: The end of the id.
        records: The records it may be.
        kind: What they are, in the singular.
        see: What to do where none is meant, as a sentence.

    Raises:
        RefusedError: None is meant, or several are.
    """
    meant = _ending(folded(one_line(word)), list(records))
    if len(meant) > 1:
        message = f"{quoted(word)} fits {len(meant)} ids. Give more of the end of the one meant."
        raise RefusedError(message)
    if not meant:
        message = f"There is no {kind} {quoted(word)}. {see}"
        raise RefusedError(message)
    return meant[0]


def short_ids(ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """Return the ends of ids, as short as all of them can be told apart by."""
    known = list(dict.fromkeys(ids))
    for length in range(LEAST_ID, 37):
        short = {key: str(key)[-length:] for key in known}
        if len(set(short.values())) == len(known) and not any("-" in end for end in short.values()):
            return short
    return {key: str(key) for key in known}


def _ending(wanted: str, known: Sequence[AnyRecord]) -> list[AnyRecord]:
    end = wanted.replace("-", "")
    if not re.fullmatch(r"[0-9a-f]{4,32}", end):
        return []
    return [record for record in known if record.id.hex.endswith(end)]


def _beginning(wanted: str, known: Sequence[Record]) -> list[Record]:
    return [record for record in known if wanted and folded(record.name).startswith(wanted)]


def _holding(wanted: str, known: Sequence[Record]) -> list[Record]:
    return [record for record in known if wanted and wanted in folded(record.name)]


def _several(word: str, meant: Sequence[Record], kind: str) -> RefusedError:
    short = short_ids(record.id for record in meant)
    named = [f"{quoted(record.name)} ({short[record.id]})" for record in meant[:_MOST_NAMED]]
    more = f" and {len(meant) - _MOST_NAMED} more" if len(meant) > _MOST_NAMED else ""
    return RefusedError(
        f"{quoted(word)} fits {len(meant)} {kind}s: {', '.join(named)}{more}. "
        "Give more of the name, or the id in brackets."
    )
