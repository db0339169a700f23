"""What can be done to the person at the cursor: what is known of them, leave, and follow-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.person import Recognition, Topic
from habits.words import day_words
from tui import tasks
from tui.choice import Choice
from tui.people_sight import shown
from tui.present_people import LIKES, remark_words
from tui.screens.person_papers import PersonPapers

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.model import Person, Remark
    from tui.task import Task


class PersonActions(PersonPapers):
    """The actions on people, for a place that has a cursor on one, or is about one."""

    def action_open_line(self, key: int) -> None:
        """Open the line for the practice with this key, with the person named in it."""
        person = self.person
        if person is None:
            super().action_open_line(key)
            return
        practice = list(self.session.practices.values())[key - 1]
        self.write(tasks.acts.logging(self.session, practice, self._named(person)))

    def action_follow_up(self) -> None:
        """Promise a follow-up for the person."""
        session = self.session
        self._do(lambda person: tasks.outlook.following_up(session, person=person))

    def action_add_aim(self) -> None:
        """Write down where they want to go."""
        self._do(lambda person: tasks.people.remarking(self.session, person, Topic.AIMS))

    def action_add_spark(self) -> None:
        """Write down what lights them up."""
        self._do(lambda person: tasks.people.remarking(self.session, person, Topic.SPARKS))

    def action_away(self) -> None:
        """Let the person be on leave, or here again."""
        session, home = self.session, self.session.workspace

        def away(person: Person) -> Task | None:
            scope = service.Scope(person=person.id)
            pauses = service.pauses(home)
            if any(each.person == person.id and home.today in each for each in pauses):
                change = service.resume(home, scope)
                self.show(session.outcome(change, "Here again"))
                return None
            return tasks.people.being_away(session, person)

        self._do(away)

    def action_part(self) -> None:
        """Let the person have left for good, or be back."""
        session = self.session

        def part(person: Person) -> Task | None:
            if person.left is None:
                return tasks.people.parting(session, person)
            self.show(session.outcome(service.come_back(session.workspace, person.id), "Back"))
            return None

        self._do(part)

    def action_edit_person(self) -> None:
        """Change what is known of the person."""
        person = self.person
        if person is None:
            self.tell(self.why_nobody, "warning")
            return
        title = shown(self.session, person).name
        self.choose(title, self.person_choices(person), lambda begin: begin())

    def person_choices(self, person: Person) -> list[Choice]:
        """Return what can be changed about a person, each with what begins that."""
        session, lines, seen = self.session, tasks.people, shown(self.session, person)
        joined = person.joined
        since = day_words(joined, session.workspace.today) if joined else "the first entry"
        edits: list[tuple[str, str, Callable[[], Task]]] = [
            ("Name", seen.name, lambda: lines.renaming(session, person)),
            ("Handle", f"@{seen.handle}", lambda: lines.rehandling(session, person)),
            (
                "Role",
                seen.role or "not said",
                lambda: lines.saying(session, person, "role", "what they do"),
            ),
            (
                "Manager",
                seen.manager or "not said",
                lambda: lines.saying(session, person, "manager", "who their manager is"),
            ),
            ("Here since", since, lambda: lines.joining(session, person)),
        ]
        if person.left is not None:
            last = day_words(person.left, session.workspace.today)
            edits.append(("Last day", last, lambda: lines.parting(session, person)))
        likes = LIKES[person.recognition] if person.recognition else "not known"
        return [
            *(Choice(label, detail, self._opening(task)) for label, detail, task in edits),
            Choice("Likes recognition", likes, lambda: self._choose_recognition(person)),
            Choice("Aims", _count(person.aims), lambda: self._choose_remark(person, Topic.AIMS)),
            Choice(
                "What lights them up",
                _count(person.sparks),
                lambda: self._choose_remark(person, Topic.SPARKS),
            ),
            Choice("Is somebody else", "merge them", lambda: self._choose_other(person)),
            *self.paper_choices(person),
        ]

    def _choose_recognition(self, person: Person) -> None:
        session = self.session
        choices = [Choice(str(way), LIKES[way], way) for way in Recognition]
        choices.append(Choice("not known", "leave it open", None))

        def take(way: Recognition | None) -> None:
            self.carry_out(
                lambda: session.outcome(
                    service.edit_person(session.workspace, person.id, recognition=way), "Changed"
                )
            )

        self.choose("Likes recognition", choices, take)

    def _choose_remark(self, person: Person, topic: Topic) -> None:
        session, today = self.session, self.session.workspace.today
        kept = zip(person.remarks(topic), shown(session, person).remarks(topic), strict=True)
        choices = [
            Choice(
                seen.text,
                remark_words(seen, today, is_aim=topic is Topic.AIMS).removeprefix(seen.text),
                remark,
            )
            for remark, seen in kept
        ]
        choices.append(Choice("Another one", tasks.people.TOPICS[topic], None))

        def take(remark: Remark | None) -> None:
            self._opening(lambda: tasks.people.remarking(session, person, topic, remark))()

        self.choose(tasks.people.TOPICS[topic].capitalize(), choices, take)

    def _choose_other(self, person: Person) -> None:
        session = self.session
        others = [each for each in service.people(session.workspace) if each.id != person.id]
        if not others:
            self.tell("Nobody else is known yet.", "warning")
            return
        seen = [shown(session, each) for each in others]
        choices = [Choice(each.name, f"@{each.handle}", each.id) for each in seen]

        def merge(into: object) -> None:
            kept = next(each for each in others if each.id == into)
            change = service.merge_people(session.workspace, person.id, kept.id)
            session.person = kept.id
            self.show(session.outcome(change, "Merged"))

        name = shown(session, person).name
        self.choose(f"{name} is", choices, lambda into: self.carry_out(lambda: merge(into)))

    def _named(self, person: Person) -> str:
        """Return the beginning of a line that names a person."""
        return f"@{shown(self.session, person).handle} "

    def _opening(self, task: Callable[[], Task]) -> Callable[[], None]:
        return lambda: self.carry_out(lambda: self.write(task()))


def _count(remarks: tuple[Remark, ...]) -> str:
    return f"{len(remarks)} kept" if remarks else "none yet"
