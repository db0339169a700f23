"""What may be a name and is left in a packet is told, so that nobody is passed on unseen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.review.evidence_words import preview
from habits.review.names_left import COMMON, MINE, names_left
from habits.text import clean, folded
from tests.review.packets import MAYA, entry, evidence
from tests.strategies import texts


@pytest.mark.parametrize(
    ("text", "within", "leading"),
    [
        ("the fix for Acme, as Acme's own", [("Acme", 2)], ()),
        ("Sarah knew. Tom did! (Kim too)", [], ("Sarah", "Tom", "Kim")),
        ("Sarah knew; so Sarah told", [("Sarah", 1)], ()),
        ("It held. The rest, as I said and I'm sure", [], ()),
        ("Because of It", [("It", 1)], ()),
        ("SSO held. iPhone and McCloud", [("SSO", 1), ("iPhone", 1), ("McCloud", 1)], ()),
        ("write to sarah@acme.example", [("sarah@acme.example", 1)], ()),
        ("in Zürich and with O\u2019Brien-Lee", [("Zürich", 1), ("O\u2019Brien-Lee", 1)], ()),
        ("Maya did it, as MAYA", [], ()),
        ("nothing here, 4711", [], ()),
        ("", [], ()),
    ],
)
def test_words_with_a_capital_are_told_and_addresses(
    text: str, within: list[tuple[str, int]], leading: tuple[str, ...]
) -> None:
    left = names_left([text], {"maya"})
    assert (list(left.within), left.leading, left.has_no_capitals) == (within, leading, False)


@pytest.mark.parametrize("text", ["昨天帮了我", "\u05e9\u05dc\u05d5\u05dd", "thanks, 张伟"])
def test_that_writing_without_capitals_hides_names_is_told(text: str) -> None:
    assert names_left([text]).has_no_capitals


@given(what=texts, why=st.one_of(texts, st.just("for Acme. Sarah and Tom_2 of ACME-Bank's")))
def test_the_preview_tells_every_word_with_a_capital_that_a_packet_holds(
    what: str, why: str
) -> None:
    made = evidence(entry(clean(what), clean(why)), others=())
    (told,) = made.packet.moments or [None]
    seen = set(re.findall(r"\w+", " ".join(preview(made))))
    untold = seen | COMMON | MINE | {folded(MAYA.name)}
    for word in re.findall(r"\w+", f"{told.act} {told.effect}") if told else ():
        assert word == word.lower() or word in seen or folded(word) in untold
