"""What is held about a person, as Markdown."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from habits.model import FollowUp, Pause, Person, Recognition, Remark
from habits.practices import BY_SLUG
from habits.review.held import Held, Mention
from habits.review.held_markdown import held_markdown
from tests import records

DAY = date(2026, 11, 20)
MAYA, TOM, GONE = UUID(int=1), UUID(int=2), UUID(int=3)
PERSON = Person(
    MAYA, "Maya [x]", "maya", "backend", "Jo", date(2026, 3, 1), date(2026, 12, 1),
    Recognition.PRIVATE, (Remark(DAY, "staff", shared=True),), (Remark(DAY, "hard bugs"),),
)  # fmt: skip
FOLLOW_UPS = (
    FollowUp(UUID(int=5), "ask again", DAY, records.noon(DAY), (MAYA, TOM, GONE)),
    FollowUp(UUID(int=6), "ask", DAY, records.noon(DAY), (MAYA,), done=DAY),
)


def test_all_of_it_is_told_under_headings() -> None:
    held = Held(
        PERSON,
        ("Majka",),
        (records.entry(DAY, "the talk", practice="growth", move="talk", people=(TOM, MAYA)),),
        FOLLOW_UPS,
        (Pause(UUID(int=7), DAY, DAY, person=MAYA), Pause(UUID(int=8), DAY, person=MAYA)),
        (
            Mention("habit", UUID(int=9), None, ("for Maya", "as Maya asked")),
            Mention("person", TOM, None, ("Maya, for now",), "Tom [y]", ("manager",)),
            Mention("person", TOM, None, ("as Maya",), "Tom", ("role", "aims", "sparks")),
            Mention("north star", TOM, DAY, ("Maya's",), "", ("text",)),
        ),
    )
    assert held_markdown(held, {MAYA: "Maya [x]", TOM: "Tom"}, BY_SLUG, DAY).splitlines() == [
        "# All that is held about Maya \\[x\\]",
        "",
        "As of 2026-11-20.",
        "",
        "## What is known of them",
        "",
        "- Name: Maya \\[x\\]",
        "- Handle: `@maya`",
        "- Called before: Majka",
        "- Role: backend",
        "- Manager: Jo",
        "- Joined: 2026-03-01",
        "- Left: 2026-12-01",
        "- Recognition: 1:1",
        "- Id: 00000000-0000-0000-0000-000000000001",
        "",
        "## Where they want to go",
        "",
        "- 2026-11-20 · staff · ok to share",
        "",
        "## What lights them up",
        "",
        "- 2026-11-20 · hard bugs · not to be shared",
        "",
        "## Away",
        "",
        "- 2026-11-20 to 2026-11-20",
        "- 2026-11-20 until further notice",
        "",
        "## What was logged",
        "",
        "- 2026-11-20 · Growth · /talk · the talk · with Tom",
        "",
        "## Follow-ups",
        "",
        "- 2026-11-20 · ask again · not done yet · with Tom, someone",
        "- 2026-11-20 · ask · done 2026-11-20",
        "",
        "## Named elsewhere",
        "",
        "- habit · for Maya · as Maya asked",
        "- person · Tom \\[y\\], manager · Maya, for now",
        "- person · Tom, role, where they want to go, what lights them up · as Maya",
        "- 2026-11-20 · north star · Maya's",
    ]
