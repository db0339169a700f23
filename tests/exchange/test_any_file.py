"""Whatever a file holds, an importer reads all of it or refuses it on one line."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habits.errors import RefusedError
from habits.exchange import beaver, harsh, loop, org
from tests.exchange import loop_files, test_beaver, test_harsh, test_org
from tests.strategies import texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from habits.exchange.foreign import Foreign


class Importer(NamedTuple):
    """One format: what reads a file of it, and what writes one that is right."""

    read: Callable[[Path], Foreign]
    right: Callable[[Path], Path]


def _harsh(path: Path) -> Path:
    (path.parent / "habits").write_text(test_harsh.HABITS, encoding="utf-8")
    path.write_text(test_harsh.LOG, encoding="utf-8")
    return path


def _beaver(path: Path) -> Path:
    path.write_text(json.dumps(test_beaver.EXPORT), encoding="utf-8")
    return path


def _org(path: Path) -> Path:
    path.write_text(test_org.FILE, encoding="utf-8")
    return path


IMPORTERS: Final = {
    "beaver": Importer(beaver.read, _beaver),
    "harsh": Importer(harsh.read, _harsh),
    "loop": Importer(loop.read, loop_files.export),
    "loop-backup": Importer(loop.read, loop_files.backup),
    "org": Importer(org.read, _org),
}

each_importer = pytest.mark.parametrize("importer", IMPORTERS.values(), ids=IMPORTERS)


@pytest.fixture
def right(importer: Importer, tmp_path: Path) -> Path:
    """A file that is right; harsh has two, and this is its log."""
    return importer.right(tmp_path / "log")


def outcome(importer: Importer, path: Path) -> Foreign | None:
    """Return what is read of a file, None if it is refused on one line."""
    try:
        foreign = importer.read(path)
    except RefusedError as error:
        told = str(error)
    else:
        assert_accounted_for(foreign)
        return foreign
    assert told.splitlines() == [told]
    return None


def assert_accounted_for(foreign: Foreign) -> None:
    """Check that each row that was read is carried or told to be left out."""
    carried = sum(len(habit.marks) + len(habit.skips) for habit in foreign.habits)
    assert foreign.read == carried + sum(left.count for left in foreign.left_out)
    assert len({habit.key for habit in foreign.habits}) == len(foreign.habits)


@each_importer
def test_a_file_that_is_right_is_read_and_every_row_accounted_for(
    importer: Importer, right: Path
) -> None:
    foreign = outcome(importer, right)

    assert foreign
    assert any(habit.marks for habit in foreign.habits)


def sparse(path: Path) -> None:
    """Make a file of a gigabyte that takes no room."""
    with path.open("wb") as file:
        file.truncate(1 << 30)


def bomb(path: Path) -> None:
    """Make a zip file of some kilobytes that unpacks to 80 MB."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed,
        packed.open("001 Walk/Checkmarks.csv", "w") as member,
    ):
        for _ in range(80):
            member.write(bytes(1 << 20))


HOSTILE: Final = {
    "a gigabyte of nothing": sparse,
    "noughts": lambda path: path.write_bytes(bytes(100_000)),
    "a picture": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50),
    "another encoding": lambda path: path.write_bytes("* Café\n".encode("latin-1")),
    "wide characters": lambda path: path.write_bytes("Walk: 1".encode("utf-16")),
    "a NUL": lambda path: path.write_bytes(b"2026-11-02 : Wa\0lk : y"),
    "a bomb": bomb,
    "a name that leads out": lambda path: loop_files.export(path, {"../Habits.csv": ""}),
    "an absolute name": lambda path: loop_files.export(path, {"/etc/Habits.csv": ""}),
    "no zip": lambda path: path.write_bytes(b"PK\x03\x04" + bytes(10) + b"PK\x05\x06"),
    "the head of a database": lambda path: path.write_bytes(b"SQLite format 3\0" + b"\x01" * 500),
}


@each_importer
@pytest.mark.parametrize("write", HOSTILE.values(), ids=HOSTILE)
def test_a_file_of_something_else_is_refused(
    importer: Importer, write: Callable[[Path], object], right: Path
) -> None:
    right.unlink()
    write(right)

    assert outcome(importer, right) is None


@pytest.mark.parametrize("content", ["", '{"habits":' + "[" * 100_000], ids=["empty", "deep"])
@pytest.mark.parametrize("name", sorted(IMPORTERS.keys() - {"harsh"}))
def test_a_file_that_holds_no_habits_is_refused(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / "log").write_text(content, encoding="utf-8")

    assert outcome(IMPORTERS[name], tmp_path / "log") is None


@each_importer
def test_the_file_of_another_program_is_refused(importer: Importer, tmp_path: Path) -> None:
    others = [other for other in IMPORTERS.values() if other.read is not importer.read]
    for number, other in enumerate(others):
        (tmp_path / str(number)).mkdir()
        path = other.right(tmp_path / str(number) / "export")

        assert outcome(importer, path) is None


# Each draws its own files; the folder may be the same for all of them.
drawn: Final = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@each_importer
@drawn
@given(data=st.data())
def test_a_file_with_some_bytes_wrong_is_read_or_refused(
    importer: Importer, right: Path, data: st.DataObject
) -> None:
    content = bytearray(importer.right(right).read_bytes())
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content))) :]
    for _ in range(data.draw(st.integers(0, 4)) if content else 0):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    right.write_bytes(content)

    outcome(importer, right)


@each_importer
@drawn
@given(text=st.lists(texts, max_size=4).map("\n".join))
def test_any_text_is_read_or_refused(importer: Importer, right: Path, text: str) -> None:
    right.write_text(text, encoding="utf-8", errors="surrogatepass")

    outcome(importer, right)


@pytest.mark.parametrize(
    "piece", ["(", "[", ":a ", " :", "* ", "- ", "]", " ", "SCHEDULED:<", "\\"]
)
@pytest.mark.parametrize("start", ["* ", '- State "DONE" [', "- Note taken ", "#+TODO: ", "  :a: "])
def test_a_line_without_end_is_read_like_a_short_one(start: str, piece: str) -> None:
    line = start + piece * 200_000 + "x"
    text = f"* Walk\n:PROPERTIES:\n:STYLE: habit\n:END:\n{line}\n"

    assert org.foreign_of_text(text).habits[0].name == "Walk"
