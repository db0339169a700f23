"""The line of a remark: what somebody said, when, and whether others may hear it."""

from __future__ import annotations

from datetime import date

import pytest

from habits.errors import RefusedError
from habits.person import Remark
from habits.remark_line import Saying, line_of, remark_line
from tests.hostile import each_hostile

SUNDAY = date(2026, 11, 22)
FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lead a team", Saying("lead a team", None, shared=False)),
        ("lead a team (last fri)", Saying("lead a team", FRIDAY, shared=False)),
        ("lead a team (OK to share)", Saying("lead a team", None, shared=True)),
        ("lead it (fri) (ok to share)", Saying("lead it", FRIDAY, shared=True)),
        ("lead it (it is fine to share) (fri)", Saying("lead it", FRIDAY, shared=True)),
        ("lead it (thu) (fri)", Saying("lead it (thu)", FRIDAY, shared=False)),
        ("lead it (or not)", Saying("lead it (or not)", None, shared=False)),
        ("lead (fri) it", Saying("lead (fri) it", None, shared=False)),
        ("(fri)", Saying("", FRIDAY, shared=False)),
        ("", Saying("", None, shared=False)),
    ],
)
def test_a_day_and_ok_to_share_stand_in_brackets_at_the_end(text: str, said: Saying) -> None:
    assert remark_line(text, SUNDAY) == said


def test_where_the_day_is_said_beside_it_a_bracket_stays_text() -> None:
    assert remark_line("demos (fri)", SUNDAY, SUNDAY) == Saying("demos (fri)", SUNDAY, shared=False)


@pytest.mark.parametrize("when", ["tomorrow", "in 3 days", "2026-11-23", "2026-02-30"])
def test_a_day_to_come_and_one_that_no_calendar_has_are_refused(when: str) -> None:
    with pytest.raises(RefusedError):
        remark_line(f"lead it ({when})", SUNDAY)


@pytest.mark.parametrize("text", ["lead it", "lead it (thu)", "lead it (or not)"])
@pytest.mark.parametrize("shared", [True, False])
def test_the_line_of_a_remark_says_that_remark(text: str, *, shared: bool) -> None:
    line = line_of(Remark(FRIDAY, text, shared))

    assert remark_line(line, SUNDAY) == Saying(text, FRIDAY, shared)


@each_hostile
def test_any_text_is_read_or_refused(hostile: str) -> None:
    try:
        said = remark_line(hostile, SUNDAY)
    except RefusedError:
        return
    assert remark_line(said.text, SUNDAY, SUNDAY).text == said.text or said.shared
