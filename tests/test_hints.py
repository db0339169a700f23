"""A hint asks where a line says little, and nowhere else."""

from __future__ import annotations

import pytest

from habits.hints import ASKING, hint
from habits.quicklog import Draft


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("great job", ""),
        ("Great job!", ""),
        ("great job everyone", ""),
        ("really great work", ""),
        ("great job", "it saved the launch"),
        ("thanks for everything", ""),
        ("thank you for everything", ""),
        ("well done, well done", ""),
        ("docs", ""),
        ("the docs", ""),
        ("docs", "why"),
    ],
)
def test_it_asks_for_the_act_and_its_effect_where_little_is_said(what: str, why: str) -> None:
    assert hint(Draft(what=what, why=why)) == ASKING


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("", ""),
        ("the on-call fix", ""),
        ("on-call fix", "it saved the launch"),
        ("docs", "nobody asked"),
        ("great job on the importer", ""),
        ("a good workaround for it", ""),
    ],
)
def test_it_is_silent_where_enough_is_said_or_nothing(what: str, why: str) -> None:
    assert not hint(Draft(what=what, why=why))
