"""A person's page: what is known of them, what is promised to them, and what was logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.finding import Finding
from habits.words import day_words
from tui import people_sight
from tui.actions import PERSON
from tui.keymap import USUAL
from tui.messages import PlaceWanted
from tui.row_text import EntryText, Tone
from tui.screens.logbook import LogbookScreen
from tui.screens.outlook_actions import FollowActions
from tui.screens.person_actions import PersonActions
from tui.widgets.bars import TitleBar
from tui.widgets.entry_list import EntryList
from tui.widgets.person_card import PersonCard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from textual.widget import Widget

    from habits.model import FollowUp, Person
    from tui.action import Action
    from tui.keymap import Keymap
    from tui.outcome import Outcome
    from tui.session import Session


class PersonScreen(PersonActions, LogbookScreen, FollowActions):
    """One person: under what is known their follow-ups, and under these their entries.

    Args:
        open_session: Returns the session.
        key: The person's id.
        keymap: Which keys do which action.
    """

    NAME = "a person"
    GOES_BY = "person"
    ACTIONS = PERSON

    def __init__(
        self, open_session: Callable[[], Session], key: UUID, keymap: Keymap = USUAL
    ) -> None:
        super().__init__(open_session, keymap)
        self._key = key
        self.everything = Finding(person=key)
        self._follow_ups: tuple[FollowUp, ...] = ()
        self._promise: UUID | None = None
        self._is_new = True

    def body(self) -> Iterable[Widget]:
        """Return the name, what is known, and the list."""
        yield TitleBar(self._title(), "")
        yield PersonCard(f"… {self.key_of('page.edit')} shows the rest")
        yield EntryList(self._read, self._read_whole, self._nothing)

    def show_found(self) -> None:
        """Show what is known now, and what is found until now."""
        person = self.person
        if person is None:
            if self.session.person == self._key:
                self.session.person = None
            self.app.post_message(PlaceWanted("people"))
            return
        self.session.person = person.id
        self._follow_ups = self._promised()
        if self._is_new and self._follow_ups:
            self._promise = self._follow_ups[0].id
        self._is_new = False
        self.title_bar.show_place(self._title())
        self.query_one(PersonCard).show(people_sight.card(self.session, person))
        super().show_found()
        self._show_keys()

    def show_gone(self, outcome: Outcome) -> None:
        """Go back to the people, and tell there that this one was taken out."""
        self.app.post_message(PlaceWanted("people", told=outcome.message))

    @property
    def offered(self) -> tuple[Action, ...]:
        """What is offered here: to mark a follow-up as done only where there is one."""
        offered = super().offered
        if self._follow_ups:
            return offered
        return tuple(action for action in offered if action.id != "page.done")

    def _promised(self) -> tuple[FollowUp, ...]:
        """Return the follow-ups, where nothing is looked for among the entries."""
        is_all = self.logbook.finding.is_all_of_them
        return people_sight.follow_ups(self.session, self._key) if is_all else ()

    def _title(self) -> str:
        person = self.person
        return people_sight.shown(self.session, person).name if person else ""

    @property
    def above(self) -> int:
        """How many lines stand above the entries."""
        return len(self._follow_ups)

    @property
    def number_here(self) -> int:
        """The number of the line that the cursor is to be on."""
        promised = [each.id for each in self._follow_ups]
        if self._promise in promised:
            return promised.index(self._promise)
        return self.above + super().number_here

    def remember(self, number: int) -> None:
        """Remember what stands where the cursor is."""
        on_one = number < self.above
        self._promise = self._follow_ups[number].id if on_one else None
        if not on_one:
            super().remember(number - self.above)

    def is_what(self, wanted: PlaceWanted) -> bool:
        """Return whether it is the page that is wanted."""
        return wanted.person == self._key

    def leave_place(self) -> None:
        """Go back to the people."""
        self.app.post_message(PlaceWanted("people"))

    def action_edit(self) -> None:
        """Say the entry or the follow-up at the cursor anew."""
        if self.follow_up is None:
            super().action_edit()
        else:
            self.action_reword()

    def action_redate(self) -> None:
        """Date the entry at the cursor anew, or move the follow-up to another day."""
        if self.follow_up is None:
            super().action_redate()
        else:
            self.action_move_due()

    @property
    def follow_up(self) -> UUID | None:
        """The id of the follow-up at the cursor; None where there is none."""
        return self._promised_here.id if self._promised_here else None

    @property
    def why_no_follow_up(self) -> str:
        """Why there is no follow-up at the cursor."""
        return "That is no follow-up. The open ones stand above the entries."

    def _read(self, number: int) -> EntryText:
        if number >= self.above:
            return super()._read(number - self.above)
        follow_up, session = self._follow_ups[number], self.session
        today = session.workspace.today
        text = session.mask.follow_up(follow_up).text if session.mask else follow_up.text
        is_late = follow_up.due < today
        tone = Tone.ATTENTION if follow_up.due <= today else Tone.PLAIN
        due = day_words(follow_up.due, today)
        return EntryText(due, "f", "was due" if is_late else "due", text, "", tone)

    def _read_whole(self) -> str:
        follow_up = self._promised_here
        if follow_up is None:
            return super()._read_whole()
        number = self._follow_ups.index(follow_up)
        said = self._read(number)
        done, edit, moved = map(self.key_of, ("page.done", "entry.edit", "entry.date"))
        keys = f"{done} marks it as done, {edit} changes it, {moved} moves it"
        return f"Follow-up · {said.words} · {keys}"

    def _nothing(self) -> str:
        if self.logbook.finding.is_all_of_them and not self.logbook.is_looking:
            first, last = self.key_of("log.vision"), self.key_of("log.thanks")
            return f"Nothing is logged with them yet. Press {first} to {last} to log an act."
        return super()._nothing()

    @property
    def person(self) -> Person | None:
        """The person, as they are known; None where they are gone."""
        return people_sight.person_named(self.session, self._key)

    @property
    def why_nobody(self) -> str:
        """Why there is nobody."""
        return "This person is gone: they were taken out elsewhere."

    @property
    def why_no_entry(self) -> str:
        """Why there is no entry at the cursor."""
        if self.follow_up is not None:
            return f"That is a follow-up. {self.key_of('page.done')} marks it as done."
        return super().why_no_entry

    @property
    def _promised_here(self) -> FollowUp | None:
        number = self._list.cursor
        return self._follow_ups[number] if number < self.above else None
