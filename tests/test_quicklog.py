"""A quick-log line names its move, its people and its tags."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from habits.practices import BY_SLUG
from habits.quicklog import Draft, Said, display_name, parse
from habits.text import folded
from tests.strategies import handles, plain_words, untimed

SUNDAY = date(2026, 11, 22)
KNOWN = {"maya": "Maya", "ana": "Ana Lima"}
THANKS = BY_SLUG["thanks"]


def read(line: str, practice: str = "thanks", said: Said | None = None) -> Draft:
    return parse(line, BY_SLUG[practice], SUNDAY, KNOWN, said)


def names_in(line: str) -> list[str]:
    return [name for _, name in read(line).people]


def test_the_line_of_the_design_is_taken_apart() -> None:
    assert read("@maya the on-call fix because it saved the launch") == Draft(
        what="the on-call fix", why="it saved the launch", people=(("maya", "Maya"),)
    )


def test_a_line_may_say_everything_at_once() -> None:
    line = "/quiet @maya the runbook #team because Sunday was short #product (yesterday)"
    assert read(line) == Draft(
        move="quiet",
        what="the runbook",
        why="Sunday was short",
        people=(("maya", "Maya"),),
        tags=("team", "product"),
        date=date(2026, 11, 21),
    )


@pytest.mark.parametrize("line", ["", "   ", "\n\t"])
def test_a_line_that_says_nothing_is_legal(line: str) -> None:
    assert read(line) == Draft()


@untimed
@given(plain_words)
def test_plain_words_are_kept_as_they_are_said(line: str) -> None:
    assert read(line) == Draft(what=line)


@pytest.mark.parametrize(
    ("line", "people", "what"),
    [
        ("@maya", ["Maya"], ""),
        ("@maya the fix", ["Maya"], "the fix"),
        ("@maya: the fix", ["Maya"], "the fix"),
        ("@maya, the fix", ["Maya"], "the fix"),
        ("@maya @ana the fix", ["Maya", "Ana Lima"], "the fix"),
        ("@maya and @ana the fix", ["Maya", "Ana Lima"], "the fix"),
        ("@maya, @ana and @dev: the fix", ["Maya", "Ana Lima", "Dev"], "the fix"),
        ("@maya & @ana the fix", ["Maya", "Ana Lima"], "the fix"),
        ("@maya&@ana the fix", ["Maya", "Ana Lima"], "the fix"),
        ("@maya,@ana the fix", ["Maya", "Ana Lima"], "the fix"),
        ("@maya #team the fix", ["Maya"], "the fix"),
    ],
)
def test_leading_people_are_lifted_out_of_the_sentence(
    line: str, people: list[str], what: str
) -> None:
    assert (names_in(line), read(line).what) == (people, what)


@pytest.mark.parametrize(
    ("line", "people", "what"),
    [
        ("paired with @ana on it", ["Ana Lima"], "paired with Ana Lima on it"),
        ("thanks to @maya.", ["Maya"], "thanks to Maya."),
        ("asked (@maya) twice", ["Maya"], "asked (Maya) twice"),
        ("@maya's fix", ["Maya"], "Maya's fix"),
        ("@maya\u2019s fix", ["Maya"], "Maya\u2019s fix"),
        ("@maya and @ana's fix", ["Maya", "Ana Lima"], "Maya and Ana Lima's fix"),
        ("told @maya's manager", ["Maya"], "told Maya's manager"),
        ("@ana told @maya", ["Ana Lima", "Maya"], "told Maya"),
    ],
)
def test_people_within_the_sentence_become_their_names(
    line: str, people: list[str], what: str
) -> None:
    assert (names_in(line), read(line).what) == (people, what)


@pytest.mark.parametrize(
    ("handle", "name"),
    [
        ("dev", "Dev"),
        ("ana.lima", "Ana Lima"),
        ("ana_lima", "Ana Lima"),
        ("ana-lima", "Ana-Lima"),
        ("McKay", "McKay"),
        ("LEE", "LEE"),
    ],
)
def test_a_new_person_is_named_after_the_handle(handle: str, name: str) -> None:
    assert display_name(handle) == name
    assert parse(f"@{handle} the fix", THANKS, SUNDAY, {}).people == ((folded(handle), name),)


@untimed
@given(handles)
def test_a_handle_in_any_script_is_one_person(handle: str) -> None:
    draft = parse(f"@{handle} helped, and @{handle.upper()} again", THANKS, SUNDAY, {})
    ((kept, name),) = draft.people
    assert (kept, draft.what) == (folded(handle), f"helped, and {name} again")


@untimed
@given(handles)
def test_a_known_person_is_found_again_by_the_handle_that_was_kept(handle: str) -> None:
    ((kept, _),) = parse(f"@{handle} helped", THANKS, SUNDAY, {}).people
    assert parse(f"@{handle} helped", THANKS, SUNDAY, {kept: "Known"}).people == ((kept, "Known"),)


def test_a_person_is_mentioned_once_however_it_is_written() -> None:
    assert read("@Maya and @MAYA met, as @maya said").people == (("maya", "Maya"),)


def test_people_of_the_why_are_people_too() -> None:
    draft = read("@maya the fix because of @dev's review")
    assert draft.people == (("maya", "Maya"), ("dev", "Dev"))
    assert draft.why == "of Dev's review"


@pytest.mark.parametrize(
    "line",
    ["wrote to me@example.com", "kept @@maya", "the @ sign", "ran with @_ bound", "at 5 @ noon"],
)
def test_an_at_sign_that_names_nobody_stays_text(line: str) -> None:
    assert read(line) == Draft(what=line)


@pytest.mark.parametrize(
    ("line", "tags", "what"),
    [
        ("the fix #team #product", ("team", "product"), "the fix"),
        ("#team the fix", ("team",), "the fix"),
        ("#team", ("team",), ""),
        ("the fix #Team #TEAM", ("team",), "the fix"),
        ("the #on-call fix", ("on-call",), "the on-call fix"),
        ("the fix #team, at last", ("team",), "the fix team, at last"),
        ("wrote to #support", ("support",), "wrote to support"),
        ("the #1on1 was good", ("1on1",), "the 1on1 was good"),
        ("the fix #\u0926\u0940\u092e", ("\u0926\u0940\u092e",), "the fix"),
    ],
)
def test_tags_at_the_edges_are_lifted_and_others_become_words(
    line: str, tags: tuple[str, ...], what: str
) -> None:
    assert (read(line).tags, read(line).what) == (tags, what)


@pytest.mark.parametrize(
    "line", ["closed #4211 today", "ported it to C#", "escaped &#x27; for good", "## the fix"]
)
def test_a_hash_that_is_no_tag_stays_text(line: str) -> None:
    assert read(line) == Draft(what=line)


@pytest.mark.parametrize("tag", ["team", "#team", " #TEAM\t"])
def test_tags_may_be_said_by_a_flag(tag: str) -> None:
    draft = read("the fix #product", said=Said(tags=(tag, "product", "", "#")))
    assert draft == Draft(what="the fix", tags=("product", "team"))


def test_the_subject_of_a_reason_stays_in_it() -> None:
    draft = parse("cut the scope because @dev asked for it", BY_SLUG["trust"], SUNDAY, {})

    assert (draft.what, draft.why) == ("cut the scope", "Dev asked for it")
    assert draft.people == (("dev", "Dev"),)


def test_a_comma_before_the_tags_goes_with_them() -> None:
    assert parse("the tests, #team", BY_SLUG["thanks"], SUNDAY, {}).what == "the tests"


def test_a_date_may_stand_before_the_tags() -> None:
    draft = parse("the tests (yesterday) #team #product", BY_SLUG["thanks"], SUNDAY, {})

    assert (draft.what, draft.tags) == ("the tests", ("team", "product"))
    assert draft.date == date(2026, 11, 21)
