"""Erasing takes seconds in a large home: it is told how far it is, and looks at little closely."""

from __future__ import annotations

import re
from itertools import count
from string import ascii_lowercase
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.progress import CancelledError, Stage
from habits.store import codec, upkeep
from habits.store.erasure import SOMEONE, Erasure
from habits.store.lines import to_json
from tests.store.erasing import MAYA, home_of, traces
from tests.strategies import texts

if TYPE_CHECKING:
    from pathlib import Path

    from habits.progress import Told


def test_while_it_goes_on_it_is_told_how_far_it_is_and_from_when_on_it_is_certain(
    tmp_path: Path,
) -> None:
    home, store = home_of(tmp_path / "home")
    stages: list[tuple[Stage, bool]] = []
    upkeep.erase(
        store, codec.PEOPLE, MAYA, lambda stage: stages.append((stage, home.erasing.exists()))
    )
    shares = [stage.share for stage, _ in stages]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert len(set(shares)) > len(list(home.ops.iterdir())) + 3
    # It is final just when the next writer would go on with it.
    assert [stage.is_final for stage, _ in stages] == [is_certain for _, is_certain in stages]


def test_as_long_as_it_is_not_certain_it_can_be_cancelled_and_nothing_has_changed(
    tmp_path: Path,
) -> None:
    home, store = home_of(tmp_path / "home")
    before = {path: path.read_bytes() for path in home.path.rglob("*") if path.is_file()}
    for number in (1, 2, 3):
        with pytest.raises(CancelledError):
            upkeep.erase(store, codec.PEOPLE, MAYA, cancelling(number))
        assert before == {
            path: path.read_bytes() for path in home.path.rglob("*") if path.is_file()
        }
        assert MAYA in store.table(codec.PEOPLE)
    upkeep.erase(store, codec.PEOPLE, MAYA, cancelling(4))
    assert list(traces(home.path)) == []


def cancelling(number: int) -> Told:
    """Return what cancels something at its stage of this number, unless that is final."""
    numbers = count(1)

    def told(stage: Stage) -> None:
        if next(numbers) == number and not stage.is_final:
            message = "cancelled"
            raise CancelledError(message)

    return told


@given(name=texts.filter(str.strip), text=texts, others=st.lists(texts, max_size=2))
def test_of_a_record_that_it_would_change_it_is_known_that_it_may_tell_of_it(
    name: str, text: str, others: list[str]
) -> None:
    erasure = Erasure([(codec.PEOPLE, MAYA.int)], dict.fromkeys([name, *others], SOMEONE), {})
    for said in (text, f"as {name} said", name.swapcase(), f"{text} {MAYA!s}"):
        for people in ([], [str(MAYA)]):
            document = {"what": said, "people": people}
            if erasure.document(codec.ENTRIES, document) != document:
                assert erasure.is_told_in_json(to_json(document))


def test_letters_beyond_ascii_that_are_the_same_to_a_pattern_are_known() -> None:
    beyond = [chr(code) for code in range(128, 0x3000)]
    like = {
        (other, letter)
        for letter in ascii_lowercase
        for other in beyond
        if re.fullmatch(other, letter, re.IGNORECASE)
    }
    assert {letter for _, letter in like} == set("isk")
    for other, letter in like:
        erasure = Erasure([], {f"x{other}x": SOMEONE}, {})
        assert erasure.is_told_in_json(to_json({"what": f"x{letter}x".upper()}))
