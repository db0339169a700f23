"""Many entries at once: one a line, as it is typed for one of them or as JSON.

`thanks @maya the on-call fix because it saved the launch`
`{"practice": "thanks", "people": ["Maya"], "what": "the on-call fix", "date": "2026-11-20"}`

A sentence may stand in quotes, as for a shell, and then all of it is text; else a word that is an
option for one entry, or looks like one, is refused, for as text it would say something else.

In JSON the fields are those in which entries are told, and nothing is read out of a sentence. What
an entry has by being logged is passed over: its id, when that was, and the north star of the day.
"""

from __future__ import annotations

import json
import shlex
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from habits.errors import RefusedError
from habits.quicklog import Draft, Said, parse, require_move
from habits.record import dataclass, replace
from habits.text import folded, one_line, quoted, require_note, tidy
from habits.when import require_date
from habits.words import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date

    from habits.practices import Practice
    from habits.quicklog import Names

_TEXTS: Final = ("practice", "date", "move", "what", "why")
_LISTS: Final = ("people", "tags")
_QUOTES: Final = ("'", '"')
_PASSED_OVER: Final = ("id", "logged_at", "north_star")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says an entry.

    Attributes:
        number: Which line it is, from 1.
        practice: The word for its practice.
        text: What is typed for it; None where it came as JSON.
        fields: What came as JSON.
    """

    number: int
    practice: str
    text: str | None
    fields: Mapping[str, Any]


def read_line(number: int, text: str, options: Collection[str] = ()) -> Line | None:
    """Return what a line says; None of an empty one.

    Args:
        number: Which line it is.
        text: What stands in it.
        options: The words that would be options where one entry is logged alone.

    Raises:
        RefusedError: It is no JSON, has fields that no entry has, or has an option.
    """
    text = text.strip()
    if text.startswith(("{", "[")):
        fields = _require_fields(text)
        return Line(number, fields["practice"], None, fields)
    practice, *rest = text.split(maxsplit=1) or [""]
    sentence = "".join(rest)
    within = _without_quotes(sentence)
    if within == sentence:
        _require_no_option(text, options)
    return Line(number, practice, within, {}) if practice else None


def draft_of(
    line: Line,
    practice: Practice,
    today: date,
    names: Names,
    person: Callable[[str], tuple[str, str]],
) -> Draft:
    """Return what a line says of its practice.

    Args:
        line: The line.
        practice: The practice that its word means.
        today: The local today.
        names: The names of the people already known, by handle.
        person: Returns the handle and the name of whom a name in JSON means.

    Raises:
        RefusedError: It cannot be logged.
    """
    if line.text is not None:
        return parse(line.text, practice, today, names)
    told = line.fields
    day = require_date(told["date"], today) if told.get("date") else None
    draft = parse("", practice, today, names, Said(on=day, tags=tuple(told.get("tags") or ())))
    what, why = (tidy(told.get(field) or "") for field in ("what", "why"))
    require_note(what, why)
    called = [one_line(name) for name in told.get("people") or ()]
    return replace(
        draft,
        move=require_move(told["move"], practice) if told.get("move") else None,
        what=what,
        why=why,
        people=tuple(dict(person(name) for name in called if name != UNKNOWN).items()),
    )


def _without_quotes(sentence: str) -> str:
    """Return a sentence that is one word for a shell, by its quotes, as the shell reads it."""
    if not sentence.startswith(_QUOTES):
        return sentence
    try:
        words = shlex.split(sentence)
    except ValueError:
        return sentence
    return words[0] if len(words) == 1 else sentence


def _require_no_option(text: str, options: Collection[str]) -> None:
    for word in text.split():
        option = word.partition("=")[0]
        if option in options or (option.startswith("--") and option[2:3].isalpha()):
            message = (
                f"{quoted(option)} is read as an option, and a line has none. Say the day in "
                "brackets, the reason behind because, a tag with #. In quotes the whole sentence "
                "is text."
            )
            raise RefusedError(message)


def _require_fields(text: str) -> dict[str, Any]:
    """Return the fields of an entry that came as JSON.

    Raises:
        RefusedError: It is no JSON, or has fields that no entry has.
    """
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        message = (
            "This is no entry as JSON. Each stands whole on a line of its own; "
            "jq -c '.[]' makes such lines of a list."
        )
        raise RefusedError(message)
    for name, value in fields.items():
        _require_field(name, value)
    if not fields.get("practice"):
        message = 'The practice is missing. Name it, as in {"practice": "thanks"}.'
        raise RefusedError(message)
    return fields


def _require_field(name: str, value: object) -> None:
    known = (*_TEXTS, *_LISTS, *_PASSED_OVER)
    if name not in known:
        nearest = get_close_matches(folded(name), known, n=1)
        advice = f"Did you mean {nearest[0]}?" if nearest else f"It has {', '.join(known)}."
        message = f"An entry has no field {quoted(name)}. {advice}"
        raise RefusedError(message)
    if name in _TEXTS and not (value is None or isinstance(value, str)):
        message = f"{name} is to be a text, and not {quoted(str(value))}."
        raise RefusedError(message)
    if name in _LISTS and not (value is None or _is_list_of_texts(value)):
        message = f"{name} is to be a list of texts, and not {quoted(str(value))}."
        raise RefusedError(message)


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
