"""Date phrases: "yesterday", "fri", "3 days ago", "20 Nov", "2026-11-20" to dates.

A closed grammar, read against a given today. A weekday is the latest one that is not in the
future, and a day and month without a year are the latest such date; where a phrase looks ahead,
both are the first that is not in the past.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from habits.day import EARLIEST, LATEST
from habits.errors import RefusedError
from habits.pattern import pattern
from habits.text import one_line, quoted

_WEEK: Final = timedelta(days=7)
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS: Final = (
    "january february march april may june july august september october november december"
).split()
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1}
_NAMED: Final = {
    "today": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tonight": 0,
    "yesterday": -1,
    "last night": -1,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "tomorrow": 1,
}
_COUNT: Final = rf"(?P<count>\d{{1,4}}|{'|'.join(_NUMBERS)}) (?P<unit>day|week)s?"
_SHORT: Final = pattern(r"(?<=\d)(?P<unit>[dw])\b")
_SHORT_UNITS: Final = {"d": " days", "w": " weeks"}
_AGO: Final = pattern(rf"{_COUNT} ago")
_AHEAD: Final = pattern(rf"in {_COUNT}")
_WEEKDAY: Final = pattern(r"(?:on )?(?:(?P<which>last|next) )?(?P<day>[a-z]{3,9})")
_ISO: Final = pattern(r"\d{4}-\d{2}-\d{2}")
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:,? (?P<year>\d{4}))?"
_DAY_MONTH: Final = pattern(rf"{_DAY} (?:of )?(?P<month>[a-z]{{3,9}}){_YEAR}")
_MONTH_DAY: Final = pattern(rf"(?P<month>[a-z]{{3,9}}) {_DAY}{_YEAR}")
_UNTIL: Final = pattern(r" (?:to|until|till|-|\u2013) ")
_LEAP_CYCLE: Final = 8
"""29 February is at most eight years away from the next one."""


def read_date(phrase: str, today: date, *, ahead: bool = False) -> date | None:
    """Return the date that a phrase stands for, None if it is no date phrase.

    Args:
        phrase: The phrase.
        today: The local today.
        ahead: Whether a weekday, and a date without its year, mean the first one that is to come.

    Raises:
        RefusedError: The phrase is written as a date, but the calendar has no such day.
    """
    text = one_line(phrase).casefold()
    if text in _NAMED:
        return _moved(today, _NAMED[text])
    if _ISO.fullmatch(text):
        return _iso(text)
    return (
        _counted(text, today)
        or _weekday(text, today, ahead=ahead)
        or _calendar_date(text, today, ahead=ahead)
    )


def past_phrase(day: date, today: date) -> str:
    """Return the shortest phrase that stands for a day that is not to come; nothing for today.

    Args:
        day: The day.
        today: The local today.
    """
    if day == today:
        return ""
    if today - day >= _WEEK:
        return day.isoformat()
    return "yesterday" if today - day == timedelta(days=1) else _WEEKDAYS[day.weekday()][:3]


def require_past(day: date, today: date) -> date:
    """Return the day if an entry may bear it.

    Raises:
        RefusedError: It lies in the future, or before `EARLIEST`.
    """
    if day > today:
        message = (
            f"{day.isoformat()} is in the future. An entry is dated today ({today.isoformat()}) "
            "or earlier."
        )
        raise RefusedError(message)
    if day < EARLIEST:
        message = f"{day.isoformat()} is too long ago. The earliest date is {EARLIEST.isoformat()}."
        raise RefusedError(message)
    return day


def require_date(phrase: str, today: date) -> date:
    """Return the date that a phrase stands for, today or earlier.

    Raises:
        RefusedError: The phrase cannot be read, or stands for a date that is not allowed.
    """
    day = read_date(phrase, today)
    if day is None:
        raise _not_understood(phrase, "yesterday, fri, 3 days ago or 2026-11-20")
    return require_past(day, today)


def require_day(phrase: str, today: date, *, ahead: bool = True) -> date:
    """Return the date that a phrase stands for, past or to come.

    Args:
        phrase: The phrase.
        today: The local today.
        ahead: Whether "fri" or "24 dec" is the next one; else it is the last one.

    Raises:
        RefusedError: The phrase cannot be read, or stands for a date out of all bounds.
    """
    day = read_date(phrase, today, ahead=ahead)
    if day is None:
        raise _not_understood(phrase, "today, fri, in 2 weeks, 24 dec or 2026-12-24")
    if not EARLIEST <= day <= LATEST:
        message = (
            f"{day.isoformat()} is out of range. Name a date from {EARLIEST.isoformat()} to "
            f"{LATEST.isoformat()}."
        )
        raise RefusedError(message)
    return day


def require_days(phrase: str, today: date) -> tuple[date, date | None]:
    """Return the first and the last day that a phrase such as "24 dec to 2 jan" stands for.

    Of one day alone there is no last one: what begins then is open. A last day without its year is
    the first such day after the first one.

    Raises:
        RefusedError: A day cannot be read, or the last one is before the first.
    """
    first, *rest = _UNTIL.split(one_line(phrase), maxsplit=1)
    begin = require_day(first, today)
    if not rest:
        return begin, None
    end = require_day(rest[0], max(begin, today))
    require_order(begin, end)
    return begin, end


def require_order(first: date, last: date) -> None:
    """Check that days that are taken from the first to the last are any.

    Raises:
        RefusedError: The last one is before the first.
    """
    if last < first:
        message = (
            f"{last.isoformat()} is before {first.isoformat()}. Name the first day and then the "
            "last one."
        )
        raise RefusedError(message)


def _not_understood(phrase: str, examples: str) -> RefusedError:
    return RefusedError(f"{quoted(phrase)} is not a date that is understood. Try {examples}.")


def _iso(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"There is no day {text} in the calendar. Write the date like 2026-11-20."
        raise RefusedError(message) from None


def _counted(text: str, today: date) -> date | None:
    text = _SHORT.sub(lambda short: _SHORT_UNITS[short["unit"]], text)
    ahead = _AHEAD.fullmatch(text)
    match = ahead or _AGO.fullmatch(text)
    if match is None:
        return None
    count = _NUMBERS.get(match["count"]) or int(match["count"])
    days = count * (7 if match["unit"] == "week" else 1)
    return _moved(today, days if ahead else -days)


def _weekday(text: str, today: date, *, ahead: bool) -> date | None:
    match = _WEEKDAY.fullmatch(text)
    weekday = _index(match["day"], _WEEKDAYS) if match else None
    if match is None or weekday is None:
        return None
    since = (today.weekday() - weekday) % 7
    if match["which"] == "next":
        return _moved(today, 7 - since)
    if match["which"] == "last":
        return _moved(today, -(since or 7))
    return _moved(today, (7 - since) % 7 if ahead else -since)


def _moved(day: date, days: int) -> date:
    """Return the date so many days later; beyond the calendar, its first or last day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _calendar_date(text: str, today: date, *, ahead: bool) -> date | None:
    match = _DAY_MONTH.fullmatch(text) or _MONTH_DAY.fullmatch(text)
    month = _index(match["month"], _MONTHS) if match else None
    if match is None or month is None:
        return None
    if match["year"]:
        return _iso(f"{match['year']}-{month + 1:02}-{int(match['day']):02}")
    step = 1 if ahead else -1
    for year in range(today.year, today.year + step * (_LEAP_CYCLE + 1), step):
        try:
            day = date(year, month + 1, int(match["day"]))
        except ValueError:
            continue
        if day == today or (day > today) == ahead:
            return day
    message = f"There is no day {quoted(text)} in the calendar. Write the date like 2026-11-20."
    raise RefusedError(message)


def _index(word: str, names: list[str]) -> int | None:
    """Return which name a word abbreviates to three letters or more, such as "thur" or "sept"."""
    found = (number for number, name in enumerate(names) if name.startswith(word))
    return next(found, None)
