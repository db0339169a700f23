"""User text: cleaned at the door, measured in terminal cells.

Text comes from keyboards, pastes, shells, files and other people's exports, so it may hold
terminal escapes, direction overrides or halves of a character. What passes `clean` is safe to
keep and to print; it is cleaned again whenever it is read from a file that others can edit.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME_CELLS: Final = 60
"""The widest name, in terminal cells."""

NAME_CHARACTERS: Final = 4 * NAME_CELLS
"""The longest name, in characters: marks take no cells, and are not piled up without end."""

NOTE_CHARACTERS: Final = 10_000
"""The longest note, in characters, what and why together."""

# Embeddings, overrides and isolates (UAX #9) reorder what stands around them on the screen.
# The surrogates can only be here alone, as halves of a character or as undecodable bytes.
_UNWANTED: Final = pattern("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_ENDS: Final = pattern("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return the text in NFC without control and direction characters.

    A newline stays, every other line end becomes one, and a tab becomes a space. Cleaning what
    is clean changes nothing.
    """
    if _is_plain(text):
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def one_line(text: str) -> str:
    """Return the cleaned text on one line, with single blanks between words."""
    return " ".join(clean(text).split())


def tidy(text: str) -> str:
    """Return the cleaned text with single blanks between words and without empty lines."""
    if _is_plain(text):
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _is_plain(text: str) -> bool:
    """Return whether there is nothing to clean: most text is, and homes hold much of it."""
    return text.isascii() and text.isprintable()


def folded(text: str) -> str:
    """Return the cleaned text in the form in which words are compared, without regard to case."""
    return clean(clean(text).casefold())


def quoted(text: str, most: int = 40) -> str:
    """Return the text cleaned, cut to `most` characters and in quotes, for use in a message."""
    line = one_line(text)
    return f"'{line if len(line) <= most else line[: most - 1] + '…'}'"


def cells(text: str) -> int:
    """Return how many terminal cells the text takes."""
    if text.isascii():
        return len(text)
    # Imported on need: it costs more than all that a log of plain names does.
    from wcwidth import wcswidth  # noqa: PLC0415

    return max(wcswidth(text), 0)


def require_name(text: str) -> str:
    """Return the text as a name of at most `NAME_CELLS` cells and `NAME_CHARACTERS`.

    Raises:
        RefusedError: The name is wider or longer than that.
    """
    name = one_line(text)
    if (width := cells(name)) > NAME_CELLS:
        message = (
            f"The name {quoted(name, 24)} is {width} cells wide; "
            f"at most {NAME_CELLS} fit. Shorten it."
        )
        raise RefusedError(message)
    if len(name) > NAME_CHARACTERS:
        message = f"The name has {len(name)} characters; at most {NAME_CHARACTERS} fit. Shorten it."
        raise RefusedError(message)
    return name


def fitting(text: str) -> str:
    """Return as much of the beginning of a text as a name may have."""
    name = one_line(text)[:NAME_CHARACTERS]
    while cells(name) > NAME_CELLS:
        name = name[:-1]
    return name


def require_note(*parts: str) -> None:
    """Check that the parts of a note have at most `NOTE_CHARACTERS` characters together.

    Raises:
        RefusedError: They have more.
    """
    if (length := sum(map(len, parts))) > NOTE_CHARACTERS:
        message = (
            f"The note has {length:,} characters; at most {NOTE_CHARACTERS:,} are kept. "
            f"Take out {length - NOTE_CHARACTERS:,}."
        )
        raise RefusedError(message)


def alike(word: str, others: Sequence[str], at_least: float = 0.6) -> list[str]:
    """Return up to three words that are written like another one, the nearest first.

    Args:
        word: The word.
        others: Those to choose from.
        at_least: How alike they have to be, from 0 to 1.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - hardly any command needs it

    return get_close_matches(word, others, cutoff=at_least)
