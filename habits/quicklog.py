r"""The quick-log line: one sentence to what happened, why, who, tags and when.

`[/move] what happened, with @people and #tags [because why it mattered] [(when)]`

The move may stand behind the people who lead the line as well. Names and tags at the edges are
lifted out of the sentence; within it they stay, as plain words, so that "paired with @ana on
#tests" reads "paired with Ana on tests". A bracket that is no date, `#4211` and `me@x.org` stay so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.pattern import pattern
from habits.record import dataclass
from habits.text import alike, folded, one_line, quoted, require_name, require_note, tidy
from habits.when import read_date, require_past

if TYPE_CHECKING:
    from datetime import date

    from habits.practices import Practice

Names = Mapping[str, str]
"""Names of known people by their handles."""

# Many scripts write vowels as marks, some join letters by a sign; to `re` neither is of a word.
_MARKS: Final = (
    r"\u0300-\u036f\u0591-\u05bd\u05bf-\u05c2\u05c4-\u05c7\u064b-\u065f\u0670\u0900-\u0963"
    r"\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3\u200c\u200d"
)
_PERSON: Final = rf"@(?P<handle>(?=_*+[^\W_])(?:[.-]?+[\w{_MARKS}])++)"
_TAG: Final = rf"(?<!&)#(?P<tag>(?=[\w-]*[^\W\d_])\w(?:-?+[\w{_MARKS}])*+)"
_TOKEN: Final = pattern(rf"(?<![\w@#/])(?:{_PERSON}|{_TAG})")
_JOINT: Final = pattern(r"\s?[,&+]\s?|\sand\s|\s")
_AFTER_LEADING: Final = pattern(r"(?:$|(?=[\s,:])(?!(?:\s?[,&+]|\sand)\s?[@#]))\s?[,:]?\s?")
_ANYBODY: Final = _PERSON.replace("P<handle>", ":")
_MOVE: Final = pattern(
    rf"(?P<people>(?:\s*{_ANYBODY}(?:\s?[,:&+]|\sand)?(?=\s))*+)\s*/(?P<slug>\w++)(?=\s|$)"
)
_WHEN_LAST: Final = pattern(r"\s?\((?P<when>[^()\n]{1,40})\)(?P<tags>(?:\s#\S++)*+)$")
_WHEN_FIRST: Final = pattern(r"(?P<when>[^:()\n]{1,40}):(?=\s|$)")
_BECAUSE: Final = pattern(r"(?:^|\s)because(?:\s|$)", re.IGNORECASE)
_LEADING_WORDS: Final = frozenset("a about and at by for from in of on or the to with".split())
"""What follows one of these is the object of the sentence, and lifted out it would be missed."""


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
    what, why = (text, tidy(said.why)) if said.why is not None else _split_why(text)
    people = people_in(f"{what} {why}", names)
    draft = Draft(
        move=move,
        what=_sentence(what, dict(people), lift=True),
        why=_sentence(why, dict(people), lift=False),
        people=people,
        tags=_tags(f"{what} {why}", said.tags),
        date=require_past(day, today) if day else None,
    )
    require_note(draft.what, draft.why)
    return draft


def display_name(handle: str) -> str:
    """Return the name that a new handle is taken to stand for: "ana.lima" is Ana Lima."""
    words = handle.replace(".", " ").replace("_", " ")
    return words.title() if words == words.lower() else words


def plain(text: str, names: Names) -> str:
    """Return a text with names as plain words; those that stand alone behind it are left out.

    Args:
        text: The text.
        names: The names of all whom it names, by handle.
    """
    behind = re.search(rf"(?:\s{_ANYBODY})+$", text)
    end = _unless_object(text, behind.start()) if behind else len(text)
    return tidy(_TOKEN.sub(lambda match: _plain_word(match, names), text[:end]))


def handle_in(text: str) -> str:
    """Return a text as a handle, as it is typed after the @.

    Raises:
        RefusedError: It cannot be typed as one.
    """
    match = _TOKEN.fullmatch(f"@{folded(one_line(text)).removeprefix('@')}")
    if match is None:
        message = f"{quoted(text)} cannot be typed after an @. Use letters, digits and . - _"
        raise RefusedError(message)
    return match["handle"]


def require_move(slug: str, practice: Practice) -> str:
    """Return the slug of the practice's move with this slug or unique prefix.

    Raises:
        RefusedError: The practice has no such move.
    """
    wanted = folded(slug)
    slugs = [move.slug for move in practice.moves]
    starting = [known for known in slugs if known.startswith(wanted)]
    if wanted in slugs or len(starting) == 1:
        return wanted if wanted in slugs else starting[0]
    nearest = starting or alike(wanted, slugs)[:1] or slugs
    offer = " or ".join(f"/{known}" for known in nearest)
    advice = f"Did you mean {offer}?" if offer else "Leave it out: the practice has none."
    message = f"{practice.name} has no move {quoted('/' + slug)}. {advice}"
    raise RefusedError(message)


def _take_move(text: str, practice: Practice) -> tuple[str | None, str]:
    if match := _MOVE.match(text):
        return require_move(match["slug"], practice), match["people"] + text[match.end() :]
    return None, text


def _take_date(text: str, today: date) -> tuple[date | None, str]:
    """Return the date in a last bracket or before a first colon, and the text without it."""
    if (match := _WHEN_LAST.search(text)) and (day := read_date(match["when"], today)):
        return day, text[: match.start()] + match["tags"]
    if (match := _WHEN_FIRST.match(text)) and (day := read_date(match["when"], today)):
        return day, text[match.end() :]
    return None, text


def _split_why(text: str) -> tuple[str, str]:
    what, *why = _BECAUSE.split(text, maxsplit=1)
    return what, "".join(why)


def _sentence(text: str, names: Names, *, lift: bool) -> str:
    """Return the text without the tags behind it, and with names as plain words.

    What leads it is lifted out on demand: of what happened it is to whom, of a reason the subject.
    """
    text = text.strip()
    tokens = list(_TOKEN.finditer(text))
    begin = _after_leading(text, tokens) if lift else 0
    end = _before_trailing(text, tokens)
    inner = text[begin:end] if end == len(text) else text[begin:end].rstrip(" ,")
    return tidy(_TOKEN.sub(lambda match: _plain_word(match, names), inner))


def _after_leading(text: str, tokens: list[re.Match[str]]) -> int:
    """Return where the sentence begins after the people and tags that lead it."""
    end = 0
    for token in tokens:
        if token.start() and not (end and _JOINT.fullmatch(text, end, token.start())):
            break
        end = token.end()
    after = _AFTER_LEADING.match(text, end)
    return after.end() if end and after else 0


def _before_trailing(text: str, tokens: list[re.Match[str]]) -> int:
    """Return where the sentence ends before the tags that stand alone behind it."""
    end = len(text)
    for token in reversed(tokens):
        blank = max(token.start() - 1, 0)
        if token["handle"] or token.end() < end or text[blank : token.start()].strip():
            break
        end = blank
    return _unless_object(text, end)


def _unless_object(text: str, end: int) -> int:
    return end if _LEADING_WORDS.isdisjoint(text[:end].casefold().split()[-1:]) else len(text)


def _plain_word(match: re.Match[str], names: Names) -> str:
    return names[folded(match["handle"])] if match["handle"] else match["tag"]


def people_in(text: str, names: Names) -> tuple[tuple[str, str], ...]:
    """Return the handles and names of those whom a text names, each once.

    Raises:
        RefusedError: The name of a new one is too long.
    """
    people: dict[str, str] = {}
    for match in _TOKEN.finditer(text):
        if handle := match["handle"]:
            name = names.get(folded(handle)) or require_name(display_name(handle))
            people.setdefault(folded(handle), name)
    return tuple(people.items())


def _tags(text: str, further: tuple[str, ...]) -> tuple[str, ...]:
    typed = [match["tag"] for match in _TOKEN.finditer(text) if match["tag"]]
    named = (require_name(folded(one_line(tag).removeprefix("#"))) for tag in (*typed, *further))
    return tuple(dict.fromkeys(filter(None, named)))
