"""Syncs a home once for an app that is open on it: `python -m habits.cli.sync_behind HOME`.

A process of its own holds up no key, whatever it waits for or reckons, and can be ended at any
step.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from habits.cli.output import allow_any_text, say
from habits.cli.sync_words import outcome_words
from habits.clock import SystemClock, fixed_clock
from habits.errors import RapportError
from habits.service.sync_site import Site, sync_site
from habits.store.home import Home
from habits.sync.syncing import BusyError
from habits.text import one_line

BUSY: Final = 75
"""What it ends with where another process syncs the home: the usual code for "try again"."""

_NICE: Final = 10
"""How far it stands back where others want the processor."""


def main(path: str, now: str = "") -> int:
    """Sync a home, print a line for each thing that there is to tell, and return the exit code."""
    allow_any_text()
    clock = fixed_clock(now) if now else SystemClock()
    try:
        outcome = sync_site(Site.of(Home(Path(path)), clock))
    except BusyError:
        return BUSY
    except RapportError as error:
        say(one_line(str(error)))
        return error.exit_code
    told = outcome.told()
    for each in told:
        say(one_line(each.words))
    say(outcome_words(outcome))
    return outcome.refusal.exit_code if outcome.refusal else 0


if __name__ == "__main__":
    os.nice(_NICE)
    sys.exit(main(*sys.argv[1:]))
