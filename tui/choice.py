"""Choices: what a menu offers."""

from __future__ import annotations

from typing import Any, NamedTuple


class Choice(NamedTuple):
    """One of several things to choose from.

    Attributes:
        label: What it is called.
        detail: What it means.
        value: What is returned when it is chosen.
        why_not: Why it cannot be chosen now; empty where it can.
    """

    label: str
    detail: str
    value: Any
    why_not: str = ""
