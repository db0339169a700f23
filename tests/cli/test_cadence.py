"""`rapport cadence` explains a phrase before it is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cadence.test_phrases import REFUSED

if TYPE_CHECKING:
    from tests.cli.program import Run


def test_a_phrase_is_explained_one_fact_a_line(rapport: Run) -> None:
    assert rapport("cadence", "every two weeks").lines == [
        "every 2 weeks",
        "  kind: quota, one log in each block of 2 calendar weeks",
        "  next: Sun 22 Nov 2026 to Sun 29 Nov 2026",
        "  next: Mon 30 Nov 2026 to Sun 13 Dec 2026",
        "  next: Mon 14 Dec 2026 to Sun 27 Dec 2026",
        "  next: Mon 28 Dec 2026 to Sun 10 Jan 2027",
        "  next: Mon 11 Jan 2027 to Sun 24 Jan 2027",
        "  kept by: one log on any day of the window; more than that is not carried over",
        "  broken by: a window that ends with no log; one that is still running breaks nothing",
    ]


def test_a_first_window_that_is_too_short_to_be_missed_is_told_free(rapport: Run) -> None:
    lines = rapport("cadence", "weekly", "--from", "fri").lines
    assert (
        lines[2] == "  next: Fri 27 Nov 2026 to Sun 29 Nov 2026, free: less than half of its days"
    )
    assert lines[3] == "  next: Mon 30 Nov 2026 to Sun 6 Dec 2026"


def test_dates_are_told_as_dates(rapport: Run) -> None:
    lines = rapport("cadence", "first", "Monday", "of", "the", "month").lines
    assert lines[:3] == [
        "first Monday of the month",
        "  kind: rule, a log on each of these dates",
        "  next: Mon 7 Dec 2026",
    ]


def test_json_has_the_documented_shape(rapport: Run) -> None:
    told = rapport("cadence", "at least every 2 weeks", "--from", "2026-12-01", "--json").json
    assert list(told) == ["cadence", "kind", "meaning", "from", "windows", "kept_by", "broken_by"]
    assert (told["cadence"], told["kind"], told["from"]) == (
        "every 14 days",
        "interval",
        "2026-12-01",
    )
    assert told["windows"][0] == {"first": "2026-12-01", "last": "2026-12-14", "counts": True}
    assert len(told["windows"]) == 5


@pytest.mark.parametrize("phrase", sorted(REFUSED))
def test_a_refused_phrase_says_why_and_what_to_type_and_that_is_understood(
    rapport: Run, phrase: str
) -> None:
    done = rapport("cadence", "--", phrase)
    assert done.code == 1
    trouble, _, offer = done.refusal.partition(". Try ")
    assert trouble
    assert offer
    for suggestion in offer.removesuffix(".").split(" or "):
        assert rapport("cadence", suggestion.strip("'")).code == 0


def test_a_day_that_is_none_is_told(rapport: Run) -> None:
    assert "is not a date that is understood" in rapport("cadence", "weekly", "--from", "x").refusal
