"""`rapport entries` shows what was logged, `rapport undo` takes the newest act back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.test_log import ENTRY_KEYS

if TYPE_CHECKING:
    from tests.cli.program import Run


def test_entries_come_one_a_line_the_newest_last(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the fix because it held #team")
    rapport("log", "trust", "/context\nwhy we\ndo it (fri)")
    rapport("log", "vision")

    assert rapport("entries").lines == [
        "2026-11-20  Trust /context · why we do it",
        "2026-11-22  Thanks · Maya · the fix · because it held · #team",
        "2026-11-22  Vision",
    ]


def test_entries_as_json_are_a_list_of_the_documented_shape(rapport: Run) -> None:
    logged = [
        rapport("log", "thanks", "@maya the fix because it held #team", "--json").json["entry"],
        rapport("log", "trust", "/context (fri)", "--json").json["entry"],
    ]
    told = rapport("entries", "--json").json

    assert told == [logged[1], logged[0]]
    assert all(list(entry) == ENTRY_KEYS for entry in told)


def test_several_lines_of_what_happened_stay_in_json(rapport: Run) -> None:
    rapport("log", "thanks", "one\ntwo")
    assert rapport("entries", "--json").json[0]["what"] == "one\ntwo"


def test_json_shows_the_letters_of_every_script_as_they_are(rapport: Run) -> None:
    rapport("log", "thanks", "\u05e9\u05dc\u05d5\u05dd \U0001f389")
    assert '"what": "\u05e9\u05dc\u05d5\u05dd \U0001f389"' in rapport("entries", "--json").out


def test_where_nothing_is_logged_a_word_of_help_goes_to_standard_error(rapport: Run) -> None:
    done = rapport("entries")
    assert (done.code, done.out) == (0, "")
    assert done.refusal == "Nothing is logged yet. Try: rapport log thanks '@maya the on-call fix'"


def test_where_nothing_is_logged_json_is_an_empty_list(rapport: Run) -> None:
    assert rapport("entries", "--json").json == []


def test_entries_are_shown_of_a_practice_of_some_days_and_by_what_they_say(rapport: Run) -> None:
    for line in ("@maya the fix (mon)", "@dev the talk because it held (fri)", "@dev the fix"):
        rapport("log", "thanks", line)
    rapport("log", "trust", "/context the fix (2026-10-01)")
    rapport("practice", "edit", "thanks", "--name", "Gratitude")

    def shown(*words: str) -> list[str]:
        return [line.partition("  ")[0] for line in rapport("entries", *words).lines]

    assert shown("--practice", "3") == ["2026-10-01"]
    assert shown("--practice=grat") == ["2026-11-16", "2026-11-20", "2026-11-22"]
    assert shown("--since=mon") == ["2026-11-16", "2026-11-20", "2026-11-22"]
    assert shown("--until", "last fri") == ["2026-10-01", "2026-11-16", "2026-11-20"]
    assert shown("--since=wed", "--until=yesterday") == ["2026-11-20"]
    assert shown("--find", "FIX") == ["2026-10-01", "2026-11-16", "2026-11-22"]
    assert shown("--find", "fix @dev") == ["2026-11-22"]
    assert shown("--find", "held") == shown("--find=talk gratitude")
    assert shown("--find=fix", "--practice=8", "--person=maya") == ["2026-11-16"]
    assert [each["what"] for each in rapport("entries", "--find=/con", "--json").json] == [
        "the fix"
    ]


def test_where_no_entry_fits_that_is_said_and_how_all_are_shown(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the fix")
    done = rapport("entries", "--find", "the talk")

    assert (done.code, done.refusal) == (0, "No entry fits. 'rapport entries' shows all.")
    assert rapport("entries", "--practice=trust", "--json").json == []


def test_undo_names_what_it_took_back_and_whom(rapport: Run) -> None:
    rapport("log", "thanks", "@maya first (fri)")
    rapport("log", "trust", "@dev second")

    assert rapport("undo").lines == ["Undone: Trust · Dev · second · today"]
    assert rapport("undo").lines == ["Undone: Thanks · Maya · first · Fri 20"]
    assert rapport("entries", "--json").json == []
    assert rapport("log", "thanks", "@maya again").lines[0] == "Thanks · Maya (new) · again · today"


def test_undo_with_nothing_to_take_back_is_refused(rapport: Run) -> None:
    done = rapport("undo")
    assert (done.code, done.refusal) == (1, "There is nothing to undo.")


def test_the_example_that_help_offers_can_be_run(rapport: Run) -> None:
    assert rapport("log", "thanks", "@maya the on-call fix").lines[0].startswith("Thanks · Maya")
