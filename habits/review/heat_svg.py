"""Pictures as SVG, which reach for nothing, run nothing, and read without colour.

Each mark has a shape of its own, each cell says in words what it tells, and so does each picture.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from habits.review.document import Mark
from habits.text import cells, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.review.document import Cell, Document, Heat, HeatRow

_STEP: Final = 14
"""How far one cell is from the next, in units of the picture; all below are such too."""

_LINE: Final = 20
_CHARACTER: Final = 7
_MOST_OF_LABEL: Final = 24
"""How many cells of a terminal a label has at most; what is longer is cut."""

_MARGIN: Final = 12
_FILL: Final = "#2a8c66"
_QUIET: Final = "#7a7a7a"
_BEYOND_XML: Final = re.compile("[\ufffe\uffff]")


def _square(size: int) -> str:
    begin = (_STEP - size) / 2
    return f'<rect x="{begin:g}" y="{begin:g}" width="{size}" height="{size}" fill="{_FILL}"/>'


_SHAPES: Final = {
    Mark.KEPT: _square(12),
    Mark.MISSED: '<rect x="2" y="2" width="10" height="10" fill="none" '
    f'stroke="{_QUIET}" stroke-width="1.5"/>',
    Mark.OPEN: f'<circle cx="7" cy="7" r="2" fill="{_QUIET}"/>',
    Mark.PAUSED: f'<path d="M5 2v10M9 2v10" stroke="{_QUIET}" stroke-width="1.5"/>',
    Mark.NEUTRAL: f'<path d="M4 7h6" stroke="{_QUIET}" stroke-width="1.5"/>',
    Mark.NOTHING: "",
    Mark.FEW: _square(4),
    Mark.SOME: _square(7),
    Mark.MANY: _square(10),
    Mark.MOST: _square(13),
}


def svg(document: Document) -> str:
    """Return the pictures of a document as one SVG file."""
    pictures = document.pictures
    inner: list[str] = [f'<text x="0" y="14" font-weight="bold">{_text(document.title)}</text>']
    height = 2 * _LINE
    for heat in pictures:
        inner.append(f'<text x="0" y="{height + 14}">{_text(heat.name)}</text>')
        inner += [f'<g transform="translate(0 {height + _LINE})">', *_lines(heat), "</g>"]
        height += _height(heat) + 2 * _LINE
    width = max([*map(_width, pictures), len(document.title) * _CHARACTER])
    # A file is looked at on any ground; its writing is black.
    paper = (
        f'<rect x="-{_MARGIN}" y="-{_MARGIN}" width="{width + 2 * _MARGIN}" '
        f'height="{height + 2 * _MARGIN}" fill="#fff"/>'
    )
    size = (_MARGIN, width, height)
    return "\n".join(_drawing(document.title, document.note, size, [paper, *inner])) + "\n"


def picture(heat: Heat) -> str:
    """Return a picture as SVG that stands in a page of HTML."""
    legend = ", ".join(f"{mark} {words}" for mark, words in heat.legend)
    return "\n".join(_drawing(heat.name, legend, (0, _width(heat), _height(heat)), _lines(heat)))


def _drawing(
    title: str, told: str, size: tuple[int, int, int], inner: Iterable[str]
) -> Iterator[str]:
    margin, width, height = size
    width, height = width + 2 * margin, height + 2 * margin
    yield (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'width="{width}" height="{height}" viewBox="-{margin} -{margin} {width} {height}" '
        'font-family="system-ui, sans-serif" font-size="12" fill="currentColor">'
    )
    yield f"<title>{_text(title)}</title>"
    yield f"<desc>{_text(told)}</desc>"
    yield from inner
    yield "</svg>"


def _lines(heat: Heat) -> Iterator[str]:
    left = _left(heat)
    for number, label in enumerate(heat.columns):
        if label:
            x = left + number * _STEP
            yield f'<text x="{x}" y="14" font-size="10">{_text(label)}</text>'
    for number, row in enumerate(heat.rows):
        yield f'<g transform="translate(0 {(1 + number) * _LINE})">'
        yield from _row(row, left)
        yield "</g>"
    yield from _legend(heat, (1 + len(heat.rows)) * _LINE)


def _row(row: HeatRow, left: int) -> Iterator[str]:
    yield f'<text x="0" y="11">{_text(_cut(row.label))}</text>'
    for number, cell in enumerate(row.cells):
        if _SHAPES[cell.mark]:
            yield f'<g transform="translate({left + number * _STEP} 0)">{_cell(row, cell)}</g>'


def _cell(row: HeatRow, cell: Cell) -> str:
    return f"<title>{_text(f'{row.label}, {cell.words}')}</title>{_SHAPES[cell.mark]}"


def _legend(heat: Heat, top: int) -> Iterator[str]:
    x = 0
    for mark, words in heat.legend:
        yield f'<g transform="translate({x} {top})">{_SHAPES[mark]}'
        yield f'<text x="{_STEP + 4}" y="11">{_text(words)}</text></g>'
        x += _step_of_legend(words)


def _step_of_legend(words: str) -> int:
    return 2 * _STEP + len(words) * _CHARACTER


def _left(heat: Heat) -> int:
    return max(cells(_cut(row.label)) for row in heat.rows) * _CHARACTER + _STEP


def _width(heat: Heat) -> int:
    legend = sum(_step_of_legend(words) for _, words in heat.legend)
    return max(_left(heat) + (len(heat.columns) + 1) * _STEP, legend)


def _height(heat: Heat) -> int:
    return (2 + len(heat.rows)) * _LINE


def _cut(label: str) -> str:
    """Return a label that fits."""
    line = one_line(label)
    if cells(line) <= _MOST_OF_LABEL:
        return line
    while cells(line) >= _MOST_OF_LABEL:
        line = line[:-1]
    return f"{line}…"


def _text(text: str) -> str:
    return _BEYOND_XML.sub("", escape(one_line(text)))
