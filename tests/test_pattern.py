"""A pattern that is compiled late finds what one does that is compiled at once."""

from __future__ import annotations

import re

from habits.pattern import pattern


def test_it_finds_what_a_compiled_one_finds() -> None:
    late, early = (
        pattern(r"(?P<word>b+)", re.IGNORECASE),
        re.compile(r"(?P<word>b+)", re.IGNORECASE),
    )
    for text in ("aBb", "", "bb b"):
        assert late.findall(text) == early.findall(text)
        assert bool(late.fullmatch(text)) == bool(early.fullmatch(text))
        assert late.sub("x", text) == early.sub("x", text)
    assert late.pattern == early.pattern
