"""Phrases that ask for so many logs in a time: quotas, intervals and limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cadence.kinds import MOST_LOGS, CadenceError, Interval, Limit, Quota, Unit
from habits.cadence.numbers import NUMBER, number
from habits.pattern import pattern
from habits.text import quoted

if TYPE_CHECKING:
    import re

    from habits.cadence.kinds import Cadence

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

_UNIT: Final = rf"(?P<unit>{'|'.join(_UNITS)})s?"
_COUNT: Final = (
    rf"(?:(?P<word>{'|'.join(_COUNTS)})|(?P<count>{NUMBER})(?:x| ?times| days(?= a week))?)"
)
_EVERY: Final = pattern(
    rf"(?:once )?every"
    rf"(?: (?:(?P<every>{NUMBER})|(?P<ordinal>{'|'.join(_ORDINALS)})"
    rf"|(?P<nth>\d+)(?:st|nd|rd|th)))? {_UNIT}"
)
_COUNT_IN: Final = pattern(rf"{_COUNT} ?(?:an|a|per|every|in|/) ?(?:(?P<every>{NUMBER}) )?{_UNIT}")
_COUNT_ADVERB: Final = pattern(rf"{_COUNT} (?P<adverb>{'|'.join(_ADVERBS)})")
_ISO: Final = pattern(r"(?:r/)?p(?P<every>\d+)(?P<unit>[dwmy])")
_AT_LEAST_EVERY: Final = pattern(rf"at least every(?: (?P<every>{NUMBER}))? (?P<unit>day|week)s?")
_APART: Final = pattern(rf"(?:no|not) more than (?P<every>{NUMBER}) days? apart")
_ALTERNATE: Final = pattern(r"alternate days|every alternate day")
_AT_LEAST: Final = pattern(r"at least (?=\S)")
_AT_MOST: Final = pattern(r"(?:at most|(?:no|not) more than) (?=\S)")

_Numbers = tuple[int, int, Unit]


def read_block(phrase: str) -> Cadence | None:
    """Return the quota, interval or limit that a plain phrase stands for.

    Raises:
        CadenceError: It is such a phrase, but a number is out of range.
    """
    if phrase == "never":
        return Limit(0, 1, Unit.WEEK)
    if days := _days_apart(phrase):
        return _interval(phrase, days)
    if match := _AT_MOST.match(phrase):
        numbers = _counted(phrase[match.end() :])
        return _limit(phrase, *numbers) if numbers else None
    if match := _AT_LEAST.match(phrase):
        numbers = _counted(phrase[match.end() :])
    else:
        numbers = _counted(phrase) or _uncounted(phrase)
    return _quota(phrase, *numbers) if numbers else None


def _days_apart(phrase: str) -> int | None:
    if _ALTERNATE.fullmatch(phrase):
        return 2
    if match := _APART.fullmatch(phrase):
        return number(match["every"])
    if match := _AT_LEAST_EVERY.fullmatch(phrase):
        return number(match["every"]) * (7 if match["unit"] == "week" else 1)
    return None


def _uncounted(phrase: str) -> _Numbers | None:
    """Return the numbers of a phrase that asks for one log in a time."""
    if phrase in _ADVERBS:
        return 1, *_ADVERBS[phrase]
    if match := _ISO.fullmatch(phrase):
        return 1, int(match["every"]), _ISO_UNITS[match["unit"]]
    if match := _EVERY.fullmatch(phrase):
        factor, unit = _UNITS[match["unit"]]
        times = _ORDINALS.get(match["ordinal"]) or number(match["every"] or match["nth"])
        return 1, factor * times, unit
    return None


def _counted(phrase: str) -> _Numbers | None:
    """Return the numbers of a phrase that counts the logs in a time."""
    if match := _COUNT_ADVERB.fullmatch(phrase):
        return _count(match), *_ADVERBS[match["adverb"]]
    if match := _COUNT_IN.fullmatch(phrase):
        factor, unit = _UNITS[match["unit"]]
        return _count(match), factor * number(match["every"]), unit
    return None


def _count(match: re.Match[str]) -> int:
    return _COUNTS[match["word"]] if match["word"] else number(match["count"])


def _quota(phrase: str, count: int, every: int, unit: Unit) -> Cadence:
    if unit is Unit.DAY and count == 1 and every != 1:
        return _interval(phrase, every)
    if count == 0:
        message = f"{quoted(phrase)} asks for nothing"
        raise CadenceError(message, ("never", "weekly"))
    _check(phrase, count, every, unit)
    return Quota(count, every, unit)


def _limit(phrase: str, count: int, every: int, unit: Unit) -> Limit:
    _check(phrase, count, every, unit)
    return Limit(count, every, unit)


def _interval(phrase: str, days: int) -> Cadence:
    _check(phrase, 1, days, Unit.DAY)
    return Interval(days) if days > 1 else Quota(1, 1, Unit.DAY)


def _check(phrase: str, count: int, every: int, unit: Unit) -> None:
    if count > MOST_LOGS:
        message = f"{quoted(phrase)} counts {count}; at most {MOST_LOGS} are counted"
        raise CadenceError(message, (f"{MOST_LOGS} times a {unit}",))
    if not 1 <= every <= unit.most:
        message = f"{quoted(phrase)} is out of range; it can be 1 to {unit.most} {unit}s"
        raise CadenceError(message, (unit.adverb, f"every {unit.most} {unit}s"))
