"""Markdown of user text: whatever signs it holds, it is shown as it was written."""

from __future__ import annotations

import re
from typing import Final

from habits.text import tidy

_SIGNS: Final = re.compile(r"[\\`*_\[\]<~&$#|]|(?<=\w)\.(?=[^\W\d_])")
_AT_START: Final = re.compile(r"^(\d+(?=[.)])|(?=[-+=>]))")
# Sites make links of these, though no Markdown says so: addresses, people, numbers of issues.
_LINKED: Final = re.compile(r"\S*(?:@|://|www\.|#\d)\S*", re.IGNORECASE)


def shown_as_written(text: str) -> str:
    """Return a text in Markdown that is shown as it is; it goes on in the item of a list."""
    return "\\\n  ".join(map(_line, tidy(text).split("\n")))


def code(text: str) -> str:
    """Return a text in Markdown as it is, of which no reader makes a link."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    blank = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{blank}{text}{blank}{fence}"


def _line(line: str) -> str:
    parts, end = [], 0
    for match in _LINKED.finditer(line):
        parts += [_plain(line[end : match.start()]), code(match[0])]
        end = match.end()
    return _AT_START.sub(r"\1\\", "".join([*parts, _plain(line[end:])]))


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)
