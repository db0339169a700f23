"""A calendar as a text (RFC 5545), for other programs to read.

Every event is a day without an hour, which keeps nobody busy and whose name is for its owner alone.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

import icalendar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, time

    from habits.exchange.calendar_events import Event

_DAY: Final = timedelta(days=1)


def ics(events: Iterable[Event], made_at: datetime, alarm: time | None) -> str:
    """Return a calendar.

    Args:
        events: What is in it.
        made_at: The instant at which it is made, in UTC.
        alarm: When on its day each event is to be told of; None for never.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//rapport//rapport-tui//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", "rapport")
    calendar.add("x-wr-calname", "rapport")
    for event in events:
        calendar.add_component(_event(event, made_at, alarm))
    written: bytes = calendar.to_ical(sorted=False)
    return written.decode()


def _event(event: Event, made_at: datetime, alarm: time | None) -> icalendar.Event:
    made = icalendar.Event()
    made.add("uid", event.uid)
    made.add("dtstamp", made_at)
    made.add("dtstart", event.days.first)
    made.add("dtend", event.days.first + _DAY)
    if event.days.rule:
        made.add("rrule", icalendar.vRecur.from_ical(_ended(event)))
    if event.days.without:
        made.add("exdate", list(event.days.without))
    made.add("summary", event.summary)
    made.add("description", event.told)
    made.add("class", "PRIVATE")
    made.add("transp", "TRANSPARENT")
    if alarm is not None:
        made.add_component(_alarm(event, alarm))
    return made


def _ended(event: Event) -> str:
    until = event.days.until
    return event.days.rule + (f";UNTIL={until:%Y%m%d}" if until else "")


def _alarm(event: Event, at: time) -> icalendar.Alarm:
    made = icalendar.Alarm()
    made.add("action", "DISPLAY")
    made.add("description", event.summary)
    made.add("trigger", timedelta(hours=at.hour, minutes=at.minute))
    return made
