"""Org mode: the headlines of a file, with what org-habit looks at in each of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.exchange.gleaning import day_of
from habits.record import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

_HEADLINE: Final = re.compile(r"(\*+)[ \t]+(.*)")
_TAGS: Final = re.compile(r"(?:^|[ \t]):([\w@#%:]+):$")
_PRIORITY: Final = re.compile(r"\[#[A-Za-z0-9]{1,2}\][ \t]*")
_KEYWORDS: Final = re.compile(r"[ \t]*#\+(?:seq_|typ_)?todo:(.*)", re.IGNORECASE)
_OPEN: Final = frozenset({"todo".upper()})
_DONE: Final = frozenset({"DONE"})
_SCHEDULED: Final = re.compile(r"\bSCHEDULED:[ \t]*<([^<>]*)>")
_PLANNING: Final = re.compile(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):|[ \t]*#\+")
_DRAWER: Final = re.compile(r"[ \t]*:([\w-]+):[ \t]*")
_PROPERTY: Final = re.compile(r"[ \t]*:([^\s:]+):[ \t]+(.*)")
_STAMP: Final = r"[^\[]*\[([^\[\]]*)\][ \t]*(?:\\\\)?[ \t]*"
_LOGGED: Final = re.compile(rf'[ \t]*-[ \t]+(?:State[ \t]+"([^"]*)"|CLOSING NOTE\b){_STAMP}')
_NOTED: Final = re.compile(
    r"[ \t]*-[ \t]+(?:Note taken|Rescheduled|Not scheduled|New deadline|Removed deadline|Refiled)\b"
    r".*\](?:[ \t]*\\\\)?"
)
_DATE_LENGTH: Final = 10


class Keywords(NamedTuple):
    """The states that a headline may be in: those that are open, and those that are done."""

    open: frozenset[str]
    done: frozenset[str]


@dataclass(frozen=True, slots=True)
class Closing:
    """A line of the log of a headline.

    Attributes:
        done: Whether it says that it was done.
        date: Its day, None where its stamp says none.
        lines: What was written beneath it.
    """

    done: bool
    date: date | None
    lines: list[str] = field(default_factory=list)


class Headline:
    """A headline and what stands beneath it, up to the next one.

    Attributes:
        title: Its words, without state, priority and tags.
        archived: Whether it or one above it is archived, or it is done for good.
        properties: Its properties, by their names in capitals.
        scheduled: What stands in its SCHEDULED stamp, empty where there is none.
        closings: The lines of its log, in their order.
        lines: The text beneath it.
    """

    def __init__(self, title: str, *, archived: bool = False) -> None:
        self.title = title
        self.archived = archived
        self.properties: dict[str, str] = {}
        self.scheduled = ""
        self.closings: list[Closing] = []
        self.lines: list[str] = []

    @property
    def is_habit(self) -> bool:
        """Whether org-habit takes it for a habit."""
        return self.properties.get("STYLE", "").lower() == "habit"


def headlines(lines: Sequence[str]) -> Iterator[Headline]:
    """Yield the headlines of a file, each when all that stands beneath it was read.

    Args:
        lines: The lines of the file, without blanks at their ends.
    """
    keywords = _keywords(lines)
    section: _Section | None = None
    archived: list[int] = []
    for line in lines:
        if match := _HEADLINE.fullmatch(line):
            if section:
                yield section.headline
            depth = len(match[1])
            archived = [above for above in archived if above < depth]
            headline, is_archived = _headline(match[2], keywords, above=bool(archived))
            archived += [depth] if is_archived else []
            section = _Section(headline, keywords.done)
        elif section:
            section.take(line)
    if section:
        yield section.headline


def _keywords(lines: Iterable[str]) -> Keywords:
    """Return the states of a file; without a bar between them the last one is done."""
    known, done = set(), set()
    for line in lines:
        if match := _KEYWORDS.fullmatch(line):
            words = [word.partition("(")[0] for word in match[1].split()]
            bar = words.index("|") if "|" in words else len(words) - 1
            known.update(words[:bar])
            done.update(words[bar:])
    done.discard("|")
    return Keywords(frozenset(known), frozenset(done)) if done else Keywords(_OPEN, _DONE)


def _headline(text: str, keywords: Keywords, *, above: bool) -> tuple[Headline, bool]:
    """Return a headline, and whether what is beneath it is archived with it."""
    tags = _TAGS.search(text)
    archived = above or (tags is not None and "ARCHIVE" in tags[1].split(":"))
    title = text[: tags.start()] if tags else text
    state, _, rest = title.partition(" ")
    if state in keywords.open | keywords.done:
        title = rest.strip()
    title = _PRIORITY.sub("", title, count=1).strip()
    return Headline(title, archived=archived or state in keywords.done), archived


class _Section:
    """What stands beneath a headline, taken line by line."""

    def __init__(self, headline: Headline, done: frozenset[str]) -> None:
        self.headline = headline
        self._done = done
        self._drawer = ""
        self._note: list[str] | None = None
        self._indent = 0

    def take(self, line: str) -> None:
        """Take the next line."""
        if self._belongs_to_note(line):
            return
        if drawer := _DRAWER.fullmatch(line):
            self._drawer = "" if drawer[1].upper() == "END" else drawer[1].upper()
        elif self._drawer == "PROPERTIES":
            self._take_property(line)
        elif logged := _LOGGED.fullmatch(line):
            self._take_log(line, logged)
        elif _NOTED.fullmatch(line):
            self._begin_note(line, [])
        elif _PLANNING.match(line):
            scheduled = _SCHEDULED.search(line)
            self.headline.scheduled = scheduled[1] if scheduled else self.headline.scheduled
        elif not self._drawer:
            self.headline.lines.append(line.strip())

    def _belongs_to_note(self, line: str) -> bool:
        """Add a line to the note above it, if it stands deeper than the note's own dash."""
        if self._note is None:
            return False
        if _indent(line) > self._indent and not _DRAWER.fullmatch(line):
            self._note.append(line.strip())
            return True
        self._note = None
        return False

    def _begin_note(self, line: str, note: list[str]) -> None:
        self._note, self._indent = note, _indent(line)

    def _take_property(self, line: str) -> None:
        if match := _PROPERTY.fullmatch(line):
            self.headline.properties.setdefault(match[1].upper(), match[2].strip())

    def _take_log(self, line: str, logged: re.Match[str]) -> None:
        is_done = logged[1] is None or logged[1] in self._done
        closing = Closing(is_done, day_of(logged[2][:_DATE_LENGTH]))
        self.headline.closings.append(closing)
        self._begin_note(line, closing.lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip()) if line else 0
