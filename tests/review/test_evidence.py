"""What goes into somebody's evidence, what is left out of it, and how it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits.model import Remark
from habits.practices import BY_SLUG, Move
from habits.review.called import Wishes
from habits.review.evidence import evidence_for
from habits.review.evidence_choice import Reason
from habits.review.packet import Moment, Own
from tests.review.packets import ANA, BECAUSE, DAY, DEV, FIRST, LAST, MAYA, entry, evidence

if TYPE_CHECKING:
    from habits.model import Entry, Person

AIMED = replace(MAYA, aims=(Remark(DAY, "staff by autumn", shared=True),))
HALF_SHARED = replace(AIMED, aims=(*AIMED.aims, Remark(DAY, "another team")))


def test_a_moment_tells_its_day_situation_act_effect_and_where_it_was_credited() -> None:
    told = evidence(
        entry("the fix", practice="respect", move="rescue", tags=("team", "1on1", "x"))
    ).packet.moments

    assert told == (Moment(DAY, "a rescue", "the fix", BECAUSE, ("team",), ("1on1",)),)


@pytest.mark.parametrize(
    ("move", "tags", "where"),
    [
        (None, (), ()),
        ("public", (), ("public",)),
        ("public", ("public",), ("public",)),
        ("private", ("written",), ("1on1", "written")),
        ("stage", ("public",), ("public", "stage")),
        ("correct", (), ()),
    ],
)
def test_the_moves_of_credit_say_where_as_tags_do(
    move: str | None, tags: tuple[str, ...], where: tuple[str, ...]
) -> None:
    (moment,) = evidence(entry(practice="credit", move=move, tags=tags)).packet.moments
    assert moment.where == where


@pytest.mark.parametrize(
    ("practice", "move"),
    [
        *[(practice, None) for practice in ("thanks", "credit", "respect")],
        *[("thanks", move) for move in ("thanks", "quiet", "relay")],
        *[("credit", move) for move in ("public", "private", "stage", "correct")],
        *[("respect", move) for move in ("skill", "commitment", "rescue")],
        *[("growth", move) for move in ("manager", "evidence")],
        ("trust", "owner"),
        ("empathy", "outcome"),
    ],
)
def test_what_they_did_goes_in(practice: str, move: str | None) -> None:
    (moment,) = evidence(entry(practice=practice, move=move)).packet.moments
    assert (moment.act, bool(moment.situation)) == ("the fix", True)


@pytest.mark.parametrize(
    ("left_out", "reason"),
    [
        (entry(practice="trust", move="dictated"), Reason.SLIP),
        (entry(practice="credit", move="unnamed"), Reason.SLIP),
        (entry(practice="respect", move="ally"), Reason.ALLY),
        (entry(practice="growth"), Reason.AIM),
        (entry(practice="growth", move="talk"), Reason.AIM),
        (entry(practice="growth", move="spark"), Reason.AIM),
        (entry(practice="growth", move="match"), Reason.AIM),
        (entry(practice="trust", move="question"), Reason.MINE),
        (entry(practice="trust"), Reason.MINE),
        (entry(practice="empathy", move="invite"), Reason.MINE),
        (entry(practice="productivity", move="blocker"), Reason.MINE),
        (entry(practice="vision", move="playback"), Reason.MINE),
        (entry("", ""), Reason.NO_ACT),
        (entry(""), Reason.NO_ACT),
        (entry(why=""), Reason.NO_EFFECT),
    ],
)
def test_the_rest_is_left_out_and_counted_by_its_reason(left_out: Entry, reason: Reason) -> None:
    made = evidence(left_out, entry("the other fix"))
    assert [moment.act for moment in made.packet.moments] == ["the other fix"]
    assert made.left_out == {reason: 1}
    assert made.to_sharpen == ((left_out,) if reason is Reason.NO_EFFECT else ())


@pytest.mark.parametrize(
    ("what", "why", "people", "whose"),
    [
        ("the review", "Maya could ship", (DEV, MAYA), [DEV]),
        ("the fix", "Dev could rest", (MAYA, DEV), [MAYA]),
        ("for helping Maya with tests", "x", (DEV, MAYA), [DEV]),
        ("the release", "it held", (MAYA, DEV), [MAYA, DEV]),
        ("Maya and Dev paired", "it held", (MAYA, DEV), [MAYA, DEV]),
        ("DEV paired", "maya asked", (DEV, MAYA), [DEV]),
        ("the release", "Maya stayed", (MAYA,), [MAYA]),
    ],
)
def test_an_act_is_evidence_for_those_whose_it_was(
    what: str, why: str, people: tuple[Person, ...], whose: list[Person]
) -> None:
    told = entry(what, why, people=people)
    for person, other in ((MAYA, DEV), (DEV, MAYA)):
        made = evidence(told, subject=person, others=(other,))
        is_told, is_left_out = len(made.packet.moments) == 1, Reason.OTHERS in made.left_out
        assert is_told == (person in whose)
        assert is_left_out == (person in people and not is_told)


def test_whom_an_entry_does_not_name_it_is_no_evidence_for() -> None:
    made = evidence(entry("Maya's fix", people=(DEV,)))
    assert (made.packet.moments, made.left_out) == ((), {})


@pytest.mark.parametrize(
    ("subject", "goes_in"), [(MAYA, False), (AIMED, True), (HALF_SHARED, False)]
)
def test_work_that_fits_an_aim_is_told_where_all_aims_are_shared(
    subject: object, *, goes_in: bool
) -> None:
    made = evidence(entry(practice="growth", move="match"), subject=subject)  # type: ignore[arg-type]
    assert len(made.packet.moments) == goes_in


def test_only_the_shared_aims_and_sparks_of_those_days_head_it() -> None:
    later = date(2026, 12, 1)
    subject = replace(
        HALF_SHARED,
        aims=(Remark(LAST, "then lead", shared=True), *HALF_SHARED.aims),
        sparks=(Remark(later, "late", shared=True), Remark(DAY, "protocols, as Dev", shared=True)),
    )
    made = evidence(subject=subject)

    assert made.packet.aims == (Own(DAY, "staff by autumn"), Own(LAST, "then lead"))
    assert made.packet.sparks == (Own(DAY, "protocols, as a teammate"),)
    assert made.unshared == 1


def test_it_tells_of_its_days_alone_the_oldest_first() -> None:
    days = [LAST, date(2026, 11, 23), date(2026, 3, 31), FIRST, DAY]
    made = evidence(*(entry(day.isoformat(), day=day) for day in days))
    assert [moment.date for moment in made.packet.moments] == [FIRST, DAY, LAST]
    assert (made.packet.first, made.packet.last) == (FIRST, LAST)


def test_without_a_first_day_it_begins_with_the_first_moment() -> None:
    entries = [entry(day=DAY), entry(why="", day=FIRST)]
    for told, first in ((entries, DAY), ([], None)):
        made = evidence_for(MAYA, [MAYA], told, BY_SLUG, Wishes(LAST))
        assert made.packet.first == first


def test_who_did_it_too_is_told_without_a_name_and_once() -> None:
    trio = (MAYA, DEV, ANA)
    (moment,) = evidence(entry("paired with Dev", people=trio)).packet.moments
    assert (moment.act, moment.beside) == ("paired with teammate 1", ("teammate 2",))


def test_links_are_told_apart_from_the_sentence() -> None:
    (moment,) = evidence(
        entry(
            "http://ci.example/7 the fix (see https://ci.example/8), at last",
            "it held https://ci.example/8",
        )
    ).packet.moments
    assert (moment.act, moment.effect) == ("the fix (see (link)), at last", "it held")
    assert moment.links == ("http://ci.example/7", "https://ci.example/8")


def test_what_is_no_link_of_the_web_stays_text() -> None:
    (moment,) = evidence(entry("javascript:alert(1) ftp://x.example file:///x")).packet.moments
    assert moment.links == ()
    assert moment.act == "javascript:alert(1) ftp://x.example file:///x"


@pytest.mark.parametrize(
    "link", ["https://x.example/dev/1", "https://x.example/@Dev_1", "https://x.example/?q=a%20LIMA"]
)
def test_a_link_that_names_another_is_left_out_and_counted(link: str) -> None:
    made = evidence(entry(f"the fix {link} https://x.example/maya"))
    assert made.packet.moments[0].links == ("https://x.example/maya",)
    assert made.closed_links == 1


def test_an_own_move_says_its_situation_itself_and_a_dropped_one_is_told_as_before() -> None:
    own = Move("nod", "a nod to Dev in the hall")
    eight = {**BY_SLUG, "respect": replace(BY_SLUG["respect"], moves=(own,))}
    entries = [entry(practice="respect", move=move) for move in ("nod", "gone")]
    dropped = [entry(practice="respect", move="skill"), entry(practice="respect", move="ally")]
    made = evidence_for(MAYA, [MAYA, DEV], [*entries, *dropped], eight, Wishes(LAST))

    assert [moment.situation for moment in made.packet.moments] == [
        "a nod to a teammate in the hall",
        "well done",
        "a skill",
    ]
    assert made.left_out == {Reason.ALLY: 1}


def test_an_own_slip_is_a_slip_and_a_dropped_slip_stays_one() -> None:
    own = Move("late", "I said it late", slip=True)
    eight = {**BY_SLUG, "credit": replace(BY_SLUG["credit"], moves=(own,))}
    entries = [entry(practice="credit", move=move) for move in ("late", "unnamed")]
    made = evidence_for(MAYA, [MAYA], entries, eight, Wishes(LAST))
    assert (made.packet.moments, made.left_out) == ((), {Reason.SLIP: 2})
