"""What is drawn for tests of general rules: user text, quick-log lines, days."""

from __future__ import annotations

from datetime import date
from typing import Final

from hypothesis import settings
from hypothesis import strategies as st

from habits.practices import PRACTICES
from tests.hostile import HOSTILE

untimed: Final = settings(deadline=None)
"""Marks a rule: how long an example takes depends on the machine and decides nothing."""

_SIGNS: Final = (
    "\x00\x07\t\n\r\x1b\x85\x9b\xa0\u0301\u0345\u0307\u200d\u2028\u202e\u2067\ud800\udfff"
)
_PIECES: Final = (
    "@maya @MAYA @dev @ana.lima @_ @\u0131\u0307 @\u01f0 "
    "#team #Team #4211 #a-b #\u03b0 "
    "/quiet /q /oops "
    "because Because "
    "(yesterday) (fri) (2026-11-20) (2026-02-30) (tomorrow) (9999-12-31) (soon) () "
    "yesterday: fri: in: , & + and 's . : @ # / ( ) -"
).split()
_NAMES: Final = (
    "\u0930\u0935\u093f",
    "\u0e2a\u0e31\u0e19\u0e15\u0e34",
    "\u0395\u03b9\u03c1\u03ae\u03bd\u03b7",
    "\u03a4\u03b1\u0390\u03c2",
    "\u05e9\u05c1\u05b0\u05dc",
    "\u5f20\u4f1f",
    "\u0130pek",
    "\u01f0an",
    "Zo\u00eb",
    "Stra\u00dfer",
    "M2",
)

_characters: Final = st.one_of(
    st.characters(), st.sampled_from(_SIGNS), st.integers(0xD800, 0xDFFF).map(chr)
)

texts: Final = st.one_of(st.text(_characters), st.sampled_from([text for _, text in HOSTILE]))
"""Any text at all, as it may be typed, pasted or read from a file."""

lines: Final = st.builds(
    lambda joint, pieces: joint.join(pieces),
    st.sampled_from([" ", ""]),
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(_characters, max_size=6)), max_size=12),
)
"""Lines that look as if they were written in the grammar of the quick log."""

plain_words: Final = st.text("abcdefgh xyz\u00e4\u00f8\u5bbd,.!?-", min_size=1).map(
    lambda text: " ".join(text.split())
)
"""Words in which nothing has a meaning to the quick log."""

handles: Final = st.one_of(
    st.from_regex(r"[a-z]{1,8}([._-][a-z]{1,8}){0,2}", fullmatch=True), st.sampled_from(_NAMES)
)
"""What may be typed after the @, in several scripts."""

practices: Final = st.sampled_from(PRACTICES)

any_days: Final = st.dates()
"""Every day there is."""

days: Final = st.dates(date(1990, 1, 1), date(2100, 12, 31))
"""Days on which the program may be used."""
