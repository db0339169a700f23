"""What may have been meant by a command or an option that there is none of."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from habits.practices import BY_SLUG
from habits.text import quoted

if TYPE_CHECKING:
    from collections.abc import Collection


def unknown_command(words: str, known: Collection[str]) -> str:
    """Return what to say of a command that there is none of.

    Args:
        words: The word, or two of them where there are such commands.
        known: All commands.
    """
    first, _, second = words.partition(" ")
    further = [verb.partition(" ")[2] for verb in known if verb.startswith(f"{first} ")]
    if further and first in known:
        told = f"after '{first}' comes nothing, or one of {', '.join(further)}"
        return f"there is no command {quoted(words)}: {told}{meant(second, further)}"
    if further:
        return f"'{first}' needs one of {', '.join(further)} after it{meant(second, further)}"
    practice = meant(first, list(BY_SLUG), "log ")
    return f"there is no command {quoted(words)}{practice or meant(words, list(known))}"


def unknown_option(name: str, known: Collection[str]) -> str:
    """Return what may be meant by an option that there is none of.

    Args:
        name: The option, as it was typed.
        known: The options of the command.
    """
    # The dashes, which all have, are no likeness.
    names = [each.removeprefix("--") for each in known if each.startswith("--")]
    return meant(name.lstrip("-"), names, "--")


def meant(word: str, known: Collection[str], before: str = "") -> str:
    """Return which known word one is nearest to, in brackets; nothing where there is none."""
    begun = [each for each in known if word and each.startswith(word)]
    nearest = begun if len(begun) == 1 else get_close_matches(word, known, n=1)
    return f" (did you mean {before}{nearest[0]}?)" if nearest else ""
