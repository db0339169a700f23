"""Whom entries name, kept up with whatever is done to them, and read a piece at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.errors import StoreError
from habits.store.contacts import PIECE, Contacts, Naming
from habits.store.days import Days
from tests.records import entry

if TYPE_CHECKING:
    from habits.model import Entry

SUNDAY = date(2026, 11, 22)
MAYA, TOM = UUID(int=1), UUID(int=2)
THANKS, TALK = ("thanks", None), ("growth", "talk")

ENTRIES = st.builds(
    lambda number, day, kind, people: replace(
        entry(SUNDAY - timedelta(days=day), practice=kind[0], move=kind[1], people=people),
        id=UUID(int=number),
    ),
    st.integers(1, 8),
    st.integers(0, 3),
    st.sampled_from([THANKS, TALK]),
    st.sampled_from([(), (MAYA,), (MAYA, TOM), (TOM, TOM)]),
)
ACTS = st.lists(st.one_of(ENTRIES, st.integers(1, 8), st.none()), max_size=12)
"""What an entry is from now on, which one is gone, or None where the next ones are read."""


class Home:
    """Entries that change, and the contacts that are kept up with them."""

    def __init__(self, *entries: Entry) -> None:
        self.entries = {each.id: each for each in entries}
        self.days = Days((each.date.isoformat(), each.id.int) for each in self.entries.values())
        self.contacts = Contacts(self.days, self.entries.get)

    def put(self, key: UUID, after: Entry | None) -> None:
        """Let an entry be another, or be gone."""
        before = self.entries.pop(key, None)
        if after is not None:
            self.entries[key] = after
        self.days.put(key.int, None if after is None else after.date.isoformat())
        self.contacts.move(before, after)

    def slowly(self, person: UUID, first: date, last: date) -> list[Naming]:
        """Return the entries that name a person between two days, the last first."""
        named = [each for each in self.entries.values() if person in each.people]
        inside = [Naming(each.date, each.id) for each in named if first <= each.date <= last]
        return sorted(inside, reverse=True)

    def read_all(self) -> None:
        """Read all entries that were not read yet."""
        while not self.contacts.is_whole:
            self.contacts.look_on()


@given(before=st.lists(ENTRIES, max_size=8), acts=ACTS)
def test_kept_up_they_are_what_reading_every_entry_anew_says(
    before: list[Entry], acts: list[Entry | int | None]
) -> None:
    home = Home(*before)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("habits.store.contacts.PIECE", 2)
        for act in acts:
            match act:
                case None:
                    home.contacts.look_on()
                case int():
                    home.put(UUID(int=act), None)
                case _:
                    home.put(act.id, act)
        home.read_all()

    for person in (MAYA, TOM):
        for last in (SUNDAY, SUNDAY - timedelta(days=2)):
            first, both = SUNDAY - timedelta(days=3), (THANKS, TALK)
            named = home.slowly(person, first, last)
            assert list(home.contacts.within(person, both, first, last)) == named
            assert home.contacts.last(person, both, last) == next(iter(named), None)


def test_the_last_is_that_of_the_kinds_that_are_asked_for_up_to_a_day() -> None:
    thanks = entry(SUNDAY, people=(MAYA,))
    talk = entry(SUNDAY - timedelta(days=9), practice="growth", move="talk", people=(MAYA, TOM))
    home = Home(thanks, talk)
    home.read_all()

    assert set(home.contacts.kinds(MAYA)) == {THANKS, TALK}
    assert home.contacts.last(MAYA, [THANKS, TALK], SUNDAY) == (SUNDAY, thanks.id)
    assert home.contacts.last(MAYA, [TALK], SUNDAY) == (talk.date, talk.id)
    assert home.contacts.last(MAYA, [THANKS, TALK], talk.date) == (talk.date, talk.id)
    assert home.contacts.last(MAYA, [THANKS], talk.date) is None
    assert home.contacts.last(MAYA, [], SUNDAY) is None
    assert home.contacts.last(UUID(int=3), [THANKS], SUNDAY) is None
    assert list(home.contacts.kinds(UUID(int=3))) == []


def test_no_more_is_read_than_a_day_asks_for_and_one_piece() -> None:
    entries = [entry(SUNDAY - timedelta(days=n), people=(MAYA,)) for n in range(3 * PIECE)]
    home = Home(*entries)
    home.contacts.look_back_to(SUNDAY - timedelta(days=5))
    read = list(home.contacts.within(MAYA, [THANKS], date.min, SUNDAY))

    assert len(read) == PIECE
    assert not home.contacts.is_whole
    home.contacts.look_back_to(SUNDAY - timedelta(days=5))
    assert list(home.contacts.within(MAYA, [THANKS], date.min, SUNDAY)) == read
    home.contacts.look_back_to(SUNDAY - timedelta(days=PIECE))
    assert len(list(home.contacts.within(MAYA, [THANKS], date.min, SUNDAY))) == 2 * PIECE
    home.read_all()
    assert list(home.contacts.within(MAYA, [THANKS], date.min, SUNDAY)) == [
        (each.date, each.id) for each in entries
    ]
    home.contacts.look_on()
    assert home.contacts.is_whole


def test_an_entry_that_cannot_be_understood_names_nobody() -> None:
    good, broken = entry(SUNDAY, people=(MAYA,)), entry(SUNDAY, people=(MAYA,))

    def read(key: UUID) -> Entry:
        if key == broken.id:
            message = "no readable date"
            raise StoreError(message)
        return good

    days = Days((each.date.isoformat(), each.id.int) for each in (good, broken))
    contacts = Contacts(days, read)
    contacts.look_on()
    assert list(contacts.within(MAYA, [THANKS], SUNDAY, SUNDAY)) == [(SUNDAY, good.id)]
