"""A git repository beside a folder of the same segments, so that hands can be laid on them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from habits.sync.git import GitTransport
from habits.sync.transport import NAME_FORM, number_of
from tests.sync.repositories import bare, contents_of, git

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    Segments = dict[str, bytes]


class Mirror:
    """A repository, and a folder that shows it: what is changed there by hand is changed in both.

    Attributes:
        repository: The repository.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self.repository = bare(path)
        self._folder = folder
        self._shown: Segments = {}
        self._tips = ""

    def settle(self) -> None:
        """Let both be the same."""
        found = {
            str(file.relative_to(self._folder)): file.read_bytes()
            for file in self._folder.rglob("*.seg")
            if NAME_FORM.fullmatch(file.name)
        }
        changed = {name.partition("/")[0] for name, _ in found.items() ^ self._shown.items()}
        for device in changed:
            self._write(device, {name: found[name] for name in found if _is_of(name, device)})
        tips = git(self.repository, "for-each-ref")
        if tips != self._tips:
            self._show(found)
        self._tips = tips

    def _write(self, device: str, segments: Segments) -> None:
        ref = f"refs/heads/rapport/{device}"
        stream = [f"reset {ref}\ncommit {ref}\ncommitter x <x> 0 +0000\ndata 0\n".encode()]
        for name, sealed in sorted(segments.items()):
            path = f"{number_of(name.partition('/')[2]) // 256:06}/{name.partition('/')[2]}"
            stream.append(b"M 100644 inline %s\ndata %d\n" % (path.encode(), len(sealed)))
            stream.append(sealed + b"\n")
        git(self.repository, "fast-import", "--quiet", "--force", given=b"".join(stream))
        self._shown = {
            name: sealed for name, sealed in self._shown.items() if not _is_of(name, device)
        } | segments

    def _show(self, found: Segments) -> None:
        self._shown = contents_of(self.repository)
        for name in found.keys() - self._shown.keys():
            # Not by what a fault may befall.
            os.unlink(self._folder / name)  # noqa: PTH108 - as said
        for name, sealed in self._shown.items():
            if found.get(name) != sealed:
                (self._folder / name).parent.mkdir(exist_ok=True)
                (self._folder / name).write_bytes(sealed)


def _is_of(name: str, device: str) -> bool:
    return name.partition("/")[0] == device


class Mirrored:
    """The git transport to such a repository, as `Transport`."""

    def __init__(self, mirror: Mirror, cache: Path) -> None:
        self._mirror = mirror
        self._git = GitTransport(str(mirror.repository), cache)

    def describe(self) -> str:
        """Return where this is."""
        return self._git.describe()

    def names(self) -> Mapping[str, frozenset[str]]:
        """Return the names of all segments by device."""
        self._mirror.settle()
        return self._git.names()

    def fetch(self, device: str, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Yield segments of a device with their bytes."""
        return self._git.fetch(device, names)

    def publish(self, device: str, add: Mapping[str, bytes], drop: Collection[str]) -> None:
        """Put segments on a device's shelf, and take others away."""
        self._git.publish(device, add, drop)

    def forget(self, device: str) -> None:
        """Take a device's whole shelf away."""
        self._git.forget(device)
