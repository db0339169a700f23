"""`rapport review` looks back on the week and ahead of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hostile import each_hostile

if TYPE_CHECKING:
    from tests.cli.program import Run

MONDAY = ["--now", "2026-11-23T09:00"]


def test_it_lists_the_looks_back_and_ahead(rapport: Run) -> None:
    lines = rapport("review").lines
    assert any(line.startswith("rapport review close: look back on the week") for line in lines)
    assert any(line.startswith("rapport review aim: show what") for line in lines)


def test_what_is_intended_is_shown_with_today_through_the_week(rapport: Run) -> None:
    assert "Intended this week" not in rapport("today").out
    shape = rapport("today", "--json").json.keys()
    assert rapport("review", "aim", "Thank Maya", "Ask Dev back").lines == [
        "Intended this week: Thank Maya · Ask Dev back"
    ]
    assert rapport("today").lines[-3:] == ["Intended this week", "  Thank Maya", "  Ask Dev back"]
    assert rapport("today", "--json").json.keys() == shape
    assert "Thank Maya" not in rapport("today", *MONDAY).out

    assert "up to 3" in rapport("review", "aim", "a", "b", "c", "d").refusal
    assert rapport("review", "aim", "a", "--none").code == 2
    assert rapport("review", "aim", "--none").lines == [
        "Intended this week: Thank Maya · Ask Dev back · taken back"
    ]
    assert rapport("undo").lines == ["Undone: Intended this week: Thank Maya · Ask Dev back"]


def test_the_aim_tells_what_the_week_has_before_it(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the fix (2026-10-01)")
    rapport("follow", "add", "ask about @maya", "--in", "1d")
    done = rapport("review", "aim", *MONDAY)
    assert done.err.startswith("rapport: Intend up to three things:")
    assert done.out.splitlines() == [
        "Mon 23 Nov 2026 · week 48",
        "",
        "Follow-ups",
        "  ask about Maya, today, Maya",
        "",
        "Closing this week",
        "  Tie the work to the north star, on track, by Sun 29",
        "  Share a customer story, on track, by Sun 29",
        "  Hand over the how, on track, by Sun 29",
        "  Notice a skill, a commitment or a rescue, on track, by Sun 29",
        "  Sweep for blockers, on track, by Sun 29",
        "  Name the builder, on track, by Sun 29",
        "  Thank someone and say why, open until Sun 29",
        "",
        "Longest without contact",
        "  Maya, last contact more than 4 weeks ago, the fix, 1 Oct",
        "",
        "Intended",
        "  nothing yet",
    ]
    rapport("person", "add", "Zoe")
    shape = rapport("review", "aim", "Thank Maya", "--json", *MONDAY).json
    assert (shape["week"], shape["as_of"]) == ("2026-11-23", "2026-11-23")
    assert shape["intentions"] == ["Thank Maya"]
    assert [each["text"] for each in shape["follow_ups"]] == ["ask about Maya"]
    assert shape["closing"][0]["practice"] == "vision"
    assert shape["longest"] == [
        {
            "name": "Maya",
            "last": "2026-10-01",
            "said": {"date": "2026-10-01", "text": "the fix"},
        },
        {"name": "Zoe", "last": None, "said": None},
    ]
    assert rapport("review", "aim", *MONDAY).lines[-1] == "  Thank Maya"


def test_the_close_shows_its_steps_and_ends_with_what_was_noticed(rapport: Run) -> None:
    rapport("log", "thanks")
    done = rapport("review", "close")
    assert "--noticed TEXT ends the close" in done.err
    told = done.out.splitlines()
    assert told[:4] == [
        "Sun 22 Nov 2026 · week 47",
        "",
        "Not logged yet (1 of 5)",
        "  1 entry this week",
    ]
    assert "  Thanks, today" in told
    assert told[-2:] == ["What I noticed", "  What did you notice, in one line?"]

    assert "neither yes nor no" in rapport("review", "close", "--slips", "hm").refusal
    assert rapport("review", "close", "--slips", "no").lines == ["Slips this week: no"]
    assert rapport("review", "close", "--format", "json").json["step"] == "missed"
    assert rapport("review", "close", "--noticed", "a calm week").lines == [
        "Noticed: a calm week",
        "The week is closed.",
    ]
    again = rapport("review", "close")
    assert "The week is closed. It ended today" in again.err
    assert "  answer: no" in again.out.splitlines()
    assert again.out.splitlines()[-1] == "  answer: a calm week"
    shape = rapport("review", "close", "--format", "json").json
    assert (shape["week"], shape["ended"], shape["step"]) == ("2026-11-16", "2026-11-22", None)
    assert [each["step"] for each in shape["steps"]] == [
        "missed", "stubs", "slips", "contact", "follow_ups", "noticed",
    ]  # fmt: skip
    assert shape["steps"][2]["answer"] == "no"
    assert shape["steps"][1]["lines"] == ["Thanks · today"]


def test_the_close_is_told_in_other_formats_and_behind_the_mask(rapport: Run) -> None:
    rapport("log", "thanks", "@lizzie the fizz (2026-09-01)")
    rapport("review", "aim", "Thank Lizzie")
    rapport("review", "close", "--noticed", "Lizzie <b> is *quiet*")
    markdown = rapport("review", "close", "--format", "md")
    assert markdown.lines[0] == "# Close of the week, Mon 16 Nov 2026 to Sun 22 Nov 2026"
    assert "Closed on Sun 22 Nov 2026." in markdown.out
    assert "Lizzie" in markdown.out
    page = rapport("review", "close", "--format", "html")
    assert "Lizzie &lt;b&gt; is *quiet*" in page.out
    assert "<script" not in page.out
    for form in ("text", "md", "html", "json"):
        masked = rapport("review", "close", "--format", form, "--mask")
        assert "izz" not in masked.out
        assert "Person" in masked.out
    assert "Not closed yet." in rapport("review", "close", "--format", "md", *MONDAY).out


def test_a_closed_week_is_opened_again_and_that_is_taken_back(rapport: Run) -> None:
    assert "nothing to open again" in rapport("review", "close", "--again").refusal
    rapport("review", "close", "--noticed", "calm")
    assert rapport("review", "close", "--again").lines == ["The week is open again."]
    assert rapport("undo").lines == ["Undone: The week is closed."]


def test_what_was_noticed_of_somebody_is_in_their_export(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the fix")
    rapport("review", "close", "--noticed", "Maya is quiet of late")
    assert "review of a week" in rapport("person", "export", "maya", "--to", "-").out


@each_hostile
def test_hostile_words_are_printed_as_one_line(rapport: Run, hostile: str) -> None:
    text = f"x{hostile}"[:9000]
    rapport("review", "aim", text)
    rapport("review", "close", "--noticed", text)
    for words in (("today",), ("review", "aim"), ("review", "close"), ("history",)):
        done = rapport(*words)
        assert done.code == 0
        assert "\x1b" not in done.out
        assert "\u202e" not in done.out
