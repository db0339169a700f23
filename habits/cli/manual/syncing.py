"""The pages of syncing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.manual.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGES: Final[Mapping[str, Page]] = {
    "sync": Page(
        more="Exit codes: 3 out of reach; 4 not let in; 5 another key. Your changes are safe here.",
        examples=(("rapport sync", "send what was done here, and take in what others did"),),
    ),
    "sync setup": Page(
        more="Exit codes: 3 out of reach; 4 not let in; 5 another key. Your changes are safe here.",
        examples=(
            (
                "rapport sync setup dir:~/Dropbox/rapport",
                "the first machine; it shows the recovery key once",
            ),
        ),
    ),
    "sync join": Page(
        more="Exit codes: 3 out of reach; 4 not let in; 5 another key. Your changes are safe here.",
        examples=(
            ("rapport sync join dir:~/Dropbox/rapport", "each further one; type the recovery key"),
        ),
    ),
    "sync status": Page(
        more="Exit codes: 3 out of reach; 4 not let in; 5 another key. Your changes are safe here.",
        examples=(("rapport sync status", "synced 2m; 3 to send; offline, 3 to send"),),
    ),
    "sync devices": Page(
        more="Exit codes: 3 out of reach; 4 not let in; 5 another key. Your changes are safe here.",
        examples=(("rapport sync devices", "the other machines, with their ids"),),
    ),
    "sync forget": Page(
        more="Exit codes: 3 out of reach; 4 not let in; 5 another key. Your changes are safe here.",
        examples=(
            ("rapport sync forget a1b2c3d4e5f6", "that machine is gone; what it logged stays"),
        ),
    ),
    "sync rekey": Page(
        more="Exit codes: 3 out of reach; 4 not let in; 5 another key. Your changes are safe here.",
        examples=(("rapport sync rekey", "a key was seen by somebody: make a new one"),),
    ),
    "sync off": Page(
        more="Exit codes: 3 out of reach; 4 not let in; 5 another key. Your changes are safe here.",
        examples=(("rapport sync off", "this machine alone stops"),),
    ),
}
"""The pages, by command."""
