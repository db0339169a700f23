"""Markdown of user text: whatever signs it holds, it is shown as it was written."""

from __future__ import annotations

import re
from typing import Final

from habits.text import tidy

_SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>|#&~$!@]|(?<=\w)[.:/](?=[\w/])")
_AT_START: Final = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")


def shown_as_written(text: str) -> str:
    """Return a text in Markdown that is shown as it is; it goes on in the item of a list."""
    lines = (_SIGNS.sub(r"\\\g<0>", line) for line in tidy(text).split("\n"))
    return "\\\n  ".join(_AT_START.sub(r"\1\\", line) for line in lines)
