"""The store: tables of documents on disk, written so that nothing acknowledged is lost."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from habits.store.ops import Commit, Document, Op
    from habits.store.store import Store

__all__ = ["Commit", "Document", "Op", "Store"]

_MODULE_OF: Final = {"Commit": "ops", "Document": "ops", "Op": "ops", "Store": "store"}


def __getattr__(name: str) -> object:
    """Import the module that a name is in: to find a home takes none of them."""
    if name not in _MODULE_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value
