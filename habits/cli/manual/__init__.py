"""The manual: what the help of each command says beside its arguments.

It is imported when help is asked for, and at no other time.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

from habits.cli.manual import acts, home, people, promises, reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from habits.cli.manual.page import Page

PAGES: Final[Mapping[str, Page]] = {
    **acts.PAGES,
    **reading.PAGES,
    **promises.PAGES,
    **people.PAGES,
    **home.PAGES,
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
    page = PAGES.get(verb)
    if page is None:
        return usage
    sections = [usage.rstrip(), _wrapped(page.more)]
    lines = [f"{_SHIFT}{command}\n{_wrapped(what, _SHIFT * 3)}" for command, what in page.examples]
    sections.append("\n".join(["examples:", *lines]))
    sections.append(f"exit codes:\n{_wrapped(_EXIT_CODES, _SHIFT)}")
    if page.see:
        sections.append(f"see also:\n{_SHIFT}{', '.join(f'rapport {verb}' for verb in page.see)}")
    return "\n\n".join(filter(None, sections)) + "\n"


def _wrapped(text: str, shift: str = "") -> str:
    paragraphs = text.split("\n")
    return "\n".join(
        textwrap.fill(each, _CELLS, initial_indent=shift, subsequent_indent=shift)
        for each in paragraphs
    )
