"""Rules: particular dates, in the parts of RFC 5545, and the phrases that say the common ones."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from habits.cadence.kinds import Cadence
from habits.record import dataclass

DAY_CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()
WORKING: Final = tuple((0, day) for day in range(5))
"""Monday to Friday, as `Rule.by_day` has them."""
FIRST_MONTHS: Final = (1, 4, 7, 10)
LAST_MONTHS: Final = (3, 6, 9, 12)
"""The first and the last months of the quarters."""
SHORTEST_MONTH: Final = 28
LAST: Final = -1
ORDINALS: Final = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", LAST: "last"}


class Frequency(StrEnum):
    """The unit in which a rule repeats."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"

    @property
    def most(self) -> int:
        """The largest interval; the same bounds as for blocks."""
        return _MOST[self]


_MOST: Final = {
    Frequency.DAILY: 366,
    Frequency.WEEKLY: 104,
    Frequency.MONTHLY: 36,
    Frequency.YEARLY: 10,
}


@dataclass(frozen=True, slots=True)
class Rule(Cadence):
    """Particular dates: the parts of an RRULE (RFC 5545, section 3.3.10).

    Make one with `parse_cadence`, which checks that the parts go together.

    Attributes:
        frequency: FREQ.
        interval: INTERVAL.
        by_month: BYMONTH, sorted.
        by_month_day: BYMONTHDAY, ascending and then from the end.
        by_day: BYDAY, as pairs of ordinal (0 for every one) and weekday (Monday is 0).
        by_set_pos: BYSETPOS.
        week_start: WKST, None where the user's own week start holds.
        clamps: Whether a day that a month does not have means its last one. The phrases do so,
            an RRULE does not (cadence spec, section 2).
    """

    frequency: Frequency
    interval: int = 1
    by_month: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()
    by_set_pos: tuple[int, ...] = ()
    week_start: int | None = None
    clamps: bool = False

    def __str__(self) -> str:
        """Return the canonical phrase, or the RRULE where there is none."""
        return _phrase(self) or rrule_text(self)


def rrule_text(rule: Rule) -> str:
    """Return a rule as an RRULE, its parts in the order of section 11."""
    parts = [f"FREQ={rule.frequency}"]
    if rule.interval > 1:
        parts.append(f"INTERVAL={rule.interval}")
    days = [f"{ordinal or ''}{DAY_CODES[day]}" for ordinal, day in rule.by_day]
    lists = (
        ("BYMONTH", rule.by_month),
        ("BYMONTHDAY", rule.by_month_day),
        ("BYDAY", days),
        ("BYSETPOS", rule.by_set_pos),
    )
    parts += [f"{name}={','.join(map(str, values))}" for name, values in lists if values]
    if rule.week_start is not None:
        parts.append(f"WKST={DAY_CODES[rule.week_start]}")
    return f"RRULE:{';'.join(parts)}"


def joined(words: list[str]) -> str:
    """Return words as a list in a sentence: "Monday, Wednesday and Friday"."""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last


def day_ordinal(day: int) -> str:
    """Return a day of the month in words: "1st", "22nd", "last day" for -1."""
    if day == LAST:
        return "last day"
    teen = 10 < day % 100 < 14  # noqa: PLR2004 - eleventh to thirteenth
    return f"{day}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def _phrase(rule: Rule) -> str | None:
    """Return the phrase that parses to this rule, if there is one."""
    writers = {
        Frequency.WEEKLY: _weekly_phrase,
        Frequency.MONTHLY: _monthly_phrase,
        Frequency.YEARLY: _yearly_phrase,
    }
    writer = writers.get(rule.frequency)
    return writer(rule) if writer and rule.week_start is None else None


def _weekly_phrase(rule: Rule) -> str | None:
    if not rule.by_day or rule.by_month or rule.by_set_pos:
        return None
    days = joined([WEEKDAYS[day] for _, day in rule.by_day])
    if rule.interval > 1:
        return f"every {rule.interval} weeks on {days}"
    return "every weekday" if rule.by_day == WORKING else f"every {days}"


def _monthly_phrase(rule: Rule) -> str | None:
    if rule.by_month_day:
        return _month_days_phrase(rule)
    if rule.by_day == WORKING and rule.by_set_pos in {(1,), (LAST,)}:
        plain = rule.interval == 1 and not rule.by_month
        return f"{ORDINALS[rule.by_set_pos[0]]} weekday of the month" if plain else None
    return _nth_weekday_phrase(rule)


def _month_days_phrase(rule: Rule) -> str | None:
    days = rule.by_month_day
    spoken = all(day >= LAST for day in days) and not (rule.by_day or rule.by_month)
    if not spoken or rule.by_set_pos or rule.clamps != needs_clamp(days):
        return None
    words = joined([day_ordinal(day) for day in days])
    if rule.interval > 1:
        return f"every {rule.interval} months on the {words}"
    return f"{words} of the month"


def needs_clamp(days: tuple[int, ...]) -> bool:
    """Return whether some month lacks one of these days."""
    return any(day > SHORTEST_MONTH for day in days)


def _nth_weekday_phrase(rule: Rule) -> str | None:
    weekdays = {day for _, day in rule.by_day}
    ordinals = [ordinal for ordinal, _ in rule.by_day]
    if len(weekdays) != 1 or rule.by_set_pos or not set(ordinals) <= set(ORDINALS):
        return None
    words = f"{joined([ORDINALS[ordinal] for ordinal in ordinals])} {WEEKDAYS[weekdays.pop()]}"
    if rule.by_month:
        quarter = rule.interval == 1 and rule.by_month == quarter_months(ordinals)
        return f"{words} of the quarter" if quarter else None
    return f"{words} of {'the month' if rule.interval == 1 else f'every {rule.interval} months'}"


def quarter_months(ordinals: list[int]) -> tuple[int, ...] | None:
    """Return the months in which the nth such weekday of each quarter lies, if they are known.

    A fifth one may lie in the first or in the second month, so there is no rule for it.
    """
    if ordinals == [LAST]:
        return LAST_MONTHS
    return FIRST_MONTHS if len(ordinals) == 1 and 1 <= ordinals[0] <= 4 else None  # noqa: PLR2004 - fourth


def _yearly_phrase(rule: Rule) -> str | None:
    if len(rule.by_month) != 1 or len(rule.by_month_day) != 1 or rule.interval > 1:
        return None
    (month,), (day,) = rule.by_month, rule.by_month_day
    leap_day = (month, day) == (2, 29)
    if day < 1 or rule.by_day or rule.by_set_pos or rule.clamps != leap_day:
        return None
    return f"every {MONTHS[month - 1]} {day}"
