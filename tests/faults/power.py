"""A disk that forgets: what may be on it when the power goes, after every call that changes it.

What was synced is there. Written bytes that were not may be there, cut anywhere, zeroed, or not at
all. Of the names that changed in a folder since it was synced, the first few are there: any number
of them. A file's own sync says nothing about its name.
"""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

FOLDER: Final = -1
"""What a name stands for that is one of a folder."""


class Renaming(NamedTuple):
    """A change of names in a folder that is not durable yet.

    Attributes:
        folder: The folder.
        names: What each name stands for afterwards; None where it stands for nothing.
    """

    folder: str
    names: dict[str, int | None]


class ForgetfulDisk:
    """Watches the calls of a process below a folder, and knows what of it is durable."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._ids = count(1)
        self._id_of: dict[int, int] = {}
        self._now: dict[int, bytes] = {}
        self._synced: dict[int, bytes] = {}
        self._durable: dict[str, int] = {}
        self._pending: list[Renaming] = []
        self.after_each: Callable[[str], None] = lambda _: None

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Stand between the store and the system."""
        with pytest.MonkeyPatch.context() as patch:
            for name in ("open", "write", "ftruncate", "replace", "rename", "link", "unlink",
                         "mkdir", "fsync", "fdatasync"):  # fmt: skip
                patch.setattr(os, name, self._watched(name, getattr(os, name)))
            yield

    def image(self, chance: random.Random, target: Path) -> None:
        """Make a folder that holds what may be on the disk now."""
        names = dict(self._durable)
        for folder in dict.fromkeys(renaming.folder for renaming in self._pending):
            mine = [renaming.names for renaming in self._pending if renaming.folder == folder]
            for changed in mine[: chance.randint(0, len(mine))]:
                for name, key in changed.items():
                    names.pop(name, None)
                    if key is not None:
                        names[name] = key
        target.mkdir(mode=0o700)
        for name in sorted(names):
            path = target / Path(name).relative_to(self._root)
            if not path.parent.is_dir():
                continue
            if names[name] == FOLDER:
                path.mkdir(mode=0o700, exist_ok=True)
            else:
                path.write_bytes(self._content(chance, names[name]))
                path.chmod(0o600)

    def _content(self, chance: random.Random, key: int) -> bytes:
        synced, now = self._synced.get(key, b""), self._now.get(key, b"")
        if synced == now:
            return synced
        same = (a == b for a, b in zip(synced, now, strict=False))
        common = next(
            (at for at, is_same in enumerate(same) if not is_same), min(len(synced), len(now))
        )
        cut = chance.randint(common, max(len(now), common))
        zeroed = now[:cut] + b"\0" * (len(now) - cut)
        return chance.choice([synced, now, now[:cut], zeroed])

    def _watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - passed on
            before = self._before(name, args)
            result = call(*args, **kwargs)
            if getattr(self, f"_after_{name}")(args, result, before) is not False:
                self.after_each(name)
            return result

        return watched

    def _before(self, name: str, args: tuple[Any, ...]) -> Any:  # noqa: ANN401 - differs by call
        if name == "open":
            return os.path.lexists(args[0])
        if name == "unlink":
            return self._key_at(args[0])
        return None

    def _after_open(self, args: tuple[Any, ...], result: int, existed: Any) -> bool:  # noqa: ANN401
        if existed or not self._is_mine(args[0]) or not args[1] & os.O_CREAT:
            if existed and self._is_mine(args[0]) and args[1] & os.O_TRUNC:
                self._look(result)
            return False
        key = next(self._ids)
        self._id_of[os.fstat(result).st_ino] = key
        self._now[key] = b""
        self._rename(args[0], {str(args[0]): key})
        return True

    def _after_write(self, args: tuple[Any, ...], *_: object) -> bool:
        return self._look(args[0])

    def _after_ftruncate(self, args: tuple[Any, ...], *_: object) -> bool:
        return self._look(args[0])

    def _after_fsync(self, args: tuple[Any, ...], *_: object) -> bool:
        status = os.fstat(args[0])
        if stat.S_ISDIR(status.st_mode):
            self._sync_folder(str(Path(f"/proc/self/fd/{args[0]}").readlink()))
        elif key := self._id_of.get(status.st_ino):
            self._synced[key] = self._now[key]
        return True

    _after_fdatasync = _after_fsync

    def _after_replace(self, args: tuple[Any, ...], *_: object) -> bool:
        source, target = map(str, args[:2])
        return self._rename(target, {source: None, target: self._key_at(target)})

    _after_rename = _after_replace

    def _after_link(self, args: tuple[Any, ...], *_: object) -> bool:
        return self._rename(args[1], {str(args[1]): self._key_at(args[1])})

    def _after_unlink(self, args: tuple[Any, ...], *_: object) -> bool:
        return self._rename(args[0], {str(args[0]): None})

    def _after_mkdir(self, args: tuple[Any, ...], *_: object) -> bool:
        return self._rename(args[0], {str(args[0]): FOLDER})

    def _rename(self, path: object, names: dict[str, int | None]) -> bool:
        if self._is_mine(path):
            self._pending.append(Renaming(str(Path(str(path)).parent), names))
        return self._is_mine(path)

    def _sync_folder(self, folder: str) -> None:
        for renaming in [each for each in self._pending if each.folder == folder]:
            self._pending.remove(renaming)
            for name, key in renaming.names.items():
                self._durable.pop(name, None)
                if key is not None:
                    self._durable[name] = key

    def _look(self, descriptor: int) -> bool:
        key = self._id_of.get(os.fstat(descriptor).st_ino)
        if key is not None:
            self._now[key] = Path(f"/proc/self/fd/{descriptor}").read_bytes()
        return key is not None

    def _key_at(self, path: object) -> int | None:
        try:
            return self._id_of.get(os.stat(str(path)).st_ino)  # noqa: PTH116 - as the store does
        except FileNotFoundError:
            return None

    def _is_mine(self, path: object) -> bool:
        return str(path).startswith(self._root + "/") or str(path) == self._root
