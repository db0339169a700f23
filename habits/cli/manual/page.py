"""A page of the manual."""

from __future__ import annotations

from habits.record import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What the help of a command says beside its arguments.

    Attributes:
        examples: Pairs of a line for a shell and what it does.
        more: What is to be known of the command, in one paragraph or several; empty for nothing.
        see: Commands that go with it.
    """

    examples: tuple[tuple[str, str], ...]
    more: str = ""
    see: tuple[str, ...] = ()
