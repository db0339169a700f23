"""`rapport people` tells with whom there was contact, and with whom not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.practices import BY_SLUG

if TYPE_CHECKING:
    from habits.service import Workspace
    from tests.cli.program import Run


def know(workspace: Workspace, handle: str, **facts: object) -> None:
    """Let something more be known of somebody, as the roster keeps it."""
    (key,) = (each.id for each in service.people(workspace) if each.handle == handle)
    service.edit_person(workspace, key, **facts)


def test_people_come_in_bands_the_coldest_first_and_then_by_name(rapport: Run) -> None:
    for name in ("tom", "maya", "ida", "ana"):
        rapport("person", "add", name, "--joined", "2026-01-01")
    rapport("log", "thanks", "@tom @maya the on-call fix (2026-11-20)")
    rapport("log", "empathy", "/invite @maya the call with Acme #45min")
    rapport("log", "credit", "/unnamed @ida the launch")
    rapport("log", "growth", "/talk @dev staff by autumn (2026-09-01)")
    rapport("log", "growth", "/talk @ana (2026-11-01)")
    rapport("pause", "today", "--person", "tom")

    assert rapport("people").lines == [
        "Sun 22 Nov 2026 · week 47",
        "",
        "no contact yet",
        "  Ida",
        "    none in 6 weeks: thanks, credit, talk",
        "",
        "last contact more than 4 weeks ago",
        "  Dev",
        "    last: 1 Sep, Growth, staff by autumn",
        "    none in 6 weeks: thanks, credit, talk",
        "",
        "last contact 2 to 4 weeks ago",
        "  Ana",
        "    last: 1 Nov, Growth",
        "    none in 6 weeks: thanks, credit",
        "",
        "last contact within 2 weeks",
        "  Maya",
        "    last: today, Empathy, the call with Acme",
        "    by practice: Empathy today, Thanks Fri 20",
        "    none in 6 weeks: credit, talk",
        "    with customers: 45 minutes in 6 weeks",
        "  Tom, away",
        "    last: Fri 20, Thanks, the on-call fix",
        "    none in 6 weeks: credit, talk",
    ]


def test_in_a_band_people_stand_by_name_however_often_they_were_met(rapport: Run) -> None:
    for line in ("@cid one", "@cid two", "@ben one", "@ben two", "@ben three", "@ana one (wed)"):
        rapport("log", "thanks", line)

    told = rapport("people", "--json").json["people"]
    assert [each["name"] for each in told] == ["Ana", "Ben", "Cid"]
    assert not any("count" in key or "score" in key or "rank" in key for key in told[0])


def test_an_entry_that_names_three_is_a_contact_with_each_of_them(rapport: Run) -> None:
    for name in ("Maya", "Tom", "Ana"):
        rapport("person", "add", name, "--joined", "2026-06-01")
    rapport("log", "credit", "/public @maya @tom @ana the launch")

    told = rapport("people", "--json").json["people"]
    assert [(each["name"], each["days"], each["missing"]) for each in told] == [
        ("Ana", 0, ["thanks", "talk"]),
        ("Maya", 0, ["thanks", "talk"]),
        ("Tom", 0, ["thanks", "talk"]),
    ]


def test_minutes_with_customers_are_those_of_six_weeks_and_of_all_whom_an_entry_names(
    rapport: Run,
) -> None:
    rapport("log", "empathy", "/invite @maya @tom the call with Acme #45min (2026-10-11)")
    rapport("log", "empathy", "/invite @maya the visit", "--tag", "90min")
    rapport("log", "empathy", "/invite @maya before them #45min (2026-10-10)")
    rapport("log", "thanks", "@maya the fix #45min")

    for weeks in ("4", "6", "13"):
        told = rapport("people", "--weeks", weeks, "--json").json["people"]
        assert {each["name"]: each["minutes"] for each in told} == {"Maya": 135, "Tom": 45}


@pytest.mark.parametrize(
    "words",
    [
        ("person", "edit", "ana", "--joined", "2026-11-02"),
        ("pause", "2026-10-31", "2026-11-21", "--person", "ana"),
    ],
)
def test_who_was_there_for_less_than_half_of_the_weeks_lacks_nothing(
    rapport: Run, words: tuple[str, ...]
) -> None:
    rapport("log", "respect", "/rescue @ana @tom the launch (2026-10-01)")
    rapport(*words)

    told = rapport("people", "--json").json["people"]
    assert {each["name"]: each["missing"] for each in told} == {
        "Ana": [],
        "Tom": ["thanks", "credit", "talk"],
    }


def test_another_window_lacks_more_or_less(rapport: Run) -> None:
    rapport("person", "add", "maya", "--joined", "2026-01-01")
    rapport("log", "thanks", "@maya the fix (2026-10-20)")

    assert rapport("people", "--weeks", "4").lines[-1] == (
        "    none in 4 weeks: thanks, credit, talk"
    )
    assert rapport("people", "--weeks", "13").lines[-1] == "    none in 13 weeks: credit, talk"
    assert rapport("people", "--weeks", "5").code == 2


def test_who_left_is_told_last_and_only_if_asked_for(rapport: Run, workspace: Workspace) -> None:
    service.log(workspace, BY_SLUG["thanks"], "@ana @maya @tom the fix (fri)")
    know(workspace, "ana", left=date(2026, 11, 21))
    know(workspace, "tom", joined=date(2026, 11, 30))

    assert rapport("people").lines[3:] == [
        "  Maya",
        "    last: Fri 20, Thanks, the fix",
        "  Tom, from Mon 30 on",
        "    last: Fri 20, Thanks, the fix",
    ]
    assert rapport("people", "--all").lines[-4:] == [
        "",
        "left",
        "  Ana, left on Sat 21",
        "    last: Fri 20, Thanks, the fix",
    ]
    everyone = rapport("people", "--all", "--json").json["people"]
    assert [(each["name"], each["presence"]) for each in everyone] == [
        ("Maya", "here"),
        ("Tom", "to come"),
        ("Ana", "left"),
    ]


def test_two_of_one_name_are_told_apart_by_their_handles(
    rapport: Run, workspace: Workspace
) -> None:
    service.log(workspace, BY_SLUG["thanks"], "@ana @ana.lima the fix")
    know(workspace, "ana.lima", name="Ana")

    names = [line.strip() for line in rapport("people").lines if "Ana" in line]
    assert names == ["Ana (@ana)", "Ana (@ana.lima)"]


def test_people_as_json_have_the_documented_shape(rapport: Run) -> None:
    rapport("person", "add", "maya", "--joined", "2026-01-01")
    rapport("log", "thanks", "@maya the fix (2026-11-20)")
    rapport("log", "credit", "/unnamed @ida the launch")
    told = rapport("people", "--json").json
    ida, maya = told["people"]

    assert (told["as_of"], told["weeks"]) == ("2026-11-22", 6)
    assert ida.pop("id") != maya.pop("id")
    nowhere = dict.fromkeys(BY_SLUG)
    assert list(maya["practices"]) == list(BY_SLUG)
    assert maya == {
        "name": "Maya",
        "handle": "maya",
        "role": "",
        "manager": "",
        "joined": "2026-01-01",
        "left": None,
        "away": [],
        "recognition": None,
        "aims": [],
        "sparks": [],
        "presence": "here",
        "band": "within 2 weeks",
        "days": 2,
        "last": {"date": "2026-11-20", "practice": "thanks", "text": "the fix"},
        "practices": {**nowhere, "thanks": "2026-11-20"},
        "missing": ["credit", "talk"],
        "minutes": 0,
    }
    assert (ida["band"], ida["days"], ida["last"], ida["practices"]) == (
        "not yet",
        None,
        None,
        nowhere,
    )


def test_a_contact_is_found_however_long_ago_it_was(
    rapport: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habits.store.contacts.PIECE", 1)
    rapport("log", "thanks", "@maya the fix (2016-02-29)")
    rapport("log", "thanks", "@maya the test (2016-02-28)")

    assert "    last: 29 Feb 2016, Thanks, the fix" in rapport("people").lines


def test_a_practice_is_called_what_its_user_calls_it(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the fix")
    rapport("practice", "edit", "thanks", "--name", "Gratitude")

    assert "    last: today, Gratitude, the fix" in rapport("people").lines


def test_where_nobody_is_known_it_says_how_somebody_becomes_so(rapport: Run) -> None:
    done = rapport("people")
    assert (done.code, done.out) == (0, "")
    assert done.refusal.startswith("Nobody is known yet. ")
    assert rapport("people", "--json").json["people"] == []


@pytest.mark.parametrize("now", ["1970-01-02T00:00", "2199-12-31T23:59"])
def test_days_at_either_end_of_the_calendar_can_be_looked_at(rapport: Run, now: str) -> None:
    rapport("log", "thanks", "@maya the fix")

    assert rapport("people", "--now", now).lines[3] == "  Maya"


def test_what_is_known_of_somebody_has_one_shape_wherever_it_is_told(rapport: Run) -> None:
    rapport("person", "add", "Maya Lopes", "--role=engineer", "--joined=1 mar")
    rapport("person", "edit", "maya", "--aim=staff by autumn", "--ok-to-share")
    rapport("pause", "today", "fri", "--person=maya")
    rapport("northstar", "answers in an hour")
    rapport("log", "vision", "@maya.lopes said the line back")
    rapport("follow", "add", "back to her", "--person=maya")
    (listed,) = rapport("people", "--json").json["people"]
    shown = rapport("person", "show", "maya", "--json").json
    held = rapport("person", "export", "maya", "--format=json", "--to=-").json

    known = list(listed)[: list(listed).index("presence")]
    assert known == [
        "id", "name", "handle", "role", "manager", "joined", "left", "away", "recognition", "aims",
        "sparks",
    ]  # fmt: skip
    for told in (shown, held):
        assert {name: told[name] for name in known} == {name: listed[name] for name in known}
        assert told["entries"] == rapport("entries", "--json").json
        assert told["follow_ups"] == rapport("follow", "--json").json
    assert listed["away"] == [{"first": "2026-11-22", "last": "2026-11-27"}]
    assert shown["entries"][0]["north_star"] == "answers in an hour"
