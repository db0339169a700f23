"""A tally grows by one entry at a time, and an entry that is taken back leaves no trace."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from habits.practices import BY_SLUG
from habits.standings import Basis, Standings
from habits.tally import Tally
from tests.records import entry, habit

if TYPE_CHECKING:
    from habits.model import Entry

SUNDAY = date(2026, 11, 22)
HABITS = (habit(SUNDAY, each_person=True), habit(date(2026, 1, 1)), habit(SUNDAY, moves=("quiet",)))

entries = st.builds(
    entry,
    st.integers(-30, 3).map(lambda days: SUNDAY + timedelta(days=days)),
    st.sampled_from(["", "the fix"]),
    move=st.sampled_from([None, "quiet"]),
    people=st.lists(st.sampled_from([UUID(int=7), UUID(int=8)]), unique=True).map(tuple),
    logged_on=st.just(SUNDAY),
)


def known(tally: Tally) -> dict[str, Any]:
    """Return all that a tally knows."""
    return deepcopy(vars(tally))


@given(before=st.lists(entries, max_size=6), more=st.lists(entries, min_size=1, max_size=4))
def test_what_is_taken_back_leaves_no_trace(before: list[Entry], more: list[Entry]) -> None:
    tally = Tally(BY_SLUG["thanks"], HABITS, SUNDAY, before)
    stages = [(known(tally), tally.add(each)) for each in more]
    for stage, added in reversed(stages):
        tally.take_back(added)
        assert known(tally) == stage


@given(before=st.lists(entries, max_size=6), more=st.lists(entries, min_size=1, max_size=4))
def test_standings_kept_up_are_those_reckoned_anew(before: list[Entry], more: list[Entry]) -> None:
    thanks = BY_SLUG["thanks"]

    def standings(entries: list[Entry]) -> Standings:
        tally = Tally(BY_SLUG["thanks"], HABITS, SUNDAY, entries)
        return Standings(lambda _: tally, ["thanks"], (), (), Basis(SUNDAY))

    kept_up = standings(before)
    for number, each in enumerate(more, start=1):
        if number % 2:
            kept_up.row(thanks)
        kept_up.add(each)
        assert kept_up.row(thanks) == standings([*before, *more[:number]]).row(thanks)
    for number in reversed(range(len(more))):
        assert kept_up.take_back(more[number])
        assert kept_up.row(thanks) == standings([*before, *more[:number]]).row(thanks)
    assert not kept_up.take_back(more[0])


def test_what_was_never_judged_is_taken_back_as_well() -> None:
    tally = Tally(BY_SLUG["thanks"], HABITS, SUNDAY)
    standings = Standings(lambda _: tally, ["thanks"], (), (), Basis(SUNDAY))
    fix = entry(SUNDAY, "the fix")
    standings.add(fix)
    assert standings.take_back(fix)
    assert standings.row(BY_SLUG["thanks"]).last is None
