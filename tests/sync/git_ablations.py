"""Takes the safeguards of the git transport away: `python -m tests.sync.git_ablations`.

The tests of it go red over each, or the safeguard is not tested.
"""

from __future__ import annotations

import sys
from typing import Final

from tests.mutants.planting import Mutant, all_are_caught

TESTS: Final = ("tests/sync/test_git.py", "tests/sync/test_git_program.py")

ABLATIONS: Final = (
    Mutant("a branch is written over, whatever stands there", "sync/git.py",
           'f"--force-with-lease={there}:{tip}"', '"--force"'),
    Mutant("who was overtaken looks no more", "sync/git.py",
           "            self._look()\n        message", "            pass\n        message"),
    Mutant("what is dropped stays in the past of a branch", "sync/git.py",
           "if not drop and shelf.tip:", "if shelf.tip:"),
    Mutant("a packing leaves out what stays", "sync/git.py",
           "[*kept_files, *files]", "files"),
    Mutant("what is not at the remote any more stays in the cache", "sync/git.py",
           'how = ("--prune=now",) if is_rewritten else ("--auto",)', 'how = ("--auto",)'),
    Mutant("what was dropped here stays in our own cache", "sync/git.py",
           "is_rewritten=bool(drop)", "is_rewritten=False"),
    Mutant("a branch that is gone stays in the cache", "sync/git.py",
           'self._git.here("update-ref", "-d", f"{_HERE}{device}")', "pass"),
    Mutant("a branch that is gone at the remote is still known", "sync/git.py",
           "fetch --prune --no-tags", "fetch --no-tags"),
    Mutant("a damaged cache is kept", "sync/git.py", "self._git.discard()", "pass"),
    Mutant("a segment that the cache has lost is left out", "sync/git.py",
           "raise DamagedCacheError(kind.decode())", "return read"),
    Mutant("a branch that may not be taken away is given up", "sync/git.py",
           "            if commit:\n                raise", "            raise"),
    Mutant("any name is taken for a segment's", "sync/git.py",
           "NAME_FORM.fullmatch(name) and path == _path(name) and", "name and"),
    Mutant("what git starts has a terminal", "sync/git_program.py",
           "start_new_session=not self._may_ask", "start_new_session=False"),
    Mutant("ssh may ask", "sync/git_program.py", '"" if may_ask else "-oBatchMode=yes "', '""'),
    Mutant("ssh may not ask in setting up", "sync/git_program.py",
           '"" if may_ask else "-oBatchMode=yes "', '"-oBatchMode=yes "'),
    Mutant("git minds where the user is", "sync/git_program.py",
           'if not name.startswith("GIT_")}', "}"),
    Mutant("the user's hooks run", "sync/git_program.py", '"core.hooksPath=/dev/null",', ""),
    Mutant("how the user would be shown things decides", "sync/git_program.py",
           '"fetch.showForcedUpdates=true",', ""),
    Mutant("a cache is never packed", "sync/git.py", "-c gc.auto=6700 ", ""),
    Mutant("a push is signed", "sync/git_program.py", '"push.gpgSign=false",', ""),
    Mutant("the user's own ssh is not used", "sync/git_program.py",
           'return self.here("config", "--default", usual, "core.sshCommand").decode().strip()',
           "return usual"),
    Mutant("the cache can be read by others", "sync/git_program.py", "umask=0o077", "umask=0o022"),
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(0 if all_are_caught(ABLATIONS, TESTS) else 1)
