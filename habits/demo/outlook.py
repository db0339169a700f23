"""What lies ahead in the made-up year: its north star, a few follow-ups, and further promises."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from habits.catalogue import CATALOGUE
from habits.defaults import offered
from habits.model import FollowUp, NorthStar
from habits.practices import BY_SLUG
from habits.store import Op, codec, outlook_codec
from habits.store.ids import fixed_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from habits.day import Moment
    from habits.model import Person

_STARS: Final = {
    52: "Nobody has to call us to get started",
    30: "Admins are live in ten minutes",
}
"""The sentences that held, by how many weeks ago they were set."""

_FOLLOW_UPS: Final = (
    ("ask support whether the export bug stayed away", 1, "maya"),
    ("tell Tom's manager about the schema decision", 4, "tom"),
    ("send Lee the notes of the staff panel", -2, "lee"),
)
"""What is promised, in how many days it is due, and whom it concerns."""

_SWITCHED_ON: Final = {("growth", "talk-each"): 20, ("trust", "dictated"): 12}
"""The promises of the catalogue that were switched on, by how many weeks ago."""


def further_habits(monday: date, now: Moment) -> Iterator[Op]:
    """Yield the promises that stand beside those that every practice starts with.

    Args:
        monday: The first day of the running week.
        now: The moment at which the year ends.
    """
    for (practice, slug), weeks in _SWITCHED_ON.items():
        offer = next(each for each in CATALOGUE[practice] if each.slug == slug)
        habit = offered(BY_SLUG[practice], offer, monday - timedelta(weeks=weeks), now)
        yield Op(codec.HABITS, habit.id, codec.habit_fields(habit))


def ahead(monday: date, now: Moment, people: Mapping[str, Person]) -> Iterator[Op]:
    """Yield what the work is for, and what is promised next.

    Args:
        monday: The first day of the running week.
        now: The moment at which the year ends.
        people: Who was named in the year, by their handles.
    """
    for weeks, sentence in _STARS.items():
        since = monday - timedelta(weeks=weeks)
        star = NorthStar(fixed_id("demo/stars", str(weeks)), sentence, since, now.instant)
        yield Op(codec.NORTH_STARS, star.id, outlook_codec.north_star_fields(star))
    for number, (text, days, handle) in enumerate(_FOLLOW_UPS):
        follow_up = FollowUp(
            id=fixed_id("demo/follow-ups", str(number)),
            text=text,
            due=now.day() + timedelta(days=days),
            made_at=now.instant,
            people=(people[handle].id,) if handle in people else (),
        )
        yield Op(codec.FOLLOW_UPS, follow_up.id, outlook_codec.follow_up_fields(follow_up))
