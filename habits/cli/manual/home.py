"""The pages of the home and what keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.manual.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGES: Final[Mapping[str, Page]] = {
    "config": Page(
        examples=(
            ("rapport config", "every setting, and where things lie"),
            ("rapport config week-start sunday", "weeks begin on Sunday, past ones too"),
            ("rapport config rollover 4", "what is logged before 4:00 is of the day before"),
        ),
        more="The theme, the mouse and the keys are set in the config file that it names.",
    ),
    "backup": Page(
        examples=(
            ("rapport backup", "a copy, among the home's backups"),
            ("rapport backup copy-of-today.json", "into a file of your own"),
        ),
        see=("restore",),
    ),
    "restore": Page(
        examples=(
            (
                "rapport backup then.json; rapport log thanks x; rapport restore then.json",
                "make a copy, and later go back to it",
            ),
        ),
        see=("backup", "undo"),
    ),
    "checkpoint": Page(
        more="Everything that was logged is safe without it; plain Python reads rapport.json, and "
        "after a checkpoint all is in it.",
        examples=(("rapport checkpoint", "before another program reads the file"),),
        see=("backup",),
    ),
    "doctor": Page(
        more="What is found damaged is kept beside, as it was.",
        examples=(("rapport doctor", "look through every file, and mend what can be"),),
        see=("backup",),
    ),
    "completion": Page(
        more="The lines are for the file that the shell reads when it starts: ~/.bashrc; ~/.zshrc, "
        "behind compinit; ~/.config/fish/config.fish. To complete, the home is only looked at.",
        examples=(
            ('eval "$(rapport completion bash)"', "bash, and with its own name zsh"),
            ("rapport completion fish", "what fish is to read: pipe it into 'source'"),
        ),
    ),
    "serve": Page(
        more="It runs until ctrl+c, listens to this machine alone, and prints an address that "
        "nobody can guess. Whoever has that can read and write everything: do not pass it on. It "
        "needs pip install 'rapport-tui[serve]'.",
        examples=(
            ("rapport serve", "print an address, for a browser on this machine"),
            ("rapport serve --port 8090", "where to listen"),
        ),
    ),
    "demo": Page(
        more="It is taken away when you leave, and your own home is not touched.",
        examples=(("rapport demo", "look around in a year of somebody else"),),
    ),
}
"""The pages, by command."""
