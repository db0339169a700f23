"""Parts the words of a command line: what is an option, with its value, and what is text.

Both who read a command line stand on it, so that a word is the same to both.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from habits.cli.syntax import Option

_HELP: Final = "-h"


class MissingValueError(Exception):
    """An option has no value; the text is the option."""


def part(
    options: Mapping[str, Option], words: Iterable[str], *, is_before_command: bool = False
) -> tuple[list[str], list[str]]:
    """Return the options, each of one word with its value behind a =, and the other words.

    An option of two values is three words. What there is no such option of is left as it is.

    Args:
        options: Those there are, by the word.
        words: The words.
        is_before_command: Whether the first word that is no option is a command, whose are all
            that come after it.

    Raises:
        MissingValueError: An option has no value.
    """
    said: list[str] = []
    placed: list[str] = []
    rest = deque(words)
    while rest:
        word = rest.popleft()
        if word == "--":
            placed.extend(rest)
            break
        if is_option(word):
            said.extend(_with_value(options.get(word), word, rest))
        else:
            placed.append(word)
            if is_before_command:
                placed.extend(rest)
                break
    return said, placed


def is_option(word: str) -> bool:
    """Return whether a word is meant as an option, and not as a text that begins with a dash.

    A text has blanks, as "- fixed the build", or begins with a number, as "-5%".
    """
    name = word.partition("=")[0]
    return len(word) > 1 and word[0] == "-" and " " not in name and not word[1].isdigit()


def _with_value(option: Option | None, word: str, rest: deque[str]) -> list[str]:
    """Return an option with the words that are its values, which are taken from the rest."""
    if option is None or not option.values:
        return [word]
    values: list[str] = []
    while len(values) < option.values and rest and _may_be_value(rest[0]):
        values.append(rest.popleft())
    if not values and option.implied is not None:
        values = [option.implied]
    if len(values) < option.values:
        raise MissingValueError(word)
    return [f"{word}={values[0]}"] if len(values) == 1 else [word, *values]


def _may_be_value(word: str) -> bool:
    """Return whether a word may be the value of an option before it.

    One that looks like a further option has to be joined by a =: who forgets a value is told so.
    """
    return word != _HELP and not (word.startswith("--") and is_option(word))
