"""What is passed on of a person, what is held about them, and how they are taken out for good."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from habits import service
from tui.choice import Choice
from tui.screens.common_actions import CommonActions

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.model import Person
    from tui.outcome import Outcome
    from tui.task import Task


class PersonPapers(CommonActions):
    """A place that has a cursor on a person, or is about one, and what is written of them."""

    @property
    @abstractmethod
    def person(self) -> Person | None:
        """The person at the cursor, as they are known; None for nobody."""

    @property
    @abstractmethod
    def why_nobody(self) -> str:
        """Why there is nobody at the cursor."""

    def show_gone(self, outcome: Outcome) -> None:
        """Show that the person was taken out."""
        self.show(outcome)

    def action_make_evidence(self) -> None:
        """Make evidence for the person, once it is asked since when."""
        # Imported on need, as all that is hardly ever asked for.
        from tui.screens.evidence_making import EvidenceMaking  # noqa: PLC0415

        self._do(lambda person: EvidenceMaking(self, person).begin())

    def paper_choices(self, person: Person) -> list[Choice]:
        """Return what can be written of a person, or made of them for good."""
        choices: list[tuple[str, str, Callable[[], None]]] = [
            ("Make evidence", "what they did", self.action_make_evidence),
            ("Export all that is held", "if they ask", lambda: self._choose_export(person)),
            ("Make them anonymous", "entries stay", lambda: self._take_out("anonymise", person)),
            ("Erase them for good", "from all files", lambda: self._take_out("erase", person)),
        ]
        return [Choice(*choice) for choice in choices]

    def _choose_export(self, person: Person) -> None:
        session = self.session

        def write(kind: str) -> None:
            home = session.workspace
            text = service.held_text(home, service.about(home, person.id), kind)
            path = service.export_path(home, person, kind)
            service.write_export(path, text)
            self.tell(f"Written: {path.name}, in {path.parent}")

        def choose() -> None:
            session.require_unmasked()
            forms = [Choice("Markdown", "to be read", "md"), Choice("JSON", "for programs", "json")]
            self.choose("Export as", forms, lambda kind: self.carry_out(lambda: write(kind)))

        self.carry_out(choose)

    def _take_out(self, how: str, person: Person) -> None:
        from tui.screens.taking_out import TakingOut  # noqa: PLC0415 - as above

        taking = TakingOut(self, person)
        self.carry_out(taking.erase if how == "erase" else taking.anonymise)

    def _do(self, task: Callable[[Person], Task | None]) -> None:
        """Do something to the person at the cursor, or open the line for it."""
        person = self.person
        if person is None:
            self.tell(self.why_nobody, "warning")
            return

        def begin() -> None:
            if (opened := task(person)) is not None:
                self.write(opened)

        self.carry_out(begin)
