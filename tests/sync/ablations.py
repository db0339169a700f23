"""Takes the safeguards of syncing away one at a time: `python -m tests.sync.ablations`.

The tests of syncing go red over each, or the safeguard is not tested.
"""

from __future__ import annotations

import sys
from typing import Final

from tests.mutants import Mutant, all_are_caught

TESTS: Final = ("tests/sync",)

ABLATIONS: Final = (
    Mutant("a line that came counts as sent, whatever stands before it", "sync/exchange.py",
           "if offset == arrival.begin:", "if True:"),
    Mutant("what was sealed is forgotten before the remote has it", "sync/exchange.py",
           "    publish(here, state)",
           "    pending, state.pending = state.pending, {}\n    write_state(here.home, state)\n"
           "    state.pending = pending\n    publish(here, state)"),
    Mutant("the place of a log is kept before what it holds is", "sync/exchange.py",
           "    keep_sealed(here, state, groups, [",
           "    write_state(here.home, state)\n    keep_sealed(here, state, groups, ["),
    Mutant("a segment is known before its lines are here", "sync/exchange.py",
           "    arrivals = receive(here.home, found.groups())",
           "    note(here, state, found)\n    write_state(here.home, state)\n"
           "    arrivals = receive(here.home, found.groups())"),
    Mutant("old segments go before the new ones are there", "sync/folder.py",
           "            for name, sealed in sorted(add.items()):",
           "            for name in drop:\n"
           "                (shelf / name).unlink(missing_ok=True)\n"
           "            for name, sealed in sorted(add.items()):"),
    Mutant("a packing leaves out what others wrote", "sync/exchange.py",
           "{*state.carries, here.device} if", "{here.device} if"),
    Mutant("nothing is packed anew after an erasing", "sync/exchange.py",
           "is_repack = is_rewritten or", "is_repack = False or"),
    Mutant("nothing is packed anew for a new key", "sync/exchange.py",
           "is_repack |= state.public != here.keys.public", "pass"),
    Mutant("what is lost at the remote is not looked for", "sync/exchange.py",
           "    gone = lost(here, state, found)", "    gone: list[str] = []"),
    Mutant("what replaces others is not remembered", "sync/pulling.py",
           "state.replaced.update(header.replaces)", "pass"),
    Mutant("the state of another device counts", "sync/state.py",
           'if known["device"] != device:', "if False:"),
    Mutant("our own segments are not taken in", "sync/pulling.py",
           "    for shelf, names in sorted(found.names.items()):",
           "    for shelf, names in sorted(found.names.items()):\n"
           "        if shelf == here.device:\n            continue"),
    Mutant("half a segment counts", "sync/pulling.py",
           "if not is_whole(name, content):", "if False:"),
    Mutant("a log that is another one goes unnoticed", "sync/exchange.py",
           "if not missing and not any(piece.is_another for piece in present):", "if True:"),
    Mutant("what came twice is kept twice", "store/carrying.py",
           "if not held.issuperset(group.lines)", "if True"),
    Mutant("lines that were written together travel alone", "store/carrying.py",
           "if group and not goes_on(group[-1][0], line):", "if group:"),
    Mutant("of two equally old writings the first holds", "store/merge.py",
           "to_json(value) > to_json(other)", "False"),
    Mutant("a forgotten machine's lines are not taken over", "sync/syncing.py",
           "carried=authors)", "carried=())"),
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(0 if all_are_caught(ABLATIONS, TESTS) else 1)
