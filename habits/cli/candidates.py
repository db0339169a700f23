"""What an argument of a command may be, of what is in the home."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from habits import service
from habits.completion import complete
from habits.errors import RefusedError
from habits.lookup import short_ids
from habits.person import Recognition
from habits.practices import require_practice
from habits.record import dataclass
from habits.service.mending import LAST
from habits.text import one_line
from habits.words import cadence_words, entry_words

if TYPE_CHECKING:
    from habits.practices import Practice
    from habits.service import Workspace

_ID_END: Final = 12
"""How much of an entry's id is offered: enough among all that were ever logged."""

_LEAST_BEGUN: Final = 2
"""From how many characters on a word may be meant as the end of an id where there are names."""

_MOST_ENTRIES: Final = 20
"""How many entries are offered, the newest ones."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line in which a word is completed.

    Attributes:
        workspace: The home that it is about.
        begun: The word, up to the cursor.
        practice: The word for a practice that stands in it, if one does.
    """

    workspace: Workspace
    begun: str
    practice: str | None

    def read_practice(self) -> Practice | None:
        """Return the practice that stands in it."""
        try:
            eight = self.workspace.practices
            return require_practice(self.practice, eight) if self.practice else None
        except RefusedError:
            return None


Candidates: TypeAlias = Callable[[Line], Mapping[str, str]]
"""Returns what may stand there, with what each means."""


def _practices(line: Line) -> Mapping[str, str]:
    return {each.slug: each.name for each in line.workspace.practices.values()}


def _people(line: Line) -> Mapping[str, str]:
    return {each.handle: each.name for each in service.people(line.workspace)}


def _habits(line: Line) -> Mapping[str, str]:
    """Return the names of the habits, and where an id is begun their ids."""
    workspace = line.workspace
    habits = list(workspace.ledger.habits())
    named = {each.name: ", ".join(cadence_words(each, workspace.today)) for each in habits}
    short = short_ids(each.id for each in habits)
    by_id = {short[each.id]: each.name for each in habits}
    return named | by_id if len(line.begun) >= _LEAST_BEGUN else named


def _entries(line: Line) -> Mapping[str, str]:
    workspace = line.workspace
    names, eight = service.names(workspace), workspace.practices
    told = {
        str(entry.id)[-_ID_END:]: f"{entry.date} {entry_words(eight[entry.practice], entry, names)}"
        for entry in workspace.ledger.recent_entries(_MOST_ENTRIES)
    }
    return {LAST: "the one made last"} | told if told else told


def _follow_ups(line: Line) -> Mapping[str, str]:
    open_ = service.follow_ups(line.workspace)
    short = short_ids(each.id for each in open_)
    return {short[each.id]: one_line(each.text) for each in open_}


def _moves(line: Line) -> Mapping[str, str]:
    """Return the moves of the practice in the line, or of all where none is."""
    practice = line.read_practice()
    practices = [practice] if practice else line.workspace.practices.values()
    return {move.slug: move.meaning for each in practices for move in each.moves}


def _sentence(line: Line) -> Mapping[str, str]:
    """Return what the last word of a sentence may become, as the app completes it."""
    done = complete(line.begun, line.read_practice(), service.vocabulary(line.workspace))
    before = line.begun[: done.begin]
    return {f"{before}{each.text.rstrip()}": each.label for each in done.candidates}


def _ways(_: Line) -> Mapping[str, str]:
    return dict.fromkeys(map(str, Recognition), "")


def _settings(_: Line) -> Mapping[str, str]:
    return {"week-start": "a weekday", "rollover": "an hour, 0 to 11"}


def _machines(line: Line) -> Mapping[str, str]:
    # Imported on need: most homes do not sync.
    from habits.service.syncing import sync_devices  # noqa: PLC0415

    devices = sync_devices(line.workspace)
    return {each.device: one_line(each.machine) for each in devices if not each.is_here}


BY_ARGUMENT: Final[Mapping[tuple[str, str], Candidates]] = {
    ("", "practice"): _practices,
    ("", "person"): _people,
    ("", "other"): _people,
    ("", "into"): _people,
    ("person export", "name"): _people,
    ("person anonymise", "name"): _people,
    ("person erase", "name"): _people,
    ("", "habit"): _habits,
    ("edit", "id"): _entries,
    ("delete", "id"): _entries,
    ("history", "id"): _entries,
    ("", "entry"): _entries,
    ("", "follow_up"): _follow_ups,
    ("edit", "move"): _moves,
    ("practice edit", "move"): _moves,
    ("", "drop_move"): _moves,
    ("log", "text"): _sentence,
    ("edit", "text"): _sentence,
    ("follow add", "text"): _sentence,
    ("entries", "find"): _sentence,
    ("follow edit", "text"): _sentence,
    ("", "recognition"): _ways,
    ("", "setting"): _settings,
    ("sync forget", "device"): _machines,
}
"""What is offered for an argument: of one command, or of all commands that have it."""
