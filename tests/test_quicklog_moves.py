"""A quick-log line names its move, first or behind those who lead the line."""

from __future__ import annotations

import pytest

from habits.errors import RefusedError
from habits.quicklog import require_move
from tests.test_quicklog import THANKS, read


@pytest.mark.parametrize(
    ("line", "move", "what"),
    [
        ("/quiet the tests", "quiet", "the tests"),
        ("  /QUIET the tests", "quiet", "the tests"),
        ("/q the tests", "quiet", "the tests"),
        ("/quiet", "quiet", ""),
        ("/quiet\nthe tests", "quiet", "the tests"),
        ("yesterday: /quiet the tests", "quiet", "the tests"),
        ("/quiet yesterday: the tests", "quiet", "the tests"),
        ("@maya /quiet the tests", "quiet", "the tests"),
        ("@maya, @new.one and @ana /q the tests", "quiet", "the tests"),
        ("@maya: /quiet", "quiet", ""),
        ("yesterday: @maya /quiet the tests", "quiet", "the tests"),
        ("/quiet @maya /relay the tests", "quiet", "/relay the tests"),
        ("@maya the tests /quiet", None, "the tests /quiet"),
        ("@maya /usr/bin is full", None, "/usr/bin is full"),
        ("the tests /quiet", None, "the tests /quiet"),
        ("/usr/bin is full", None, "/usr/bin is full"),
        ("/ is full", None, "/ is full"),
        ("and/or", None, "and/or"),
    ],
)
def test_a_move_stands_first_or_behind_the_people_who_do_after_a_slash(
    line: str, move: str | None, what: str
) -> None:
    assert (read(line).move, read(line).what) == (move, what)


def test_people_before_a_move_are_named_as_ever() -> None:
    assert [name for _, name in read("@maya, @ana /quiet the tests").people] == ["Maya", "Ana Lima"]


def test_a_slip_is_named_like_any_other_move() -> None:
    assert read("/dictated the index", "trust").move == "dictated"


@pytest.mark.parametrize(
    ("practice", "slug", "offered"),
    [
        ("thanks", "quite", ["/quiet"]),
        ("thanks", "zzz", ["/thanks", "/quiet", "/relay"]),
        ("credit", "p", ["/public", "/private"]),
        ("productivity", "s", ["/spec", "/shield"]),
    ],
)
def test_an_unknown_move_is_refused_with_the_nearest(
    practice: str, slug: str, offered: list[str]
) -> None:
    with pytest.raises(RefusedError, match=rf"has no move '/{slug}'") as refusal:
        read(f"/{slug} something", practice)
    assert str(refusal.value).endswith(f"Did you mean {' or '.join(offered)}?")


def test_the_practice_of_an_unknown_move_is_named() -> None:
    with pytest.raises(RefusedError, match=r"^Thanks has no move '/tie'"):
        require_move("tie", THANKS)
