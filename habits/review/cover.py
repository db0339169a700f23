"""The cover of an evidence packet: stand-ins for all whom it is not about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import category
from urllib.parse import unquote

from habits.text import NAME_CHARACTERS, folded
from habits.whole_words import pattern_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_STAND_INS: Final = {
    "teammate": "a teammate",
    "customer": "a customer",
    "manager": "a manager",
    "someone": "someone",
    "their manager": "their manager",
}
"""What stands in for the only one of a kind; several are numbered."""


_ADDRESS: Final = (
    r"(?<![^\x00-\x7f])(?<!\w)[a-z0-9_](?:[a-z0-9_.%+'-]{0,62}[a-z0-9_])?"
    r"@[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?(?!\w|[^\x00-\x7f])"
)
_PART: Final = re.compile(r"[^\W_]+")
_JOINT: Final = re.compile(r"[._%+'-]+")
_HYPHEN: Final = re.compile("[-\u2010\u2011]")
_BEFORE: Final = re.compile(r"(?:[^\W_]+[-\u2010\u2011])+\Z")
_AFTER: Final = re.compile(r"(?:[-\u2010\u2011][^\W_]+)+")


class Who(NamedTuple):
    """Whom a word means.

    Attributes:
        kind: What they are: "teammate", "customer", "manager", "someone" or "their manager".
        key: What tells them from others of their kind.
    """

    kind: str
    key: object


BOSS: Final = Who("their manager", "their manager")
"""The manager of the one whom a packet is about."""


class Word(NamedTuple):
    """A word that tells of somebody.

    Attributes:
        who: Whom it means; None for the one whom the packet is about, who keeps their name.
        is_part: Whether it is only a part of a name, and none where it is written small.
    """

    who: Who | None
    is_part: bool = False


class Cover:
    """Stand-ins, numbered in the order in which those whom they stand for are met.

    Args:
        words: The words that tell of somebody; of two that are the same folded the first counts.
        kept: Words that stay, where they are written exactly so.
        names: What those are called in full of whom it is known, by what tells them apart.
    """

    def __init__(
        self,
        words: Mapping[str, Word],
        kept: Iterable[str] = (),
        names: Mapping[object, str] | None = None,
    ) -> None:
        self._words: dict[str, Word] = {}
        for word, meant in words.items():
            self._words.setdefault(folded(word), meant)
        # Folded, a letter may part a word that was one.
        self._parts = {folded(part) for word in words for part in _PART.findall(word)}
        self._kept = frozenset(kept)
        self._names = names or {}
        self._word = pattern_of(words)
        self._pattern = re.compile(f"{_ADDRESS}|{self._word.pattern}", re.IGNORECASE)
        self._met: dict[Who, tuple[int, str]] = {}
        self._found_in: dict[str, list[str]] = {}

    def meet(self, who: Who, called: str = "") -> None:
        """Give somebody a number, if they have none yet.

        Args:
            who: Who it is.
            called: What they are called in the text, if they are.
        """
        of_kind = sum(each.kind == who.kind for each in self._met)
        self._met.setdefault(who, (of_kind + 1, self._names.get(who.key, called)))

    def meet_all_in(self, text: str) -> None:
        """Give all whom a text tells of a number."""
        for found in self._found(text):
            if who := self._who(found):
                self.meet(who, found)

    def told_in(self, text: str) -> frozenset[Who]:
        """Return whom a text tells of, those too whose name stays in it."""
        # What stays and is written small is a word like any other: "dev" in "the dev box".
        found = (
            self._meant(each)
            for each in self._found(text)
            if each not in self._kept or not each[0].islower()
        )
        return frozenset(who for who in found if who is not None)

    def tells_in_link(self, link: str) -> bool:
        """Return whether a link tells of somebody: nobody can be covered in it, or has capitals."""
        return self._first_in(unquote(link)) is not None

    def stand_in(self, who: Who) -> str:
        """Return what stands in for somebody who was met."""
        if sum(each.kind == who.kind for each in self._met) == 1:
            return _STAND_INS[who.kind]
        return f"{who.kind} {self._met[who][0]}"

    def keeps(self, who: Who) -> bool:
        """Return whether the name of somebody stays."""
        return self._names.get(who.key) in self._kept

    def called(self, who: Who) -> str:
        """Return the name of somebody, where it stays, else what stands in for it."""
        return self._names[who.key] if self.keeps(who) else self.stand_in(who)

    def text(self, text: str) -> str:
        """Return a text with stand-ins in it; all whom it tells of were met."""
        return self._pattern.sub(self._instead, text)

    @property
    def covered(self) -> tuple[tuple[str, str], ...]:
        """What those who were met are called, each with what stands in for them.

        It is for the eyes of the user alone.
        """
        return tuple((called, self.stand_in(who)) for who, (_, called) in self._met.items())

    def _found(self, text: str) -> list[str]:
        if text not in self._found_in:
            found = self._pattern.finditer(text)
            self._found_in[text] = [each[0] for each in found if not self._is_of_another(each)]
        return self._found_in[text]

    def _is_of_another(self, match: re.Match[str]) -> bool:
        """Return whether a word is a part of a name that nobody has who is known: Jo in Jo-Anne."""
        found, text, start = match[0], match.string, match.start()
        led = text[max(start - NAME_CHARACTERS, 0) : start]
        before, after = _BEFORE.search(led), _AFTER.match(text, match.end())
        first = before.start() if before else len(led)
        end = after.end() if after else match.end()
        # A name that cannot be told whole before it is passed on is covered.
        if any(map(_goes_on, (led[:first][-1:], *found, text[end : end + 1]))):
            return False
        beside = _HYPHEN.split(f"{before[0] if before else ''}{after[0] if after else ''}")
        return self._is_name_of_another([found, *beside])

    def _is_name_of_another(self, parts: list[str]) -> bool:
        """Return whether the parts of a compound, of which the first is known, are such a name.

        It is the same whichever of the parts that are known comes first, so that all stay or none.
        """
        first, *beside = parts
        known = [first, *(part for part in beside if folded(part) in self._parts)]
        strange = [part for part in beside if part[:1].isupper() and part not in known]
        are_capitals = all(part.isupper() for part in known)
        return any(are_capitals or not part.isupper() for part in strange)

    def _instead(self, match: re.Match[str]) -> str:
        who = None if self._is_of_another(match) else self._who(match[0])
        return match[0] if who is None else self.stand_in(who)

    def _who(self, found: str) -> Who | None:
        return None if found in self._kept else self._meant(found)

    def _meant(self, found: str) -> Who | None:
        word = self._words.get(folded(found))
        if word is None and re.fullmatch(_ADDRESS, found, re.IGNORECASE):
            return self._in_address(found)
        # Letters may be the same to the pattern that are not the same folded.
        word = word or _UNKNOWN
        return None if word.is_part and found[0].islower() else word.who

    def _in_address(self, address: str) -> Who | None:
        """Return of whom an address tells: by the name it is of, or by the house it is at.

        A name that somebody else's is only a part of is another one, and tells of nobody.
        """
        name, _, house = address.partition("@")
        parts = {self._words.get(folded(part), _NOBODY).who for part in _JOINT.split(name)}
        whole = self._words.get(folded(name))
        who = whole.who if whole else parts.pop() if len(parts) == 1 else None
        return who or self._first_in(house)

    def _first_in(self, text: str) -> Who | None:
        """Return of whom a text tells first, whether what tells of them is written small or not."""
        found = (self._words.get(folded(each), _UNKNOWN).who for each in self._word.findall(text))
        return next((who for who in found if who is not None), None)


def _goes_on(sign: str) -> bool:
    """Return whether a word that ends at a sign goes on with it: it cannot be told which one."""
    return sign == "_" or category(sign or " ").startswith("M")


_NOBODY: Final = Word(None)
_UNKNOWN: Final = Word(Who("someone", None))
