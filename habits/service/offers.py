"""The catalogue: promises that are on offer, and how one is switched on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import promises
from habits.catalogue import CATALOGUE, Offer
from habits.change import Change, change_of
from habits.counting import is_archived
from habits.defaults import offer_id, offered
from habits.errors import RefusedError
from habits.lookup import require_one
from habits.service.rewrites import restoring
from habits.store import Op, codec
from habits.text import folded, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.model import Habit
    from habits.practices import Practice
    from habits.service.workspace import Workspace

__all__ = ["Offer", "catalogue", "require_offer", "switch_on"]


def catalogue(workspace: Workspace, practice: Practice) -> tuple[Offer, ...]:
    """Return what a practice has on offer: what is live is not, nor what it has no moves for."""
    live = [habit for habit in _habits(workspace, practice) if not _rests(workspace, habit)]
    taken = {habit.id for habit in live} | {folded(habit.name) for habit in live}
    mine = workspace.practices[practice.slug]
    return tuple(
        offer
        for offer in CATALOGUE[practice.slug]
        if taken.isdisjoint({offer_id(practice, offer), folded(offer.name)})
        and all(mine.move(slug) for slug in offer.moves)
    )


def require_offer(workspace: Workspace, practice: Practice, word: str) -> Offer:
    """Return the promise of the catalogue that a word means, whether it is on already or not.

    Raises:
        RefusedError: None is meant, or several are.
    """
    now, mine = workspace.clock.now(), workspace.practices[practice.slug]
    by_id = {offer_id(mine, offer): offer for offer in CATALOGUE[mine.slug]}
    made = [offered(mine, offer, workspace.day_of(now), now) for offer in by_id.values()]
    see = f"'rapport habit add {mine.slug} --from-catalogue' shows what is."
    return by_id[require_one(word, made, "promise on offer", see).id]


def switch_on(
    workspace: Workspace,
    practice: Practice,
    offer: Offer,
    words: promises.Words = promises.NO_WORDS,
) -> Change:
    """Promise what is on offer, from today; what was archived before is restored.

    Args:
        workspace: Where to promise it.
        practice: The practice it is on offer for.
        offer: What is on offer.
        words: What its user says of it.

    Raises:
        RefusedError: It is on already, or counts what the practice no longer knows.
        StoreError: It could not be made durable; nothing was stored.
    """

    def propose() -> Iterator[Op]:
        key = offer_id(practice, offer)
        beside = _habits(workspace, practice)
        known = next((habit for habit in beside if habit.id == key), None)
        if known is None:
            mine, now = workspace.practices[practice.slug], workspace.clock.now()
            promises.require_promise(offer.name, mine, beside, workspace.day_of(now))
            habit = offered(mine, offer, workspace.day_of(now), now)
            habit = promises.with_words(habit, words)
            promises.require_known(mine, habit)
            yield Op(codec.HABITS, key, codec.habit_fields(habit))
        elif _rests(workspace, known):
            yield from restoring(workspace, known, words)
        else:
            message = f"{quoted(known.name)} is switched on already. 'rapport habits' shows it."
            raise RefusedError(message)

    return change_of(workspace.store.commit(propose))


def _habits(workspace: Workspace, practice: Practice) -> list[Habit]:
    return [habit for habit in workspace.ledger.habits() if habit.practice == practice.slug]


def _rests(workspace: Workspace, habit: Habit) -> bool:
    return is_archived(habit, workspace.today)
