"""A document in Markdown: what the user wrote stays text, whatever signs it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from habits.review.document import Items, Mark, Table, Words
from habits.review.markdown import code, shown_as_written
from habits.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from habits.review.document import Block, Document, Heat

_UNESCAPED: Final = re.compile(r"(?<!\\)\|")
_BLANK: Final = "\u00a0"
"""A blank that no reader of Markdown takes out."""


def markdown(document: Document) -> str:
    """Return a document in Markdown."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield from (f"# {_text(document.title)}", "", _text(document.note))
    for section in document.sections:
        yield from ("", f"## {_text(section.heading)}")
        for block in section.blocks:
            yield ""
            yield from _block(block)


def _block(block: Block) -> Iterable[str]:
    match block:
        case Words():
            return [_text(block.text)]
        case Items():
            return (f"- {_text(line)}" for line in block.lines)
        case Table():
            return _table(block.head, [list(map(_cell, row)) for row in block.rows])
        case _:
            return _picture(block)


def _picture(heat: Heat) -> Iterator[str]:
    rows = [
        [_cell(row.label), code("".join(cell.mark for cell in row.cells).replace(" ", _BLANK))]
        for row in heat.rows
    ]
    yield from _table(["", heat.name], rows)
    yield ""
    yield ", ".join(
        f"{code(mark.replace(Mark.NOTHING, _BLANK))} {words}" for mark, words in heat.legend
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for cells in (list(map(_cell, head)), ["---"] * len(head), *rows):
        yield f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return _UNESCAPED.sub(r"\|", _text(text))


def _text(text: str) -> str:
    return shown_as_written(one_line(text))
