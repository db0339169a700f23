"""The making of evidence: since when, what is in it and what is not, and the file."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from habits import service
from habits.review.evidence_words import preview
from tui import tasks
from tui.choice import Choice
from tui.messages import LongAct

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from habits.model import Person
    from habits.service import Evidence
    from tui.screens.common_actions import CommonActions

_COVERS = {"masked": "someone", "customers": "a customer"}
"""What stands in for a word that is covered, by the wish for it."""


class EvidenceMaking:
    """Evidence for a person, from the first question to the file.

    Args:
        place: Where it is made.
        person: Whom it is about.
    """

    def __init__(self, place: CommonActions, person: Person) -> None:
        self._place = place
        self._person = person
        self._session = place.session
        self._wishes = service.Wishes(self._session.workspace.today)

    def begin(self) -> None:
        """Ask since when.

        Raises:
            RefusedError: The mask hides what it would tell.
        """
        self._place.write(tasks.papers.since(self._session, self._person, self._since))

    def _since(self, first: date | None) -> None:
        self._wishes = replace(self._wishes, first=first)
        self._look()

    def _look(self) -> None:
        """Show what is in it by now."""
        self._place.post_message(LongAct("Looking through what was logged …", self._show))

    def _show(self) -> None:
        home = self._session.workspace
        evidence = service.evidence(home, self._person, self._wishes)
        choices = [
            Choice("Write it as Markdown", "a text", lambda: self._name_file(evidence, "md")),
            Choice("Write it as HTML", "a page", lambda: self._name_file(evidence, "html")),
            Choice("Cover a word", "a stand-in", lambda: self._choose_word(evidence)),
            Choice("Let a word stay", "as written", self._keep),
        ]
        title = f"Evidence for {self._person.name}"
        self._place.preview(title, preview(evidence), choices)

    def _choose_word(self, evidence: Evidence) -> None:
        left = evidence.left
        words = [Choice(word, f"stands {_times(count)}", word) for word, count in left.within]
        words += [Choice(word, "begins a sentence", word) for word in left.leading]
        other = [Choice("Another word", "to be typed", None), Choice("None", "go back", "")]

        def again() -> None:
            self._choose_word(evidence)

        def take(word: str | None) -> None:
            if word:
                self._choose_cover(word, again)
            elif word is None:
                self._type_word(again)
            else:
                self._look()

        self._place.choose("Cover", [*words, *other], take, leave=self._look)

    def _type_word(self, leave: Callable[[], None]) -> None:
        told = "is covered wherever it stands"

        def take(word: str) -> None:
            self._choose_cover(word, lambda: self._type_word(leave))

        self._place.write(tasks.papers.word("cover", told, take, leave))

    def _choose_cover(self, word: str, leave: Callable[[], None]) -> None:
        covers = [Choice(called, "stands there then", wish) for wish, called in _COVERS.items()]

        def take(wish: str) -> None:
            self._wish(wish, word)

        self._place.choose(f"{word} is", covers, take, leave=leave)

    def _keep(self) -> None:
        def keep(word: str) -> None:
            self._wish("kept", word)

        told = "stays, where it is written exactly so"
        self._place.write(tasks.papers.word("let stay", told, keep, self._look))

    def _wish(self, wish: str, word: str) -> None:
        changed: dict[str, Any] = {wish: (*getattr(self._wishes, wish), word)}
        self._wishes = replace(self._wishes, **changed)
        self._look()

    def _name_file(self, evidence: Evidence, form: str) -> None:
        place = self._place

        def write(path: Path) -> None:
            service.write_packet(evidence.packet, form, path)
            place.call_later(place.tell, f"Written: {path.name}, in {path.parent}")

        handle = re.sub(r"[^\w.-]", "-", self._person.handle)[:40]
        name = f"evidence-{handle}-{self._wishes.last.isoformat()}.{form}"
        place.write(tasks.papers.file(self._session, name, write, self._look))


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
