"""Evidence to test with: Maya's, of this spring and summer, as a home without own moves has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from habits.model import Person
from habits.practices import BY_SLUG
from habits.review.called import Wishes
from habits.review.evidence import evidence_for
from tests import records

if TYPE_CHECKING:
    from habits.model import Entry
    from habits.review.evidence import Evidence

FIRST: Final = date(2026, 4, 1)
DAY: Final = date(2026, 5, 20)
LAST: Final = date(2026, 11, 22)
MAYA: Final = Person(UUID(int=1 << 100), "Maya", "maya")
DEV: Final = Person(UUID(int=2 << 100), "Dev", "dev")
ANA: Final = Person(UUID(int=3 << 100), "Ana Lima", "ana.lima")
BECAUSE: Final = "it saved the launch"


def entry(  # noqa: PLR0913 - a record has many fields, a test names few
    what: str = "the fix",
    why: str = BECAUSE,
    *,
    practice: str = "thanks",
    move: str | None = None,
    people: tuple[Person, ...] = (MAYA,),
    tags: tuple[str, ...] = (),
    day: date = DAY,
) -> Entry:
    """Return an entry that names Maya, unless others are said."""
    keys = tuple(person.id for person in people)
    made = records.entry(day, what, practice=practice, move=move, people=keys)
    return replace(made, why=why, tags=tags)


def evidence(
    *entries: Entry,
    subject: Person = MAYA,
    others: tuple[Person, ...] = (DEV, ANA),
    masked: tuple[str, ...] = (),
    customers: tuple[str, ...] = (),
    kept: tuple[str, ...] = (),
) -> Evidence:
    """Return the evidence for Maya from the first day to the last."""
    wishes = Wishes(LAST, FIRST, masked, customers, kept)
    return evidence_for(subject, (subject, *others), entries, BY_SLUG, wishes)


def told(*entries: Entry, **known: object) -> list[str]:
    """Return the acts and effects that are told."""
    moments = evidence(*entries, **known).packet.moments  # type: ignore[arg-type]
    return [f"{moment.act} | {moment.effect}" for moment in moments]
