"""Whatever is typed, a quick-log line is read or refused in words, and what it gives is clean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.errors import RefusedError
from habits.practices import BY_SLUG, Practice
from habits.quicklog import Draft, Said, parse
from habits.text import NAME_CELLS, NOTE_CHARACTERS, cells, one_line, tidy
from tests.hostile import each_hostile
from tests.strategies import any_days, lines, practices, texts, untimed

SUNDAY = date(2026, 11, 22)
KNOWN = {"maya": "Maya", "\u0131": "\u0307odd", "dev": "bad [/oops]"}
THANKS = BY_SLUG["thanks"]
REPEATED = {
    "tags-and-a-word": "#a ",
    "people-and-a-word": "@a ",
    "joined-people": "@a and ",
    "because": " because",
    "brackets": "(",
    "closed-brackets": "(a)",
    "nested-dates": "((fri)",
    "hashes": "#",
    "digits": "#1",
    "dashes": "-a",
    "dots": ".a",
    "underscores": "_",
    "colons": ":",
    "slashes": "/",
    "marks": "\u0300\u0316",
    "blanks": "\u3000",
    "lines": "x\n",
    "tags-in-words": "#a #b x ",
}


def is_clean(draft: Draft) -> bool:
    words = [*draft.tags, *(word for person in draft.people for word in person)]
    return (
        all(tidy(note) == note for note in (draft.what, draft.why))
        and all(one_line(word) == word != "" for word in words)
        and all(cells(tag) <= NAME_CELLS for tag in draft.tags)
    )


def answer_to(line: str, practice: Practice, today: date, said: Said | None) -> Draft | str:
    try:
        return parse(line, practice, today, KNOWN, said)
    except RefusedError as refusal:
        return str(refusal)


def check(
    line: str, practice: Practice = THANKS, today: date = SUNDAY, said: Said | None = None
) -> None:
    """Check that a line is read as it should be or refused on one clean line."""
    answer = answer_to(line, practice, today, said)
    if isinstance(answer, str):
        assert one_line(answer) == answer != ""
        return
    assert is_clean(answer)
    assert answer.move is None or practice.move(answer.move)
    assert answer.date is None or answer.date <= today
    assert len(answer.what) + len(answer.why) <= NOTE_CHARACTERS


@untimed
@given(lines, practices, any_days)
def test_any_line_is_read_or_refused(line: str, practice: Practice, today: date) -> None:
    check(line, practice, today)


@untimed
@given(texts, practices)
def test_any_text_is_read_or_refused(line: str, practice: Practice) -> None:
    check(line, practice)


@untimed
@given(
    lines,
    st.builds(
        Said,
        on=st.none() | any_days,
        why=st.none() | lines,
        tags=st.lists(texts, max_size=3).map(tuple),
    ),
)
def test_whatever_is_said_beside_the_line_is_read_or_refused(line: str, said: Said) -> None:
    check(line, said=said)


@each_hostile
@pytest.mark.parametrize(
    "place", ["{}", "/quiet {}", "@{} x", "#{}", "x because {}", "x ({})", "{}: x"]
)
def test_hostile_text_is_read_or_refused_in_every_place(hostile: str, place: str) -> None:
    check(place.replace("{}", hostile))


@pytest.mark.parametrize("end", ["", "!", "@"])
@pytest.mark.parametrize("start", ["", "#a", "@a", "("])
@pytest.mark.parametrize("piece", [pytest.param(REPEATED[name], id=name) for name in REPEATED])
def test_a_long_and_awkward_line_comes_to_an_end(start: str, piece: str, end: str) -> None:
    line = (start + piece * NOTE_CHARACTERS)[: NOTE_CHARACTERS - len(end)] + end
    check(line)


@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("/quiet @maya ", " #team #product (yesterday)")]
)
def test_10000_characters_fit_and_one_more_is_refused(before: str, after: str) -> None:
    note = "w" * 4_000 + " because " + "y" * 6_000
    draft = parse(before + note + after, THANKS, SUNDAY, KNOWN)
    assert (len(draft.what), len(draft.why)) == (4_000, 6_000)
    with pytest.raises(RefusedError, match="10,001 characters; at most 10,000"):
        parse(before + note + "y" + after, THANKS, SUNDAY, KNOWN)


@pytest.mark.parametrize("sign", ["@", "#"])
@pytest.mark.parametrize("place", ["{} the fix", "the {} fix", "the fix because {} said so"])
def test_a_name_or_tag_over_60_cells_is_refused(sign: str, place: str) -> None:
    parse(place.format(sign + "x" * 60), THANKS, SUNDAY, {})
    with pytest.raises(RefusedError, match="is 61 cells wide; at most 60 fit"):
        parse(place.format(sign + "x" * 61), THANKS, SUNDAY, {})


def test_a_said_tag_over_60_cells_is_refused() -> None:
    with pytest.raises(RefusedError, match="is 62 cells wide"):
        parse("the fix", THANKS, SUNDAY, {}, Said(tags=("\u5bbd" * 31,)))
