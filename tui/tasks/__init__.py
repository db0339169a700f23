"""What lines are written for, each bound to its use case; imported on need: no start writes one."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from tui.tasks import (
        acts,
        decisions,
        outlook,
        papers,
        people,
        practices,
        promises,
        rests,
        weeks,
    )

__all__ = [
    "acts",
    "decisions",
    "outlook",
    "papers",
    "people",
    "practices",
    "promises",
    "rests",
    "weeks",
]


def __getattr__(name: str) -> ModuleType:
    """Return one of the modules, imported when it is first asked for (PEP 562)."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return import_module(f"{__name__}.{name}")
