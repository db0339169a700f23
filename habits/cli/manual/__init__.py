"""The manual: what the help of each command says beside its arguments.

It is imported when help is asked for, and at no other time.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

from habits.cli.invocation import PROGRAM
from habits.cli.manual import acts, exchange, home, people, promises, reading, syncing
from habits.cli.verbs import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from habits.cli.manual.page import Page

PAGES: Final[Mapping[str, Page]] = {
    **acts.PAGES,
    **reading.PAGES,
    **promises.PAGES,
    **people.PAGES,
    **exchange.PAGES,
    **home.PAGES,
    **syncing.PAGES,
}
"""The pages, by the command that they are of."""

_CELLS: Final = 80
_SHIFT: Final = "  "
_EXIT_CODES: Final = (
    "0 done; 1 refused, and the message says what to do; 2 an unknown command or option; 6 written "
    "by a newer version; 7 the data cannot be read or written, and is left as it is"
)


def with_page(verb: str, usage: str) -> str:
    """Return the help of a command with all that is to be said of it.

    Args:
        verb: The command.
        usage: What is said of its arguments.
    """
    sections = [usage.rstrip(), _further(verb)]
    page = PAGES.get(verb)
    if page is not None:
        sections.extend(_sections(page))
    return "\n\n".join(filter(None, sections)) + "\n"


def _sections(page: Page) -> Iterator[str]:
    yield _wrapped(page.more)
    lines = [f"{_SHIFT}{command}\n{_wrapped(what, _SHIFT * 3)}" for command, what in page.examples]
    yield "\n".join(["Examples:", *lines])
    yield f"Exit codes:\n{_wrapped(_EXIT_CODES, _SHIFT)}"
    if page.see:
        yield f"See also:\n{_SHIFT}{', '.join(f'{PROGRAM} {verb}' for verb in page.see)}"


def _further(verb: str) -> str:
    """Return the commands that begin with the word of this one; all where it is none."""
    further = {
        each: what for each, what in VERBS.items() if verb == PROGRAM or each.startswith(f"{verb} ")
    }
    cells = max(map(len, further), default=0) + len(_SHIFT)
    lines = [
        textwrap.fill(
            what,
            _CELLS,
            initial_indent=f"{_SHIFT}{each:{cells}}",
            subsequent_indent=" " * (len(_SHIFT) + cells),
        )
        for each, what in further.items()
    ]
    return "\n".join(["Commands:", *lines]) if lines else ""


def _wrapped(text: str, shift: str = "") -> str:
    paragraphs = text.split("\n")
    return "\n".join(
        textwrap.fill(
            each,
            _CELLS,
            initial_indent=shift,
            subsequent_indent=shift,
            # What is to be typed stays on one line.
            break_on_hyphens=False,
        )
        for each in paragraphs
    )
