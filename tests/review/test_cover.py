"""Everybody but the one whom a packet is about is covered, the same each time."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.model import Person, Remark
from habits.practices import BY_SLUG
from habits.review.called import Wishes, name_in
from habits.review.evidence import evidence_for
from habits.review.evidence_html import html
from habits.review.evidence_markdown import markdown
from habits.text import clean, folded
from tests.review.packets import ANA, DEV, FIRST, LAST, MAYA, entry, evidence, told
from tests.strategies import handles, texts


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Dev's plan, DEV-led and @dev", "a teammate's plan, a teammate-led and @a teammate"),
        ("dev_fix and fix_dev, no developer", "a teammate_fix and fix_a teammate, no developer"),
        ("Dev asked Ana Lima, ana.lima asked dev", "1 asked 2, 2 asked 1"),
        ("Ana did, with LIMA; ana did", "a teammate did, with a teammate; ana did"),
        ("Maya and MAYA", "Maya and MAYA"),
        ("Mayadev", "Mayadev"),
    ],
)
def test_names_are_covered_as_words_whatever_is_beside_them(text: str, covered: str) -> None:
    expected = re.sub(r"\b([12])\b", r"teammate \1", covered)
    assert told(entry(text, "x")) == [f"{expected} | x"]


@pytest.mark.parametrize(
    "other",
    ["Jo-Anne", "Anne-Jo", "Mary-Jo-Anne", "JO-ANNE", "Jo\u2011Anne", "jo.anne@corp.com"],
)
def test_another_name_that_has_one_of_the_roster_in_it_stays_and_is_told(other: str) -> None:
    jo = Person(UUID(int=7), "Jo", "jo")
    made = evidence(entry(f"with {other} and Jo"), others=(jo,))
    assert made.packet.moments[0].act == f"with {other} and a teammate"
    assert made.left.within == ((other, 1),)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("a Jo-Kim pairing", "a teammate 1-teammate 2 pairing"),
        ("with Jo-Park.Kim", "with teammate 1-teammate 2.teammate 2"),
        ("the jo-fix, Jo-led, jo_fix", "the a teammate-fix, a teammate-led, a teammate_fix"),
        ("the Jo-API -Jo- Jo--Anne", "the a teammate-API -a teammate- a teammate--Anne"),
        ("as jo@corp.com said", "as a teammate said"),
        ("as <Jo@corp.com>, said", "as <a teammate>, said"),
        ("kim.park@corp.com", "a teammate"),
        ("jo.park@corp.com", "jo.park@corp.com"),
        ("jo.anne@kim.com", "a teammate"),
        ("maya@corp.com", "maya@corp.com"),
        ("maya@acme.com, ops@acme.com", "a customer, a customer"),
        ("ops@corp.com", "ops@corp.com"),
    ],
)
def test_a_compound_and_an_address_are_covered_whole_or_not_at_all(text: str, covered: str) -> None:
    roster = (Person(UUID(int=7), "Jo", "jo"), Person(UUID(int=8), "Kim Park", "kimp"))
    assert told(entry(text, "x"), others=roster, customers=("Acme",)) == [f"{covered} | x"]


def test_where_a_part_of_a_compound_is_covered_so_is_every_other_that_is_known() -> None:
    aa, ipek = Person(UUID(int=7), "Aa", "aa1"), Person(UUID(int=8), "\u0930\u0935\u093f", "İpek4")
    line = entry("Aa-İpek4, İpek4-Aa, AA-ANNE, AA-İpek4-ANNE", "x")
    covered = "teammate 1-teammate 2, teammate 2-teammate 1, AA-ANNE, teammate 1-teammate 2-ANNE"
    assert told(line, others=(aa, ipek)) == [f"{covered} | x"]


def test_a_name_that_ends_in_a_mark_is_covered_whatever_it_is_joined_with() -> None:
    ravi = Person(UUID(int=7), "\u0930\u0935\u093f", "ravi")
    line = entry(f"with {ravi.name}-Anne", "x")
    assert told(line, others=(ravi,)) == ["with a teammate-Anne | x"]


def test_an_address_that_the_user_keeps_stays() -> None:
    line = entry("as dev@corp.com and Dev said", "x")
    assert told(line, kept=("dev@corp.com",)) == ["as dev@corp.com and a teammate said | x"]


def test_names_in_scripts_without_blanks_are_covered_within_a_sentence() -> None:
    wei = Person(UUID(int=7), "张伟", "wei")
    assert told(entry("昨天张伟帮了我", "x"), others=(wei,)) == ["昨天a teammate帮了我 | x"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("Straße", "STRASSE"), ("Strasse", "strasse"), ("Ivi", "\u0131vi"), ("\u0130zel", "İZEL")],
)
def test_letters_that_are_the_same_to_a_reader_are_covered(name: str, text: str) -> None:
    (line,) = told(entry(text, "x"), others=(Person(UUID(int=7), name, "qq"),))
    assert line in {"a teammate | x", "someone | x"}


def test_a_name_is_covered_over_the_end_of_a_line() -> None:
    other = Person(UUID(int=7), "al de", "qq")
    subject = replace(MAYA, role="al\nde", aims=(Remark(FIRST, "al\nde", shared=True),))
    packet = evidence(entry("with al\nde", "al\nde"), subject=subject, others=(other,)).packet
    told = (packet.role, packet.aims[0].text, packet.moments[0].act, packet.moments[0].effect)
    assert told == ("a teammate", "a teammate", "with a teammate", "a teammate")


def test_a_longer_name_goes_before_one_within_it() -> None:
    ana = Person(UUID(int=7), "Ana", "ana")
    lines = told(entry("Ana, Ana Lima, Ana", "x"), others=(ana, ANA))
    assert lines == ["teammate 1, teammate 2, teammate 1 | x"]


def test_the_name_of_the_subject_stays_though_another_has_a_part_of_it() -> None:
    lima, costa = replace(MAYA, name="Ana Lima", handle="al"), Person(UUID(int=7), "Ana Costa", "c")
    made = evidence(entry("Ana Lima, Ana and Costa"), subject=lima, others=(costa,))
    assert made.packet.moments[0].act == "Ana Lima, Ana and a teammate"
    assert dict(made.left.within).keys() | set(made.left.leading) == {"Ana"}

    ana = Person(UUID(int=8), "Ana", "a8")
    made = evidence(entry("Ana Lima, Ana"), subject=lima, others=(ana,))
    assert made.packet.moments[0].act == "Ana Lima, a teammate"


def test_a_manager_is_told_above_and_covered_below() -> None:
    subject = replace(MAYA, manager="Jo Park, platform")
    dev = replace(DEV, manager="Kim (data)")
    made = evidence(entry("Jo Park and Kim saw it, and Park asked"), subject=subject, others=(dev,))
    assert made.packet.manager == "Jo Park"
    assert made.packet.moments[0].act == (
        "their manager and a manager saw it, and their manager asked"
    )


def test_a_manager_of_the_roster_is_the_manager() -> None:
    subject = replace(MAYA, manager="dev")
    made = evidence(entry("the fix", people=(MAYA, DEV)), subject=subject)
    assert made.packet.manager == "dev"
    assert made.packet.moments[0].beside == ("their manager",)
    assert made.covered == (("dev", "their manager"),)


@pytest.mark.parametrize("manager", ["Dev's boss", "whoever leads ana.lima", ""])
def test_what_is_said_of_a_manager_and_names_another_is_not_told(manager: str) -> None:
    assert evidence(subject=replace(MAYA, manager=manager)).packet.manager == ""


def test_an_initial_and_a_small_word_in_a_name_cover_nothing() -> None:
    other = Person(UUID(int=7), "J de Vries", "jdv")
    assert told(entry("J is de letter, Vries is not", "x"), others=(other,)) == [
        "J is de letter, a teammate is not | x"
    ]


def test_a_customer_is_known_by_a_tag_or_by_what_the_user_says() -> None:
    entries = [
        entry("the customer-acme-bank fix for Acme Bank and acme bank", "Globex and globex asked"),
        entry(people=(DEV,), tags=("customer-acme-bank", "customer", "customer-call")),
        entry("the call, for Bank", "x"),
    ]
    assert told(*entries, customers=("Globex",)) == [
        "the customer 1 fix for customer 1 and acme bank | customer 2 and customer 2 asked",
        "the call, for Bank | x",
    ]


def test_the_user_covers_more_and_keeps_what_is_written_exactly_so() -> None:
    line = entry("Sarah and sarah on the dev box of Dev", "Ana Lima and ANA LIMA")
    assert told(line, masked=("Sarah", " "), kept=("dev", "Ana Lima")) == [
        "someone and someone on the dev box of teammate 1 | Ana Lima and teammate 2"
    ]


def test_whose_name_stays_in_a_text_is_not_told_once_more() -> None:
    line = entry("paired with Ana and Dev on the dev box", people=(MAYA, ANA, DEV))
    (moment,) = evidence(line, kept=("Ana", "dev")).packet.moments
    assert (moment.act, moment.beside) == ("paired with Ana and a teammate on the dev box", ())


def test_whose_name_stays_is_called_by_it_beside_a_moment_and_the_user_is_told() -> None:
    made = evidence(entry("the fix", people=(MAYA, ANA, DEV)), kept=("Ana Lima", "dev"))
    assert made.packet.moments[0].beside == ("Ana Lima", "a teammate")
    assert made.covered == (("Dev", "a teammate"),)
    assert made.left.within == (("Lima", 1),)
    assert made.left.leading == ("Ana",)


def test_the_user_is_told_whom_each_stand_in_is_for() -> None:
    made = evidence(entry("Lima and Sarah", people=(MAYA, DEV)), masked=("Sarah",))
    assert made.covered == (
        ("Ana Lima", "teammate 1"),
        ("Sarah", "someone"),
        ("Dev", "teammate 2"),
    )


def test_the_role_is_covered_too() -> None:
    assert evidence(subject=replace(MAYA, role="Dev's deputy")).packet.role == "a teammate's deputy"


@pytest.mark.parametrize(
    ("said", "name"),
    [("Jo Park", "Jo Park"), ("Jo Park, lead", "Jo Park"), ("Jo (data)", "Jo"), ("J-P - x", "J-P")],
)
def test_the_name_of_a_manager_is_what_comes_first(said: str, name: str) -> None:
    assert name_in(said) == name


names = st.one_of(handles.map(str.title), handles, st.lists(handles, max_size=3).map(" ".join))
TOLD = replace(
    MAYA,
    manager="Jo",
    aims=(Remark(FIRST, "x", shared=True),),
    sparks=(Remark(FIRST, "x", shared=True),),
)
FULL = evidence(
    entry("http://x", people=(MAYA, DEV, ANA), tags=("team", "public")),
    entry("Sarah, Acme", people=(MAYA, DEV)),
    subject=TOLD,
    masked=("Sarah",),
    customers=("Acme",),
).packet
OURS = set(re.findall(r"[^\W_]+", folded(html(FULL) + markdown(FULL))))
"""The words that every packet may hold, whoever is on the roster."""


@st.composite
def rosters(draw: st.DrawFn) -> list[Person]:
    """Draw people of whom no name is a word of ours."""
    drawn = draw(st.lists(st.tuples(names, handles), min_size=2, max_size=6))
    return [
        Person(UUID(int=number + 1), name.strip(), f"{handle}{number}")
        for number, (name, handle) in enumerate(drawn)
        if name.strip()
        and not set(re.findall(r"[^\W_]+", folded(f"{name} {handle}{number}"))) & OURS
    ]


def stands_in(name: str, text: str) -> bool:
    """Return whether a name stands in a text as a word of its own, written in whatever case."""
    # A folded "\u0130" is an i with a dot behind it, and no word "I".
    whole = rf"(?<![^\W_]){re.escape(folded(name))}(?![^\W_]|\u0307)"
    return bool(re.search(whole, folded(text)))


@given(roster=rosters(), data=st.data())
def test_no_other_name_is_ever_in_a_packet_of_any_format(
    roster: list[Person], data: st.DataObject
) -> None:
    if not roster:
        return
    subject, *others = roster
    called = [word for each in roster for word in (each.name, each.handle, each.name.upper())]
    joints = st.sampled_from([" ", "'s ", "-", "_", ", ", "@", "/", "https://x.example/", "\n"])
    text = st.lists(st.tuples(st.one_of(st.sampled_from(called), texts), joints), max_size=8).map(
        lambda pieces: clean("".join(piece for pair in pieces for piece in pair))
    )
    subject = replace(
        subject,
        role=data.draw(text),
        manager=data.draw(text),
        aims=(Remark(FIRST, data.draw(text), shared=True),),
    )
    entries = [
        entry(data.draw(text), data.draw(text), people=tuple(people), tags=("customer-acme",))
        for people in ([subject], roster)
    ]
    made = evidence_for(subject, [subject, *others], entries, BY_SLUG, Wishes(LAST))
    packet = made.packet
    for page in (markdown(packet).replace("\\", ""), unescape(html(packet))):
        theirs = folded(page)
        theirs = theirs.replace(folded(packet.manager), "\u2022") if packet.manager else theirs
        # Another name, of whom nothing is known, may have one of the roster in it.
        for word in (word for word, _ in made.left.within if set(word) & set("-\u2010\u2011@")):
            theirs = theirs.replace(folded(word), "\u2022")
        mine = rf"(?<![^\W_]){re.escape(folded(subject.name))}(?![^\W_])"
        theirs = re.sub(mine, "\u2022", theirs)
        for other in others:
            if folded(other.name) not in folded(subject.name):
                assert not stands_in(other.name, theirs)
            assert not stands_in(other.handle, theirs)
