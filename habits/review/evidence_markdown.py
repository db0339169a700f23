"""An evidence packet in Markdown: what the user wrote stays text, whatever signs it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.review import evidence_words as words
from habits.review.markdown import code, shown_as_written
from habits.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.review.packet import Moment, Own, Packet


def markdown(packet: Packet) -> str:
    """Return a packet in Markdown."""
    return "\n".join(_lines(packet)) + "\n"


def _lines(packet: Packet) -> Iterator[str]:
    yield f"# {_text(words.title(packet))}"
    yield ""
    yield _text(words.NOTE)
    yield ""
    yield _text(words.audience(packet))
    yield from _own(words.AIMS, packet.aims)
    yield from _own(words.SPARKS, packet.sparks)
    yield from ("", f"## {words.MOMENTS}", "")
    if not packet.moments:
        yield _text(words.nothing(packet))
    for number, moment in enumerate(packet.moments):
        yield from _moment(moment, is_first=not number)


def _own(heading: str, owns: Iterable[Own]) -> Iterator[str]:
    lines = [f"- {own.date.isoformat()}: {_text(own.text)}" for own in owns]
    if lines:
        yield from ("", f"## {heading}", "", *lines)


def _moment(moment: Moment, *, is_first: bool) -> Iterator[str]:
    if not is_first:
        yield ""
    yield from (f"### {moment.date.isoformat()}, {_text(moment.situation)}", "")
    for name, told in words.facts(moment):
        yield f"- **{name}**: {_text(told)}"
    for link in moment.links:
        yield f"- **Link**: {code(link)}"


def _text(text: str) -> str:
    return shown_as_written(one_line(text))
