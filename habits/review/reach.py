"""The reach of taking a person out for good: what goes and what changes, in words too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from habits.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.model import Person


class Count(NamedTuple):
    """How many records of a kind go, and how many change."""

    go: int
    change: int


@dataclass(frozen=True, slots=True)
class Reach:
    """What erasing a person, or making them anonymous, comes to.

    Attributes:
        person: Whom it is about.
        becomes: What stands in the place of their name.
        is_kept: Whether somebody without a name stands in for them.
        entries: How many entries go and change.
        follow_ups: How many follow-ups do.
        leave: How many of the pauses that tell that they are away do.
        others: How many other records do: habits, north stars, practices, other
            people, closes and aims of weeks.
        copies: The backups, exports and other files in the home that tell of them, from there.
    """

    person: Person
    becomes: str
    is_kept: bool
    entries: Count
    follow_ups: Count
    leave: Count
    others: Count
    copies: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What it comes to, a line for each kind of thing."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[str]:
        name, handle = self.person.name, self.person.handle
        if self.is_kept:
            yield f'{name} becomes "{self.becomes}". What is logged stays, and all counts.'
            yield f"@{handle}, role, manager, recognition, aims and what lights them up go."
        else:
            yield f"{name} goes, with @{handle} and all that is known of them."
        for kind, kinds, count in (
            ("entry", "entries", self.entries),
            ("follow-up", "follow-ups", self.follow_ups),
            ("leave", "leaves", self.leave),
            ("other text", "other texts", self.others),
        ):
            yield from self._counted(kind, kinds, count)
        exports = [path for path in self.copies if path.startswith("exports")]
        if exports:
            yield f"{_number(len(exports), 'export goes', 'exports go')}: {', '.join(exports)}."
        if others := len(self.copies) - len(exports):
            yield f"{_number(others, 'older copy is', 'older copies are')} rewritten without them."

    def _counted(self, kind: str, kinds: str, count: Count) -> Iterator[str]:
        if count.go:
            verb = "goes" if count.go == 1 else "go"
            yield f"{_number(count.go, kind, kinds)} {verb}, naming nobody else."
        if count.change:
            verb = "changes" if count.change == 1 else "change"
            yield f'{_number(count.change, kind, kinds)} {verb}: "{self.becomes}" is named instead.'


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
