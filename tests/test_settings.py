"""Settings are typed as one says them, and told as they hold."""

from __future__ import annotations

import pytest

from habits.errors import RefusedError
from habits.settings import Settings, require_rollover, require_week_start, settings_differences
from habits.text import one_line
from tests.hostile import each_hostile


@pytest.mark.parametrize(
    ("text", "day"),
    [("monday", 0), ("Mon", 0), (" SUNDAY ", 6), ("su", 6), ("sat", 5), ("w", 2), ("thu", 3)],
)
def test_a_day_of_the_week_is_typed_by_its_name_or_the_beginning_of_it(text: str, day: int) -> None:
    assert require_week_start(text) == day


@pytest.mark.parametrize("text", ["", "s", "t", "sonntag", "mondays", "0", "6"])
def test_what_means_no_day_or_several_is_refused_with_a_way_on(text: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        require_week_start(text)
    assert str(refusal.value) == (
        f"'{text}' is no day of the week. Write monday, sunday or another day."
    )


@pytest.mark.parametrize(
    ("text", "hour"),
    [("0", 0), ("4", 4), ("04", 4), ("4:00", 4), (" 04:00 ", 4), ("11", 11), ("00:00", 0)],
)
def test_an_hour_is_typed_as_a_number_or_as_a_clock_shows_it(text: str, hour: int) -> None:
    assert require_rollover(text) == hour


@pytest.mark.parametrize("text", ["", "12", "-1", "4:30", "4.5", "four", "٤", "1" * 5000])
def test_an_hour_at_which_no_day_may_begin_is_refused_with_a_way_on(text: str) -> None:
    with pytest.raises(RefusedError, match=r"is no hour from 0 to 11\. Write 4 where .* 4:00 "):
        require_rollover(text)


@each_hostile
def test_hostile_text_is_no_setting(hostile: str) -> None:
    for read in (require_week_start, require_rollover):
        with pytest.raises(RefusedError) as refusal:
            read(hostile)
        assert str(refusal.value) == one_line(str(refusal.value))


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (Settings(week_start=6), ["the week begins on Sunday"]),
        (Settings(rollover_hour=4), ["the day turns at 4:00"]),
        (Settings(welcomed=True), ["the first steps are done"]),
        (Settings(5, 11), ["the week begins on Saturday", "the day turns at 11:00"]),
        (Settings(), []),
    ],
)
def test_a_change_is_told_by_what_holds_after_it(after: Settings, words: list[str]) -> None:
    assert list(settings_differences(Settings(), after)) == words


def test_a_change_back_is_told_the_same_way() -> None:
    assert list(settings_differences(Settings(6, 4, welcomed=True), Settings())) == [
        "the week begins on Monday",
        "the day turns at midnight",
        "the first steps come again",
    ]
