r"""The quick-log line: one sentence to what happened, why, who, tags and when.

`[/move] what happened, with @people and #tags [because why it mattered] [(when)]`

Names and tags at the edges are lifted out of the sentence; within it they stay, as plain words, so
that "paired with @ana on #tests" reads "paired with Ana on tests". A bracket that is no date, a
`#4211` and a `me@example.com` stay text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.text import quoted, require_name, require_note, tidy
from habits.when import read_date, require_past

if TYPE_CHECKING:
    from datetime import date

    from habits.practices import Practice

Names = Mapping[str, str]
"""Names of known people by their handles."""

_PERSON: Final = r"@(?P<handle>\w++(?:[.-]\w++)*+)"
_TAG: Final = r"#(?P<tag>(?=[\w-]*[^\W\d_])\w++(?:-\w++)*+)"
_TOKEN: Final = re.compile(rf"(?<![\w@#/&])(?:{_PERSON}|{_TAG})")
_MOVE: Final = re.compile(r"\s*/(?P<slug>\w++)(?=\s|$)")
_WHEN_LAST: Final = re.compile(r"\s?\((?P<when>[^()\n]{1,40})\)$")
_WHEN_FIRST: Final = re.compile(r"(?P<when>[^:()\n]{1,40}):(?=\s|$)")
_BECAUSE: Final = re.compile(r"(?:^|\s)because(?:\s|$)", re.IGNORECASE)
_EDGE: Final = re.sub(r"\?P<\w+>", "?:", f"(?:{_PERSON}|{_TAG})")
_JOINT: Final = r"(?:\s?[,&+]\s?|\sand\s|\s)"
_LEADING: Final = re.compile(
    rf"\s?{_EDGE}(?:{_JOINT}{_EDGE})*+(?=[\s,:]|$)(?!(?:\s?[,&+]|\sand)\s?[@#])\s?[,:]?\s?"
)
_TRAILING_TAGS: Final = re.compile(rf"(?:(?:^|\s)(?=#){_EDGE})++$")
_LEADING_WORDS: Final = frozenset("a about and at by for from in of on or the to with".split())
"""A tag after one of these is the object of the sentence, and lifted out it would be missed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a line says, before it is an entry.

    Attributes:
        move: The slug of the move, if one was named.
        what: What happened.
        why: Why it mattered.
        people: Pairs of handle and name, in the order of mention, without repeats.
        tags: The tags, case folded, without repeats.
        date: The date that the line names, None where it names none.
    """

    move: str | None = None
    what: str = ""
    why: str = ""
    people: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What was said beside the line, by a flag; a thing said so is not read from the line.

    Attributes:
        on: The date.
        why: Why it mattered.
        tags: Further tags.
    """

    on: date | None = None
    why: str | None = None
    tags: tuple[str, ...] = ()


def parse(
    text: str, practice: Practice, today: date, names: Names, said: Said | None = None
) -> Draft:
    """Return what a line says of a practice.

    Args:
        text: The line as it was typed.
        practice: The practice it is logged for, whose moves may be named.
        today: The local today, against which date phrases are read.
        names: The names of the people already known, by handle.
        said: What was said by flags, if anything.

    Raises:
        RefusedError: An unknown move, a date that is not allowed, a name or note too long.
    """
    said = said or Said()
    move, text = _take_move(tidy(text), practice)
    day, text = (said.on, text) if said.on else _take_date(text, today)
    if move is None:
        move, text = _take_move(text, practice)
    what, why = (text, said.why) if said.why is not None else _split_why(text)
    draft = Draft(
        move=move,
        what=_sentence(what, names),
        why=_sentence(why, names),
        people=_people(f"{what} {why}", names),
        tags=_tags(f"{what} {why}", said.tags),
        date=require_past(day, today) if day else None,
    )
    require_note(draft.what, draft.why)
    return draft


def display_name(handle: str) -> str:
    """Return the name that a new handle is taken to stand for: "ana.lima" is Ana Lima."""
    words = handle.replace(".", " ").replace("_", " ")
    return words.title() if words == words.lower() else words


def require_move(slug: str, practice: Practice) -> str:
    """Return the slug of the practice's move with this slug or unique prefix.

    Raises:
        RefusedError: The practice has no such move.
    """
    wanted = slug.casefold()
    slugs = [move.slug for move in practice.moves]
    starting = [known for known in slugs if known.startswith(wanted)]
    if wanted in slugs or len(starting) == 1:
        return wanted if wanted in slugs else starting[0]
    nearest = starting or get_close_matches(wanted, slugs, n=1) or slugs
    offer = " or ".join(f"/{known}" for known in nearest)
    message = f"{practice.name} has no move {quoted('/' + slug)}. Did you mean {offer}?"
    raise RefusedError(message)


def _take_move(text: str, practice: Practice) -> tuple[str | None, str]:
    match = _MOVE.match(text)
    if match is None:
        return None, text
    return require_move(match["slug"], practice), text[match.end() :]


def _take_date(text: str, today: date) -> tuple[date | None, str]:
    """Return the date in a last bracket or before a first colon, and the text without it."""
    if (match := _WHEN_LAST.search(text)) and (day := read_date(match["when"], today)):
        return day, text[: match.start()]
    if (match := _WHEN_FIRST.match(text)) and (day := read_date(match["when"], today)):
        return day, text[match.end() :]
    return None, text


def _split_why(text: str) -> tuple[str, str]:
    what, *why = _BECAUSE.split(text, maxsplit=1)
    return what, "".join(why)


def _sentence(text: str, names: Names) -> str:
    """Return the text with edge names and tags lifted out and the others as plain words."""
    if leading := _LEADING.match(text):
        text = text[leading.end() :]
    text = text.rstrip()
    if trailing := _TRAILING_TAGS.search(text):
        before = text[: trailing.start()]
        if before.rpartition(" ")[2].casefold() not in _LEADING_WORDS:
            text = before
    return _TOKEN.sub(lambda match: _plain_word(match, names), text).strip()


def _plain_word(match: re.Match[str], names: Names) -> str:
    handle = match["handle"]
    return _name(handle, names) if handle else match["tag"]


def _name(handle: str, names: Names) -> str:
    return names.get(handle.casefold()) or require_name(display_name(handle))


def _people(text: str, names: Names) -> tuple[tuple[str, str], ...]:
    people: dict[str, str] = {}
    for match in _TOKEN.finditer(text):
        if handle := match["handle"]:
            people.setdefault(handle.casefold(), _name(handle, names))
    return tuple(people.items())


def _tags(text: str, further: tuple[str, ...]) -> tuple[str, ...]:
    typed = [match["tag"] for match in _TOKEN.finditer(text) if match["tag"]]
    named = (require_name(tag.removeprefix("#")).casefold() for tag in (*typed, *further))
    return tuple(dict.fromkeys(filter(None, named)))
