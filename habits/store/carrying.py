"""Carrying: the lines of a home's logs that go to other machines, and those that come from them.

Lines that count together are carried together, as they stand in the log.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.errors import StoreError
from habits.store.files import reading
from habits.store.lines import DamagedLineError, Kind, NewerLineError, decode, encode, goes_on
from habits.store.lock import exclusive
from habits.store.logs import SUFFIX, fetch, is_of, segments
from habits.store.writer import append, own_segment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from habits.store.home import Home
    from habits.store.lines import Line
    from habits.store.logs import Stretch
    from habits.store.snapshot import Place

_FEW: Final = 16
"""Up to how many lines are found in a long log sooner than it is parted into its own."""


_NOT_THE_LAST: Final = re.compile(rb'"m":\d+,"c":"[0-9a-f]{8}"}\n')
"""The end of a line that counts together with one that comes after it."""


class Group(NamedTuple):
    """Lines that count together or not at all.

    Attributes:
        author: In whose log they stand.
        written: They as they stand there, each with its line end.
        erasings: Which records they erase, each named with the erasing's own stamp.
    """

    author: str
    written: bytes
    erasings: frozenset[str] = frozenset()

    @property
    def lines(self) -> list[bytes]:
        """Its lines, without their line ends."""
        return self.written.split(b"\n")[:-1]


class Piece(NamedTuple):
    """What of a log stands behind a place.

    Attributes:
        name: The log's name.
        groups: What counts of it.
        place: The place behind them.
        is_another: Whether the log is not the one that the place was in; then this is all of it.
    """

    name: str
    groups: list[Group]
    place: Place
    is_another: bool


class Arrival(NamedTuple):
    """What was put into a log.

    Attributes:
        name: The log's name.
        begin: How long the log was before, in bytes.
        place: The place behind it.
        groups: How many groups are new.
    """

    name: str
    begin: int
    place: Place
    groups: int


def pieces(home: Home, places: Mapping[str, Place]) -> list[Piece]:
    """Return what stands in each log of a home behind its place.

    Raises:
        StoreError: A log cannot be read, or another process held the home all the while.
    """
    with exclusive(home.lock):
        stretches = _stretches(home, places)
    # What the lines say is looked at when nobody has to wait for it any more.
    return [_piece(stretch) for stretch in stretches]


def acts_behind(home: Home, places: Mapping[str, Place]) -> int:
    """Return how many acts stand in the logs of a home behind their places.

    It waits for no writer, and looks at no line closely: it is asked between two keys.

    Raises:
        StoreError: A log cannot be read.
    """
    stretches = (each for each in _stretches(home, places) if not each.restarted)
    return sum(_acts_in(each.content[each.begin :]) for each in stretches)


def receive(home: Home, groups: Iterable[Group]) -> list[Arrival]:
    """Put what others wrote into the logs of a home, durably; what is there already is left out.

    Whoever has the home open takes it in as the writing of another process.

    Raises:
        StoreError: A log cannot be read or written. What was put there before may come again.
    """
    by_author: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_author[group.author].append(group)
    try:
        with exclusive(home.lock):
            arrivals = (_put(home.ops, author, mine) for author, mine in by_author.items())
            return [arrival for arrival in arrivals if arrival is not None]
    except OSError as error:
        message = f"{error.filename or home.ops} cannot be read or written: {error.strerror}."
        raise StoreError(message) from error


def groups_of(author: str, written: Iterable[bytes], counted: Iterable[Line]) -> Iterator[Group]:
    """Yield lines in the groups in which they count.

    Args:
        author: In whose log they stand.
        written: They as they stand there, and others between them that do not count.
        counted: What they say. Where one of a group is lost, the others count without it.
    """
    group: list[tuple[Line, bytes]] = []
    for line, each in _paired([each for each in written if each], list(counted)):
        if group and not goes_on(group[-1][0], line):
            yield _group(author, group)
            group = []
        group.append((line, each))
    if group:
        yield _group(author, group)


def _paired(written: list[bytes], counted: list[Line]) -> Iterator[tuple[Line, bytes]]:
    """Yield what lines say, each with how it stands written."""
    if len(written) == len(counted):
        # All count, as nearly always: to read each again is most of what a first syncing takes.
        yield from zip(counted, written, strict=True)
        return
    waiting = deque(counted)
    for each in written:
        if waiting and _line(each) == waiting[0]:
            yield waiting.popleft(), each


def author_of(name: str) -> str:
    """Return whose a log is."""
    return name.removesuffix(SUFFIX).rpartition("-")[0]


def _stretches(home: Home, places: Mapping[str, Place]) -> list[Stretch]:
    with reading(home.ops):
        return [fetch(path, places.get(path.name, (0, ""))) for path in segments(home.ops)]


def _acts_in(content: bytes) -> int:
    """Return how many groups end in what is written."""
    return content.count(b"\n") - len(_NOT_THE_LAST.findall(content))


def _piece(stretch: Stretch) -> Piece:
    found = stretch.read()
    written = stretch.up_to(found.place).split(b"\n")
    groups = groups_of(author_of(stretch.name), written, found.lines)
    return Piece(stretch.name, list(groups), found.place, found.restarted)


def _line(written: bytes) -> Line | None:
    try:
        return decode(written)
    except (DamagedLineError, NewerLineError):
        return None


def _group(author: str, lines: list[tuple[Line, bytes]]) -> Group:
    left = len(lines)
    written = []
    for line, as_it_stands in lines:
        left -= 1
        is_whole = line.more == left
        written.append(as_it_stands + b"\n" if is_whole else encode(line._replace(more=left)))
    erasings = frozenset(
        f"{line.table} {line.key:x} {line.stamp} {line.device}"
        for line, _ in lines
        if line.kind is Kind.ERASE
    )
    return Group(author, b"".join(written), erasings)


def _put(folder: Path, author: str, groups: Collection[Group]) -> Arrival | None:
    own = [path for path in segments(folder) if is_of(path.name, author)]
    sizes = {path.name: (path.stat().st_size, "") for path in own}
    held = _held(own, {line for group in groups for line in group.lines})
    new = {group.written: None for group in groups if not held.issuperset(group.lines)}
    if not new:
        return None
    name = own_segment(sizes, author)
    begin, _ = sizes.get(name, (0, ""))
    return Arrival(name, begin, append(folder / name, b"".join(new)), len(new))


def _held(paths: Iterable[Path], lines: set[bytes]) -> set[bytes]:
    """Return which of some lines stand in logs."""
    contents = [path.read_bytes() for path in paths]
    if len(lines) <= _FEW:
        return {line for line in lines if any(_stands(line, content) for content in contents)}
    return {line for content in contents for line in content.split(b"\n")}


def _stands(line: bytes, content: bytes) -> bool:
    return b"\n%s\n" % line in content or content.startswith(b"%s\n" % line)
