"""Looks back on a week, a quarter or a year, and the files that hold them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from habits.record import replace
from habits.review.look_back import Kind, LookBack, Noticed, Records, look_at, look_back
from habits.review.slips_by_kind import slips_by_kind
from habits.reviews import ReviewKind
from habits.service.deciding import decided_in
from habits.service.looks import names, rows
from habits.service.mask import mask_of
from habits.service.streaks import practice_weeks
from habits.service.week_records import review_of
from habits.store.exports import write_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from habits.review.document import Document
    from habits.review.look_back import Look
    from habits.service.workspace import Workspace

__all__ = [
    "PAPERS",
    "Kind",
    "LookBack",
    "look_back_on",
    "on_paper",
    "paper",
    "write_look_back",
]

PAPERS: Final = {
    "text": "document_text.text",
    "md": "document_markdown.markdown",
    "html": "document_html.html",
    "svg": "heat_svg.svg",
}
"""The formats of a document, with what writes them."""


def look_back_on(
    workspace: Workspace, kind: Kind, day: date, *, is_masked: bool = False
) -> LookBack:
    """Return the figures of a week, a quarter or a year.

    Args:
        workspace: The home.
        kind: Which of them.
        day: A day in it.
        is_masked: Whether stand-ins are shown for names and texts.

    Raises:
        StoreError: A record cannot be understood.
    """
    look = look_at(kind, day, workspace.today, workspace.settings.week_start)
    back = look_back(look, _records(workspace, look), names(workspace))
    return _masked(workspace, back) if is_masked else back


def paper(back: LookBack, form: str) -> str:
    """Return a look back in one of the `PAPERS`."""
    told = f"{back.look.kind}_review"
    tell: Callable[[LookBack], Document] = getattr(import_module(f"habits.review.{told}"), told)
    return on_paper(tell(back), form)


def on_paper(document: Document, form: str) -> str:
    """Return a document in one of the `PAPERS`."""
    module, _, name = PAPERS[form].partition(".")
    write: Callable[[Document], str] = getattr(import_module(f"habits.review.{module}"), name)
    return write(document)


def write_look_back(text: str, path: Path, *, force: bool) -> None:
    """Write a look back, in whichever format, into a file that the user alone can read.

    Raises:
        RefusedError: There is one already, or a folder is in its place.
        StoreError: It cannot be written.
    """
    write_out(path, text.encode(), force=force)


def _records(workspace: Workspace, look: Look) -> Records:
    ledger = workspace.ledger
    weeks = practice_weeks(workspace, look.first, look.last)
    return Records(
        workspace.practices,
        ledger.entries_between(look.first, look.until),
        tuple(ledger.people()),
        tuple(ledger.pauses()),
        tuple(ledger.north_stars()),
        sorted(ledger.follow_ups(), key=lambda each: (each.due, each.made_at, each.id.int)),
        rows(workspace, workspace.practices.values()),
        weeks,
        tuple(_noticed(workspace, weeks.weeks)),
        decided_in(workspace, look),
    )


def _noticed(workspace: Workspace, weeks: Iterable[date]) -> Iterator[Noticed]:
    for week in weeks:
        held = review_of(workspace, ReviewKind.CLOSE, week)
        if held is not None and held.noticed:
            yield Noticed(week, held.noticed)


def _masked(workspace: Workspace, back: LookBack) -> LookBack:
    mask = mask_of(workspace)
    entries = tuple(map(mask.entry, back.entries))
    return replace(
        back,
        eight=mask.practices,
        names=mask.names(back.names),
        stars=tuple(map(mask.north_star, back.stars)),
        entries=entries,
        people=tuple(replace(row, person=mask.person(row.person)) for row in back.people),
        slips=slips_by_kind(entries, mask.practices),
        specific=tuple(map(mask.entry, back.specific)),
        habits=tuple(each._replace(habit=mask.habit(each.habit)) for each in back.habits),
        done=tuple(map(mask.follow_up, back.done)),
        open=tuple(map(mask.follow_up, back.open)),
        noticed=tuple(each._replace(text="what I noticed") for each in back.noticed),
    )
