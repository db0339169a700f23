"""`rapport review` looks back on the week and ahead of it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.cli.test_person_evidence import told
from tests.hostile import each_hostile

if TYPE_CHECKING:
    from pathlib import Path

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
    assert any(re.fullmatch(r"  [0-9a-f]{4}  Thanks, today", line) for line in told)
    assert told[-2:] == ["What I noticed", "  What did you notice, in one line?"]

    assert "neither yes nor no" in rapport("review", "close", "--slips", "hm").refusal
    assert rapport("review", "close", "--slips", "no").lines == ["Slips in the week: no"]
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
    assert rapport("review", "close", "--format", "svg").out.startswith("<svg ")
    for form in ("text", "md", "html", "json"):
        masked = rapport("review", "close", "--format", form, "--mask")
        assert "izz" not in masked.out
        assert "Person" in masked.out
    assert "Not closed yet." in rapport("review", "close", "--format", "md", *MONDAY).out


def test_a_bare_entry_of_the_close_is_said_anew_by_the_end_of_its_id(rapport: Run) -> None:
    rapport("log", "thanks")
    rapport("follow", "add", "ask Dev", "--in", "0d")
    shape = rapport("review", "close", "--format", "json").json
    (stub,) = shape["steps"][1]["about"]
    done = rapport("review", "close")
    assert "--sharpen ID TEXT" in done.err
    (follow_up,) = (line for line in done.out.splitlines() if "ask Dev" in line)
    assert rapport("follow", "done", follow_up.split()[0]).lines == ["Done: ask Dev · today"]

    sharpened = rapport("review", "close", "--sharpen", stub[-4:], "@maya the fix because it held")
    assert sharpened.lines == ["Thanks · Maya (new) · the fix · because it held · today"]
    gone = rapport("review", "close", "--sharpen", stub[-4:], "the docs")
    assert (gone.code, "no bare entry of this close" in gone.refusal) == (1, True)
    assert "--sharpen" not in rapport("review", "close").err


def test_a_close_that_was_missed_is_made_up_for_and_read_again_later(rapport: Run) -> None:
    rapport("log", "thanks", "@maya the fix")
    assert rapport("review", "close", "--of", "today", *MONDAY).out.startswith("Mon 23 Nov")
    week = ("review", "close", "--of", "yesterday", *MONDAY)
    assert rapport(*week, "--slips", "no", "--noticed", "calm").lines == [
        "Slips in the week: no",
        "Noticed: calm",
        "The week is closed.",
    ]
    told = rapport(*week).out.splitlines()
    assert told[0] == "Mon 16 to Sun 22 Nov 2026"
    assert "  1 entry that week" in told
    assert told[-1] == "  answer: calm"
    assert rapport(*week, "--format", "json").json["ended"] == "2026-11-23"
    assert "step" in rapport("review", "close", "--format", "json", *MONDAY).json
    assert "Not closed yet." in rapport("review", "close", "--format", "md", *MONDAY).out
    assert "in the future" in rapport("review", "close", "--of", "2026-11-23").refusal


def test_a_close_is_written_into_a_file_after_telling_who_is_in_it(
    rapport: Run, tmp_path: Path
) -> None:
    rapport("log", "trust", "/dictated @maya how Acme logs in")
    rapport("follow", "add", "ask about it", "--person", "maya", "--in", "0d")
    rapport("log", "vision", "@dev the plan (2026-11-02)")
    path = tmp_path / "close.md"
    done = rapport("review", "close", "--to", str(path))
    assert (done.code, done.out) == (0, f"Written to {path}\n")
    assert told(done)[0] == "People named in it: Dev, Maya."
    assert "Acme" in told(done)[1]
    text = path.read_text(encoding="utf-8")
    assert "| Trust | `" in text
    assert "would be one" not in text

    masked = tmp_path / "close.json"
    assert told(rapport("review", "close", "--mask", "--to", str(masked))) == []
    assert "Maya" not in json.loads(masked.read_text(encoding="utf-8"))["steps"][3]["lines"][0]
    picture = rapport("review", "close", "--to", str(tmp_path / "close.svg"))
    assert told(picture)[0] == "No names are left in, as far as they can be told."

    noticed = rapport("review", "close", "--noticed", "calm", "--to", str(path))
    assert (noticed.code, "is there already" in noticed.refusal) == (1, True)
    assert "Not closed yet." in rapport("review", "close", "--format", "md").out


def test_each_promise_is_kept_changed_or_retired(rapport: Run) -> None:
    shown = rapport("review", "decide")
    assert shown.err == (
        "rapport: 8 of 8 to be decided: rapport review decide ID keep, retire, or how often.\n"
    )
    hand = shown.out.splitlines()[2]
    assert hand.endswith("  Trust, Hand over the how: weekly, 0 kept, 0 missed, to be decided")
    key = hand.split()[0]
    assert rapport("review", "decide", key, "Keep").lines == ["Kept: Hand over the how"]
    assert "decided already" in rapport("review", "decide", key, "keep").refusal
    assert rapport("review", "decide", "blockers", "every 2 weeks").lines == [
        "Changed: Sweep for blockers · every 2 weeks from 1 Jan 2027 on"
    ]
    assert rapport("review", "decide", "name the", "monthly", "--from", "today").lines == [
        "Changed: Name the builder · monthly from today on"
    ]
    assert "weekly already" in rapport("review", "decide", "tie", "weekly").refusal
    retired = rapport("review", "decide", "customer", "retire", "--json").json
    assert (retired["decision"], retired["decided_on"]) == ("retire", "2026-11-22")
    assert [each["decision"] for each in rapport("review", "decide", "--json").json] == [
        None, "retire", "keep", None, "change", "change", None, None,
    ]  # fmt: skip
    assert rapport("undo").lines == ["Undone: Share a customer story · restored"]


def test_a_decision_that_cannot_be_is_refused_and_a_year_is_decided_on_its_own(
    rapport: Run,
) -> None:
    assert "how often" in rapport("review", "decide", "trust").refusal
    assert rapport("review", "decide", "hand").code == 2
    assert "Say how often" in rapport("review", "decide", "hand", "keep", "--from", "fri").refusal
    assert rapport("review", "decide", "hand", "now and then").code == 1
    for name in ("tie", "customer", "hand", "notice", "blockers", "name the", "talk", "thank"):
        assert rapport("review", "decide", name, "keep", "--year").code == 0
    assert rapport("review", "decide", "--year").err == ""
    assert "8 of 8" in rapport("review", "decide").err
    assert "keep" in rapport("review", "year").lines[-4]


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
