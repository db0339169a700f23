"""Phrases that name particular days: weekdays, days of the month, days of the year."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING, Final

from habits.cadence.kinds import CadenceError
from habits.cadence.numbers import NUMBER, number
from habits.cadence.rule import (
    LAST,
    MONTHS,
    ORDINALS,
    WEEKDAYS,
    WORKING,
    Frequency,
    Rule,
    needs_clamp,
    quarter_months,
)
from habits.pattern import pattern
from habits.text import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

_JOINT: Final = pattern(r"\s*(?:,\s*and\s|,|&|/|\band\b)\s*")
_ORDINAL_WORDS: Final = {word: ordinal for ordinal, word in ORDINALS.items()}
_ABBREVIATIONS: Final = {"tues": 1, "thur": 3, "thurs": 3}
_SEPTEMBER: Final = {"sept": 8}

_WORKDAYS: Final = pattern(
    r"(?:every |on )?(?:weekdays?|workdays?|business days?|mon(?:day)?(?:-| to )fri(?:day)?)"
)
_WEEKENDS: Final = pattern(r"(?:on )?weekends")
_WEEKLY: Final = pattern(r"(?:weekly on |every week on |every |on )?(?P<days>\D+)")
_EVERY_WEEKS: Final = pattern(
    rf"(?:every (?:(?P<every>{NUMBER})|other) weeks?|fortnightly|every fortnight)"
    r" (?:on )?(?P<days>\D+)"
    r"|every other (?P<other>\D+)"
)
_OF_MONTH: Final = pattern(
    rf"(?:on )?(?P<days>.+?) of (?:(?:a |every )?(?P<unit>month|quarter)"
    rf"|every (?:(?P<every>{NUMBER})|other) months?)"
)
_MONTHLY_ON: Final = pattern(
    rf"(?:monthly|every month|every (?:(?P<every>{NUMBER})|other) months?) on (?P<days>.+)"
)
_END: Final = pattern(r"(?:at )?end of (?:every )?month")
_MONTH_DAY: Final = pattern(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?")
_WORKING_DAY: Final = pattern(r"(?P<ordinal>first|1st|last) (?:weekday|business day|workday)")
_MONTH_FIRST: Final = pattern(r"(?P<month>[a-z]+) (?P<day>\d{1,2})(?:st|nd|rd|th)?")
_DAY_FIRST: Final = pattern(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>[a-z]+)")
_YEARLY: Final = pattern(
    r"(?:(?:yearly|annually|every year) on |every |on )(?P<date>.+)|(?P<before>.+) every year"
)


def read_rule(phrase: str) -> Rule | None:
    """Return the rule that a plain phrase stands for.

    Raises:
        CadenceError: It names days, but such a day never comes.
    """
    readers: tuple[Callable[[str], Rule | None], ...] = (
        _working_week,
        _weekly,
        _every_weeks,
        _monthly,
        _yearly,
    )
    return next((rule for reader in readers if (rule := reader(phrase))), None)


def _working_week(phrase: str) -> Rule | None:
    if _WORKDAYS.fullmatch(phrase):
        return Rule(Frequency.WEEKLY, by_day=WORKING)
    if _WEEKENDS.fullmatch(phrase):
        return Rule(Frequency.WEEKLY, by_day=((0, 5), (0, 6)))
    return None


def _weekly(phrase: str) -> Rule | None:
    match = _WEEKLY.fullmatch(phrase)
    days = _weekdays(match["days"]) if match else None
    return Rule(Frequency.WEEKLY, by_day=days) if days else None


def _every_weeks(phrase: str) -> Rule | None:
    match = _EVERY_WEEKS.fullmatch(phrase)
    days = _weekdays(match["days"] or match["other"]) if match else None
    if match is None or days is None:
        return None
    every = _bounded(phrase, number(match["every"]) if match["every"] else 2, Frequency.WEEKLY)
    return Rule(Frequency.WEEKLY, every, by_day=days)


def _weekdays(text: str) -> tuple[tuple[int, int], ...] | None:
    """Return the weekdays of a list, None if it holds anything else."""
    days = [_index(word, WEEKDAYS, _ABBREVIATIONS) for word in _JOINT.split(text)]
    known = {day for day in days if day is not None}
    return None if None in days else tuple((0, day) for day in sorted(known))


def _index(word: str, names: list[str], further: dict[str, int]) -> int | None:
    """Return the index of a name, written out, in the plural or by its first three letters."""
    if word in further:
        return further[word]
    for index, name in enumerate(names):
        if word in {name.casefold(), f"{name.casefold()}s", name[:3].casefold()}:
            return index
    return None


def _monthly(phrase: str) -> Rule | None:
    """Return the rule of "… of the month", "monthly on …" and their kin."""
    if _END.fullmatch(phrase):
        return _of_month("last day", 1)
    match = _MONTHLY_ON.fullmatch(phrase) or _OF_MONTH.fullmatch(phrase)
    if match is None:
        # "15th" and "first Monday" alone are left: they are as likely to be one date.
        return None
    months = 2 if "other" in phrase else number(match["every"])
    every = _bounded(phrase, months, Frequency.MONTHLY)
    if match.groupdict().get("unit") == "quarter":
        return _of_quarter(match["days"])
    return _of_month(match["days"], every)


def _of_month(days: str, every: int) -> Rule | None:
    if (found := _WORKING_DAY.fullmatch(days)) and every == 1:
        position = LAST if found["ordinal"] == "last" else 1
        return Rule(Frequency.MONTHLY, by_day=WORKING, by_set_pos=(position,))
    if month_days := _month_days(days):
        clamps = needs_clamp(month_days)
        return Rule(Frequency.MONTHLY, every, by_month_day=month_days, clamps=clamps)
    if by_day := _nth_weekdays(days):
        return Rule(Frequency.MONTHLY, every, by_day=by_day)
    return None


def _of_quarter(days: str) -> Rule | None:
    by_day = _nth_weekdays(days)
    months = quarter_months([ordinal for ordinal, _ in by_day]) if by_day else None
    if by_day is None or months is None:
        return None
    return Rule(Frequency.MONTHLY, by_month=months, by_day=by_day)


def _month_days(text: str) -> tuple[int, ...] | None:
    """Return the days of the month in a list such as "1st and last day"."""
    days: set[int] = set()
    for word in _JOINT.split(text):
        match = _MONTH_DAY.fullmatch(word)
        if word == "last day":
            days.add(LAST)
        elif match is None:
            return None
        else:
            days.add(_day_of_month(int(match["day"]), text))
    return tuple(sorted(days, key=lambda day: (day < 0, day)))


def _day_of_month(day: int, text: str) -> int:
    if not 1 <= day <= 31:  # noqa: PLR2004 - the longest month
        message = f"No month has a day {day}, as {quoted(text)} asks for"
        raise CadenceError(message, ("15th of the month", "last day of the month"))
    return day


def _nth_weekdays(text: str) -> tuple[tuple[int, int], ...] | None:
    """Return "first and third tuesday" as ordinals of one weekday."""
    words, _, name = text.rpartition(" ")
    weekday = _index(name, WEEKDAYS, _ABBREVIATIONS)
    if weekday is None or not words:
        return None
    ordinals = [_ordinal(word, text) for word in _JOINT.split(words)]
    if None in ordinals:
        return None
    known = {ordinal for ordinal in ordinals if ordinal is not None}
    return tuple((n, weekday) for n in sorted(known, key=lambda n: (n < 0, n)))


def _ordinal(word: str, text: str) -> int | None:
    if word in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[word]
    match = _MONTH_DAY.fullmatch(word)
    if match is None:
        return None
    if int(match["day"]) not in ORDINALS:
        message = f"No month has {quoted(text)}"
        raise CadenceError(message, ("first Monday of the month", "last Monday of the month"))
    return int(match["day"])


def _yearly(phrase: str) -> Rule | None:
    match = _YEARLY.fullmatch(phrase)
    text = (match["date"] or match["before"]) if match else ""
    found = _MONTH_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    month = _index(found["month"], MONTHS, _SEPTEMBER) if found else None
    if found is None or month is None:
        return None
    day, leap_year = int(found["day"]), 2024
    if not 1 <= day <= calendar.monthrange(leap_year, month + 1)[1]:
        message = f"{MONTHS[month]} has no day {day}"
        raise CadenceError(message, (f"every {MONTHS[month]} 1", "last day of the month"))
    clamps = (month, day) == (1, 29)
    return Rule(Frequency.YEARLY, by_month=(month + 1,), by_month_day=(day,), clamps=clamps)


def _bounded(phrase: str, every: int, frequency: Frequency) -> int:
    if not 1 <= every <= frequency.most:
        unit = {Frequency.WEEKLY: "week", Frequency.MONTHLY: "month"}[frequency]
        message = f"{quoted(phrase)} is out of range; it can be 1 to {frequency.most} {unit}s"
        raise CadenceError(message, (f"{unit}ly", f"every 2 {unit}s"))
    return every
