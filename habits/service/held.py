"""What is held about a person: brought together from all records, and written out."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from habits.model import in_order
from habits.review.held import Held, Mention
from habits.review.held_markdown import held_markdown
from habits.review.people_shapes import held_shape
from habits.service.outlook import north_stars
from habits.service.roster import known_person
from habits.store import codec, upkeep
from habits.store.exports import write_out
from habits.store.fields import as_date
from habits.store.references import refers
from habits.text import one_line
from habits.whole_words import pattern_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from habits.model import Person
    from habits.service.workspace import Workspace
    from habits.store.ops import Document

_KINDS: Final = {
    codec.ENTRIES: "entry",
    codec.FOLLOW_UPS: "follow-up",
    codec.HABITS: "habit",
    codec.NORTH_STARS: "north star",
    codec.PEOPLE: "person",
    codec.PRACTICES: "practice",
    codec.REVIEWS: "review of a week",
}
_DAYS: Final = ("date", "since", "due", "created", "week")
LISTED: Final = {codec.ENTRIES, codec.FOLLOW_UPS, codec.PAUSES}
"""The tables whose records are listed by themselves where they refer to a person."""


def about(workspace: Workspace, key: UUID) -> Held:
    """Return all that is held about a person.

    Raises:
        RefusedError: They are gone.
        StoreError: A record or a log cannot be read.
    """
    person, ledger = known_person(workspace, key), workspace.ledger
    records = records_of(workspace, key)
    words = upkeep.called(workspace.store, records)
    return Held(
        person=person,
        called=tuple(word for word in words if word not in {person.name, person.handle}),
        entries=tuple(sorted(ledger.entries_naming(key), key=in_order)),
        follow_ups=tuple(
            sorted((e for e in ledger.follow_ups() if key in e.people), key=lambda e: e.due)
        ),
        leave=tuple(sorted((e for e in ledger.pauses() if e.person == key), key=lambda e: e.first)),
        mentions=tuple(_mentions(workspace, records, words)),
    )


def held_text(workspace: Workspace, held: Held, kind: str) -> str:
    """Return what is held about a person as a text: "md" for Markdown, or "json"."""
    names = workspace.ledger.names_of_people()
    if kind == "md":
        return held_markdown(held, names, workspace.practices, workspace.today)
    shape = held_shape(held, names, north_stars(workspace), workspace.today)
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def export_path(workspace: Workspace, person: Person, kind: str) -> Path:
    """Return a new file among a home's exports; no name is in its name.

    Args:
        workspace: The home.
        person: Whom it is about.
        kind: The ending of its name: "md" or "json".
    """
    now = workspace.clock.now().instant
    name = f"person-{person.id.hex[-12:]}-{now:%Y-%m-%dT%H%M%SZ}.{kind}"
    return workspace.store.home.exports / name


def write_export(path: Path, content: str, *, force: bool | None = None) -> None:
    """Write a file that the user alone can read.

    Args:
        path: The file.
        content: What it is to hold.
        force: Whether a file that is there already is replaced; None where nobody can ask for that.

    Raises:
        RefusedError: There is one already, or a folder is in its place.
        StoreError: It cannot be written.
    """
    write_out(path, content.encode(), force=force)


def records_of(workspace: Workspace, key: UUID) -> list[UUID]:
    """Return the ids of all records that are of one person: the one, and those merged into it."""
    into = {
        one: document.get("merged_into")
        for one, document in workspace.store.table(codec.PEOPLE).items()
    }
    records = [key]
    for record in records:
        # The list grows as what was merged into what was merged is found.
        records += [one for one, other in into.items() if other == str(record)]
    return records


def _mentions(
    workspace: Workspace, records: list[UUID], words: tuple[str, ...]
) -> Iterator[Mention]:
    pattern, ids = pattern_of(words), set(map(str, records))
    for table, documents in workspace.store.tables():
        for key, document in documents.items():
            is_listed = table in LISTED and refers(document, ids)
            if is_listed or (table == codec.PEOPLE and key in records):
                continue
            kind, day = _KINDS.get(table, table), _day_of(document)
            found = [each for each in _texts(table, document) if pattern.search(each[1])]
            if found:
                fields, texts = zip(*found, strict=True)
                whose = _name_of(document)
                yield Mention(kind, key, day, texts, whose, tuple(dict.fromkeys(fields)))


def _texts(table: str, document: Document) -> Iterator[tuple[str, str]]:
    """Yield the sentences in a record, whatever they are for, each with the name of its field."""
    structure = codec.STRUCTURE.get(table, frozenset())
    for name, value in document.items():
        if name not in structure:
            yield from ((name, text) for text in _strings(value))


def _name_of(document: Document) -> str:
    name = document.get("name")
    return one_line(name) if isinstance(name, str) else ""


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, str):
        yield value
    for item in value if isinstance(value, list) else ():
        yield from _strings(item)


def _day_of(document: Document) -> date | None:
    for name in _DAYS:
        # A table that is not known may call anything a date.
        with suppress(KeyError, TypeError, ValueError):
            return as_date(document[name])
    return None
