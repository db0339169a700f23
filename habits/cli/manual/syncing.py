"""The pages of syncing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.manual.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

_CODES: Final = (
    "Exit codes: 3 the place is out of reach, 4 it does not let us in, 5 another key or something "
    "damaged there, 6 a newer rapport has sent something, 7 the disk. Whatever it is, your changes "
    "are safe here."
)
_PLACE: Final = (
    "REMOTE is a folder that a syncer carries, dir:~/Dropbox/rapport, or a git repository, "
    "box:rapport.git or git@host:me/rapport.git. Everything is sealed before it leaves."
)

PAGES: Final[Mapping[str, Page]] = {
    "sync": Page(
        more="Once a home syncs, the app does this by itself: when it opens, soon after each edit, "
        f"every ten minutes and when it is left.\n\n{_CODES}",
        examples=(("rapport sync", "send what was done here, and take in what others did"),),
        see=("sync status", "sync doctor"),
    ),
    "sync setup": Page(
        more=f"{_PLACE} The recovery key is printed: keep it where you keep passwords, for every "
        f"further machine asks for it.\n\n{_CODES}",
        examples=(("rapport sync setup dir:~/Dropbox/rapport", "the first machine"),),
        see=("sync join",),
    ),
    "sync join": Page(
        more=f"{_PLACE} What was logged on this machine before stays, and goes to the others. "
        f"Without REMOTE it takes a new key for the place of before.\n\n{_CODES}",
        examples=(
            ("rapport sync join dir:~/Dropbox/rapport", "each further one; type the recovery key"),
        ),
        see=("sync setup", "sync devices"),
    ),
    "sync status": Page(
        more="It reaches for nothing: it says how the last syncing went and what waits since.",
        examples=(
            ("rapport sync status", "synced 2m; 3 to send; offline, 3 to send"),
            ("rapport sync status --json", "for a script, with the time and the trouble"),
        ),
        see=("sync doctor",),
    ),
    "sync devices": Page(
        more="The id at the left is what 'rapport sync forget' takes.",
        examples=(("rapport sync devices", "this machine first, then the others"),),
        see=("sync forget",),
    ),
    "sync doctor": Page(
        more="It says whether the place is named and reached, the key is here and git is found, "
        "opens all that is at the place, and sends again what of this machine is damaged or gone "
        f"there.\n\n{_CODES}",
        examples=(("rapport sync doctor", "something was said to be damaged or gone"),),
        see=("sync status", "doctor"),
    ),
    "sync forget": Page(
        more="For a machine that is sold or lost. What it had sent stays; what it had not is on it "
        f"alone. Make a new key too where it may be in other hands.\n\n{_CODES}",
        examples=(
            ("rapport sync forget a1b2c3d4e5f6", "that machine is gone; what it logged stays"),
        ),
        see=("sync devices", "sync rekey"),
    ),
    "sync rekey": Page(
        more="All that is at the place is sealed anew. Each other machine needs "
        f"'rapport sync join' with the new key.\n\n{_CODES}",
        examples=(("rapport sync rekey", "a key was seen by somebody: make a new one"),),
        see=("sync join",),
    ),
    "sync off": Page(
        more="Nothing is taken away, here or at the place. On another machine "
        "'rapport sync forget' takes this one's part away.",
        examples=(("rapport sync off", "this machine alone stops"),),
        see=("sync forget",),
    ),
}
"""The pages, by command."""
