"""In Markdown user text is shown as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from habits.review.markdown import shown_as_written
from habits.text import tidy
from tests.hostile import each_hostile

SIGNS = st.text(alphabet="\\`*_{}[]<>()#&;~$!@|-+=.:/\"' 1ax\n", max_size=30)


def shown(markdown: str) -> str:
    """Return the words that are shown of an item of a list, where it holds nothing else."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(f"- {markdown}")
    kinds = [token.type for token in tokens]
    assert kinds in (
        ["bullet_list_open", "list_item_open", "paragraph_open", "inline", "paragraph_close",
         "list_item_close", "bullet_list_close"],
        ["bullet_list_open", "list_item_open", "list_item_close", "bullet_list_close"],
    )  # fmt: skip
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "text_special", "hardbreak"}
    return "".join("\n" if each.type == "hardbreak" else each.content for each in children)


@each_hostile
def test_hostile_text_is_shown_as_it_is(hostile: str) -> None:
    assert shown(shown_as_written(hostile)) == tidy(hostile)


@given(st.text() | SIGNS)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert shown(shown_as_written(text)) == tidy(text)


@pytest.mark.parametrize(
    "text",
    ["# one", "- one", "1. one", "1) one", "+ one", "=== x", "> one", "one\n---\ntwo", "one\n=="],
)
def test_signs_at_the_beginning_of_a_line_make_no_block(text: str) -> None:
    assert shown(shown_as_written(text)) == text


@pytest.mark.parametrize("text", ["https://example.com", "www.example.com", "a@b.de", "x_y_z"])
def test_what_sites_make_links_of_is_broken_up(text: str) -> None:
    assert shown_as_written(text) != text
