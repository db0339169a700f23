"""An entry as the line that says it: what is edited is what was typed."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.pattern import pattern
from habits.quicklog import Draft, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import Entry, Person
    from habits.practices import Practice

_BECAUSE: Final = " because "
_MOVE: Final = pattern(r"\s*(?P<people>(?:@\S+\s+)*+)/\S*+\s?")


def entry_line(entry: Entry, practice: Practice, people: Mapping[UUID, Person], today: date) -> str:
    """Return a line that logs the same as an entry, in the grammar of `habits.quicklog`.

    Its date is said only where the sentence would be read as one. An entry that no line says, since
    it was logged by flags, comes as the line that is nearest to it.

    Args:
        entry: The entry.
        practice: Its practice.
        people: All people by their ids.
        today: The local today.
    """
    named = [people[key] for key in entry.people if key in people]
    names = {person.handle: person.name for person in people.values()}
    handles = tuple((person.handle, person.name) for person in named)
    meant = Draft(entry.move, entry.what, entry.why, handles, entry.tags)
    lines = list(_lines(entry, named))
    for line in lines:
        if _says(line, practice, today, names, meant):
            return line
    return lines[0]


def with_move(line: str, slug: str) -> str:
    """Return a line that names a kind of act, in place of the one that it names until now."""
    match = _MOVE.match(line)
    rest = match["people"] + line[match.end() :] if match else line.lstrip()
    return f"/{slug} {rest}"


def _says(
    line: str, practice: Practice, today: date, names: Mapping[str, str], meant: Draft
) -> bool:
    try:
        said = parse(line, practice, today, names)
    except RefusedError:
        return False
    told, wanted = (
        (each.move, each.what, each.why, set(each.people), each.tags) for each in (said, meant)
    )
    return told == wanted


def _lines(entry: Entry, people: Iterable[Person]) -> Iterator[str]:
    """Yield lines that may say an entry, the most natural one first.

    Names and tags that are no words of the sentence stand before it, so that it can be written on.
    """
    move = f"/{entry.move}" if entry.move else ""
    names = {f"@{person.handle}": person.name for person in people}
    tags = {f"#{tag}": tag for tag in entry.tags}
    plain = entry.what + (f"{_BECAUSE}{entry.why}" if entry.why else "")
    for day, people_within, tags_within, tags_before in product(
        ("", f"({entry.date.isoformat()})"), (True, False), (False, True), (True, False)
    ):
        text, handles = _placed(plain, names) if people_within else (plain, list(names))
        text, loose = _placed(text, tags) if tags_within else (text, list(tags))
        before, behind = (loose, []) if tags_before else ([], loose)
        yield " ".join(filter(None, [move, *handles, *before, text.strip(), *behind, day]))


def _placed(text: str, words: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return a text with tokens in place of their words, and those that have no word in it."""
    loose = []
    for token, word in words.items():
        standing = pattern(rf"(?<![\w@#./-]){re.escape(word)}(?![\w-])", re.IGNORECASE)
        if found := standing.search(text):
            text = f"{text[: found.start()]}{token}{text[found.end() :]}"
        else:
            loose.append(token)
    return text, loose
