"""The store: tables of documents on disk, written so that nothing acknowledged is lost.

Its modules are imported when they are needed: to find a home takes none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.on_demand import names_from

if TYPE_CHECKING:
    from habits.store.ops import Commit, Document, Op
    from habits.store.store import Store

__all__ = ["Commit", "Document", "Op", "Store"]

__getattr__ = names_from(__name__, {"ops": "Commit Document Op", "store": "Store"})
