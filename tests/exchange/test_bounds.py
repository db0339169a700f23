"""Whatever a foreign file is, it is read within bounds or refused on one line."""

from __future__ import annotations

import io
import socket
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from habits.errors import RefusedError
from habits.exchange import bounds

if TYPE_CHECKING:
    from collections.abc import Callable


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return path


def refusal(read: Callable[[Path], object], path: Path) -> str:
    with pytest.raises(RefusedError) as refused:
        read(path)
    (line,) = str(refused.value).splitlines()
    return line.replace(str(path), "FILE")


def test_a_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\xef\xbb\xbfcaf\xc3\xa9\r\n")

    assert bounds.read_text(path) == "café\r\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"caf\xe9", "FILE is no text in UTF-8. Save it as such and try again."),
        (b"\xff\xfea\0", "FILE is no text in UTF-8. Save it as such and try again."),
        (b"a\0b", "FILE is no text: it holds a NUL. Name another file."),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)

    assert refusal(bounds.read_text, path) == told


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    assert refusal(bounds.read_bytes, tmp_path) == "FILE is a folder. Name a file in it."
    gone = tmp_path / "gone"
    assert refusal(bounds.read_bytes, gone) == "FILE cannot be read: No such file or directory."
    assert "this is no name of a file" in refusal(bounds.read_bytes, tmp_path / "a\0b")


@pytest.mark.parametrize("read", [bounds.read_text, bounds.read_json, bounds.read_zip])
def test_a_gigabyte_of_nothing_is_refused_unread(
    tmp_path: Path, read: Callable[[Path], object]
) -> None:
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(1 << 30)

    assert "holds more than" in refusal(read, path)


def test_a_device_that_never_ends_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MOST_BYTES", 100)
    endless = tmp_path / "endless"
    endless.symlink_to("/dev/zero")

    assert "holds more than" in refusal(bounds.read_bytes, endless)


def test_what_cannot_be_read_once_it_is_open_is_refused(tmp_path: Path) -> None:
    memory = tmp_path / "memory"
    memory.symlink_to("/proc/self/mem")

    assert "cannot be read: Input/output error." in refusal(bounds.read_bytes, memory)


def test_json_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": [1, 2.5, "]]]"]}', encoding="utf-8")

    assert bounds.read_json(path) == {"a": [1, 2.5, "]]]"]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "FILE is no JSON (line 1). Name another file."),
        ('{"a":\n1', "FILE is no JSON (line 2). Name another file."),
        ("[NaN]", "FILE is no JSON. Name another file."),
        ("[1e999]", "FILE is no JSON. Name another file."),
        ("9" * 5000, "FILE is no JSON. Name another file."),
        ("[" * 51 + "]" * 51, "FILE holds more, or more deeply nested, than is read."),
        ("[" * 100_000, "FILE holds more, or more deeply nested, than is read."),
        ("," * 2_000_001, "FILE holds more, or more deeply nested, than is read."),
    ],
)
def test_what_is_no_modest_json_is_refused(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")

    assert refusal(bounds.read_json, path) == told


def test_rows_come_with_the_numbers_of_their_lines() -> None:
    text = 'a,b\r\n\r\n"x,\r\ny","""q"""\r\nlast,1'

    assert list(bounds.csv_rows(text, "f")) == [
        (1, ["a", "b"]),
        (4, ["x,\r\ny", '"q"']),
        (5, ["last", "1"]),
    ]


def test_an_odd_line_end_in_a_cell_ends_no_row() -> None:
    assert list(bounds.csv_rows("a\u2028b\x0bc,d\n", "f")) == [(1, ["a\u2028b\x0bc", "d"])]


def test_rows_are_refused_where_the_table_is_broken_or_too_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(RefusedError, match=r"f, line 2: this is no CSV"):
        list(bounds.csv_rows('a,b\n"open', "f"))
    with pytest.raises(RefusedError, match=r"f, line 1: this is no CSV \(field larger"):
        list(bounds.csv_rows("x" * 200_000, "f"))
    monkeypatch.setattr(bounds, "MOST_ROWS", 2)
    with pytest.raises(RefusedError, match=r"f has more than 2 rows\. Split it"):
        list(bounds.csv_rows("a\nb\nc", "f"))


def test_a_zip_is_read_by_its_names(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "a.zip", {"Habits.csv": b"x", "001 Read/": b"", "001 Read/C.csv": b"y"}
    )

    assert bounds.read_zip(path) == {"Habits.csv": b"x", "001 Read/C.csv": b"y"}


@pytest.mark.parametrize(
    "name", ["../../evil", "/etc/passwd", "a/../../b", "C:\\evil", "..\\evil", "\\\\host\\share"]
)
def test_a_name_that_leads_out_of_a_zip_is_refused(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "a.zip", {name: b"x"})

    assert "a name that leads out of it" in refusal(bounds.read_zip, path)


def test_a_zip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = zipped(tmp_path / "one.zip", {"a": bytes(bounds.MOST_BYTES + 1)})
    assert refusal(bounds.read_zip, one) == "FILE holds more than 64 MB, and is not read."
    monkeypatch.setattr(bounds, "MOST_BYTES", 100)
    several = zipped(tmp_path / "several.zip", {"a": bytes(60), "b": bytes(60)})
    assert "FILE holds more than" in refusal(bounds.read_zip, several)
    monkeypatch.setattr(bounds, "MOST_MEMBERS", 1)
    assert refusal(bounds.read_zip, several) == "FILE holds more than 1 files."


def test_a_locked_or_damaged_zip_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a": b"hello hello hello"})
    whole = path.read_bytes()
    damaged = "FILE is damaged, or no zip file. Name another one."
    path.write_bytes(whole[:-9])
    assert refusal(bounds.read_zip, path) == damaged
    path.write_bytes(whole[:31] + b"\xff\xff\xff" + whole[34:])
    assert refusal(bounds.read_zip, path) == damaged
    locked = bytearray(whole)
    locked[whole.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(locked))
    assert "is locked by a password" in refusal(bounds.read_zip, path)
    assert "cannot be read" in refusal(bounds.read_zip, tmp_path / "gone.zip")
    (tmp_path / "memory.zip").symlink_to("/proc/self/mem")
    assert refusal(bounds.read_zip, tmp_path / "memory.zip") == damaged


def test_a_file_in_a_zip_may_have_no_name(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a": b"y"})
    with zipfile.ZipFile(path, "a") as packed, packed.open(zipfile.ZipInfo(""), "w") as file:
        file.write(b"x")

    assert bounds.read_zip(path) == {"a": b"y", "": b"x"}


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_is_packed_in_a_rare_way_is_refused(tmp_path: Path, kind: int) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", kind) as packed:
        packed.writestr("a", b"hello")

    told = "FILE is packed in a way that is not read. Pack it anew."
    assert refusal(bounds.read_zip, path) == told


def test_what_is_no_file_is_refused_as_a_zip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("door")

        told = refusal(bounds.read_zip, Path("door"))
        assert told == "FILE cannot be read: No such device or address."


@pytest.mark.parametrize("end", range(0, 120, 7))
def test_a_zip_cut_anywhere_is_refused(tmp_path: Path, end: int) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        packed.writestr("Habits.csv", "a,b\n" * 20)
    path = tmp_path / "cut.zip"
    path.write_bytes(whole.getvalue()[:end])

    assert "FILE is damaged" in refusal(bounds.read_zip, path)


def test_a_zip_whose_names_are_no_text_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "FILE"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("né", "x")
    path.write_bytes(path.read_bytes().replace("né".encode(), b"n\xff\xfe"))

    with pytest.raises(RefusedError, match="is damaged, or no zip file"):
        bounds.read_zip(path)
