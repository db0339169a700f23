"""The pages of what goes to other programs, and comes from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.manual.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILES: Final = (
    "Without a path it goes to standard output. A file is for you alone to read, and is never "
    "written over another one but with --force."
)
_NAMES: Final = (
    "Before a file is written you are told which names are left in it, and at a terminal you are "
    "asked; --mask shows stand-ins for names and texts instead."
)

PAGES: Final[Mapping[str, Page]] = {
    "import": Page(
        more="A file is taken in whole or not at all, and one undo takes it back. When it comes "
        "again only what is new in it is added; what you changed or deleted since stays so.\n"
        "Each habit of another program goes to a practice: all with --as, each with a file for "
        "--map, or as you answer at a terminal.",
        examples=(
            (
                "rapport export csv all.csv; rapport import csv all.csv --dry-run",
                "what a table would add, and store nothing",
            ),
            (
                "rapport export json old.json; rapport import json old.json",
                "take in what this home lacks of another one",
            ),
            (
                "rapport import harsh ~/.config/harsh --as growth",
                "what harsh kept, as habits of Growth",
            ),
        ),
        see=("export", "undo"),
    ),
    "export": Page(
        examples=(("rapport export", "which formats there are"),),
        see=("import", "backup", "person export", "review year"),
    ),
    "export json": Page(
        more=_FILES,
        examples=(
            ("rapport export json home.json", "everything, for another home to take in"),
            ("rapport export json | gzip > home.json.gz", "the same, packed"),
        ),
        see=("import", "backup"),
    ),
    "export csv": Page(
        more=f"{_FILES} A cell that a spreadsheet would run as a formula has an apostrophe before "
        "it, which an import takes away again.",
        examples=(
            ("rapport export csv entries.csv", "a table for a spreadsheet"),
            ("rapport export csv | head -5", "the columns, and the first entries"),
        ),
        see=("import", "entries"),
    ),
    "export markdown": Page(
        more=_FILES,
        examples=(("rapport export markdown logbook.md", "a logbook to read or to keep"),),
        see=("review week", "export html"),
    ),
    "export ics": Page(
        more="A promise is there on the last day on which it can be kept. A calendar that reads "
        f"the file again moves what it has already. It needs pip install 'rapport-tui[ics]'.\n"
        f"{_NAMES}",
        examples=(
            ("rapport export ics rapport.ics --yes", "write it without being asked"),
            (
                "rapport export ics --mask --alarm 17:30",
                "no names, and ring at half past five",
            ),
            ("rapport export ics --alarm none", "ring never"),
        ),
        see=("due", "follow"),
    ),
    "export html": Page(
        more=f"The page runs nothing and reaches for nothing.\n{_NAMES}",
        examples=(
            ("rapport export html year.html --yes", "the running year, without being asked"),
            ("rapport export html --of 2025-12-31 --mask", "the year before, without names"),
        ),
        see=("review year", "export svg"),
    ),
    "export svg": Page(
        more=f"The picture runs nothing and reaches for nothing.\n{_NAMES}",
        examples=(
            ("rapport export svg year.svg --yes", "the running year, without being asked"),
            ("rapport export svg --of 2025-12-31", "the year before"),
        ),
        see=("review year", "export html"),
    ),
}
"""The pages, by command."""
