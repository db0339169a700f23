"""`rapport review close`: the week looked back on in five steps."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from habits import service
from habits.cli.output import say, say_json, tell
from habits.review.close_document import close_document
from habits.review.close_pages import close_pages
from habits.review.close_words import CLOSED
from habits.review.week_shapes import close_shape
from habits.reviews import CloseStep
from habits.service.mask import mask_of
from habits.service.week_masks import masked_close
from habits.words import day_words, full_day_words

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from habits.change import Change
    from habits.review.close_pages import ClosePage
    from habits.review.week_close import WeekClose
    from habits.service import Workspace


_TEXT: Final = "text"
_JSON: Final = "json"
_WRITERS: Final = {_TEXT: "", "md": "markdown", "html": "html", _JSON: ""}
"""The formats, with what writes a document in them."""


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("--slips", metavar="yes|no", help="whether there were slips this week")
    parser.add_argument("--noticed", metavar="TEXT", help="what you noticed; it ends the close")
    parser.add_argument("--again", action="store_true", help="open it again within its week")
    parser.add_argument("--format", choices=list(_WRITERS), default="text", help="text if not said")
    parser.add_argument("--mask", action="store_true", help="stand-ins for all names and texts")


def run(options: Namespace, workspace: Workspace) -> None:
    """Answer what was answered, and print what was not asked for by an answer.

    Raises:
        RapportError: It is no answer; what came before it is stored.
    """
    changes = _answer(options, workspace)
    if changes and options.format == _TEXT:
        for change in changes:
            for line in service.words_of(workspace, change):
                say(line)
        return
    close, pages = _seen(workspace, is_masked=options.mask)
    if options.format == _TEXT:
        _print(close, pages)
    elif options.format == _JSON:
        say_json(close_shape(close, pages))
    else:
        write = import_module(f"habits.review.document_{_WRITERS[options.format]}")
        say(getattr(write, _WRITERS[options.format])(close_document(close, pages)).rstrip("\n"))


def _seen(workspace: Workspace, *, is_masked: bool) -> tuple[WeekClose, tuple[ClosePage, ...]]:
    close, names = service.week_close(workspace), service.names(workspace)
    if not is_masked:
        return close, close_pages(close, names, workspace.practices)
    mask = mask_of(workspace)
    hidden = masked_close(close, mask)
    return hidden, close_pages(hidden, mask.names(names), mask.practices)


def _answer(options: Namespace, workspace: Workspace) -> list[Change]:
    changes = []
    if options.again:
        changes.append(service.reopen_close(workspace))
    if options.slips is not None:
        changes.append(service.answer_close(workspace, CloseStep.SLIPS, options.slips))
    if options.noticed is not None:
        changes.append(service.answer_close(workspace, CloseStep.NOTICED, options.noticed))
    return changes


def _print(close: WeekClose, pages: Iterable[ClosePage]) -> None:
    say(full_day_words(close.as_of))
    for page in pages:
        say()
        _print_page(page)
    if close.ended:
        tell(f"{CLOSED} It ended {day_words(close.ended, close.as_of)}; --again opens it.")
    else:
        tell("--slips yes or no answers one step, --noticed TEXT ends the close.")


def _print_page(page: ClosePage) -> None:
    number = "" if page.step is CloseStep.NOTICED else f" ({page.number})"
    say(f"{page.title}{number}")
    for line in page.lines:
        say(f"  {line.words.replace(' · ', ', ')}")
    answered = page.answer or ("looked at" if page.is_answered else "")
    if answered or page.question:
        say(f"  answer: {answered}" if answered else f"  {page.question}")
