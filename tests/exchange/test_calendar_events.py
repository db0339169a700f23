"""What of promises and follow-ups a calendar shows, and that it knows them again."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Final

import icalendar
import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.clock import fixed_clock
from habits.exchange.calendar_events import Event
from habits.exchange.ics import ics
from habits.exchange.recurrence import Series
from habits.practices import BY_SLUG
from habits.service import Edit, Promise
from habits.text import one_line
from tests import records
from tests.hostile import HOSTILE

if TYPE_CHECKING:
    from habits.service import Workspace
    from habits.store.home import Home

MONDAY: Final = "2026-11-23T09:30"
NOON: Final = records.noon(date(2026, 11, 22))


@pytest.fixture
def monday(home: Home) -> Workspace:
    """A home that was begun on a Monday."""
    return service.open_workspace(home, fixed_clock(MONDAY))


def shown(workspace: Workspace, summary: str, *, is_masked: bool = False) -> list[Event]:
    """Return the events that are called so, or begin so."""
    events = service.calendar(workspace, is_masked=is_masked).events
    return [event for event in events if event.summary.startswith(summary)]


def promise(workspace: Workspace, every: str, name: str = "A talk") -> None:
    """Promise something in Growth."""
    service.add_habit(workspace, BY_SLUG["growth"], Promise(name, parse_cadence(every)))


def test_a_promise_is_there_by_the_last_day_of_its_window(monday: Workspace) -> None:
    (event,) = shown(monday, "Thanks")
    assert event.summary == "Thanks: Thank someone and say why"
    assert event.days == Series(date(2026, 11, 29), "FREQ=WEEKLY;WKST=MO")
    assert event.told == (
        "Promised twice a week, to be kept by this day. Logged with: rapport log thanks"
    )


def test_what_is_kept_is_there_from_the_next_window_on(monday: Workspace) -> None:
    (before,) = shown(monday, "Vision")
    service.log(monday, BY_SLUG["vision"], "told the story")
    (after,) = shown(monday, "Vision")
    assert (before.days.first, after.days.first) == (date(2026, 11, 29), date(2026, 12, 6))
    assert before.uid == after.uid


def test_an_interval_is_one_event_that_moves_with_each_log(monday: Workspace, home: Home) -> None:
    promise(monday, "every 3 days")
    service.log(monday, BY_SLUG["growth"], "Dev")
    (before,) = shown(monday, "Growth: A talk")
    later = service.open_workspace(home, fixed_clock("2026-11-25"))
    service.log(later, BY_SLUG["growth"], "Dev again")
    (after,) = shown(later, "Growth: A talk")
    assert (before.days, after.days) == (Series(date(2026, 11, 26)), Series(date(2026, 11, 28)))
    assert before.uid == after.uid
    assert "each log moves it" in after.told


def test_a_date_is_to_be_kept_on_that_day(monday: Workspace) -> None:
    promise(monday, "1st and 31st of the month")
    first, last = shown(monday, "Growth: A talk")
    assert (first.days.rule, last.days.first) == ("FREQ=MONTHLY;BYMONTHDAY=1", date(2026, 11, 30))
    assert last.uid == first.uid.replace("@", "-2@")
    assert "on this day" in first.told


def test_a_window_that_ends_in_a_pause_is_an_event_of_its_own(monday: Workspace) -> None:
    service.pause(monday, date(2026, 12, 11), date(2026, 12, 13))
    series, before = shown(monday, "Credit")
    assert series.days.without == (date(2026, 12, 13),)
    assert before.days == Series(date(2026, 12, 10))
    assert before.uid == series.uid.replace("@", "-2026-12-10@")


def test_another_habit_that_rests_changes_nothing(monday: Workspace) -> None:
    service.pause(monday, date(2026, 12, 11), None, service.Scope(practice="thanks"))
    (event,) = shown(monday, "Credit")
    assert event.days == Series(date(2026, 11, 29), "FREQ=WEEKLY;WKST=MO")


def test_a_cadence_that_is_planned_comes_after_the_one_that_holds(monday: Workspace) -> None:
    promise(monday, "weekly")
    habit = service.require_habit(monday, "A talk")
    service.edit_habit(
        monday, habit.id, Edit(cadence=parse_cadence("monthly"), since=date(2026, 12, 7))
    )
    service.edit_habit(
        monday, habit.id, Edit(cadence=parse_cadence("every 9 days"), since=date(2027, 2, 1))
    )
    now, then = shown(monday, "Growth: A talk")
    assert now.days.until == date(2026, 12, 6)
    assert then.days.first == date(2026, 12, 31)
    assert then.uid == now.uid.replace("@", "-2026-12-07@")


def test_nothing_is_shown_of_limits_and_of_what_is_archived(monday: Workspace) -> None:
    promise(monday, "weekly")
    habit = service.require_habit(monday, "A talk")
    service.archive_habit(monday, habit.id)
    service.add_habit(monday, BY_SLUG["trust"], Promise("No dictating", parse_cadence("never")))
    assert shown(monday, "Growth: A talk") == shown(monday, "Trust: No dictating") == []


def test_a_follow_up_is_there_on_its_day_until_it_is_done(monday: Workspace) -> None:
    service.log(monday, BY_SLUG["thanks"], "@dev the fix")
    service.promise_line(monday, "ask @dev about SSO (in 3d)")
    (event,) = shown(monday, "Follow up")
    assert event.summary == "Follow up: ask Dev about SSO · Dev"
    assert event.days == Series(date(2026, 11, 26))
    (held,) = service.follow_ups(monday)
    assert event.uid == f"{held.id}@rapport"
    service.finish_follow_up(monday, held.id)
    assert shown(monday, "Follow up") == []


def test_it_is_told_who_is_in_it(monday: Workspace) -> None:
    service.log(monday, BY_SLUG["thanks"], "@maya the fix")
    maya = service.require_person(monday, "maya")
    service.add_follow_up(monday, "thank them for Acme", date(2026, 11, 26), [maya.id])
    promise(monday, "weekly", "a talk with Lee")
    told = service.calendar(monday).told
    assert told[:2] == (
        "People named in it: Maya.",
        "Other names, as far as they can be told: Lee, Acme.",
    )


def test_masked_it_says_no_name_and_no_text(monday: Workspace) -> None:
    service.log(monday, BY_SLUG["thanks"], "@maya the fix")
    maya = service.require_person(monday, "maya")
    service.add_follow_up(monday, "thank them for Acme", date(2026, 11, 26), [maya.id])
    promise(monday, "weekly", "a talk with Lee")
    masked = service.calendar(monday, is_masked=True)
    said = " ".join(event.summary for event in masked.events)
    assert masked.told == ()
    assert [name for name in ("Maya", "Acme", "Lee") if name in said] == []
    assert len(masked.events) == len(service.calendar(monday).events)


def test_a_practice_goes_by_the_name_that_the_user_gave_it(monday: Workspace) -> None:
    service.edit_practice(monday, BY_SLUG["thanks"], service.PracticeEdit(name="Gratitude"))
    assert len(shown(monday, "Gratitude: ")) == 1
    assert "Gratitude" in " ".join(service.calendar(monday).told)


def read_again(events: list[Event], alarm: time | None = None) -> list[icalendar.Event]:
    """Return the events of a calendar as they are read again."""
    read = icalendar.Calendar.from_ical(ics(events, NOON, alarm))
    assert isinstance(read, icalendar.Calendar)
    return list(read.events)


def test_an_event_is_written_as_calendars_read_it() -> None:
    days = Series(
        date(2026, 11, 29), "FREQ=WEEKLY;WKST=MO", date(2027, 1, 31), (date(2026, 12, 6),)
    )
    text = ics([Event("1@rapport", days, "Thanks: a, b; c", "told")], NOON, time(9, 15))
    assert text.endswith("END:VCALENDAR\r\n")
    assert [line for line in text.split("\r\n") if "\n" in line] == []
    lines = text.split("\r\n")
    begin, end = lines.index("BEGIN:VEVENT"), lines.index("END:VEVENT")
    assert lines[begin : end + 1] == [
        "BEGIN:VEVENT",
        "UID:1@rapport",
        "DTSTAMP:20261122T120000Z",
        "DTSTART;VALUE=DATE:20261129",
        "DTEND;VALUE=DATE:20261130",
        "RRULE:FREQ=WEEKLY;UNTIL=20270131;WKST=MO",
        "EXDATE;VALUE=DATE:20261206",
        "SUMMARY:Thanks: a\\, b\\; c",
        "DESCRIPTION:told",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Thanks: a\\, b\\; c",
        "TRIGGER:PT9H15M",
        "END:VALARM",
        "END:VEVENT",
    ]


def test_without_an_alarm_nothing_rings() -> None:
    assert "VALARM" not in ics([Event("1", Series(date(2026, 11, 29)), "a", "b")], NOON, None)


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_hostile_texts_come_through_as_texts(monday: Workspace, text: str) -> None:
    records.promised(monday, f"x {text}", date(2026, 11, 26))
    (event,) = shown(monday, "Follow up")
    (read,) = read_again([event])
    assert str(read["summary"]) == event.summary == one_line(f"Follow up: x {text}")
