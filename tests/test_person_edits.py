"""What is said of a person is read, cleaned and put in order, or refused with what to do."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from habits.errors import RefusedError
from habits.person import Person, Recognition, Remark
from habits.person_edits import in_order, lookalikes, require_recognition, require_remark

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)


@pytest.mark.parametrize(
    ("word", "way"),
    [
        ("public", Recognition.PUBLIC),
        ("PUB", Recognition.PUBLIC),
        ("small-group", Recognition.SMALL_GROUP),
        ("small", Recognition.SMALL_GROUP),
        ("1:1", Recognition.PRIVATE),
        ("1on1", Recognition.PRIVATE),
        ("1", Recognition.PRIVATE),
        ("private", Recognition.PRIVATE),
        (" written ", Recognition.WRITTEN),
    ],
)
def test_a_way_of_recognition_is_known_by_its_name_or_the_beginning_of_it(
    word: str, way: Recognition
) -> None:
    assert require_recognition(word) is way


@pytest.mark.parametrize("word", ["", "loud", "p"])
def test_a_way_that_is_none_or_may_be_two_is_refused_with_those_there_are(word: str) -> None:
    with pytest.raises(RefusedError, match="Use public, small group, 1:1, written"):
        require_recognition(word)


def test_remarks_stand_by_their_day_and_what_is_said_twice_once_as_it_was_said_last() -> None:
    said = [
        Remark(SUNDAY, " staff\x07 by  autumn "),
        Remark(MONDAY, "protocols"),
        Remark(SUNDAY, "staff by autumn", shared=True),
    ]
    assert in_order(said) == (
        Remark(MONDAY, "protocols"),
        Remark(SUNDAY, "staff by autumn", shared=True),
    )


@pytest.mark.parametrize(("text", "reason"), [(" \n ", "no words"), ("x" * 10_001, "10,001")])
def test_a_remark_without_words_or_with_too_many_is_refused(text: str, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        in_order([Remark(SUNDAY, text)])


def test_a_remark_is_meant_by_its_number() -> None:
    said = [Remark(SUNDAY, "one"), Remark(SUNDAY, "two")]
    assert [require_remark(said, number) for number in (1, 2)] == said
    for number in (0, 3, -1):
        with pytest.raises(RefusedError, match="the last one is 2"):
            require_remark(said, number)
    with pytest.raises(RefusedError, match="none is kept"):
        require_remark([], 1)


@pytest.mark.parametrize(
    ("handle", "meant"),
    [
        ("tom", ["Tom Lee", "Ray Tomson"]),
        ("lee", ["Tom Lee"]),
        ("mya", ["Maya"]),
        ("zoe", []),
    ],
)
def test_somebody_may_be_meant_whose_name_begins_so_or_is_nearly_the_same(
    handle: str, meant: list[str]
) -> None:
    others = [
        Person(UUID(int=1), "Tom Lee", "tom.lee"),
        Person(UUID(int=2), "Ray Tomson", "ray"),
        Person(UUID(int=3), "Maya", "maya"),
    ]
    made = Person(UUID(int=9), handle.title(), handle)
    assert [each.name for each in lookalikes(made, others)] == meant
