"""The catalogue: further promises of each practice, off until they are switched on, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.practices import PRACTICES
from habits.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Offer:
    """A promise that is worth making.

    Attributes:
        slug: What tells it from the others of its practice, for good.
        name: The promise in words.
        cadence: The phrase of its cadence.
        moves: The slugs of the moves it counts; empty for all but slips.
        each_person: Whether every engineer is to be reached separately.
    """

    slug: str
    name: str
    cadence: str
    moves: tuple[str, ...] = ()
    each_person: bool = False

    @property
    def terms(self) -> str:
        """What is promised of it: "quarterly · each person · /talk"."""
        each = "each person" if self.each_person else ""
        moves = " ".join(f"/{move}" for move in self.moves)
        return " · ".join(filter(None, [self.cadence, each, moves]))


def offer_words(offer: Offer) -> str:
    """Return what is on offer on one line: "A career talk · quarterly · each person · /talk"."""
    return f"{offer.name} · {offer.terms}"


CATALOGUE: Final[Mapping[str, tuple[Offer, ...]]] = {
    "vision": (
        Offer("playback", "Ask someone to say the goal back", "every 4 weeks", ("playback",)),
    ),
    "empathy": (
        Offer("invite", "An engineer in a customer conversation", "monthly", ("invite",)),
        Offer(
            "invite-each",
            "Each engineer in a customer conversation",
            "every 6 weeks",
            ("invite",),
            each_person=True,
        ),
        Offer("need", "Open features with the need behind them", "weekly", ("need",)),
    ),
    "trust": (
        Offer("owner-each", "Hand over a decision", "every 6 weeks", ("owner",), each_person=True),
        Offer("dictated", "I leave the how to them", "never", ("dictated",)),
    ),
    "respect": (
        Offer("skill-each", "Notice a skill", "every 6 weeks", ("skill",), each_person=True),
    ),
    "productivity": (
        Offer("spec", "Sweep the open spec questions", "every Monday", ("spec",)),
        Offer("meeting", "Trim one meeting", "every 4 weeks", ("meeting",)),
        Offer("distraction", "Asks outside the goals stop with me", "never", ("distraction",)),
    ),
    "credit": (
        Offer("credit-each", "Give credit", "every 4 weeks", each_person=True),
        Offer("unnamed", "I say who did it", "never", ("unnamed",)),
    ),
    "growth": (
        Offer("talk-each", "A career talk", "quarterly", ("talk",), each_person=True),
        Offer("manager-each", "Tell their manager", "quarterly", ("manager",), each_person=True),
    ),
    "thanks": (
        Offer("thanks-each", "Thank each person", "every 4 weeks", each_person=True),
        Offer("relay", "Pass on thanks", "monthly", ("relay",)),
    ),
}
"""The promises on offer, by the slugs of the practices."""

PROMISES: Final = frozenset(
    [practice.flagship.name for practice in PRACTICES]
    + [offer.name for offers in CATALOGUE.values() for offer in offers]
)
"""The names of promises that every home may have, which tell nothing of its user."""
