"""A word means the record of this name, of this end of an id, or the only one it fits."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.errors import RefusedError
from habits.lookup import LEAST_ID, require_by_id, require_one, short_ids
from tests.strategies import texts, untimed


@dataclass(frozen=True)
class Thing:
    """Something with a name."""

    id: UUID
    name: str


TALK = Thing(UUID("00000000-0000-7000-8000-0000abcd1234"), "A career talk")
STORY = Thing(UUID("00000000-0000-7000-8000-0000abcd9876"), "Share a customer story")
CAFE = Thing(UUID("00000000-0000-7000-8000-00000000cafe"), "Share the roadmap")
THINGS = [TALK, STORY, CAFE]


def meant(word: str, things: list[Thing] | None = None) -> Thing:
    return require_one(
        word, THINGS if things is None else things, "habit", "'rapport habits' lists them."
    )


@pytest.mark.parametrize(
    ("word", "thing"),
    [
        ("A career talk", TALK),
        ("  a CAREER   talk ", TALK),
        ("1234", TALK),
        ("CD1234", TALK),
        ("8000-0000abcd1234", TALK),
        (str(STORY.id), STORY),
        (STORY.id.hex, STORY),
        ("a c", TALK),
        ("share a", STORY),
        ("customer", STORY),
        ("roadmap", CAFE),
        ("cafe", CAFE),
    ],
)
def test_a_word_means_a_name_an_end_of_an_id_or_a_part_of_one_name(word: str, thing: Thing) -> None:
    assert meant(word) == thing


def test_a_name_goes_before_an_id_and_the_beginning_of_a_name_before_its_inside() -> None:
    called_cafe = Thing(UUID(int=5), "cafe")
    begins = Thing(UUID(int=6), "roadmap talks")
    assert meant("cafe", [CAFE, called_cafe]) == called_cafe
    assert meant("road", [CAFE, begins]) == begins


def test_of_equal_names_the_first_is_meant() -> None:
    twin = Thing(UUID(int=7), "a career TALK")
    assert meant("a career talk", [twin, TALK]) == twin


@pytest.mark.parametrize("word", ["", "  ", "234", "lunch", "zzzz", "@"])
def test_a_word_that_fits_nothing_is_refused_with_a_way_on(word: str) -> None:
    with pytest.raises(RefusedError, match=r"^There is no habit '.*'\. 'rapport habits' lists"):
        meant(word)


def test_a_word_that_fits_several_is_refused_with_their_names_and_ids() -> None:
    with pytest.raises(RefusedError) as caught:
        meant("share")
    assert str(caught.value) == (
        "'share' fits 2 habits: 'Share a customer story' (9876), 'Share the roadmap' (cafe). "
        "Give more of the name, or the id in brackets."
    )
    many = [Thing(UUID(int=number), f"share {number}") for number in range(5)]
    with pytest.raises(RefusedError, match=r"fits 5 habits: .* and 2 more\."):
        meant("share", many)


@untimed
@given(texts)
def test_any_word_at_all_is_answered_on_one_line(word: str) -> None:
    with suppress(RefusedError):
        assert meant(word) in THINGS
        return
    with pytest.raises(RefusedError) as caught:
        meant(word)
    assert len(str(caught.value).splitlines()) == 1


@given(st.lists(st.uuids(), unique=True, max_size=20))
def test_short_ids_tell_all_apart_and_mean_what_they_are_short_for(keys: list[UUID]) -> None:
    things = [Thing(key, f"thing {number}") for number, key in enumerate(keys)]
    short = short_ids(keys)
    assert all(len(end) >= LEAST_ID for end in short.values())
    assert [meant(short[thing.id], things) for thing in things] == things


def test_ids_that_end_alike_are_shortened_less() -> None:
    assert list(short_ids([TALK.id, CAFE.id]).values()) == ["1234", "cafe"]
    one, two = UUID(int=0x1_0000_1234), UUID(int=0x2_0000_1234)
    assert list(short_ids([one, two]).values()) == ["100001234", "200001234"]
    far = [UUID(int=0), UUID(int=1 << 100)]
    assert list(short_ids(far).values()) == [str(key) for key in far]


def test_where_only_ids_tell_records_apart_their_ends_do() -> None:
    see = "'rapport entries --json' shows their ids."
    assert require_by_id("CD1234", THINGS, "entry", see) == TALK
    twin = Thing(UUID("00000000-0000-7000-8000-0000ffff1234"), "A career talk")
    with pytest.raises(RefusedError, match="'1234' fits 2 ids"):
        require_by_id("1234", [*THINGS, twin], "entry", see)
    for word in ("A career talk", "234", "beef", ""):
        with pytest.raises(RefusedError, match=r"There is no entry .* shows their ids\."):
            require_by_id(word, THINGS, "entry", see)
