"""In Markdown user text is shown as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from habits.review.markdown import code, shown_as_written
from habits.text import tidy
from tests.hostile import each_hostile
from tests.strategies import texts

if TYPE_CHECKING:
    from markdown_it.token import Token

READERS: Final = (
    MarkdownIt("commonmark").enable(["table", "strikethrough"]),
    MarkdownIt("gfm-like"),
)
SIGNS = st.text(alphabet="\\`*_{}[]<>()#&;~$!@|-+=.:/\"' 1axw\n", max_size=30)


def shown(markdown: str) -> str:
    """Return the words that all readers show of an item of a list, where it holds nothing else."""
    one, other = (_shown(reader, f"- {markdown}") for reader in READERS)
    assert one == other
    return one


def _shown(reader: MarkdownIt, markdown: str) -> str:
    tokens = reader.parse(markdown)
    kinds = [token.type for token in tokens]
    assert kinds in (
        ["bullet_list_open", "list_item_open", "paragraph_open", "inline", "paragraph_close",
         "list_item_close", "bullet_list_close"],
        ["bullet_list_open", "list_item_open", "list_item_close", "bullet_list_close"],
    )  # fmt: skip
    return "".join(_seen(child) for token in tokens for child in token.children or ())


def _seen(token: Token) -> str:
    assert token.type in {"text", "text_special", "code_inline", "hardbreak"}
    return "\n" if token.type == "hardbreak" else token.content


@each_hostile
def test_hostile_text_is_shown_as_it_is(hostile: str) -> None:
    assert shown(shown_as_written(hostile)) == tidy(hostile)


@given(st.text() | texts | SIGNS)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert shown(shown_as_written(text)) == tidy(text)


@pytest.mark.parametrize(
    "text",
    ["# one", "- one", "1. one", "1) one", "+ one", "=== x", "> one", "one\n---\ntwo", "one\n==",
     "one\n> two", "~~~ one", "``` one", "a|b\n-|-", "``a`b@c`` `@`"],
)  # fmt: skip
def test_signs_at_the_beginning_of_a_line_make_no_block(text: str) -> None:
    assert shown(shown_as_written(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://x.example) ![y](z) <b>b</b> *a* _b_ ~~c~~ `d` $e$ a|b &amp; \\",
        "www.acme.example acme.com me@x.example @maya #12 #tag ftp://x https://x.example",
        "# 1. - + > === --- ```",
    ],
)
def test_signs_within_a_line_make_no_marks_and_no_links(text: str) -> None:
    assert shown(shown_as_written(text)) == text


def test_what_sites_make_links_of_stands_as_code() -> None:
    assert shown_as_written("ask @maya about #4211, now") == "ask `@maya` about `#4211,` now"
    assert shown_as_written("see https://example.com") == "see `https://example.com`"
    assert code("`@`") == "`` `@` ``"
