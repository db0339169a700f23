"""`rapport habits` lists the promises, `rapport habit` tends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_log import HABIT_KEYS

if TYPE_CHECKING:
    from tests.cli.program import Run

KEPT_KEYS = [
    *("practice", *HABIT_KEYS, "moves", "each_person", "created", "cadences", "archived"),
    *("anchor", "reason", "plan"),
]
FRIDAY = ["--now", "2026-11-27"]


def test_habits_are_listed_by_practice_behind_their_ids(rapport: Run) -> None:
    rapport("habit", "add", "trust", "I leave the how to them", "--every", "never")
    lines = rapport("habits").lines

    assert [line.split("  ", 1)[1] for line in lines][:4] == [
        "Vision: Tie the work to the north star · weekly · on track · by Sun 29",
        "Empathy: Share a customer story · every 2 weeks · on track · by Sun 29",
        "Trust: Hand over the how · weekly · on track · by Sun 29",
        "Trust: I leave the how to them · never · on track",
    ]
    for line in lines:
        short, name = line.split("  ", 1)
        assert rapport("habit", "edit", short, "--name", "x y").code == 0, name
        rapport("undo")


def test_habits_as_json_have_the_documented_shape(rapport: Run) -> None:
    words = ["habit", "add", "growth", "A career talk", "--every", "once a quarter"]
    added = rapport(*words, "--each-person", "--moves", "talk,match", "--json").json

    assert list(added) == KEPT_KEYS
    assert (added["practice"], added["cadence"], added["each_person"]) == (
        "growth",
        "quarterly",
        True,
    )
    assert (added["moves"], added["created"]) == (["talk", "match"], "2026-11-22")
    assert (added["cadences"], added["archived"]) == ([["2026-11-22", "quarterly"]], None)
    listed = rapport("habits", "--json").json
    assert len(listed) == 9
    assert added in listed


def test_an_added_habit_is_told_and_undone(rapport: Run) -> None:
    assert rapport("habit", "add", "7", "A", "career", "talk", "--every", "monthly").lines == [
        "Added: Growth: A career talk · monthly",
        "A career talk · monthly · on track · by 31 Dec",
    ]
    assert rapport("undo").lines == ["Undone: Growth: A career talk · monthly"]
    assert len(rapport("habits").lines) == 8


def test_a_habit_may_begin_earlier_but_not_later(rapport: Run) -> None:
    words = ["habit", "add", "growth", "Talk", "--every", "weekly", "--json", "--from"]
    assert rapport(*words, "mon").json["created"] == "2026-11-16"
    assert "is in the future" in rapport(*words, "2026-11-23").refusal


def test_who_is_still_to_be_reached_is_told_by_name(rapport: Run) -> None:
    rapport("log", "thanks", "@maya and @ana: the fix (1 Oct)")
    words = ["habit", "add", "growth", "Talk", "--every", "quarterly", "--each-person"]
    assert rapport(*words, "--from", "1 oct").lines[1] == (
        "Talk · quarterly · each person · on track · by 31 Dec"
    )
    assert rapport("log", "growth", "@maya staff").lines[1:] == [
        "Talk about where someone wants to go · monthly · 1 month · done · next by 31 Dec",
        "Talk · quarterly · each person · 1 of 2 · by 31 Dec",
    ]
    assert "  still to reach: Ana" in rapport("today").lines


def test_a_habit_for_each_person_with_nobody_yet_says_so(rapport: Run) -> None:
    words = ["habit", "add", "growth", "Talk", "--every", "quarterly", "--each-person"]
    assert rapport(*words).lines[1] == "Talk · quarterly · each person · no one yet"


def test_a_slip_moves_the_limit_and_no_other_streak(rapport: Run) -> None:
    assert rapport("log", "trust", "/dictated it").lines == ["Trust /dictated · it · today"]
    rapport("habit", "add", "trust", "Rarely", "--every", "at most twice a week")
    assert rapport("log", "trust", "/dictated it").lines[1:] == [
        "Rarely · at most twice a week · 2 slips this week · limit 2"
    ]
    assert (
        rapport("log", "trust", "/dictated it").lines[1].endswith(" · 3 slips this week · limit 2")
    )


def test_another_cadence_holds_from_today_or_a_later_day(rapport: Run) -> None:
    assert rapport("habit", "edit", "share", "--every", "monthly").lines == [
        "Changed: Share a customer story · monthly from today on",
        "Share a customer story · monthly · on track · by 31 Dec",
    ]
    assert rapport("habit", "edit", "share", "--every", "weekly", "--from", "in 2 weeks").lines == [
        "Changed: Share a customer story · weekly from Sun 6 on",
        "Share a customer story · monthly · on track · by 31 Dec",
    ]
    assert rapport("undo").lines == ["Undone: Share a customer story · monthly again"]
    assert rapport("habits", "--json").json[1]["cadences"] == [["2026-11-22", "monthly"]]


def test_a_cut_that_ends_a_streak_is_told_with_the_way_to_keep_it(rapport: Run) -> None:
    rapport("log", "vision", "tied")
    done = rapport("habit", "edit", "tie the", "--every", "daily", *FRIDAY)

    assert done.out.splitlines()[0].endswith("daily from today on")
    assert done.err == (
        "rapport: The window that ran until yesterday was cut short and missed, which ended the "
        "streak. To let it run out first: rapport undo, then --from 2026-11-30.\n"
    )
    rapport("undo", *FRIDAY)
    kept = rapport("habit", "edit", "tie the", "--every", "daily", "--from", "2026-11-30", *FRIDAY)
    assert (kept.code, kept.err) == (0, "")


def test_an_anchor_and_a_reason_stand_on_a_habit_until_they_are_taken_out(rapport: Run) -> None:
    words = ["habit", "edit", "thank someone"]
    assert rapport(*words, "--anchor", "after stand-up", "--reason", "it was never said").lines == [
        "Changed: Thank someone and say why · after stand-up · because it was never said",
        "Thank someone and say why · twice a week · after stand-up · on track · by Sun 29",
    ]
    assert "because it was never said" in rapport("today").out
    assert rapport(*words, "--anchor", "", "--reason", "").lines[0] == (
        "Changed: Thank someone and say why · no anchor · no reason"
    )
    taken_back = rapport("undo").lines
    assert taken_back == [
        "Undone: Thank someone and say why · after stand-up · because it was never said"
    ]
    assert rapport(*words, "--json", "--anchor", "at lunch").json["reason"] == "it was never said"


def test_a_name_and_moves_are_changed(rapport: Run) -> None:
    words = ["habit", "edit", "notice", "--name", "See a rescue", "--moves", "rescue"]
    assert rapport(*words).lines == [
        "Changed: Notice a skill, a commitment or a rescue · now See a rescue · counts /rescue",
        "See a rescue · every 2 weeks · /rescue · on track · by Sun 29",
    ]
    assert rapport("habit", "edit", "see a", "--moves", "").lines[0] == (
        "Changed: See a rescue · counts every move"
    )


def test_a_habit_is_laid_down_and_taken_up_again(rapport: Run) -> None:
    assert rapport("habit", "archive", "share").lines == [
        "Archived: Share a customer story · today",
        "Share a customer story · every 2 weeks · not started",
    ]
    assert rapport("habit", "restore", "share", *FRIDAY).lines == [
        "Restored: Share a customer story",
        "Restored: Share a customer story · Sun 22 to Thu 26",
        "Share a customer story · every 2 weeks · on track · by 13 Dec",
    ]
    assert rapport("undo", *FRIDAY).lines == [
        "Undone: Share a customer story · archived Sun 22",
        "Undone: Share a customer story · Sun 22 to Thu 26",
    ]


def test_what_is_laid_down_stays_out_of_the_words_of_today_but_not_of_its_json(
    rapport: Run,
) -> None:
    rapport("habit", "add", "growth", "Talk", "--every", "weekly")
    rapport("habit", "archive", "Talk")
    assert not [line for line in rapport("today").lines if "promise: Talk," in line]
    growth = rapport("today", "--json").json["practices"][6]
    assert [habit["status"] for habit in growth["habits"]][1:] == ["archived"]


def test_a_skip_names_the_days_that_rest(rapport: Run) -> None:
    assert rapport("habit", "skip", "share").lines == [
        "Skipped: Share a customer story · today to Sun 29",
        "Share a customer story · every 2 weeks · paused · next by 13 Dec",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["add", "growth", "x", "--every", "biweekly"], "'biweekly' has two meanings. Try 'twice"),
        (["add", "cooking", "x", "--every", "weekly"], "There is no practice 'cooking'."),
        (["add", "growth", "", "--every", "weekly"], "The habit has no name."),
        (["add", "growth", "x", "--every", "weekly", "--moves", "x"], "Growth has no move '/x'."),
        (["add", "vision", "x", "--every", "never"], "'never' limits slips, and Vision has none."),
        (["edit", "share", "--from", "fri"], "--from says from when on a cadence holds."),
        (["edit", "share"], "Nothing would change. Say what is to be different."),
        (["edit", "share", "--every", "weekly", "--from", "soon"], "'soon' is not a date that is"),
        (
            ["edit", "lunch", "--every", "weekly"],
            "There is no habit 'lunch'. ",
        ),
        (["skip", "t"], "'t' fits 3 habits: 'Tie the work to the north star' ("),
        (
            ["restore", "share"],
            "'Share a customer story' is not archived",
        ),
        (
            ["archive", "share", "--on", "2026-01-01"],
            "'Share a customer story' began on 2026",
        ),
    ],
)
def test_what_cannot_be_done_is_told_on_one_line(
    rapport: Run, words: list[str], message: str
) -> None:
    done = rapport("habit", *words)
    assert done.code == 1
    assert done.refusal.startswith(message)
    assert len(rapport("habits").lines) == 8


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["habit"], "'habit' needs one of add, edit, archive, restore, skip after it."),
        (["habit", "ad"], "'habit' needs one of add, edit, archive, restore, skip after it (did"),
        (["habit", "--json"], "No such option '--json'. See 'rapport habit --help'."),
        (
            ["habit", "add", "growth", "x"],
            "A habit needs a name and --every PHRASE, or --from-catalogue.",
        ),
        (["habit", "edit"], "Missing argument 'HABIT...'."),
    ],
)
def test_a_command_that_is_not_whole_says_what_it_needs(
    rapport: Run, words: list[str], message: str
) -> None:
    done = rapport(*words)
    assert done.code == 2
    assert message in done.refusal


def test_whom_a_habit_for_each_person_has_still_to_reach_is_told_by_name(rapport: Run) -> None:
    rapport("log", "thanks", "@tom @maya @ana the launch (2026-10-01)")
    words = ["growth", "A career talk", "--every", "quarterly", "--each-person", "--moves", "talk"]
    rapport("habit", "add", *words, "--from", "2026-10-01")
    rapport("log", "growth", "/talk @maya staff by autumn")

    (line,) = (line for line in rapport("habits").lines if "A career talk" in line)
    assert line.endswith("1 of 3 · by 31 Dec · still to reach: Ana, Tom")
    rapport("pause", "2026-10-01", "--person", "tom")
    (line,) = (line for line in rapport("habits").lines if "A career talk" in line)
    assert line.endswith("1 of 2 · by 31 Dec · still to reach: Ana")
    assert "  still to reach: Ana" in rapport("today").lines


def test_a_habit_is_added_with_what_is_said_of_it(rapport: Run) -> None:
    words = ["habit", "add", "growth", "Talk", "--every", "monthly", "--json"]
    added = rapport(*words, "--anchor", "after the 1:1", "--reason", "because they ask").json
    assert (added["anchor"], added["reason"], added["plan"]) == ("after the 1:1", "they ask", "")


@pytest.mark.parametrize("laid_down", [False, True])
def test_a_limit_of_the_catalogue_takes_a_plan_and_a_slip_is_answered_with_it(
    rapport: Run, *, laid_down: bool
) -> None:
    words = ["habit", "add", "trust", "--from-catalogue", "I leave"]
    if laid_down:
        rapport(*words)
        rapport("habit", "archive", "I leave")
    assert rapport(*words, "--plan", " I ask which\noptions they see", "--json").json["plan"] == (
        "I ask which options they see"
    )
    assert rapport("log", "trust", "/dictated the schema").lines == [
        "Trust /dictated · the schema · today",
        "I leave the how to them · never · /dictated · 1 slip this week",
        "next time: I ask which options they see",
    ]
    assert "  instead of a slip: I ask which options they see" in rapport("today").lines
    assert rapport("habit", "edit", "I leave", "--plan", "").lines[0] == (
        "Changed: I leave the how to them · no plan"
    )
    assert len(rapport("log", "trust", "/dictated it").lines) == 2


def test_a_habit_of_doing_takes_no_plan(rapport: Run) -> None:
    words = ["habit", "add", "growth", "Talk", "--every", "monthly", "--plan", "I wait"]
    assert "a plan says what is done in place of a slip" in rapport(*words).refusal
    assert len(rapport("habits").lines) == 8
