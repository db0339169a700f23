"""A packet in each format is what was written, and nothing that was written rules it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

import pytest
from markdown_it import MarkdownIt

from habits.model import Person, Remark
from habits.review.evidence_html import html
from habits.review.evidence_json import json as json_of
from habits.review.evidence_json import packet_shape
from habits.review.evidence_markdown import markdown
from habits.review.evidence_words import NOTE
from habits.text import clean, one_line
from tests.hostile import each_hostile
from tests.review.packets import DAY, DEV, FIRST, MAYA, entry, evidence

if TYPE_CHECKING:
    from markdown_it.token import Token

    from habits.review.packet import Packet

READER: Final = MarkdownIt("gfm-like")
FRAME: Final = frozenset(
    "html head meta title style body header h1 h2 h3 p section ul li bdi dl dt dd time".split()
)
HARMLESS: Final = frozenset({"lang", "charset", "name", "content", "http-equiv", "dir", "datetime"})


class Page(HTMLParser):
    """What a browser would see of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data


def packet_of(text: str) -> Packet:
    """Return a packet that says a text in each of its places."""
    subject = Person(
        MAYA.id,
        one_line(text)[:60] or "x",
        "maya",
        role=clean(text),
        manager=clean(text),
        aims=(Remark(FIRST, clean(text), shared=True),),
        sparks=(Remark(FIRST, clean(text), shared=True),),
    )
    said = clean(text) or "x"
    return evidence(
        entry(said, f"{said} https://x.example/{one_line(text)}"), subject=subject
    ).packet


def plain_of(page: str) -> tuple[list[str], str]:
    """Return the kinds of marks in Markdown, and what a reader sees of it."""
    tokens = READER.parse(page)
    inner = [child for token in tokens for child in token.children or ()]
    return [token.type for token in (*tokens, *inner)], "".join(map(_seen, inner))


def _seen(token: Token) -> str:
    return token.content if token.type in {"text", "code_inline", "text_special"} else ""


FULL: Final = replace(
    MAYA,
    role="engineer",
    manager="Jo Park",
    aims=(Remark(FIRST, "staff by autumn", shared=True),),
    sparks=(Remark(DAY, "protocols", shared=True),),
)
MOMENTS: Final = (
    entry(
        "the on-call fix https://ci.example/7?a=1&b=2",
        practice="credit",
        move="public",
        people=(MAYA, DEV),
        tags=("product", "customer"),
    ),
    entry("the tests", move="quiet"),
)
PAGE: Final = """\
# Maya: a partner's notes

Notes of a product partner who worked alongside, not a rating: single moments, written down when \
they happened. What is not in here was not seen, and says nothing.

For Maya (engineer) and their manager, Jo Park. 2026-04-01 to 2026-11-22.

## Where they want to go, in their own words

- 2026-04-01: staff by autumn

## What lights them up, in their own words

- 2026-05-20: protocols

## Moments

### 2026-05-20, built by them

- **Act**: the on-call fix
- **Together with**: a teammate
- **Effect**: it saved the launch
- **Helped**: the product and a customer
- **Credited**: in public
- **Link**: `https://ci.example/7?a=1&b=2`

### 2026-05-20, unseen work

- **Act**: the tests
- **Effect**: it saved the launch
"""


def test_a_packet_in_markdown_reads_as_plain_notes() -> None:
    assert markdown(evidence(*MOMENTS, subject=FULL).packet) == PAGE


def test_a_packet_in_html_says_the_same() -> None:
    page = Page(html(evidence(*MOMENTS, subject=FULL).packet))
    assert [word for word in re.findall(r"\w+", PAGE) if word not in page.text] == []


def test_a_packet_in_json_has_all_of_it_by_name() -> None:
    packet = evidence(*MOMENTS, subject=FULL).packet
    shape = packet_shape(packet)

    assert json.loads(json_of(packet)) == shape
    first, second = shape.pop("moments")
    assert shape == {
        "name": "Maya",
        "role": "engineer",
        "manager": "Jo Park",
        "note": NOTE,
        "first": "2026-04-01",
        "last": "2026-11-22",
        "aims": [{"date": "2026-04-01", "text": "staff by autumn"}],
        "sparks": [{"date": "2026-05-20", "text": "protocols"}],
    }
    assert first == {
        "date": "2026-05-20",
        "situation": "built by them",
        "act": "the on-call fix",
        "effect": "it saved the launch",
        "helped": ["product", "customer"],
        "where": ["public"],
        "beside": ["a teammate"],
        "links": ["https://ci.example/7?a=1&b=2"],
    }
    assert [second[name] for name in ("helped", "where", "beside", "links")] == [[], [], [], []]


@each_hostile
def test_whatever_was_written_is_a_value_in_json(hostile: str) -> None:
    assert json.loads(json_of(packet_of(hostile))) == packet_shape(packet_of(hostile))


@pytest.mark.parametrize("form", [markdown, html])
def test_an_empty_packet_says_so_plainly(form: object) -> None:
    assert callable(form)
    page = form(evidence().packet)
    assert (
        "Nothing is written down here from 2026-04-01 until 2026-11-22 that tells what Maya did "
        "and why it mattered."
    ) in page
    assert "Act" not in page


def test_html_reaches_for_nothing_and_runs_nothing() -> None:
    page = Page(html(evidence(*MOMENTS, subject=FULL).packet))
    assert set(page.tags) == FRAME
    assert set(page.attributes) == HARMLESS
    text = html(evidence(MOMENTS[1], subject=FULL).packet)
    assert "default-src 'none'" in text
    assert re.findall(r"url\(|@import|src=|href=|://", text) == []


@each_hostile
def test_no_hostile_text_becomes_a_mark_in_html(hostile: str) -> None:
    page = Page(html(packet_of(hostile)))
    assert set(page.tags) <= FRAME
    assert set(page.attributes) <= HARMLESS


@each_hostile
def test_no_hostile_text_becomes_a_mark_or_a_link_in_markdown(hostile: str) -> None:
    kinds, _ = plain_of(markdown(packet_of(hostile)))
    assert not [kind for kind in kinds if "link" in kind or "html" in kind or "image" in kind]
    assert not [kind for kind in kinds if kind in {"em_open", "s_open", "table_open", "fence"}]
    assert kinds.count("heading_open") == 5
