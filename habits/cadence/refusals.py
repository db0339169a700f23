"""Refusals: what is wrong with a phrase that is no cadence, and what to type instead.

Section 11 of the cadence spec lists what must be refused. The first pattern that fits explains it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cadence.kinds import CadenceError, Unit
from habits.cadence.rule import ORDINALS, WEEKDAYS
from habits.pattern import pattern
from habits.text import quoted

if TYPE_CHECKING:
    import re

_EXAMPLES: Final = ("weekly", "twice a week", "every 2 weeks", "every Monday")

_NTH: Final = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_TWO: Final = "has two meanings"
_REFUSALS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (r"bi-?weekly", _TWO, ("twice a week", "every 2 weeks")),
    (r"bi-?monthly", _TWO, ("twice a month", "every 2 months")),
    (r"bi-?annual(ly)?", _TWO, ("twice a year", "every 2 years")),
    (r"(every )?weekend", _TWO, ("weekends", "every Saturday", "weekly")),
    (r"-\d.*", "asks for less than nothing", ("never", "weekly")),
    (
        r".*\d\.\d.*|.*\bhalf\b.*",
        "asks for a part of a log",
        ("twice a week", "5 times every 2 weeks"),
    ),
    (r"\d+ ?(?:-|to) ?\d+ .*", "is a range, and a streak needs one number", ("twice a week",)),
    (r"\d+/\d+", "slides, and nobody can tell by eye when it breaks", ("3 times a week",)),
    (r"\.?\++\d+.*|\+\+.*", "is written for org", ("every 2 days", "weekly")),
    (r"(?:[\d*,/-]+ ){4}[\d*,/-]+", "is written for cron", ("every Monday", "weekly")),
    (
        r".*(?:hour|minute|second)(?:ly|s)?|.*\bhourly\b.*",
        "is more often than daily",
        ("3 times a day", "daily"),
    ),
    (
        r".* at \d.*|.*\d ?[ap]m",
        "names a time of day; habits are reckoned in days",
        ("every Monday", "daily"),
    ),
    (
        r".*\b(?:until|till|for \d+|starting|from)\b.*",
        "has an end or a start of its own; a habit has none, and is archived when it is over",
        ("daily", "weekly"),
    ),
    (r".+ or .+", "leaves open which of the two counts", ("weekly", "monthly")),
    (
        r"at least every .*",
        "slides by months, which differ in length",
        ("every 30 days", "monthly"),
    ),
    (
        r"\d{4}-\d\d-\d\d|tomorrow|today|next .+",
        "is one date, not a cadence",
        ("every Friday", "weekly"),
    ),
    (
        r"every|(?:\d+|once|twice|thrice)(?: times|x)?",
        "does not say in how long",
        ("3 times a week", "every 3 days"),
    ),
)
_COMPILED: Final = tuple((pattern(p), trouble, offers) for p, trouble, offers in _REFUSALS)


_NTH_WEEKDAY: Final = pattern(
    rf"every (?:(?P<number>\d+)(?:st|nd|rd|th)|(?P<word>{'|'.join(_NTH)})) "
    rf"(?P<day>{'|'.join(day.casefold() for day in WEEKDAYS)})"
)


def refusal(line: str, phrase: str) -> CadenceError:
    """Return what to tell about a phrase that no reader took.

    Args:
        line: The phrase as it was typed.
        phrase: The same in its plain form.
    """
    if not phrase:
        return CadenceError("The cadence is empty", _EXAMPLES)
    if match := _NTH_WEEKDAY.fullmatch(phrase):
        return CadenceError(f"{quoted(line)} {_TWO}", _nth_weekday_offers(match))
    for known, trouble, offers in _COMPILED:
        if known.fullmatch(phrase):
            return CadenceError(f"{quoted(line)} {trouble}", offers)
    return CadenceError(f"{quoted(line)} is not understood", _EXAMPLES)


def _nth_weekday_offers(match: re.Match[str]) -> tuple[str, ...]:
    """Return both meanings of "every third Friday", as far as each of them is a cadence."""
    day = match["day"].capitalize()
    nth = _NTH[match["word"]] if match["word"] else int(match["number"])
    of_month = [f"{ORDINALS[nth]} {day} of the month"] if nth in ORDINALS else []
    in_weeks = [f"every {nth} weeks on {day}"] if 1 < nth <= Unit.WEEK.most else [f"every {day}"]
    return (*of_month, *in_weeks)
