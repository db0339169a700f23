"""Erasure: what is taken out, so that nothing that is kept tells of a record any more.

Its lines go. Where other records refer to it, the reference goes; where a text names it by one of
its words, the word becomes `SOMEONE`. A record that refers to nothing else goes as well, but that
is an erasing of its own, so that every device agrees on it. Where another record stands in for it
(`habits.store.standing_in`), references are to that one instead, and words become its name.
"""

from __future__ import annotations

import json
import re
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from habits.store import codec
from habits.store.lines import Kind, Line
from habits.store.references import may_refer, refers_to_nothing_else
from habits.store.renaming import renamed
from habits.whole_words import cases_of, pattern_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from habits.store.ops import Document

SOMEONE: Final = "someone"
"""What stands in the place of a name."""

_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+", re.IGNORECASE)
"""What may be a record's id: as UUIDs are written, or its integer."""


_AS_ASCII: Final = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})
"""The letters that a pattern takes for one of ASCII in another case."""

_BETWEEN: Final = re.compile(r"[\s.-]+")


def _joined(words: Mapping[str, str]) -> dict[str, str]:
    """Return words as they stand in a move, a tag or a branch, where no blank can."""
    return {_BETWEEN.sub(sign, word): said for word, said in words.items() for sign in "_-"}


def _shortest(forms: set[str]) -> tuple[str, ...]:
    """Return those of some forms that can stand in ASCII, without the ones that hold another."""
    known = [form for form in forms if form.isascii()]
    return tuple(form for form in known if not any(each in form for each in known if each != form))


class Erasure:
    """What is to be taken out.

    Args:
        keys: The records, each by its table and the integer of its UUID.
        words: What they are called by, in full, with what is said instead; case does not matter.
        instead: The ids of those that another record stands in for, with its id.

    Attributes:
        keys: The records.
    """

    def __init__(
        self,
        keys: Iterable[tuple[str, int]],
        words: Mapping[str, str],
        instead: Mapping[str, str],
    ) -> None:
        words = {**_joined(words), **words}
        self.keys = frozenset(keys)
        self._instead = instead
        self._said_instead = {word.casefold(): said for word, said in words.items()}
        self._ids = frozenset(str(UUID(int=key)) for _, key in self.keys)
        self._gone_ids = self._ids - instead.keys()
        self._pattern = pattern_of(words)
        written = {
            json.dumps(word, ensure_ascii=ascii_only)[1:-1]
            for word in words
            for ascii_only in (True, False)
        }
        told = cases_of([*words, *written])
        self._raw_pattern = re.compile("|".join(map(re.escape, told)) or "(?!)", re.IGNORECASE)
        self._ascii = _shortest({form.translate(_AS_ASCII).lower() for form in told})
        self._raw_ids = self._ids | {str(key) for _, key in self.keys}

    def text(self, text: str) -> str:
        """Return a text without the words."""
        return self._pattern.sub(self._said, text)

    def document(self, table: str, document: Document) -> Document:
        """Return a document without the words and the references."""
        structure = codec.STRUCTURE.get(table, frozenset())
        scrubbed: dict[str, Any] = {
            name: self._value(value, is_text=name.partition("/")[0] not in structure)
            for name, value in document.items()
        }
        if table == codec.ENTRIES and scrubbed.get("tags") != document.get("tags"):
            # A name of several words is none that could be typed as a tag.
            scrubbed["tags"] = [str(tag).replace(" ", "-") for tag in scrubbed["tags"]]
        scrubbed.update(renamed(table, document, partial(self._value, is_text=True)))
        return scrubbed

    def line(self, line: Line, written: bytes) -> Line | None:
        """Return a line without them, None where it goes; how records are erased stays told.

        Args:
            line: What it says.
            written: How it is written.
        """
        if line.kind is Kind.ERASE:
            return line
        if (line.table, line.key) in self.keys:
            return None
        if not self.is_told_in_json(written):
            return line
        fields, before = (
            None if each is None else self.document(line.table, each)
            for each in (line.fields, line.before)
        )
        return line._replace(fields=fields, before=before)

    def takes(self, table: str, key: int, document: Document) -> bool:
        """Return whether a record goes: it is one of those, or refers to nothing but those."""
        return (table, key) in self.keys or refers_to_nothing_else(document, self._gone_ids)

    def is_told_in(self, raw: bytes) -> bool:
        """Return whether bytes that cannot be understood hold one of the words or ids.

        They may be Markdown or HTML, in which a name is not written as it is.
        """
        text = raw.decode("utf-8", "replace")
        forms = {text, text.replace("\\", ""), unescape(text)}
        return any(map(self._is_told_in, forms))

    def is_told_in_json(self, raw: bytes) -> bool:
        """Return whether the JSON of a record may tell of it; where not, nothing is to be done.

        Of most records that has to be known, and few tell of it: so it is not looked for word by
        word where a text can be compared as a whole.
        """
        text = raw.decode("utf-8", "replace")
        if may_refer(raw, self._ids):
            return True
        if "\\u" in text:
            # What is written so may be any letter.
            return True
        if not text.isascii():
            return bool(self._raw_pattern.search(text))
        small = text.lower()
        return any(form in small for form in self._ascii)

    def _is_told_in(self, text: str) -> bool:
        if self._raw_pattern.search(text):
            return True
        return any(match[0].casefold() in self._raw_ids for match in _ID.finditer(text))

    def _said(self, match: re.Match[str]) -> str:
        # Letters may be the same to the pattern that are not the same folded.
        return self._said_instead.get(match[0].casefold(), SOMEONE)

    def _value(self, value: Any, *, is_text: bool) -> Any:  # noqa: ANN401 - whatever JSON holds
        if isinstance(value, str):
            if value in self._ids:
                return self._instead.get(value)
            return self.text(value) if is_text else value
        if isinstance(value, list):
            return [self._value(item, is_text=is_text) for item in self._referring(value)]
        if isinstance(value, dict):
            return {name: self._value(item, is_text=is_text) for name, item in value.items()}
        return value

    def _referring(self, values: list[Any]) -> list[Any]:
        """Return a list without what is gone, and with each that stands in for others once."""
        kept: list[Any] = []
        for value in values:
            is_reference = isinstance(value, str) and value in self._ids
            new = self._instead.get(value) if is_reference else value
            if not is_reference or (new is not None and new not in kept and new not in values):
                kept.append(new)
        return kept
