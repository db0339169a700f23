"""A document as one page of HTML, which reaches for nothing and runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.review.document import Items, Table, Words
from habits.review.heat_svg import picture
from habits.review.page import html_of, page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from habits.review.document import Block, Document

_STYLE: Final = """
body { max-width: 56rem; }
h1, p, li { overflow-wrap: anywhere; }
svg { display: block; max-width: 100%; height: auto; margin: .5rem 0; }
table { border-collapse: collapse; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .15rem .8rem .15rem 0; }
th, td { max-width: 24rem; overflow-wrap: break-word; }
thead th { border-bottom: 1px solid; font-weight: normal; opacity: .75; }
tr { break-inside: avoid; }
""".strip()


def html(document: Document) -> str:
    """Return a document as a page of HTML."""
    return page(document.title, _STYLE, _body(document))


def _body(document: Document) -> Iterator[str]:
    yield "<header>"
    yield f'<h1 dir="auto">{html_of(document.title)}</h1>'
    yield f"<p>{html_of(document.note)}</p>"
    yield "</header>"
    for section in document.sections:
        yield from ("<section>", f"<h2>{html_of(section.heading)}</h2>")
        for block in section.blocks:
            yield from _block(block)
        yield "</section>"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Words():
            yield f'<p dir="auto">{html_of(block.text)}</p>'
        case Items():
            lines = [f'<li dir="auto">{html_of(line)}</li>' for line in block.lines]
            yield from ("<ul>", *lines, "</ul>")
        case Table():
            yield from _table(block)
        case _:
            yield picture(block)


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    heads = "".join(f'<th scope="col">{html_of(cell)}</th>' for cell in table.head)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    yield from map(_row, table.rows)
    yield from ("</tbody>", "</table>")


def _row(row: Sequence[str]) -> str:
    first, *others = (html_of(cell) for cell in row)
    cells = "".join(f'<td dir="auto">{cell}</td>' for cell in others)
    return f'<tr><th scope="row" dir="auto">{first}</th>{cells}</tr>'
