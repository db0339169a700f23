"""A document: what a review says, before it is written in one format or another."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from habits.record import dataclass


class Mark(StrEnum):
    """What one cell of a picture tells; each differs by its sign as well as by its colour."""

    KEPT = "■"
    MISSED = "□"
    OPEN = "·"
    PAUSED = "‖"
    NEUTRAL = "-"
    NOTHING = " "
    FEW = "░"
    SOME = "▒"
    MANY = "▓"
    MOST = "█"


class Cell(NamedTuple):
    """One cell of a picture, with what it tells in words."""

    mark: Mark
    words: str


class HeatRow(NamedTuple):
    """One row of a picture."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """A picture of rows of cells.

    Attributes:
        name: What it shows.
        columns: What stands over each column; most are empty.
        rows: The rows, each with a cell for each column.
        legend: What its marks mean.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    legend: tuple[tuple[Mark, str], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of sentences."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of each row says what the row is about."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Words | Items | Table | Heat


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What a review says. All that stands in it may be what a user wrote.

    Attributes:
        title: What it is headed by.
        note: What is to be known of it as a whole.
        sections: Its parts, in their order.
    """

    title: str
    note: str
    sections: tuple[Section, ...]

    @property
    def pictures(self) -> tuple[Heat, ...]:
        """The pictures in it."""
        blocks = (block for section in self.sections for block in section.blocks)
        return tuple(block for block in blocks if isinstance(block, Heat))
