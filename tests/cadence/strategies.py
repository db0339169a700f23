"""Cadences of every kind, made up."""

from __future__ import annotations

from hypothesis import strategies as st

from habits.cadence import Cadence, CadenceError, Frequency, Interval, Limit, Quota, Unit
from habits.cadence.rrule import parse_rrule
from habits.cadence.rule import DAY_CODES, Rule

units = st.sampled_from(list(Unit))


@st.composite
def quotas(draw: st.DrawFn) -> Quota:
    """Return a quota."""
    unit = draw(units)
    every = draw(st.integers(1, unit.most))
    least = 2 if unit is Unit.DAY and every > 1 else 1
    return Quota(draw(st.integers(least, 100)), every, unit)


@st.composite
def limits(draw: st.DrawFn) -> Limit:
    """Return a limit."""
    unit = draw(units)
    return Limit(draw(st.integers(0, 100)), draw(st.integers(1, unit.most)), unit)


def numbers(least: int, most: int) -> st.SearchStrategy[str]:
    """Return a list of numbers, as an RRULE has it."""
    number = st.integers(least, most).filter(bool)
    return st.lists(number, min_size=1, max_size=3).map(lambda found: ",".join(map(str, found)))


@st.composite
def rrules(draw: st.DrawFn) -> Rule:
    """Return a rule from the parts of an RRULE, as they come."""
    frequency = draw(st.sampled_from(list(Frequency)))
    codes = st.lists(st.sampled_from(DAY_CODES), min_size=1, max_size=3)
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 10))}"]
    ordinals = frequency in {Frequency.MONTHLY, Frequency.YEARLY} and draw(st.booleans())
    ordinal = draw(st.integers(-5, 5).filter(bool)) if ordinals else ""
    optional = {
        "BYMONTH": numbers(1, 12),
        "BYMONTHDAY": numbers(-28, 31),
        "BYDAY": codes.map(lambda found: ",".join(f"{ordinal}{code}" for code in found)),
        "BYSETPOS": numbers(-3, 3),
        "WKST": st.sampled_from(DAY_CODES),
    }
    names = draw(st.lists(st.sampled_from(list(optional)), max_size=3, unique=True))
    parts += [f"{name}={draw(optional[name])}" for name in names]
    return draw(st.just(";".join(parts)).map(_parsed).filter(lambda rule: rule is not None))


def _parsed(text: str) -> Rule:
    try:
        return parse_rrule(text)
    except CadenceError:
        return None  # type: ignore[return-value]  # filtered out


intervals = st.builds(Interval, st.integers(2, 366))
any_cadence: st.SearchStrategy[Cadence] = st.one_of(quotas(), limits(), intervals, rrules())
