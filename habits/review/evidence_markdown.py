"""An evidence packet in Markdown: what the user wrote stays text, whatever signs it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from habits.review import evidence_words as words
from habits.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.review.packet import Moment, Own, Packet

_SIGNS: Final = re.compile(r"[\\`*_\[\]<~&$#|]|(?<=\w)\.(?=[^\W\d_])")
# Sites make links of these, though no Markdown says so: addresses, people, numbers of issues.
_LINKED: Final = re.compile(r"\S*(?:@|://|www\.|#\d)\S*", re.IGNORECASE)


def markdown(packet: Packet) -> str:
    """Return a packet in Markdown."""
    return "\n".join(_lines(packet)) + "\n"


def escaped(text: str) -> str:
    """Return a text in Markdown that is shown as it is, on one line."""
    line, parts, end = one_line(text), [], 0
    for match in _LINKED.finditer(line):
        parts += [_plain(line[end : match.start()]), code(match[0])]
        end = match.end()
    return "".join([*parts, _plain(line[end:])])


def code(text: str) -> str:
    """Return a text in Markdown as it is, of which no reader makes a link."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    blank = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{blank}{text}{blank}{fence}"


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _lines(packet: Packet) -> Iterator[str]:
    yield f"# {escaped(words.title(packet))}"
    yield ""
    yield escaped(words.NOTE)
    yield ""
    yield escaped(words.audience(packet))
    yield from _own(words.AIMS, packet.aims)
    yield from _own(words.SPARKS, packet.sparks)
    yield from ("", f"## {words.MOMENTS}", "")
    if not packet.moments:
        yield escaped(words.nothing(packet))
    for number, moment in enumerate(packet.moments):
        yield from _moment(moment, is_first=not number)


def _own(heading: str, owns: Iterable[Own]) -> Iterator[str]:
    lines = [f"- {own.date.isoformat()}: {escaped(own.text)}" for own in owns]
    if lines:
        yield from ("", f"## {heading}", "", *lines)


def _moment(moment: Moment, *, is_first: bool) -> Iterator[str]:
    if not is_first:
        yield ""
    yield from (f"### {moment.date.isoformat()}, {escaped(moment.situation)}", "")
    for name, told in words.facts(moment):
        yield f"- **{name}**: {escaped(told)}"
    for link in moment.links:
        yield f"- **Link**: {code(link)}"
