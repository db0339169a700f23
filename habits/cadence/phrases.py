"""Phrases to cadences, and refusals that help (cadence spec, section 11).

Blanks, case and a final full stop do not matter. Each reader of this package takes a phrase in
its plain form and returns the cadence it stands for, or None where the phrase is not of its kind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from habits.cadence.block_phrases import read_block
from habits.cadence.kinds import CadenceError
from habits.pattern import pattern
from habits.text import one_line

if TYPE_CHECKING:
    from habits.cadence.kinds import Cadence

_RRULE: Final = pattern(r"rrule:|freq=|[a-z]+=.*;", re.IGNORECASE)


def parse_cadence(text: str) -> Cadence:
    """Return the cadence that a phrase stands for.

    Raises:
        CadenceError: The phrase is empty, has two meanings, is out of range or is not understood;
            its message says which, and each of its suggestions parses.
    """
    line = one_line(text)
    # Imported on need, as below: most promises are kept by the week or the month.
    if _RRULE.match(line):
        from habits.cadence.rrule import parse_rrule  # noqa: PLC0415

        return parse_rrule(line.rstrip(". "))
    phrase = _plain(line)
    return read_block(phrase) or _read_rule(line, phrase)


def _read_rule(line: str, phrase: str) -> Cadence:
    from habits.cadence.rule_phrases import read_rule  # noqa: PLC0415

    cadence = read_rule(phrase)
    if cadence is None:
        from habits.cadence.refusals import refusal  # noqa: PLC0415

        raise refusal(line, phrase)
    return cadence


def _plain(line: str) -> str:
    """Return a phrase without what makes no difference: case, full stop, "the", "each"."""
    words = line.casefold().rstrip(". ").split()
    return " ".join("every" if word == "each" else word for word in words if word != "the")


__all__ = ["CadenceError", "parse_cadence"]
