"""RRULE text to rules, as far as section 2 of the cadence spec allows it."""

from __future__ import annotations

from typing import Final

from habits.cadence.kinds import CadenceError
from habits.cadence.rule import DAY_CODES, Frequency, Rule
from habits.pattern import pattern
from habits.record import replace
from habits.text import quoted

_PART: Final = pattern(r"([A-Z]+)=(.+)")
_BY_DAY: Final = pattern(rf"([+-]?\d{{1,2}})?({'|'.join(DAY_CODES)})")
_WHOLE: Final = pattern(r"[+-]?\d{1,4}")
_KNOWN: Final = ("FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST")
_BOUNDS: Final = ("COUNT", "UNTIL")
_TIMES: Final = ("BYHOUR", "BYMINUTE", "BYSECOND")
_TOO_OFTEN: Final = ("HOURLY", "MINUTELY", "SECONDLY")
_LONGEST: Final = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_EXAMPLES: Final = ("every Monday", "RRULE:FREQ=WEEKLY;BYDAY=MO")
_MOST_SET: Final = 366
_MOST_WEEKS: Final = 53
_MOST_IN_MONTH: Final = 5


def parse_rrule(text: str) -> Rule:
    """Return the rule that an RRULE stands for; the prefix is optional.

    Raises:
        CadenceError: A part is unknown, doubled, out of range or not to be had.
    """
    parts = _parts(text)
    frequency = _frequency(parts)
    rule = Rule(
        frequency=frequency,
        interval=_numbers(parts, "INTERVAL", 1, frequency.most, "1")[0],
        by_month=_numbers(parts, "BYMONTH", 1, 12),
        by_month_day=_signed(parts, "BYMONTHDAY", 31),
        by_day=_days(parts, frequency),
        by_set_pos=_signed(parts, "BYSETPOS", _MOST_SET),
        week_start=_week_start(parts),
    )
    return _normal(_possible(rule))


def _refuse(trouble: str) -> CadenceError:
    return CadenceError(trouble, _EXAMPLES)


def _parts(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in text.upper().removeprefix("RRULE:").strip().rstrip(";").split(";"):
        match = _PART.fullmatch(part.strip())
        if match is None:
            message = f"{quoted(part)} is no part of an RRULE"
            raise _refuse(message)
        name, value = match.groups()
        if name in parts:
            message = f"{name} is said twice"
            raise _refuse(message)
        if name not in _KNOWN:
            raise _refuse(_unknown(name))
        parts[name] = value
    return parts


def _unknown(name: str) -> str:
    if name in _BOUNDS:
        return f"{name} ends a rule, and a habit has no end; archive it instead"
    if name in _TIMES:
        return f"{name} names a time of day; habits are reckoned in days"
    return f"{name} is not read; the parts are {', '.join(_KNOWN)}"


def _frequency(parts: dict[str, str]) -> Frequency:
    name = parts.get("FREQ", "")
    if name in _TOO_OFTEN:
        message = f"FREQ={name} is more often than daily; habits are reckoned in days"
        raise CadenceError(message, ("3 times a day", "daily"))
    if name not in list(Frequency):
        message = (
            f"FREQ={quoted(name)} is none of {', '.join(Frequency)}" if name else "FREQ is missing"
        )
        raise _refuse(message)
    return Frequency(name)


def _numbers(
    parts: dict[str, str], name: str, least: int, most: int, otherwise: str = ""
) -> tuple[int, ...]:
    texts = [text for text in parts.get(name, otherwise).split(",") if text]
    if not all(_WHOLE.fullmatch(text) and least <= int(text) <= most for text in texts):
        message = f"{name}={quoted(parts[name])} is out of range: {least} to {most}"
        raise _refuse(message)
    return tuple(sorted(set(map(int, texts))))


def _signed(parts: dict[str, str], name: str, most: int) -> tuple[int, ...]:
    """Return numbers that may count from the end, ascending and then those from the end."""
    numbers = _numbers(parts, name, -most, most)
    if 0 in numbers:
        message = f"{name}=0 means no day"
        raise _refuse(message)
    return tuple(sorted(numbers, key=lambda number: (number < 0, number)))


def _days(parts: dict[str, str], frequency: Frequency) -> tuple[tuple[int, int], ...]:
    most = (
        _MOST_WEEKS if frequency is Frequency.YEARLY and "BYMONTH" not in parts else _MOST_IN_MONTH
    )
    days = {_day(text, most) for text in parts.get("BYDAY", "").split(",") if text}
    ordinals = {bool(ordinal) for ordinal, _ in days}
    if len(ordinals) > 1:
        message = "BYDAY mixes every such weekday with particular ones"
        raise _refuse(message)
    if True in ordinals and frequency in {Frequency.DAILY, Frequency.WEEKLY}:
        message = f"BYDAY counts weekdays of a month or year, and FREQ={frequency} has none"
        raise _refuse(message)
    return tuple(sorted(days, key=lambda day: (day[1], day[0] < 0, day[0])))


def _day(text: str, most: int) -> tuple[int, int]:
    match = _BY_DAY.fullmatch(text)
    if match is None or (match[1] and not 1 <= abs(int(match[1])) <= most):
        message = f"BYDAY={quoted(text)} is no weekday that comes round"
        raise _refuse(message)
    return int(match[1] or 0), DAY_CODES.index(match[2])


def _week_start(parts: dict[str, str]) -> int | None:
    if "WKST" not in parts:
        return None
    if parts["WKST"] not in DAY_CODES:
        message = f"WKST={quoted(parts['WKST'])} is no weekday"
        raise _refuse(message)
    return DAY_CODES.index(parts["WKST"])


def _possible(rule: Rule) -> Rule:
    """Return the rule if its parts go together and it has dates.

    Whatever follows the parts of RFC 5545 but never comes round is refused too: a promise that
    can never be due can never be kept.
    """
    if rule.frequency is Frequency.WEEKLY and rule.by_month_day:
        message = "BYMONTHDAY means nothing with FREQ=WEEKLY"
        raise _refuse(message)
    if rule.by_set_pos and not (rule.by_month or rule.by_month_day or rule.by_day):
        message = "BYSETPOS picks from other BY parts, and there are none"
        raise _refuse(message)
    choice = {Frequency.DAILY: 1, Frequency.WEEKLY: len(rule.by_day) or 1}.get(rule.frequency)
    if choice and rule.by_set_pos and all(abs(place) > choice for place in rule.by_set_pos):
        message = f"BYSETPOS picks one of {choice}, so no such day ever comes"
        raise _refuse(message)
    months = rule.by_month or range(1, 13)
    longest = max(_LONGEST.get(month, 31) for month in months)
    if rule.by_month_day and all(abs(day) > longest for day in rule.by_month_day):
        message = "No such day of the month ever comes"
        raise _refuse(message)
    return rule


def _normal(rule: Rule) -> Rule:
    """Return the rule without a WKST that changes nothing."""
    counts_weeks = rule.interval > 1 or rule.by_set_pos
    matters = rule.frequency is Frequency.WEEKLY and counts_weeks
    return rule if matters else replace(rule, week_start=None)
