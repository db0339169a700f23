"""The latest verdicts, summed in words."""

from __future__ import annotations

from datetime import date

import pytest

from habits.review.score_line import ScorePoint, score_words
from habits.streaks import Verdict


@pytest.mark.parametrize(
    ("verdicts", "words"),
    [
        ("", "nothing judged yet"),
        ("k", "1 of 1 kept"),
        ("m", "0 of 1 kept"),
        ("kkmkkk", "5 of 6 kept"),
        ("mkkmkkk", "5 of the last 6 kept"),
        ("kkkkkkmmmmmm", "0 of the last 6 kept"),
    ],
)
def test_it_is_said_how_many_of_the_last_six_were_kept(verdicts: str, words: str) -> None:
    told = {"k": Verdict.KEPT, "m": Verdict.MISSED}
    points = [ScorePoint(date(2026, 1, 1), 0.5, told[sign]) for sign in verdicts]

    assert score_words(points) == words
