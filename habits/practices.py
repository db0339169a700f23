"""The eight practices, their moves and their flagship promises, as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from habits.errors import RefusedError
from habits.pattern import pattern
from habits.record import dataclass, replace
from habits.text import alike, folded, one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.model import OwnPractice


@dataclass(frozen=True, slots=True)
class Move:
    """A kind of act within a practice.

    Attributes:
        slug: What is typed after the slash.
        meaning: What is done, in a few words.
        slip: Whether it is something that was meant not to be done; slips count for no habit.
    """

    slug: str
    meaning: str
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Flagship:
    """The promise that a practice starts with: its words and the phrase of its cadence."""

    name: str
    cadence: str


@dataclass(frozen=True, slots=True)
class Practice:
    """One of the eight themes.

    Attributes:
        key: The key that opens its line, 1 to 8.
        slug: Its name in commands and in the data.
        name: Its name on the screen.
        why: Why it matters, in one line.
        flagship: The promise it starts with.
        moves: The kinds of act it knows.
    """

    key: int
    slug: str
    name: str
    why: str
    flagship: Flagship
    moves: tuple[Move, ...]

    @property
    def slip(self) -> Move | None:
        """What it asks not to do, if it knows such a thing."""
        return next((move for move in self.moves if move.slip), None)

    def move(self, slug: str) -> Move | None:
        """Return the move with this slug, if the practice has it."""
        return next((move for move in self.moves if move.slug == slug), None)


PRACTICES: Final = (
    Practice(
        1,
        "vision",
        "Vision",
        "People do better work on a goal they can retell",
        Flagship("Tie the work to the north star", "weekly"),
        (
            Move("tie", "link one work item to it"),
            Move("retell", "tell it with a fresh example"),
            Move("playback", "ask someone to say it back"),
            Move("signal", "show what the market, a customer or a partner says"),
            Move("why", "put the why at the top of a plan"),
        ),
    ),
    Practice(
        2,
        "empathy",
        "Empathy",
        "First-hand contact with a customer beats a summary",
        Flagship("Share a customer story", "every 2 weeks"),
        (
            Move("story", "in the customer's words"),
            Move("invite", "an engineer to a customer conversation"),
            Move("clip", "play two minutes of one"),
            Move("need", "open a feature idea with the need behind it"),
            Move("outcome", "bring back what a shipped fix changed"),
        ),
    ),
    Practice(
        3,
        "trust",
        "Trust",
        "Owners solve better than order-takers",
        Flagship("Hand over the how", "weekly"),
        (
            Move("context", "give it, then stop"),
            Move("options", "help compare them"),
            Move("question", "ask instead of telling"),
            Move("owner", "name who decides"),
            Move("dictated", "I said how to build it", slip=True),
        ),
    ),
    Practice(
        4,
        "respect",
        "Respect",
        "Regard is felt when it is exact, and when you stand up for people in their absence",
        Flagship("Notice a skill, a commitment or a rescue", "every 2 weeks"),
        (
            Move("skill", "what I saw"),
            Move("commitment", "what I saw"),
            Move("rescue", "what I saw"),
            Move("ally", "ask another team for grace, fix the complaint, then go back to them"),
        ),
    ),
    Practice(
        5,
        "productivity",
        "Productivity",
        "Attention is the scarce input",
        Flagship("Sweep for blockers", "weekly"),
        (
            Move("blocker", "found early, with its owner"),
            Move("spec", "answer a question before it is asked"),
            Move("meeting", "trim or cancel one"),
            Move("route", "send a side request to the right door"),
            Move("shield", "turn away an ask outside the goals"),
            Move("distraction", "I passed one on", slip=True),
        ),
    ),
    Practice(
        6,
        "credit",
        "Credit",
        "The builder's name should travel as far as the result",
        Flagship("Name the builder", "weekly"),
        (
            Move("public", "in front of others"),
            Move("private", "in the 1:1"),
            Move("stage", "hand over the demo"),
            Move("correct", "set a misattribution right"),
            Move("unnamed", "I announced work without its makers", slip=True),
        ),
    ),
    Practice(
        7,
        "growth",
        "Growth",
        "You see work that their manager misses",
        Flagship("Talk about where someone wants to go", "monthly"),
        (
            Move("talk", "about aims"),
            Move("spark", "learn which work lights them up"),
            Move("match", "a project to an aim"),
            Move("manager", "tell their manager one dated example"),
            Move("evidence", "send what a promotion needs"),
        ),
    ),
    Practice(
        8,
        "thanks",
        "Thanks",
        "Thanks says that the act, and so the person, mattered",
        Flagship("Thank someone and say why", "twice a week"),
        (
            Move("thanks", "for one act"),
            Move("quiet", "for unseen work: tests, docs, on-call"),
            Move("relay", "pass on thanks heard from a customer or another team"),
        ),
    ),
)
"""The eight, in the order of their keys."""

Eight: TypeAlias = Mapping[str, Practice]
"""The eight by their slugs, in the order of their keys, as a home has them."""

BY_SLUG: Final[Eight] = {practice.slug: practice for practice in PRACTICES}
"""The eight by their slugs, as they are where nobody has changed them."""


_MOVE: Final = pattern(r"\w+")


def is_move(slug: str) -> bool:
    """Return whether a text may be the slug of a move: folded letters, digits and underscores."""
    return bool(_MOVE.fullmatch(slug)) and folded(slug) == slug


def eight_with(own: Iterable[OwnPractice]) -> Eight:
    """Return the eight with what a user made of them; of two records of one the first."""
    kept: dict[str, OwnPractice] = {}
    for each in own:
        kept.setdefault(each.slug, each)
    return {
        slug: replace(
            built_in, name=mine.name, moves=mine.moves if mine.moves is not None else built_in.moves
        )
        if (mine := kept.get(slug))
        else built_in
        for slug, built_in in BY_SLUG.items()
    }


def require_practice(word: str, eight: Eight) -> Practice:
    """Return the practice that a word means: its key, slug or name, or the beginning of one.

    What a slug begins with goes before what a name begins with, as slugs stay what they are.

    Raises:
        RefusedError: There is no such practice.
    """
    wanted = folded(one_line(word))
    keys = {str(practice.key): practice for practice in eight.values()}
    names: dict[str, Practice] = {}
    for practice in eight.values():
        names.setdefault(folded(practice.name), practice)
    for known in (keys, eight, names):
        if wanted in known:
            return known[wanted]
    for known in (eight, names):
        starting = [name for name in known if name.startswith(wanted)]
        if len(starting) == 1:
            return known[starting[0]]
    begun = [slug for slug in eight if wanted and slug.startswith(wanted)]
    if len(begun) > 1:
        message = f"{quoted(word)} may be {', '.join(begun[:-1])} or {begun[-1]}. Write more of it."
        raise RefusedError(message)
    nearest = alike(wanted, [*eight, *names], at_least=0.5)[:1]
    advice = f"Did you mean {nearest[0]}?" if nearest else f"The eight are {', '.join(eight)}."
    message = f"There is no practice {quoted(word)}. {advice}"
    raise RefusedError(message)
