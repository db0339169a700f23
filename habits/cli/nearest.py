"""What may have been meant by a command or an option that there is none of."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from habits.practices import BY_SLUG
from habits.text import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def unknown_command(words: str, known: Iterable[str]) -> str:
    """Return what to say of a command that there is none of.

    Args:
        words: The word, or two of them where there are such commands.
        known: All commands.
    """
    first, _, second = words.partition(" ")
    further = [verb.partition(" ")[2] for verb in known if verb.startswith(f"{first} ")]
    if further:
        return f"'{first}' needs one of {', '.join(further)} after it{_meant(second, further)}"
    practice = _meant(first, list(BY_SLUG), "log ")
    return f"there is no command {quoted(words)}{practice or _meant(words, list(known))}"


def unknown_options(words: str, known: Collection[str]) -> str:
    """Return what may be meant by words of which some are options that there are none of.

    Args:
        words: The words.
        known: The options of the command.
    """
    names = [name.removeprefix("--") for name in known if name.startswith("--")]
    typed = (word.partition("=")[0] for word in words.split() if word.startswith("-"))
    # The dashes, which all have, are no likeness.
    return next(filter(None, (_meant(word.lstrip("-"), names, "--") for word in typed)), "")


def unknown_choice(message: str) -> str:
    """Return what may be meant by a value that is none of those there are.

    Args:
        message: What argparse says of it: "invalid choice: 'htm' (choose from 'md', 'html')".
    """
    word, _, choices = message.partition("invalid choice: ")[2].partition(" (choose from ")
    known = [choice.strip("'") for choice in choices.removesuffix(")").split(", ")]
    return _meant(word.strip("'"), known)


def _meant(word: str, known: Collection[str], before: str = "") -> str:
    """Return which known word one is nearest to, in brackets; nothing where there is none."""
    begun = [each for each in known if word and each.startswith(word)]
    nearest = begun if len(begun) == 1 else get_close_matches(word, known, n=1)
    return f" (did you mean {before}{nearest[0]}?)" if nearest else ""
