"""`rapport review close`: a week looked back on in five steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from habits import service
from habits.cli.looking_back import JSON, TEXT, add_options, hand_out, target_of
from habits.cli.output import say, tell
from habits.lookup import require_by_id, short_ids
from habits.review.close_document import close_document, close_preview
from habits.review.close_pages import close_pages
from habits.review.close_words import CLOSED, week_words
from habits.review.week_shapes import close_shape
from habits.reviews import CloseStep
from habits.service.mask import mask_of
from habits.service.week_masks import masked_close
from habits.when import require_date
from habits.words import day_words, full_day_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from habits.change import Change
    from habits.cli.syntax import Options, Syntax
    from habits.review.close_pages import ClosePage
    from habits.review.look_back import LookBack
    from habits.review.page_line import PageLine
    from habits.review.week_close import WeekClose
    from habits.service import Workspace


class Told(NamedTuple):
    """A close, as it may be told.

    Attributes:
        close: The close.
        pages: Its pages.
        back: The same week looked back on.
        ids: The ends of the ids by which something can be done about lines of it.
    """

    close: WeekClose
    pages: tuple[ClosePage, ...]
    back: LookBack
    ids: Mapping[UUID, str]


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    add_options(syntax, service.Kind.WEEK)
    syntax.option("--sharpen", "what a bare entry is to say", metavar="ID TEXT", values=2)
    syntax.option("--slips", "whether there were slips in the week", metavar="yes|no")
    syntax.option("--noticed", "what you noticed; it ends the close", metavar="TEXT")
    syntax.flag("--again", "open it again")


def run(options: Options, workspace: Workspace) -> None:
    """Answer what was answered, and tell the close where it is not only answered.

    Raises:
        RapportError: It is no answer, what came before it is stored; or no file can be written.
    """
    path, form = target_of(options)
    day = require_date(options.of, workspace.today)
    lines = [
        line
        for change in _answer(options, workspace, day)
        for line in service.words_of(workspace, change)
    ]
    if form == TEXT and path is None and _is_answered(options):
        for line in lines:
            say(line)
        return
    told = _told(workspace, day, is_masked=options.mask)
    if form == TEXT and path is None:
        _print(told)
        return
    close, pages, back, _ = told
    is_json = form == JSON
    document = close_document(close, pages, back)
    written = close_shape(close, pages) if is_json else service.on_paper(document, form)
    hand_out(options, path, written, lambda: close_preview(close, back, form))


def _told(workspace: Workspace, day: date, *, is_masked: bool) -> Told:
    close, names = service.week_close(workspace, day), service.names(workspace)
    back = service.look_back_on(workspace, service.Kind.WEEK, day, is_masked=is_masked)
    follow_ups = service.follow_ups(workspace)
    ids = {
        **short_ids(each.id for each in close.stubs),
        **short_ids(each.id for each in follow_ups),
    }
    if not is_masked:
        return Told(close, close_pages(close, names, workspace.practices), back, ids)
    mask = mask_of(workspace)
    hidden = masked_close(close, mask)
    return Told(hidden, close_pages(hidden, mask.names(names), mask.practices), back, ids)


def _is_answered(options: Options) -> bool:
    said = (options.sharpen, options.slips, options.noticed)
    return options.again or any(each is not None for each in said)


def _answer(options: Options, workspace: Workspace, day: date) -> Iterator[Change]:
    if options.again:
        yield service.reopen_close(workspace, day)
    if options.sharpen is not None:
        key, text = options.sharpen
        stubs = service.week_close(workspace, day).stubs
        see = "'rapport review close' lists them, three at most."
        stub = require_by_id(key, stubs, "bare entry of this close", see)
        yield service.sharpen_stub(workspace, stub.id, text, day)
    if options.slips is not None:
        yield service.answer_close(workspace, CloseStep.SLIPS, options.slips, day)
    if options.noticed is not None:
        yield service.answer_close(workspace, CloseStep.NOTICED, options.noticed, day)


def _print(told: Told) -> None:
    close = told.close
    is_past = close.is_past
    say(week_words(close.first, close.last) if is_past else full_day_words(close.as_of))
    for page in told.pages:
        say()
        _print_page(page, told.ids)
    for hint in _hints(close):
        tell(hint)


def _print_page(page: ClosePage, ids: Mapping[UUID, str]) -> None:
    number = "" if page.step is CloseStep.NOTICED else f" ({page.number})"
    say(f"{page.title}{number}")
    for line in page.lines:
        say(f"  {_mark(line, ids)}{line.words.replace(' · ', ', ')}")
    answered = page.answer or ("looked at" if page.is_answered else "")
    if answered or page.question:
        say(f"  answer: {answered}" if answered else f"  {page.question}")


def _mark(line: PageLine, ids: Mapping[UUID, str]) -> str:
    about = line.about
    return f"{ids[about]}  " if isinstance(about, UUID) and about in ids else ""


def _hints(close: WeekClose) -> Iterator[str]:
    if close.stubs:
        yield "--sharpen ID TEXT says what a bare entry was; TEXT is as for 'rapport log'."
    if close.follow_ups:
        yield "'rapport follow done ID' or 'rapport follow move ID DAY' for a follow-up."
    if close.ended:
        yield f"{CLOSED} It ended {day_words(close.ended, close.as_of)}; --again opens it."
    else:
        yield "--slips yes or no answers one step, --noticed TEXT ends the close."
