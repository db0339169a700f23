"""Writing: the line that is being written, for which task, and what is left of it for later."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from habits.errors import RapportError
from tui.actions import LINE
from tui.task import Reading, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from habits.completion import Candidate, Completion
    from tui.action import Action
    from tui.outcome import Outcome
    from tui.widgets.quick_line import QuickLine


class Writing:
    """What is written in the line.

    Args:
        line: The line.
        words: Returns a message as it may be shown.
        drafts: Returns what was left in the line, by what it was written for; all places share it.
        key: The key that completes a word, as it is printed.

    Attributes:
        typed_at: When what is taken in now was typed, by the clock of Textual's events.
        refused_at: When a line was refused last, by that clock: what was typed before, while the
            app was held up, does not take the reason away.
    """

    def __init__(
        self,
        line: QuickLine,
        words: Callable[[str], str],
        drafts: Callable[[], dict[Hashable, str]],
        key: str,
    ) -> None:
        self._line = line
        self._words = words
        self._task: Task | None = None
        self._drafts = drafts
        self._key = key
        self._offer: Completion | None = None
        self._taken = -1
        self.typed_at = 0.0
        self.refused_at = float("-inf")
        self._reason = ""

    @property
    def task(self) -> Task | None:
        """What is written for; None while the line is closed."""
        return self._task

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be done in the line for this task."""
        task = self._task
        if task is None:
            return ()
        missing = {
            *(() if task.complete else ("line.complete", "line.before")),
            *(() if task.moves else ("line.move",)),
        }
        leave = {} if task.draft is not None else {"line.leave": "close"}
        return tuple(
            replace(action, label=leave.get(action.id, action.label))
            for action in LINE
            if action.id not in missing
        )

    def open(self, task: Task) -> None:
        """Open the line for a task, with its text or with what was left in it."""
        self._task = task
        self._line.open(task.prompt, task.hint, self._drafts().pop(task.draft, task.preset))
        self.read()

    def read(self) -> None:
        """Show under the line what it comes to, or why it would be refused."""
        self._offer, self._taken = None, -1
        self._show()

    def complete(self, by: int) -> None:
        """Complete the word at the cursor, with the next candidate or the one before."""
        offer = self._offer = self._offer or self._offered()
        if offer is None or not offer.candidates:
            return
        count = len(offer.candidates)
        self._taken = (max(self._taken, 0 if by < 0 else -1) + by) % count
        self._line.put(offer.begin, offer.candidates[self._taken].text)
        self._show()

    def choose_move(self, slug: str) -> None:
        """Let the line begin with a kind of act, in place of the one that it names."""
        line, task = self._line, self._task
        if task is not None:
            from habits.entry_line import with_move  # noqa: PLC0415 - no first frame needs it

            line.open(task.prompt, task.hint, with_move(line.text, slug))
            self.read()

    def save(self) -> Outcome | None:
        """Take the line; where it is refused it stays as it is, and the reason stands under it.

        A task may lead on to another one, or ask something, for which the line stays open.
        """
        task, line = self._task, self._line
        if task is None:
            return None
        try:
            came = task.save(line.text)
        except RapportError as error:
            self._reason = self._words(str(error))
            line.show(self._reason, urgent=True)
            self.refused_at = time.monotonic()
            return None
        if isinstance(came, Task):
            self.open(came)
            return None
        if isinstance(came, Reading):
            line.show(came.words, came.aside, urgent=True)
            return None
        self._close()
        return came

    def leave(self) -> None:
        """Close the line, and keep its text for the next time if the task wants that."""
        task, line = self._task, self._line
        if task is None:
            return
        if task.draft is not None and line.text.strip() and line.text != task.preset:
            self._drafts()[task.draft] = line.text
        self._close()
        if self._is_behind:
            line.show(self._reason, urgent=True)
        if task.leave is not None:
            task.leave()

    @property
    def _is_behind(self) -> bool:
        """Whether what is taken in now was typed before it could be read why a line was refused."""
        return self.typed_at <= self.refused_at

    def _close(self) -> None:
        self._task = None
        self._line.close()

    def _show(self) -> None:
        task, line = self._task, self._line
        if task is None or self._is_behind:
            return
        offered = self._told(self._offer or self._offered())
        try:
            reading = task.read(line.text)
        except RapportError as error:
            line.show(self._words(str(error)), offered, urgent=True)
        else:
            line.show(reading.words, offered or reading.aside)

    def _offered(self) -> Completion | None:
        """Return what the word that ends at the cursor may become; None where none ends there."""
        task, begun = self._task, self._line.begun
        if task is None or task.complete is None or not begun:
            return None
        return task.complete(begun)

    def _told(self, offer: Completion | None) -> str:
        """Return what the word may become, the one that stands there in brackets."""
        if offer is None or not offer.candidates:
            return ""
        told = [
            f"[{_label(each)}]" if number == self._taken else _label(each)
            for number, each in enumerate(offer.candidates)
        ]
        return f"{self._key} {' · '.join(told)}"


def _label(candidate: Candidate) -> str:
    return f"{candidate.text.strip()} {candidate.label}".strip()
