"""A document says the same in every format, and nothing that was written rules it."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from habits.review.document import Cell, Document, Heat, HeatRow, Mark, Section
from habits.review.document_html import html
from habits.review.document_markdown import markdown
from habits.review.document_text import text
from habits.review.heat_svg import svg
from habits.text import one_line
from tests.hostile import each_hostile
from tests.review.documents import YEAR, document_of
from tests.review.test_evidence_formats import Page, plain_of
from tests.strategies import texts

SVG: Final = "{http://www.w3.org/2000/svg}"
FRAME: Final = frozenset(
    "html head meta title style body header h1 h2 p section ul li table thead tbody tr th td "
    "svg desc g rect circle path text".split()
)
HARMLESS: Final = frozenset(
    "lang charset name content http-equiv dir scope xmlns role viewbox width height x y r cx cy d "
    "fill stroke stroke-width transform font-family font-size font-weight".split()
)


def test_in_text_it_reads_line_by_line() -> None:
    assert text(YEAR).splitlines() == [
        "The year 2026",
        "All of it.",
        "",
        "Practice by week",
        "          Jan M",
        "  Vision   ■□‖-·",
        "  We      ██████",
        "  ■ kept, □ missed",
        "",
        "  practice  acts",
        "  Vision    2",
        "  \u5bbd        10",
        "",
        "Slips",
        "  None was logged.",
        "",
        "Worth reading again",
        "  the one",
        "  the other",
    ]


def test_what_stands_over_columns_is_left_out_where_there_is_no_room() -> None:
    columns = ("", "Jan", "", "", "Feb", "Mar", "", "", "", "A", "B", "C")
    row = HeatRow("x", tuple(Cell(Mark.KEPT, "") for _ in columns))
    shown = Document("", "", (Section("", (Heat("", columns, (row,), ()),)),))
    assert text(shown).splitlines()[4] == "      Jan Mar ABC"


def test_in_markdown_it_reads_line_by_line() -> None:
    assert markdown(YEAR).splitlines() == [
        "# The year 2026",
        "",
        "All of it.",
        "",
        "## Practice by week",
        "",
        "|  | Practice by week |",
        "| --- | --- |",
        "| Vision | `\u00a0■□‖-·` |",
        "| We | `██████` |",
        "",
        "`■` kept, `□` missed",
        "",
        "| practice | acts |",
        "| --- | --- |",
        "| Vision | 2 |",
        "| \u5bbd | 10 |",
        "",
        "## Slips",
        "",
        "None was logged.",
        "",
        "## Worth reading again",
        "",
        "- the one",
        "- the other",
    ]


def test_in_html_it_says_the_same_and_each_cell_says_itself_in_words() -> None:
    page = Page(html(YEAR))
    for told in re.findall(r"\w+", text(YEAR)):
        assert told in page.text
    assert "Vision, week 2: kept, 2 acts" in page.text
    assert set(page.tags) <= FRAME
    assert set(page.attributes) <= HARMLESS


def test_html_reaches_for_nothing_and_runs_nothing() -> None:
    page = html(YEAR)
    assert "default-src 'none'" in page
    assert re.findall(r"url\(|@import|src=|href=|<script|\bon\w+=", page) == []
    assert set(re.findall(r"\S*://\S*", page)) == {'xmlns="http://www.w3.org/2000/svg"'}


def test_a_picture_is_one_svg_with_a_title_a_description_and_words_for_each_cell() -> None:
    root = ET.fromstring(svg(YEAR))  # noqa: S314 - our own words
    assert (root.tag, root.get("role")) == (f"{SVG}svg", "img")
    assert [root.findtext(f"{SVG}{name}") for name in ("title", "desc")] == [
        "The year 2026",
        "All of it.",
    ]
    told = [each.text for each in root.iter(f"{SVG}title")]
    assert told[1:6] == [
        "Vision, week 2: kept, 2 acts",
        "Vision, week 3: missed",
        "Vision, week 4: paused",
        "Vision, week 5: nothing was due",
        "Vision, week 6: running",
    ]


def test_marks_differ_by_their_shape_and_not_by_colour_alone() -> None:
    picture = re.sub(r"#[0-9a-f]+", "", svg(document_of("x")))
    shapes = re.findall(r"</title>(.+)</g>", picture)
    assert len(shapes) == len(set(shapes)) == len(Mark) - 1


def test_a_long_label_is_cut_and_told_in_full_behind_its_cells() -> None:
    root = ET.fromstring(svg(document_of("\u5bbd" * 40)))  # noqa: S314 - our own words
    told = [each.text or "" for each in root.iter(f"{SVG}text")]
    assert "\u5bbd" * 11 + "…" in told
    assert any("\u5bbd" * 40 in str(each.text) for each in root.iter(f"{SVG}title"))


def test_a_document_without_a_picture_is_a_picture_of_its_title() -> None:
    root = ET.fromstring(svg(Document("Nothing", "", ())))  # noqa: S314 - our own words
    assert [each.text for each in root.iter(f"{SVG}text")] == ["Nothing"]


@each_hostile
def test_no_hostile_text_becomes_a_mark_in_html(hostile: str) -> None:
    page = Page(html(document_of(hostile)))
    assert set(page.tags) <= FRAME
    assert set(page.attributes) <= HARMLESS


@each_hostile
def test_no_hostile_text_becomes_a_mark_or_a_link_in_markdown(hostile: str) -> None:
    kinds, _ = plain_of(markdown(document_of(hostile)))
    assert not [kind for kind in kinds if "link" in kind or "html" in kind or "image" in kind]
    assert not [kind for kind in kinds if kind in {"em_open", "s_open", "fence"}]


@given(texts)
def test_no_text_breaks_a_table_of_markdown(said: str) -> None:
    tokens = MarkdownIt("gfm-like").parse(markdown(document_of(said)))
    kinds = [token.type for token in tokens]
    assert (kinds.count("table_open"), kinds.count("tr_open"), kinds.count("td_open")) == (2, 5, 6)


@given(texts)
def test_every_text_makes_a_picture_that_can_be_read(said: str) -> None:
    root = ET.fromstring(svg(document_of(said)))  # noqa: S314 - our own words
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= FRAME
    assert one_line(str(root.findtext(f"{SVG}title") or "")) == re.sub(
        "[\ufffe\uffff]", "", one_line(said)
    )


@each_hostile
@pytest.mark.parametrize("write", [text, svg, markdown, html])
def test_a_hostile_text_stays_on_its_line(write: object, hostile: str) -> None:
    assert callable(write)
    plain, made = write(document_of("x")), write(document_of(hostile))
    assert len(made.splitlines()) == len(plain.splitlines())
