"""The records' data classes do what those of Python do."""

from __future__ import annotations

import dataclasses
import pickle
from copy import deepcopy
from typing import Any

import pytest

from habits.record import dataclass, field, replace


def plain(make: Any, named: Any) -> Any:  # noqa: ANN401 - either kind of data class
    """Return the same class, made by one or the other."""

    @make(frozen=True, slots=True)
    class Point:
        x: int
        y: int = 2
        seen: list[int] = named(default_factory=list)
        note: str = named(default="", compare=False, repr=False)
        total: int = named(init=False, repr=False, compare=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "total", self.x + self.y)

    return Point


Ours, Theirs = plain(dataclass, field), plain(dataclasses.dataclass, dataclasses.field)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers."""

    left: int
    right: int = 0


@dataclass(frozen=True)
class Loose:
    """One that may be given more attributes by its own methods."""

    name: str

    def __str__(self) -> str:
        """Return the name alone."""
        return self.name


@dataclass(frozen=True, slots=True)
class Empty:
    """One without fields."""


@pytest.mark.parametrize("words", [((1,), {}), ((1, 3), {}), ((), {"x": 1, "note": "n"})])
def test_it_is_made_shown_and_taken_apart_as_by_python(words: tuple[Any, dict[str, Any]]) -> None:
    values, named = words
    ours, theirs = Ours(*values, **named), Theirs(*values, **named)

    assert repr(ours) == repr(theirs)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert ours.total == theirs.total
    assert Ours.__match_args__ == Theirs.__match_args__


def test_the_many_are_made_like_the_few() -> None:
    few = [Ours(number, note="n") for number in range(50)]
    assert few == [Ours(number) for number in range(50)]
    assert [each.total for each in few] == [number + 2 for number in range(50)]
    assert few[0].seen is not few[1].seen is not few[49].seen


@pytest.mark.parametrize("times", [1, 30])
@pytest.mark.parametrize(
    ("values", "named"), [((), {}), ((1,), {"x": 2}), ((1, 2), {}), ((), {"z": 1})]
)
def test_it_refuses_a_value_too_much_and_a_name_it_does_not_have(
    times: int, values: tuple[int, ...], named: dict[str, int]
) -> None:
    @dataclass(frozen=True, slots=True)
    class Single:
        x: int

    make: Any = Single
    made = [make(number) for number in range(times)]
    with pytest.raises(TypeError, match="argument"):
        make(*values, **named)
    assert made[-1] == make(x=times - 1)


@pytest.mark.parametrize("words", [(), (1, 2, [], "", 5)])
def test_it_refuses_what_python_refuses(words: tuple[Any, ...]) -> None:
    for each in (Ours, Theirs):
        with pytest.raises(TypeError):
            each(*words)


def test_two_are_equal_if_what_is_compared_of_them_is() -> None:
    assert Ours(1, note="a") == Ours(1, note="b")
    assert Ours(1) != Ours(2)
    other: object = (1, 0)
    assert Pair(1) != other
    assert len({Pair(1), Pair(1, 0), Pair(2)}) == 2
    assert Empty() == Empty()


def test_no_list_is_shared_by_two() -> None:
    assert Ours(1).seen is not Ours(1).seen


def test_it_cannot_be_changed() -> None:
    pair: Any = Pair(1)
    with pytest.raises(AttributeError, match="left"):
        pair.left = 2
    with pytest.raises(AttributeError, match="right"):
        del pair.right
    with pytest.raises(AttributeError):
        pair.other = 2
    assert pair == Pair(1)


def test_it_differs_in_what_was_replaced_only() -> None:
    assert replace(Pair(1, 2), right=3) == dataclasses.replace(Pair(1, 2), right=3) == Pair(1, 3)
    assert dataclasses.replace(Ours(1), y=7).total == 8


def test_a_copy_is_equal() -> None:
    assert deepcopy(Pair(1, 2)) == Pair(1, 2) == pickle.loads(pickle.dumps(Pair(1, 2)))  # noqa: S301 - ours


def test_methods_of_its_own_stay() -> None:
    assert str(Loose("x")) == "x"
    assert repr(Loose("x")) == "Loose(name='x')"


def test_a_pattern_takes_it_apart() -> None:
    match Pair(1, 2):
        case Pair(1, right):
            assert right == 2
        case _:
            pytest.fail("it has no such parts")
