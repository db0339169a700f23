"""Records that every home has: made where they never were, which is no act and is not undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.store.acts import Purpose
from habits.store.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.store.ops import Op
    from habits.store.store import Store

_DEFAULTS: Final = Purpose(is_act=False)


def put_defaults(store: Store, ops: Iterable[Op], *, saves: bool = True) -> None:
    """Make the records that never were there.

    Args:
        store: The home.
        ops: What makes them.
        saves: Whether the TinyDB file is made anew, so that it holds them.

    Raises:
        StoreError: They could not be made durable; nothing has changed.
    """
    ops = tuple(ops)
    if store.replica.is_read_only or not _missing(store, ops):
        return
    with store.writing():
        draft = Draft(store.replica.state, _missing(store, ops))
        store.replica.append(draft.lines(store.device, _DEFAULTS))
        if saves:
            store.replica.checkpoint()


def _missing(store: Store, ops: tuple[Op, ...]) -> tuple[Op, ...]:
    return tuple(op for op in ops if store.replica.state.is_unknown(op.table, op.key.int))
