"""`rapport review close`: the week looked back on in five steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json, tell
from habits.review.close_pages import close_pages
from habits.review.close_words import CLOSED
from habits.review.week_shapes import close_shape
from habits.reviews import CloseStep
from habits.words import day_words, full_day_words

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.change import Change
    from habits.review.close_pages import ClosePage
    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("--slips", metavar="yes|no", help="whether there were slips this week")
    parser.add_argument("--noticed", metavar="TEXT", help="what you noticed; it ends the close")
    parser.add_argument("--again", action="store_true", help="open it again within its week")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: Namespace, workspace: Workspace) -> None:
    """Answer what was answered, and print what was not asked for by an answer.

    Raises:
        RapportError: It is no answer; what came before it is stored.
    """
    changes = _answer(options, workspace)
    if options.json:
        pages = close_pages(
            close := service.week_close(workspace), service.names(workspace), workspace.practices
        )
        say_json(close_shape(close, pages))
    elif changes:
        for change in changes:
            for line in service.words_of(workspace, change):
                say(line)
    else:
        _print(workspace)


def _answer(options: Namespace, workspace: Workspace) -> list[Change]:
    changes = []
    if options.again:
        changes.append(service.reopen_close(workspace))
    if options.slips is not None:
        changes.append(service.answer_close(workspace, CloseStep.SLIPS, options.slips))
    if options.noticed is not None:
        changes.append(service.answer_close(workspace, CloseStep.NOTICED, options.noticed))
    return changes


def _print(workspace: Workspace) -> None:
    close = service.week_close(workspace)
    say(full_day_words(close.as_of))
    for page in close_pages(close, service.names(workspace), workspace.practices):
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
    say(f"  answer: {answered}" if answered else f"  {page.question}")
