"""Whom merged records of people stand for, in whatever way they were merged."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from habits.person import Person, identities

ONE, TWO, THREE, NOBODY = (UUID(int=number) for number in range(1, 5))


def person(key: UUID, into: UUID | None = None) -> Person:
    """Return a person who was merged into another, or not."""
    return Person(key, "Tom", "tom", merged_into=into)


def test_who_was_not_merged_stands_for_nobody_else() -> None:
    assert identities([person(ONE), person(TWO)]) == {}


def test_a_merged_record_stands_for_the_last_on_its_way() -> None:
    people = [person(ONE, TWO), person(TWO, THREE), person(THREE)]
    assert identities(people) == {ONE: THREE, TWO: THREE}


def test_a_record_that_was_merged_into_one_that_is_gone_stands_for_itself() -> None:
    assert identities([person(ONE, NOBODY), person(TWO, ONE)]) == {TWO: ONE}


def test_of_those_merged_into_each_other_the_oldest_stays() -> None:
    assert identities([person(ONE, TWO), person(TWO, ONE), person(THREE, TWO)]) == {
        TWO: ONE,
        THREE: ONE,
    }


@given(st.dictionaries(st.integers(0, 6), st.none() | st.integers(0, 8), max_size=7))
def test_whoever_was_merged_with_whom_each_stands_for_one_who_stands_for_themselves(
    into: dict[int, int | None],
) -> None:
    people = [
        person(UUID(int=key), None if whom is None else UUID(int=whom))
        for key, whom in into.items()
    ]
    whom = identities(people)
    known = {each.id for each in people}

    assert whom.keys() <= known
    assert set(whom.values()) <= known - whom.keys()
    # Two are one where a chain of merges joins them, whatever its directions.
    joined = {key: {key} for key in known}
    for each in people:
        if each.merged_into in known:
            both = joined[each.id] | joined[each.merged_into]
            joined |= dict.fromkeys(both, both)
    for key in known:
        assert {each for each in known if whom.get(each, each) == whom.get(key, key)} == joined[key]
