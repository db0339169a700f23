"""Takes the safeguards of syncing away one at a time: `python -m tests.sync.ablations`.

The tests of syncing go red over each, or the safeguard is not tested.
"""

from __future__ import annotations

import sys
from typing import Final

from tests.mutants.planting import Mutant, all_are_caught

DIRECTED: Final = (
    "segments", "syncing", "deaths", "damage", "new_keys", "folder", "keys", "service",
)  # fmt: skip
"""What is looked at before the stories, which take longer."""

TESTS: Final = (
    *(f"tests/sync/test_{name}.py" for name in DIRECTED),
    "tests/sync/test_any_story.py",
)

ABLATIONS: Final = (
    Mutant("a line that came counts as sent, whatever stands before it", "sync/exchange.py",
           "if offset == arrival.begin:", "if True:"),
    Mutant("what was sealed is forgotten before the remote has it", "sync/exchange.py",
           "    publish(here, state, next",
           "    pending, state.pending = state.pending, {}\n    write_state(here.home, state)\n"
           "    state.pending = pending\n    publish(here, state, next"),
    Mutant("the place of a log is kept before what it holds is", "sync/exchange.py",
           "    is_needed = not names",
           "    write_state(here.home, state)\n    is_needed = not names"),
    Mutant("a segment is known before its lines are here", "sync/exchange.py",
           "    arrivals = receive(here.home, found.groups())",
           "    note(here, state, found, {})\n    write_state(here.home, state)\n"
           "    arrivals = receive(here.home, found.groups())"),
    Mutant("old segments go before the new ones are there", "sync/folder.py",
           "            for name, sealed in sorted(add.items()):",
           "            for name in drop:\n"
           "                (shelf / name).unlink(missing_ok=True)\n"
           "            for name, sealed in sorted(add.items()):"),
    Mutant("a packing leaves out what others wrote", "sync/exchange.py",
           "{*state.carries, here.device} if", "{here.device} if"),
    Mutant("a packing leaves the old segments", "sync/exchange.py",
           "state.drop |= (own | state.pending.keys()) & names", "state.drop |= set()"),
    Mutant("nothing is packed anew after an erasing", "sync/exchange.py",
           "is_packed = is_telling or", "is_packed = False or"),
    Mutant("nothing is packed anew for a new key", "sync/exchange.py",
           "is_packed |= state.public != here.keys.public", "pass"),
    Mutant("what a syncer puts back of the erased stays", "sync/exchange.py",
           "return is_new or is_back or any", "return is_new or any"),
    Mutant("what a syncer puts back with the old key stays", "sync/exchange.py",
           "_erase(here, state, found, arrivals) or found.is_stale",
           "_erase(here, state, found, arrivals)"),
    Mutant("numbers begin anew after a wipe", "sync/exchange.py",
           "[state.number, state.replaced.get(here.device, 0), *map(number_of, names)]",
           "[state.number]"),
    Mutant("what is lost at the remote is not looked for", "sync/exchange.py",
           "    gone = lost(here, state, found)", "    gone: dict[str, set[str]] = {}"),
    Mutant("what is lost at the remote is not told", "sync/exchange.py",
           "lost=tuple(gone) if is_lost else ()", "lost=()"),
    Mutant("what was taken in counts where the logs were put back", "sync/exchange.py",
           "    if not is_whole:", "    if False:"),
    Mutant("a key of somebody else is taken for ours", "sync/exchange.py",
           "or not _has_key(here, state)", "or False"),
    Mutant("doctor leaves what is damaged", "sync/exchange.py",
           "    if is_mending:", "    if False:"),
    Mutant("what replaces others is not remembered", "sync/pulling.py",
           "state.replaced = _replaced(state, found)", "pass"),
    Mutant("what replaces others cannot be read yet, and they count as lost", "sync/pulling.py",
           "shelf not in hiding if shelf in found.names else not hiding", "True"),
    Mutant("what may be lost is not looked for again", "sync/exchange.py",
           "note(here, state, found, {} if is_lost else gone)", "note(here, state, found, {})"),
    Mutant("a notice is only for the newest rapport", "sync/segments.py",
           "1 if segment.header.retires else VERSION", "VERSION"),
    Mutant("a retired key goes on", "sync/pulling.py",
           "if here.keys.public in retired or", "if"),
    Mutant("our own notice locks us out", "sync/pulling.py",
           "if shelf != here.device\n    }", "if True\n    }"),
    Mutant("a key that opens nothing is taken for the present one", "sync/pulling.py",
           "or (found.locked and not is_ours)", ""),
    Mutant("what waits for another key counts as taken in", "sync/pulling.py",
           "    for shelf, name in found.segments.keys() | found.notices:",
           "    hidden = {tuple(each.split('/')) for each in found.locked}\n"
           "    for shelf, name in found.segments.keys() | found.notices | hidden:"),
    Mutant("what waits for the upgrade is forgotten", "sync/pulling.py",
           "    for shelf, name in found.segments.keys() | found.notices:",
           "    held = {tuple(each.split('/')) for each in found.newer}\n"
           "    for shelf, name in found.segments.keys() | found.notices | held:"),
    Mutant("what never arrives is waited for in silence", "sync/pulling.py",
           "if now - since > PATIENCE", "if False"),
    Mutant("our own segments are not taken in", "sync/pulling.py",
           "    for shelf, names in sorted(found.names.items()):",
           "    for shelf, names in sorted(found.names.items()):\n"
           "        if shelf == here.device:\n            continue"),
    Mutant("half a segment counts", "sync/pulling.py",
           "if not is_whole(name, content):", "if False:"),
    Mutant("what is sealed is sent without a look at the checksums", "store/lines.py",
           "if check != b',", "if False and check != b',"),
    Mutant("nobody is told of a key that was replaced", "sync/sealing.py",
           "    for older in here.keys.each[1:]:", "    for older in ():"),
    Mutant("trouble is not kept", "sync/sealing.py",
           "(told and told.trouble) or", "None or"),
    Mutant("who packed all that was erased says nothing of it", "sync/sealing.py",
           "or ([[]] if is_needed else [])", ""),
    Mutant("the state of another device counts", "sync/state.py",
           'if said["device"] == device else', "if True else"),
    Mutant("two processes sync at once", "sync/syncing.py",
           "        _acquire(descriptor)\n        yield", "        yield"),
    Mutant("a forgotten machine's lines are not taken over", "sync/syncing.py",
           "carried=authors)", "carried=())"),
    Mutant("a machine is forgotten that has not wholly arrived", "sync/syncing.py",
           "        _require_all(outcome, device)\n", ""),
    Mutant("a log that is another one goes unnoticed", "sync/exchange.py",
           "if not missing and not any(piece.is_another for piece in present):", "if True:"),
    Mutant("what came twice is kept twice", "store/carrying.py",
           "if not held.issuperset(group.lines)", "if True"),
    Mutant("lines that were written together travel alone", "store/carrying.py",
           "if group and not goes_on(group[-1][0], line):", "if group:"),
    Mutant("of two equally old writings the first holds", "store/merge.py",
           "to_json(value) > to_json(other)", "False"),
    Mutant("a slow clock hides what it writes", "store/stamps.py",
           "max(milliseconds << COUNT_BITS, newest + 1, creation_stamp(key) + 1)",
           "(milliseconds << COUNT_BITS) + 1"),
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(0 if all_are_caught(ABLATIONS, TESTS) else 1)
