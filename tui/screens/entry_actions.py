"""What can be done to the entry at the cursor: said anew, dated anew, deleted, followed up."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from habits import service
from habits.errors import RapportError, RefusedError
from habits.outside_editor import edited
from tui import tasks
from tui.screens.common_actions import CommonActions

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.model import Entry
    from tui.task import Task


class EntryActions(CommonActions):
    """The actions on entries, for a place that has a cursor on one."""

    @property
    @abstractmethod
    def entry(self) -> Entry | None:
        """The entry at the cursor; None where there is none, or it cannot be read."""

    @property
    @abstractmethod
    def why_no_entry(self) -> str:
        """Why there is no entry at the cursor."""

    def action_edit(self) -> None:
        """Say the entry at the cursor anew."""
        self._open(lambda entry: tasks.acts.mending(self.session, entry))

    def action_redate(self) -> None:
        """Date the entry at the cursor anew."""
        self._open(lambda entry: tasks.acts.dating(self.session, entry))

    def action_follow_up(self) -> None:
        """Promise a follow-up to the entry at the cursor."""
        self._open(lambda entry: tasks.outlook.following_up(self.session, entry))

    def action_delete(self) -> None:
        """Delete the entry at the cursor."""
        session = self.session
        self.carry_out(
            lambda: session.outcome(
                service.delete_entry(session.workspace, self._require_entry().id), "Deleted"
            )
        )

    def action_edit_outside(self) -> None:
        """Open the entry at the cursor in the user's editor; what is refused stays in the line."""
        self._open(self._edited_outside)

    def _edited_outside(self, entry: Entry) -> Task | None:
        task = tasks.acts.mending(self.session, entry)
        text = self._written_outside(task.preset)
        if text in {task.preset, ""}:
            self.tell("Nothing was changed.")
            return None
        self.write(replace(task, preset=text))
        self.action_save_line()
        return None

    def _written_outside(self, text: str) -> str:
        """Return what the user's editor makes of a text.

        Raises:
            RefusedError: There is no such editor, or the terminal cannot be lent to it.
        """
        refused: RefusedError | None = None
        try:
            with self.app.suspend():
                # Textual takes the terminal back only from where nothing is raised.
                try:
                    text = edited(text)
                except RefusedError as error:
                    refused = error
        except SuspendNotSupported:
            key = self.key_of("entry.edit")
            message = f"This terminal cannot be lent to an editor. Press {key} to edit in the line."
            refused = RefusedError(message)
        if refused is not None:
            raise refused
        return text

    def _open(self, task: Callable[[Entry], Task | None]) -> None:
        """Open the line for something to be done to the entry at the cursor."""
        try:
            if (opened := task(self._require_entry())) is not None:
                self.write(opened)
        except RapportError as error:
            self.tell(self.session.words(str(error)), "warning")

    def _require_entry(self) -> Entry:
        entry = self.entry
        if entry is None:
            raise RefusedError(self.why_no_entry)
        return entry
