"""Bounds: how much of a foreign file is read, so that none of them can fill the memory.

A file may be anything: cut off, of another encoding, ten bytes that unpack to a gigabyte. What is
not modest is refused before it is held.
"""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any, Final, NoReturn

from habits.errors import RefusedError
from habits.text import one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from zipfile import ZipFile, ZipInfo

MOST_BYTES: Final = 64 << 20
"""The largest file, and the most that a packed one may unpack to."""

MOST_PACKED: Final = 8 << 20
"""The largest packed file: a list of what it holds is made of it before anything is unpacked."""

MOST_ROWS: Final = 200_000
"""The most rows of a table, or records of any kind: eighty habits, each day for seven years."""

MOST_MEMBERS: Final = 2_000
"""The most files that a packed one may hold."""

MOST_VALUES: Final = 2_000_000
"""The most values of a JSON file, whatever they are."""

MOST_NESTING: Final = 50
"""How deep lists and objects may stand in each other."""

_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)
_BRACKET: Final = re.compile(r"[\[\]{}]")
_ENCRYPTED: Final = 1
_PACKINGS: Final = frozenset({0, 8})
"""As it is, or deflated; what unpacks other kinds can be made to ask for any memory."""


def require_modest(path: Path, most: int = MOST_BYTES) -> None:
    """Check that a file is there and has at most so many bytes.

    Raises:
        RefusedError: It is not.
    """
    try:
        if path.is_dir():
            message = f"{one_line(str(path))} is a folder. Name a file in it."
            raise RefusedError(message)
        if path.stat().st_size > most:
            raise _too_large(path, most)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def read_bytes(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        RefusedError: It cannot be read, or is larger than `MOST_BYTES`.
    """
    require_modest(path)
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if len(content) > MOST_BYTES:
        raise _too_large(path)
    return content


def read_text(path: Path) -> str:
    """Return the text that a file holds, in UTF-8.

    Raises:
        RefusedError: It cannot be read, is too large, or holds something else.
    """
    return text_of(read_bytes(path), str(path))


def text_of(content: bytes, name: str) -> str:
    """Return bytes as the UTF-8 text that they are, without a byte order mark.

    Args:
        content: The bytes.
        name: What the file is called.

    Raises:
        RefusedError: They are no such text, or hold a NUL.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{one_line(name)} is no text in UTF-8. Save it as such and try again."
        raise RefusedError(message) from error
    if "\0" in text:
        message = f"{one_line(name)} is no text: it holds a NUL. Name another file."
        raise RefusedError(message)
    return text


def read_json(path: Path) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what a JSON file holds.

    Raises:
        RefusedError: It cannot be read, is too large or nested too deeply, or is no JSON.
    """
    text = read_text(path)
    if sum(map(text.count, ",[{")) > MOST_VALUES or _nesting(text) > MOST_NESTING:
        message = f"{one_line(str(path))} holds more, or more deeply nested, than is read."
        raise RefusedError(message)
    try:
        return json.loads(text, parse_constant=_no_number, parse_float=_number)
    except ValueError as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        message = f"{one_line(str(path))} is no JSON{where}. Name another file."
        raise RefusedError(message) from error


def csv_rows(text: str, name: str, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a table (RFC 4180), each with the number of its last line; not empty ones.

    Args:
        text: The table.
        name: What the file is called.
        delimiter: What stands between cells.

    Raises:
        RefusedError: It has more than `MOST_ROWS`, or is no such table.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    count = 0
    try:
        for row in reader:
            if row:
                count += 1
                require_few(count, name)
                yield reader.line_num, row
    except csv.Error as error:
        message = f"{one_line(name)}, line {reader.line_num}: this is no CSV ({error})."
        raise RefusedError(message) from error


def require_few(count: int, name: str) -> None:
    """Check that a file has no more rows than one may have.

    Raises:
        RefusedError: It has.
    """
    if count > MOST_ROWS:
        message = f"{one_line(name)} has more than {MOST_ROWS:,} rows. Split it into several files."
        raise RefusedError(message)


def read_zip(path: Path) -> Mapping[str, bytes]:
    """Return the files in a zip by their names; nothing is written anywhere.

    Raises:
        RefusedError: It cannot be read, holds or unpacks to too much, or a name leads out of it.
    """
    # Imported on need: most formats are plain files.
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415
    from zlib import error as ZlibError  # noqa: N812, PLC0415 - a class, though called otherwise

    require_modest(path, MOST_PACKED)
    try:
        with ZipFile(path) as packed:
            return _unpacked(packed, path)
    except (BadZipFile, ZlibError, EOFError, RuntimeError, UnicodeError) as error:
        message = f"{one_line(str(path))} is damaged, or no zip file. Name another one."
        raise RefusedError(message) from error
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _unpacked(packed: ZipFile, path: Path) -> Mapping[str, bytes]:
    members = [member for member in packed.infolist() if not member.filename.endswith("/")]
    if len(members) > MOST_MEMBERS:
        message = f"{one_line(str(path))} holds more than {MOST_MEMBERS:,} files."
        raise RefusedError(message)
    content: dict[str, bytes] = {}
    left = MOST_BYTES
    for member in members:
        _require_inside(member, path)
        # What a zip says of its sizes may be wrong, so the bytes themselves are counted.
        with packed.open(member) as file:
            content[member.filename] = file.read(left + 1)
        left -= len(content[member.filename])
        if left < 0:
            raise _too_large(path)
    return content


def _require_inside(member: ZipInfo, path: Path) -> None:
    name = member.filename
    parts = {*PurePosixPath(name).parts, *PureWindowsPath(name).parts}
    if ".." in parts or name.startswith(("/", "\\")) or PureWindowsPath(name).drive:
        message = f"{one_line(str(path))} holds {quoted(name)}, a name that leads out of it."
        raise RefusedError(message)
    if member.flag_bits & _ENCRYPTED:
        message = f"{one_line(str(path))} is locked by a password. Export it without one."
        raise RefusedError(message)
    if member.compress_type not in _PACKINGS:
        message = f"{one_line(str(path))} is packed in a way that is not read. Pack it anew."
        raise RefusedError(message)


def _nesting(text: str) -> int:
    depth = deepest = 0
    for bracket in _BRACKET.finditer(_STRING.sub("", text)):
        depth += 1 if bracket[0] in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _number(digits: str) -> float:
    number = float(digits)
    if number in {float("inf"), float("-inf")}:
        _no_number(digits)
    return number


def _no_number(digits: str) -> NoReturn:
    message = f"{digits} is no number that can be kept"
    raise ValueError(message)


def _too_large(path: Path, most: int = MOST_BYTES) -> RefusedError:
    return RefusedError(f"{one_line(str(path))} holds more than {most >> 20} MB, and is not read.")


def _unreadable(path: Path, error: OSError | ValueError) -> RefusedError:
    reason = error.strerror if isinstance(error, OSError) else "this is no name of a file"
    return RefusedError(f"{one_line(str(path))} cannot be read: {reason}.")
