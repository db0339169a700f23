"""Documents to test with."""

from __future__ import annotations

from habits.review.document import (
    Cell,
    Document,
    Heat,
    HeatRow,
    Items,
    Mark,
    Section,
    Table,
    Words,
)


def document_of(text: str) -> Document:
    """Return a document that says a text in each of its places."""
    cells = tuple(Cell(mark, text) for mark in Mark)
    columns = ("Jan", *[""] * (len(cells) - 1))
    legend = tuple((mark, mark.name.lower()) for mark in Mark)
    picture = Heat("Practice by week", columns, (HeatRow(text, cells),), legend)
    table = Table(("what", "how often"), ((text, "1"), ("b", text)))
    blocks = (picture, Words(text), Items((text, text)), table)
    return Document(text, text, (Section(text, blocks),))


YEAR = Document(
    "The year 2026",
    "All of it.",
    (
        Section(
            "Practice by week",
            (
                Heat(
                    "Practice by week",
                    ("Jan", "", "Feb", "", "M", ""),
                    (
                        HeatRow(
                            "Vision",
                            (
                                Cell(Mark.NOTHING, "week 1: not started"),
                                Cell(Mark.KEPT, "week 2: kept, 2 acts"),
                                Cell(Mark.MISSED, "week 3: missed"),
                                Cell(Mark.PAUSED, "week 4: paused"),
                                Cell(Mark.NEUTRAL, "week 5: nothing was due"),
                                Cell(Mark.OPEN, "week 6: running"),
                            ),
                        ),
                        HeatRow("We", tuple(Cell(Mark.MOST, "many") for _ in range(6))),
                    ),
                    ((Mark.KEPT, "kept"), (Mark.MISSED, "missed")),
                ),
                Table(("practice", "acts"), (("Vision", "2"), ("\u5bbd", "10"))),
            ),
        ),
        Section("Slips", (Words("None was logged."),)),
        Section("Worth reading again", (Items(("the one", "the other")),)),
    ),
)
