"""People on the screen: how the tests of them come there and what they look at."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from habits import service
from habits.practices import BY_SLUG
from tests.records import promised
from tui.screens.people import PeopleScreen
from tui.screens.person import PersonScreen

if TYPE_CHECKING:
    from habits.model import Person
    from habits.service import Workspace
    from tui.app import RapportApp

LINES = (
    ("thanks", "/quiet @maya the on-call fix because it saved the launch (2026-11-20)"),
    ("credit", "/stage @maya @dev the demo (2026-11-06)"),
    ("growth", "/talk @ana where she wants to go (2026-08-03)"),
    ("empathy", "@maya sat in with the clinic #45min (2026-11-10)"),
)
"""Some entries: Ana's last is 15 weeks ago, Dev's 16 days, Maya's two days."""

IN_ORDER = ["Zoe", "Ana", "Dev", "Maya"]
"""Who is known then, in the order of the table; nothing was ever logged with Zoe."""


def meet_some(workspace: Workspace) -> None:
    """Log some entries that name people, and make one known who is in none."""
    for slug, line in LINES:
        service.log(workspace, BY_SLUG[slug], line)
    service.add_people(workspace, ["Zoe"])


def person_of(workspace: Workspace, name: str) -> Person:
    """Return a person by their name."""
    (found,) = (each for each in service.people(workspace) if each.name == name)
    return found


def promise(workspace: Workspace, text: str, name: str, days: int) -> None:
    """Promise a follow-up for a person, due in so many days; with fewer than none it is late."""
    due = workspace.today + timedelta(days=days)
    promised(workspace, text, due, (person_of(workspace, name).id,))


def table(app: RapportApp) -> PeopleScreen:
    """Return the people, who are on the screen."""
    assert isinstance(app.screen, PeopleScreen)
    return app.screen


def page(app: RapportApp) -> PersonScreen:
    """Return the page that is on the screen."""
    assert isinstance(app.screen, PersonScreen)
    return app.screen


def name_here(app: RapportApp) -> str | None:
    """Return who the cursor is on, or whose page it is."""
    place = app.screen
    assert isinstance(place, PeopleScreen | PersonScreen)
    person = place.person
    return None if person is None else person.name


def entries_of(app: RapportApp) -> list[str]:
    """Return what the entries say that stand on the page."""
    book = page(app).logbook
    entries = [book.entry(place) for place in book.places]
    return [entry.what if entry else "?" for entry in entries]
