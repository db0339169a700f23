"""Phrases to cadences: reads a quota as people say it.

Section 11 of the cadence spec lists what is read. Blanks, case and a final full stop do not
matter; words that have two meanings are refused with both of them offered.
"""

from __future__ import annotations

import re
from typing import Final

from habits.cadence.kinds import MOST_LOGS, Cadence, CadenceError, Quota, Unit
from habits.text import one_line, quoted

_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(),
        start=1,
    )
}
_COUNTS: Final = {"once": 1, "twice": 2, "thrice": 3}
_ORDINALS: Final = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_ADVERBS: Final = {unit.adverb: (1, unit) for unit in Unit} | {
    "everyday": (1, Unit.DAY),
    "fortnightly": (2, Unit.WEEK),
    "semiannually": (6, Unit.MONTH),
    "half-yearly": (6, Unit.MONTH),
    "annually": (1, Unit.YEAR),
}
_UNITS: Final = {str(unit): (1, unit) for unit in Unit} | {"fortnight": (2, Unit.WEEK)}
_ISO_UNITS: Final = {"d": Unit.DAY, "w": Unit.WEEK, "m": Unit.MONTH, "y": Unit.YEAR}
_TWO_MEANINGS: Final = {
    "biweekly": ("twice a week", "every 2 weeks"),
    "bi-weekly": ("twice a week", "every 2 weeks"),
    "bimonthly": ("twice a month", "every 2 months"),
    "bi-monthly": ("twice a month", "every 2 months"),
    "biannually": ("twice a year", "yearly"),
    "biannual": ("twice a year", "yearly"),
}
_EXAMPLES: Final = ("weekly", "twice a week", "every 2 weeks")

_NUMBER: Final = rf"\d+|{'|'.join(_NUMBERS)}"
_UNIT: Final = rf"(?P<unit>{'|'.join(_UNITS)})s?"
_COUNT: Final = (
    rf"(?:at least )?"
    rf"(?:(?P<word>{'|'.join(_COUNTS)})|(?P<count>{_NUMBER})(?:x| ?times| days(?= a))?)"
)
_ONCE_IN: Final = re.compile(
    rf"(?:once )?(?:every|each)"
    rf"(?: (?:(?P<every>{_NUMBER})|(?P<ordinal>{'|'.join(_ORDINALS)})"
    rf"|(?P<nth>\d+)(?:st|nd|rd|th)))? {_UNIT}"
)
_COUNT_IN: Final = re.compile(
    rf"{_COUNT} ?(?:an|a|per|every|each|in|/) ?(?:(?P<every>{_NUMBER}) )?{_UNIT}"
)
_COUNT_ADVERB: Final = re.compile(rf"{_COUNT} (?P<adverb>{'|'.join(_ADVERBS)})")
_ISO: Final = re.compile(r"(?:r/)?p(?P<every>\d+)(?P<unit>[dwmy])")


def parse_cadence(text: str) -> Cadence:
    """Return the cadence that a phrase stands for.

    Raises:
        CadenceError: The phrase is empty, has two meanings, is out of range or is not understood.
    """
    phrase = one_line(text).casefold().rstrip(". ")
    if not phrase:
        message = "The cadence is empty"
        raise CadenceError(message, _EXAMPLES)
    if meanings := _TWO_MEANINGS.get(phrase):
        message = f"{quoted(text)} has two meanings"
        raise CadenceError(message, meanings)
    numbers = _adverb(phrase) or _iso(phrase) or _once_in(phrase) or _count_in(phrase)
    if numbers is None:
        message = f"{quoted(text)} is not a cadence that is understood"
        raise CadenceError(message, _EXAMPLES)
    return _quota(phrase, *numbers)


def _quota(phrase: str, count: int, every: int, unit: Unit) -> Quota:
    if not 1 <= count <= MOST_LOGS:
        message = f"{quoted(phrase)} asks for {count} logs; a period holds 1 to {MOST_LOGS}"
        raise CadenceError(message, _EXAMPLES)
    if not 1 <= every <= unit.most:
        message = f"{quoted(phrase)} is out of range; a period has 1 to {unit.most} {unit}s"
        raise CadenceError(message, _EXAMPLES)
    if count == 1 and every > 1 and unit is Unit.DAY:
        message = f"{quoted(phrase)} slides from log to log; only calendar periods are known so far"
        raise CadenceError(message, _EXAMPLES)
    return Quota(count, every, unit)


def _adverb(phrase: str) -> tuple[int, int, Unit] | None:
    if phrase in _ADVERBS:
        return (1, *_ADVERBS[phrase])
    if match := _COUNT_ADVERB.fullmatch(phrase):
        return (_count(match), *_ADVERBS[match["adverb"]])
    return None


def _iso(phrase: str) -> tuple[int, int, Unit] | None:
    if match := _ISO.fullmatch(phrase):
        return 1, int(match["every"]), _ISO_UNITS[match["unit"]]
    return None


def _once_in(phrase: str) -> tuple[int, int, Unit] | None:
    if not (match := _ONCE_IN.fullmatch(phrase)):
        return None
    factor, unit = _UNITS[match["unit"]]
    every = _number(match["every"] or match["nth"]) if not match["ordinal"] else None
    return 1, factor * (every if every is not None else _ORDINALS[match["ordinal"]]), unit


def _count_in(phrase: str) -> tuple[int, int, Unit] | None:
    if not (match := _COUNT_IN.fullmatch(phrase)):
        return None
    factor, unit = _UNITS[match["unit"]]
    return _count(match), factor * _number(match["every"]), unit


def _count(match: re.Match[str]) -> int:
    return _COUNTS[match["word"]] if match["word"] else _number(match["count"])


def _number(text: str | None) -> int:
    """Return the number that a word or numeral stands for; none said is one."""
    return 1 if text is None else _NUMBERS.get(text) or int(text)
