"""A document as plain text, for a terminal, a mail or a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.review.document import Items, Table, Words
from habits.text import cells, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from habits.review.document import Block, Document, Heat

_INDENT: Final = "  "


def text(document: Document) -> str:
    """Return a document as plain text."""
    return "\n".join(line.rstrip() for line in _lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield one_line(document.title)
    yield one_line(document.note)
    for section in document.sections:
        yield from ("", one_line(section.heading))
        for number, block in enumerate(section.blocks):
            if number:
                yield ""
            yield from (_INDENT + line for line in _block(block))


def _block(block: Block) -> Iterable[str]:
    match block:
        case Words():
            return [one_line(block.text)]
        case Items():
            return map(one_line, block.lines)
        case Table():
            return _aligned([list(map(one_line, row)) for row in (block.head, *block.rows)])
        case _:
            return _picture(block)


def _picture(heat: Heat) -> Iterable[str]:
    rows = [(one_line(row.label), "".join(cell.mark for cell in row.cells)) for row in heat.rows]
    yield from _aligned([("", _over(heat.columns)), *rows])
    yield ", ".join(f"{mark} {words}" for mark, words in heat.legend)


def _over(columns: Iterable[str]) -> str:
    """Return what stands over columns of one character each, where there is room for it."""
    line = ""
    for number, label in enumerate(columns):
        room = number - len(line)
        if label and (room > 0 or (room == 0 and len(label) == 1) or not line):
            line = f"{line:{number}}{label}"
    return line


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows of a table, whose columns stand under each other."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (
            cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)
        )
        yield _INDENT.join(padded)
