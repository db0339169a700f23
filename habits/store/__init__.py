"""The store: tables of documents on disk, written so that nothing acknowledged is lost."""

from habits.store.ops import Commit, Document, Op
from habits.store.store import Store

__all__ = ["Commit", "Document", "Op", "Store"]
