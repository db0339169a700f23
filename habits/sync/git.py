"""The git transport: any git remote, where each device writes to a branch of its own.

A segment is a file of that branch. What is added makes one commit more; where something goes, the
branch becomes one commit without a past, so that nothing of it can be read there any more. Only
git's plumbing is used, on a repository without files or index that holds what was fetched: a cache,
which is made anew where it is damaged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from habits.errors import OfflineError, SignInError
from habits.sync.git_program import Git
from habits.sync.git_troubles import DamagedCacheError, OvertakenError, puzzling
from habits.sync.transport import DEVICE_FORM, NAME_FORM, number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

Result = TypeVar("Result")

_THERE: Final = "refs/heads/rapport/"
_HERE: Final = "refs/rapport/"
_COMMITTER: Final = "rapport <rapport@localhost> 0 +0000"
_TRIES: Final = 3
_PER_FOLDER: Final = 256
"""How many segments a folder of a branch holds; what a commit more costs there is by it."""

_CHANGED: Final = re.compile(r"^ . .* -> ", re.MULTILINE)
_REWRITTEN: Final = re.compile(r"^ [+-] .* -> ", re.MULTILINE)
"""How `git fetch` tells that a branch went on, and that it lost something of what it was."""


class _Shelf(NamedTuple):
    """A device's branch.

    Attributes:
        tip: Its newest commit; empty where there is none.
        blobs: Git's names of the segments, by ours.
    """

    tip: str
    blobs: Mapping[str, str]


_NONE: Final = _Shelf("", {})


class GitTransport:
    """A git repository that all machines of a user reach."""

    def __init__(self, remote: str, cache: Path, *, may_ask: bool = False) -> None:
        """Take a repository.

        Args:
            remote: It, as git names it.
            cache: The folder of what was fetched of it.
            may_ask: Whether git and ssh may ask the user to sign in.
        """
        self._remote = remote
        self._git = Git(cache, remote, may_ask=may_ask)
        self._known: dict[str, _Shelf] | None = None

    def describe(self) -> str:
        """Return where this is, as the user named it."""
        return self._remote

    def names(self) -> Mapping[str, frozenset[str]]:
        """Return the names of all segments by device; as `Transport.names`."""
        shelves = self._mended(self._look)
        return {device: frozenset(shelf.blobs) for device, shelf in shelves.items() if shelf.blobs}

    def fetch(self, device: str, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Yield segments of a device with their bytes; as `Transport.fetch`."""
        yield from self._mended(lambda: self._read(self._shelf(device), sorted(names)))

    def publish(self, device: str, add: Mapping[str, bytes], drop: Collection[str]) -> None:
        """Bring segments to a device's branch and take others away; as `Transport.publish`."""
        self._mended(lambda: self._publish(device, add, drop))

    def forget(self, device: str) -> None:
        """Take a device's whole branch away, if there is one."""
        self._mended(lambda: self._publish(device, {}, self._shelf(device).blobs))

    def _mended(self, act: Callable[[], Result]) -> Result:
        """Do something, once more with a new cache where that was damaged."""
        try:
            return act()
        except DamagedCacheError:
            self._git.discard()
            self._known = None
        try:
            return act()
        except DamagedCacheError as error:
            raise puzzling(self._remote, str(error)) from error

    def _shelf(self, device: str) -> _Shelf:
        known = self._look() if self._known is None else self._known
        return known.get(device, _NONE)

    def _look(self) -> dict[str, _Shelf]:
        """Fetch all branches, and return what is on them."""
        self._git.make()
        said = self._git.there(
            *"fetch --prune --no-tags --no-write-fetch-head --no-progress --".split(),
            self._remote,
            f"+{_THERE}*:{_HERE}*",
        )
        if _CHANGED.search(said.words):
            self._tidy(is_rewritten=bool(_REWRITTEN.search(said.words)))
        self._known = {}
        listed = self._git.here("for-each-ref", "--format=%(objectname) %(refname)", _HERE)
        for line in listed.decode().splitlines():
            tip, _, ref = line.partition(" ")
            device = ref.removeprefix(_HERE)
            if DEVICE_FORM.fullmatch(device):
                self._known[device] = _Shelf(tip, self._blobs(tip))
        return self._known

    def _tidy(self, *, is_rewritten: bool) -> None:
        """Keep the cache small, and take out of it at once what is no longer at the remote."""
        how = ("--prune=now",) if is_rewritten else ("--auto",)
        settings = "-c gc.auto=6700 -c gc.autoDetach=false -c gc.pruneExpire=now".split()
        self._git.here(*settings, "gc", "--quiet", *how)

    def _blobs(self, tip: str) -> dict[str, str]:
        blobs = {}
        for line in self._git.here("ls-tree", "-r", "-z", tip).decode(errors="replace").split("\0"):
            about, _, path = line.partition("\t")
            name = path.rpartition("/")[2]
            if NAME_FORM.fullmatch(name) and path == _path(name) and " blob " in about:
                blobs[name] = about.rpartition(" ")[2]
        return blobs

    def _read(self, shelf: _Shelf, names: Collection[str]) -> list[tuple[str, bytes]]:
        there = [name for name in names if name in shelf.blobs]
        asked = "".join(f"{shelf.blobs[name]}\n" for name in there)
        data = self._git.here("cat-file", "--batch", given=asked.encode())
        read, at = [], 0
        for name in there:
            begin = data.index(b"\n", at) + 1
            _, kind, *size = data[at:begin].split()
            if not size:
                raise DamagedCacheError(kind.decode())
            at = begin + int(size[0]) + 1
            read.append((name, data[begin : at - 1]))
        return read

    def _publish(self, device: str, add: Mapping[str, bytes], drop: Collection[str]) -> None:
        for _ in range(_TRIES):
            shelf = self._shelf(device)
            commit = self._commit(device, shelf, add, drop)
            if commit == shelf.tip or self._replace(device, shelf.tip, commit):
                self._tidy(is_rewritten=bool(drop))
                return
            self._look()
        message = (
            f"{self._remote} took nothing: others write to the same branch there, or somebody left "
            "it locked. Your changes are safe here; try again later."
        )
        raise OfflineError(message)

    def _commit(
        self, device: str, shelf: _Shelf, add: Mapping[str, bytes], drop: Collection[str]
    ) -> str:
        """Return the commit that a device's branch becomes; an empty name where nothing is left."""
        kept = {name: blob for name, blob in shelf.blobs.items() if name not in drop}
        new = {name: sealed for name, sealed in add.items() if name not in kept}
        if not new and not (drop and kept):
            return "" if drop else shelf.tip
        files = [_inlined(name, sealed) for name, sealed in sorted(new.items())]
        if not drop and shelf.tip:
            return self._import(device, [f"from {shelf.tip}\n".encode(), *files])
        kept_files = [f"M 100644 {blob} {_path(name)}\n".encode() for name, blob in kept.items()]
        return self._import(device, [*kept_files, *files])

    def _import(self, device: str, content: Iterable[bytes]) -> str:
        """Return a commit of some content, as of now the branch of a device here.

        It has no date of its own, so that the same segments without a past are the same commit.
        """
        head = f"commit {_HERE}{device}\nmark :1\ncommitter {_COMMITTER}\ndata 0\n".encode()
        given = b"".join([head, *content, b"get-mark :1\ndone\n"])
        words = "fast-import --quiet --force --done".split()
        return self._git.here(*words, given=given).decode().strip()

    def _replace(self, device: str, tip: str, commit: str) -> bool:
        """Let a branch at the remote go from one commit to another.

        Where it may not be taken away, since it is the repository's first, it becomes empty.

        Returns:
            Whether it did; else it was no longer at the first.
        """
        try:
            return self._push(device, tip, commit)
        except SignInError:
            if commit:
                raise
        return self._push(device, tip, self._import(device, ()))

    def _push(self, device: str, tip: str, commit: str) -> bool:
        there = f"{_THERE}{device}"
        words = "push --porcelain --no-verify --no-progress".split()
        lease = f"--force-with-lease={there}:{tip}"
        try:
            self._git.there(*words, lease, "--", self._remote, f"{commit}:{there}")
        except OvertakenError:
            return False
        if not commit:
            self._git.here("update-ref", "-d", f"{_HERE}{device}")
        self._known = None
        return True


def _path(name: str) -> str:
    return f"{number_of(name) // _PER_FOLDER:06}/{name}"


def _inlined(name: str, sealed: bytes) -> bytes:
    return b"M 100644 inline %s\ndata %d\n%s\n" % (_path(name).encode(), len(sealed), sealed)
