"""An evidence packet as one page of HTML, which reaches for nothing and runs nothing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from habits.review import evidence_words as words
from habits.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.review.packet import Moment, Own, Packet

_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid; padding-bottom: .2rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; break-after: avoid; }
p, ul, dl { margin: .3rem 0; }
dl { display: grid; grid-template-columns: 8rem 1fr; gap: .1rem .8rem; }
dt { opacity: .75; }
dd { margin: 0; overflow-wrap: anywhere; }
section section { break-inside: avoid; }
@media (max-width: 32rem) { dl { display: block; } dd { margin: 0 0 .4rem; } }
@media print { :root { color-scheme: light; } body { margin: 0; max-width: none; } }
""".strip()


def html(packet: Packet) -> str:
    """Return a packet as a page of HTML."""
    return "\n".join(_lines(packet)) + "\n"


def _lines(packet: Packet) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield (
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    )
    yield f"<title>{_text(words.title(packet))}</title>"
    yield f"<style>\n{_STYLE}\n</style>"
    yield "</head>"
    yield "<body>"
    yield "<header>"
    yield f'<h1 dir="auto">{_text(words.title(packet))}</h1>'
    yield f"<p>{_text(words.NOTE)}</p>"
    yield f"<p>{_text(words.audience(packet))}</p>"
    yield "</header>"
    yield from _own(words.AIMS, packet.aims)
    yield from _own(words.SPARKS, packet.sparks)
    yield from ("<section>", f"<h2>{_text(words.MOMENTS)}</h2>")
    if not packet.moments:
        yield f"<p>{_text(words.nothing(packet))}</p>"
    for moment in packet.moments:
        yield from _moment(moment)
    yield from ("</section>", "</body>", "</html>")


def _own(heading: str, owns: Iterable[Own]) -> Iterator[str]:
    lines = [f"<li>{own.date.isoformat()}: <bdi>{_text(own.text)}</bdi></li>" for own in owns]
    if lines:
        yield from ("<section>", f"<h2>{_text(heading)}</h2>", "<ul>", *lines, "</ul>")
        yield "</section>"


def _moment(moment: Moment) -> Iterator[str]:
    day = moment.date.isoformat()
    yield "<section>"
    yield f'<h3><time datetime="{day}">{day}</time>, <bdi>{_text(moment.situation)}</bdi></h3>'
    yield "<dl>"
    links = [("Link", link) for link in moment.links]
    for name, told in [*words.facts(moment), *links]:
        yield f'<dt>{name}</dt><dd dir="auto">{_text(told)}</dd>'
    yield from ("</dl>", "</section>")


def _text(text: str) -> str:
    return escape(one_line(text))
