"""An evidence packet as one page of HTML, which reaches for nothing and runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.review import evidence_words as words
from habits.review.page import html_of, page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.review.packet import Moment, Own, Packet

_STYLE: Final = """
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; break-after: avoid; }
dl { display: grid; grid-template-columns: 8rem 1fr; gap: .1rem .8rem; }
dt { opacity: .75; }
dd { margin: 0; overflow-wrap: anywhere; }
section section { break-inside: avoid; }
@media (max-width: 32rem) { dl { display: block; } dd { margin: 0 0 .4rem; } }
""".strip()


def html(packet: Packet) -> str:
    """Return a packet as a page of HTML."""
    return page(words.title(packet), _STYLE, _body(packet))


def _body(packet: Packet) -> Iterator[str]:
    yield "<header>"
    yield f'<h1 dir="auto">{html_of(words.title(packet))}</h1>'
    yield f"<p>{html_of(words.NOTE)}</p>"
    yield f"<p>{html_of(words.audience(packet))}</p>"
    yield "</header>"
    yield from _own(words.AIMS, packet.aims)
    yield from _own(words.SPARKS, packet.sparks)
    yield from ("<section>", f"<h2>{html_of(words.MOMENTS)}</h2>")
    if not packet.moments:
        yield f"<p>{html_of(words.nothing(packet))}</p>"
    for moment in packet.moments:
        yield from _moment(moment)
    yield "</section>"


def _own(heading: str, owns: Iterable[Own]) -> Iterator[str]:
    lines = [f"<li>{own.date.isoformat()}: <bdi>{html_of(own.text)}</bdi></li>" for own in owns]
    if lines:
        yield from ("<section>", f"<h2>{html_of(heading)}</h2>", "<ul>", *lines, "</ul>")
        yield "</section>"


def _moment(moment: Moment) -> Iterator[str]:
    day = moment.date.isoformat()
    yield "<section>"
    yield f'<h3><time datetime="{day}">{day}</time>, <bdi>{html_of(moment.situation)}</bdi></h3>'
    yield "<dl>"
    links = [("Link", link) for link in moment.links]
    for name, told in [*words.facts(moment), *links]:
        yield f'<dt>{name}</dt><dd dir="auto">{html_of(told)}</dd>'
    yield from ("</dl>", "</section>")
