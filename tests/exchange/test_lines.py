"""The lines of a text are no more than is modest."""

from __future__ import annotations

import pytest

from habits.errors import RefusedError
from habits.exchange import harsh, lines, org


def test_ends_of_lines_are_those_of_any_system() -> None:
    assert lines.lines_of("one \r\n\ttwo\u2028half\n", "A") == ["one ", "\ttwo\u2028half", ""]


def test_more_lines_than_are_read_are_refused_even_if_they_say_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lines, "MOST_LINES", 9)

    with pytest.raises(RefusedError, match="The file has more than 9 lines"):
        org.foreign_of_text("\n" * 10)
    with pytest.raises(RefusedError, match="A file of harsh has more than 9 lines"):
        harsh.foreign_of_texts("Walk: 1", "\n" * 10)
    with pytest.raises(RefusedError, match="no habits"):
        org.foreign_of_text("\n" * 9)
