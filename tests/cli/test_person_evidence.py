"""`rapport person evidence` tells what somebody did, after it was seen who is left in it."""

from __future__ import annotations

import io
import json
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from habits.review.evidence_words import NOTE
from tests.cli.program import as_one_whom_modes_bind, run_program
from tests.hostile import each_hostile

if TYPE_CHECKING:
    from pathlib import Path

    from habits.store.home import Home
    from tests.cli.program import Done, Run


class Keyboard(io.StringIO):
    """Somebody at a terminal."""

    def isatty(self) -> bool:
        """Return that it is one."""
        return True


@pytest.fixture
def logged(rapport: Run) -> Run:
    """The program, with an act of Maya's and Dev's logged on Friday, and one on Saturday."""
    rapport("log", "thanks", "@maya the fix with @dev because Acme renewed #product (fri)")
    rapport("log", "respect", "/rescue @maya the launch because it held (sat)")
    return rapport


def told(done: Done) -> list[str]:
    """Return the lines on standard error."""
    return [line.removeprefix("rapport: ") for line in done.err.splitlines()]


def test_the_packet_goes_to_standard_output_and_what_is_to_be_known_beside_it(logged: Run) -> None:
    done = logged("person", "evidence", "maya", "--since", "2026-04-01")

    assert done.code == 0
    assert done.out.splitlines()[-14:] == [
        "For Maya. 2026-04-01 to 2026-11-22.",
        "",
        "## Moments",
        "",
        "### 2026-11-20, worth thanking for",
        "",
        "- **Act**: the fix with a teammate",
        "- **Effect**: Acme renewed",
        "- **Helped**: the product",
        "",
        "### 2026-11-21, a rescue",
        "",
        "- **Act**: the launch",
        "- **Effect**: it held",
    ]
    assert told(done) == [
        "2 moments of Maya.",
        "No names are left in, as far as they can be told.",
        "Words that begin a sentence, names or not: Acme.",
        "Covered: Dev (a teammate).",
        "--customer and --mask cover a name, --keep uncovers one.",
    ]


def test_a_moment_is_dated_with_situation_act_effect_where_credited_and_link(rapport: Run) -> None:
    line = "/public @maya the importer https://git.example/7 because imports hold (2026-11-12)"
    rapport("log", "credit", line, "--tag", "written")
    page = rapport("person", "evidence", "maya").out.splitlines()

    assert "not a rating" in NOTE
    assert page[:5] == [
        "# Maya: a partner's notes",
        "",
        NOTE,
        "",
        "For Maya. 2026-11-12 to 2026-11-22.",
    ]
    assert page[-6:] == [
        "### 2026-11-12, built by them",
        "",
        "- **Act**: the importer",
        "- **Effect**: imports hold",
        "- **Credited**: in public and in writing",
        "- **Link**: `https://git.example/7`",
    ]
    html = rapport("person", "evidence", "maya", "--format", "html").out
    for said in ("not a rating", "2026-11-12", "built by them", "the importer", "imports hold",
                 "in public and in writing", "https://git.example/7"):  # fmt: skip
        assert said in html


@pytest.mark.parametrize("kind", ["md", "html", "json"])
def test_stubs_slips_acts_of_an_ally_and_aims_that_are_not_shared_are_left_out(
    logged: Run, kind: str
) -> None:
    for practice, line in (
        ("thanks", "@maya"),
        ("thanks", "@maya the unexplained test"),
        ("trust", "/dictated @maya the dictated schema because of haste"),
        ("credit", "/unnamed @maya the unnamed launch because of haste"),
        ("respect", "/ally @maya the complaint because support was angry"),
        ("growth", "/talk @maya the secret plan because it was time"),
        ("growth", "/match @maya the fitting project because it fits the plan"),
    ):
        logged("log", practice, line)
    logged("person", "edit", "maya", "--aim", "the shared aim", "--ok-to-share")
    logged("person", "edit", "maya", "--aim", "the secret aim", "--spark", "the secret spark")
    done = logged("person", "evidence", "maya", "--format", kind)

    assert done.code == 0
    assert "the shared aim" in done.out
    assert "the launch" in done.out
    for kept_out in ("secret", "unexplained", "dictated", "unnamed", "complaint", "fitting"):
        assert kept_out not in done.out
    (missing,) = (line for line in told(done) if "left out" in line.casefold())
    for reason in ("slips (2)", "standing up for them (1)", "talk of aims (2)",
                   "without what happened (1)", "without why it mattered (1)"):  # fmt: skip
        assert reason in missing


def test_the_preview_tells_every_name_that_is_left_in(logged: Run) -> None:
    logged("log", "thanks", "@maya the fix for Kim Roe because then Globex could renew")
    done = logged("person", "evidence", "maya", "--customer", "Acme")

    (left,) = (line for line in told(done) if line.startswith("Names left in"))
    for name in ("Globex", "Kim", "Roe"):
        assert name in left
        assert name in done.out
    assert "Acme" not in done.out
    assert "Dev" not in done.out


def test_days_can_be_said_and_names_be_covered_and_kept(logged: Run) -> None:
    words = ["person", "evidence", "@Maya", "--until", "fri", "--customer", "acme", "--keep", "Dev"]
    done = logged(*words)
    assert "- **Effect**: a customer renewed\n" in done.out
    assert "- **Act**: the fix with Dev\n" in done.out
    assert "launch" not in done.out
    assert "someone renewed" in logged(*words[:5], "--mask", "Acme").out


def test_json_tells_the_same_and_covers_and_previews_the_same(
    logged: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["person", "evidence", "maya", "--since", "2026-04-01", "--customer", "acme"]
    done = logged(*words, "--format", "json")
    packet = json.loads(done.out)

    assert told(done) == told(logged(*words))
    assert (packet["name"], packet["first"], packet["last"]) == ("Maya", "2026-04-01", "2026-11-22")
    assert [each["act"] for each in packet["moments"]] == ["the fix with a teammate", "the launch"]
    assert packet["moments"][0]["effect"] == "a customer renewed"

    logged(*words, "--to", str(tmp_path / "maya.JSON"))
    assert (tmp_path / "maya.JSON").read_text(encoding="utf-8") == done.out
    logged("log", "thanks", "@maya the café because it held")
    printed = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, "ascii"))
    logged(*words, "--format", "json")
    sys.stdout.flush()
    assert b"caf\\u00e9" in printed.getvalue()


def test_a_dash_is_standard_output_as_it_is_for_an_export(logged: Run) -> None:
    words = ["person", "evidence", "maya"]
    assert logged(*words, "--to", "-").out == logged(*words).out != ""


def test_an_empty_packet_says_so(logged: Run) -> None:
    done = logged("person", "evidence", "dev", "--since", "sat")
    assert done.code == 0
    assert "Nothing is written down here from 2026-11-21 until 2026-11-22" in done.out
    assert told(done)[0] == "0 moments of Dev."


@pytest.mark.parametrize(
    ("words", "code", "reason"),
    [
        (["nobody"], 1, "There is no person 'nobody'"),
        (["maya", "--since", "soon"], 1, "'soon'"),
        (["maya", "--since", "2027-01-01"], 1, "future"),
        (["maya", "--since", "sat", "--until", "fri"], 1, "No day is from"),
        (["maya", "--to", ""], 1, "is a folder"),
        (["maya", "--format", "pdf"], 2, "'pdf' is not one of"),
        ([], 2, "person"),
    ],
)
def test_what_cannot_be_done_is_refused(
    logged: Run, words: list[str], code: int, reason: str
) -> None:
    done = logged("person", "evidence", *words)
    assert done.code == code
    assert reason in done.refusal


def test_a_file_is_for_the_user_alone_and_of_the_format_that_its_name_says(
    logged: Run, tmp_path: Path
) -> None:
    for name, begin in (
        ("a.md", "# Maya"),
        ("b.html", "<!DOCTYPE"),
        ("c", "# Maya"),
        ("d.json", "{\n"),
    ):
        path = tmp_path / name
        done = logged("person", "evidence", "maya", "--to", str(path))
        assert (done.code, done.out) == (0, f"Written to {path}\n")
        assert path.read_text(encoding="utf-8").startswith(begin)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    logged("person", "evidence", "maya", "--to", str(tmp_path / "d.md"), "--format", "html")
    assert (tmp_path / "d.md").read_text(encoding="utf-8").startswith("<!DOCTYPE")


def test_what_is_there_already_stays_unless_it_is_to_be_replaced(
    logged: Run, tmp_path: Path
) -> None:
    path = tmp_path / "maya.md"
    path.write_text("mine", encoding="utf-8")
    words = ["person", "evidence", "maya", "--to", str(path)]

    done = logged(*words)
    assert (done.code, path.read_text(encoding="utf-8")) == (1, "mine")
    assert done.refusal == (
        f"{path} is there already. Name another file, or replace it with --force."
    )
    assert logged(*words, "--force").code == 0
    assert path.read_text(encoding="utf-8").startswith("# Maya")
    assert logged("person", "evidence", "maya", "--force", "--to", str(tmp_path)).code == 1


@pytest.mark.parametrize(
    ("answer", "words", "written"),
    [("y\n", (), True), ("YES\n", (), True), ("n\n", (), False), ("", (), False),
     ("n\n", ("--yes",), True)],
)  # fmt: skip
def test_at_a_terminal_it_is_asked_for_before_it_is_written(  # noqa: PLR0913, PLR0917 - a table
    logged: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    words: tuple[str, ...],
    written: bool,  # noqa: FBT001 - of the table
) -> None:
    path = tmp_path / "maya.md"
    monkeypatch.setattr(sys, "stdin", Keyboard(answer))
    done = logged("person", "evidence", "maya", "--to", str(path), *words)

    assert path.exists() == written
    assert done.code == (0 if written else 1)
    assert ("[y/N]" in done.err) == (not words)
    assert done.err.startswith("rapport: 2 moments of Maya.\n")
    assert done.err.endswith("Nothing was written.\n") != written


def test_a_folder_that_cannot_be_written_is_told(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    prefix = as_one_whom_modes_bind(folder)
    run_program(home.path, "log", "thanks", "@maya the fix because it held")
    folder.chmod(0o500)
    words = ["person", "evidence", "maya", "--to", str(folder / "maya.md")]
    done = run_program(home.path, *words, prefix=prefix)
    assert done.code == 7
    assert "cannot be written: Permission denied. Nothing was written." in done.err
    assert list(folder.iterdir()) == []


@each_hostile
def test_hostile_words_are_taken_as_words(logged: Run, tmp_path: Path, hostile: str) -> None:
    for option in ("--mask", "--customer", "--keep", "--since", "--to", "--format"):
        value = str(tmp_path / "x" / hostile.replace("/", "")) if option == "--to" else hostile
        done = logged("person", "evidence", "maya", f"{option}={value}")
        assert done.code in {0, 1, 2, 7}
        assert "unforeseen" not in done.err
        assert "\x1b" not in done.out + done.err
