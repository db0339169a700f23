"""Erasing: records taken out of a home for good, with all that tells of them.

What is being erased is written down first and crossed out last, so that whatever breaks it off,
the next writer goes on with it. An operation stays in the log, on which every device that meets it
does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.clock import wall_milliseconds
from habits.errors import StoreError
from habits.progress import Stage, tell_nobody
from habits.store import codec
from habits.store.acts import NO_ACT
from habits.store.chronicle import all_lines, lines_with
from habits.store.files import sync_folder
from habits.store.lines import Kind, Line
from habits.store.plans import lacking, plan_for, words_for, write_plan
from habits.store.relog import log_again
from habits.store.scrubbing import scrub
from habits.store.stamps import next_stamp

if TYPE_CHECKING:
    from habits.progress import Told
    from habits.store.ops import Document
    from habits.store.plans import Key, Plan
    from habits.store.replica import Replica


STRANGE: Final = (
    "Somebody was erased of whom this machine had never heard. Texts that were written here may "
    "name them still; find those and change them."
)
LOOKING: Final = "Looking through all files of the home"
REWRITING: Final = "Rewriting all files of the home"

_LOOKED: Final = 0.25
_BEGUN: Final = 0.4
_SCRUBBED: Final = 0.8
_READ: Final = 0.95
"""How much is done, about, once each of its parts is."""


def carry_out(replica: Replica, plan: Plan, told: Told = tell_nobody) -> None:
    """Erase what a plan says from every file of a home; the lock is held.

    Args:
        replica: The home.
        plan: What goes.
        told: Is told how far it is. What it raises comes through until it is certain that it goes,
            and nothing has changed then.

    Raises:
        StoreError: A file cannot be read or written. Either nothing has changed, or what is erased
            is hidden and the next writer goes on; it tells which.
    """
    home = replica.home
    try:
        _begin(replica, plan, told)
        for share in scrub(home, plan.erasure()):
            told(Stage(REWRITING, _BEGUN + share * (_SCRUBBED - _BEGUN), is_final=True))
        replica.rebuild()
        told(Stage(REWRITING, _READ, is_final=True))
        replica.checkpoint(keep=False)
        home.erasing.unlink(missing_ok=True)
        sync_folder(home.path)
    except OSError as error:
        what_now = (
            "What is being erased is still in the files; the next act goes on with it."
            if _has_begun(replica, plan)
            else "Nothing is erased; try again once that is mended."
        )
        message = f"{error.filename or home.path} cannot be rewritten: {error.strerror}. {what_now}"
        raise StoreError(message) from error


def go_on(replica: Replica) -> list[str]:
    """Erase what a log says to, or what was broken off, and return what was done; the lock is held.

    Raises:
        StoreError: A file cannot be read or written.
    """
    if not replica.home.erasing.exists() and not replica.erased.are_told_of:
        done = replica.file.present()
        if done is not None and replica.erased.are_erased_in(done.state, replica.state):
            replica.load()
            return []
    erased = ((table, key) for table, keys in replica.state.erased.items() for key in keys)
    strange = [STRANGE] if _may_name_a_stranger(replica) else []
    carry_out(replica, plan_for(replica, erased))
    return [f"What was erased is gone from all files in {replica.home.path} as well.", *strange]


def _may_name_a_stranger(replica: Replica) -> bool:
    """Return whether somebody was erased whose name never came here, where texts were written.

    How they were called is told by nothing: whatever would let a text be compared with it would
    let everybody find out, name by name, who it was.
    """
    home, before = replica.home, replica.file.present()
    known = before.state.erased[codec.PEOPLE] if before else {}
    heard = {key for table, key in replica.erased.news if table == codec.PEOPLE} - known.keys()
    named = {key for key, _ in words_for(replica, heard)}
    if home.erasing.exists() or heard <= named:
        return False
    entries = lines_with(home.ops, b'"t":"%s"' % codec.ENTRIES.encode())
    return any(line.device == replica.device for line in entries)


def _has_begun(replica: Replica, plan: Plan) -> bool:
    """Return whether an erasing is written down or logged, so that the next writer goes on."""
    erased = replica.state.erased
    return replica.home.erasing.exists() or any(key in erased[table] for table, key in plan.keys)


def _begin(replica: Replica, plan: Plan, told: Told) -> None:
    """Write down what is to go, and log it, so that it is certain that it goes."""
    home = replica.home
    if home.erasing.exists():
        told(Stage(REWRITING, _BEGUN, is_final=True))
        replica.append(_lines(replica, plan))
        return
    # From here on the logs alone are what is true.
    told(Stage(LOOKING, _LOOKED))
    log_again(replica)
    told(Stage(LOOKING, _BEGUN))
    write_plan(home, plan)
    try:
        replica.append(_lines(replica, plan))
    except StoreError:
        home.erasing.unlink()
        raise
    told(Stage(REWRITING, _BEGUN, is_final=True))


def _lines(replica: Replica, plan: Plan) -> list[Line]:
    """Return the operations that this device has not logged yet; they count together."""
    device, erased = replica.device, replica.state.erased
    # What no device has logged this one has not, and nothing has to be read to know that.
    may_be_logged = any(key in erased[table] for table, key in plan.keys)
    logged = {
        (line.table, line.key)
        for line in (all_lines(replica.home.ops) if may_be_logged else ())
        if line.kind is Kind.ERASE and line.device == device
    }
    new: list[tuple[Kind, Key, Document | None]] = [
        (Kind.NEW, (codec.PEOPLE, key), document)
        for key, document in lacking(replica.state, plan).items()
    ]
    new += [(Kind.ERASE, key, None) for key in plan.keys if key not in logged]
    newest, now = replica.state.newest, wall_milliseconds()
    lines = []
    for more, (kind, (table, key), fields) in zip(range(len(new))[::-1], new, strict=True):
        newest = next_stamp(newest, now, key)
        lines.append(Line(kind, table, key, fields, None, newest, device, NO_ACT, more=more))
    return lines
