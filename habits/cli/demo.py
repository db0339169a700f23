"""`rapport demo`: the options of the app on made-up data; the app itself opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from habits.cli.syntax import Syntax


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments: there are none."""
