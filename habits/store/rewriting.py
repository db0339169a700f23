"""Rewriting: a segment with some of its lines taken out or changed; erasing alone does that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from habits.store.files import replace_durably
from habits.store.lines import DamagedLineError, NewerLineError, decode, encode, goes_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from habits.store.erasure import Erasure
    from habits.store.lines import Line


def rewrite(path: Path, erasure: Erasure) -> None:
    """Put a segment in its own place that tells no more of what is erased.

    A line that cannot be read goes if it seems to tell of it, and stays as it is otherwise.

    Raises:
        OSError: It cannot be read or written; the segment is as it was.
    """
    content = path.read_bytes()
    rewritten = b"".join(_rewritten(content, erasure))
    if rewritten != content:
        replace_durably(path, rewritten)


class _Piece(NamedTuple):
    """A line as it stands in a segment.

    Attributes:
        written: Its bytes.
        line: What it says; None where it cannot be read.
        is_hurt: Whether it was whole once.
    """

    written: bytes
    line: Line | None
    is_hurt: bool = False


def _rewritten(content: bytes, erasure: Erasure) -> Iterator[bytes]:
    for batch in _batches(_pieces(content)):
        yield from _rewritten_batch(batch, erasure)


def _pieces(content: bytes) -> Iterator[_Piece]:
    *whole, last = content.split(b"\n")
    for written in [*(line + b"\n" for line in whole), last]:
        try:
            yield _Piece(written, decode(written.removesuffix(b"\n")))
        except DamagedLineError as error:
            yield _Piece(written, None, not error.is_cut)
        except NewerLineError:
            yield _Piece(written, None)


def _batches(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Yield the lines that were written together; what cannot be read goes with those before it."""
    batch: list[_Piece] = []
    last: Line | None = None
    for piece in pieces:
        if piece.line is not None:
            if last is not None and not goes_on(last, piece.line):
                yield batch
                batch = []
            last = piece.line
        batch.append(piece)
    yield batch


def _rewritten_batch(batch: list[_Piece], erasure: Erasure) -> Iterator[bytes]:
    """Yield what stays of a batch, so that it still counts if it did, and only then."""
    is_hurt = any(piece.is_hurt for piece in batch)
    missing = 0 if is_hurt else min((piece.line.more for piece in batch if piece.line), default=0)
    kept = [
        (piece, line)
        for piece in batch
        if (line := erasure.line(piece.line, piece.written) if piece.line else None) is not None
        or (piece.line is None and not erasure.is_told_in(piece.written))
    ]
    left = sum(line is not None for _, line in kept)
    for piece, line in kept:
        if line is None:
            yield piece.written
            continue
        left -= 1
        renumbered = line._replace(more=left + missing)
        yield piece.written if renumbered == piece.line else encode(renumbered)
