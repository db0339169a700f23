"""Takes the store's safeguards away one at a time: `python -m tests.faults.ablations`.

The tests of faults go red over each, or the safeguard is not tested.
"""

from __future__ import annotations

import sys
from typing import Final

from tests.mutants.planting import Mutant, all_are_caught

TESTS: Final = (
    "-m", "faults or not faults", "tests/faults", "tests/store/test_logs.py",
    "tests/store/test_damage.py", "tests/store/test_merge.py", "tests/store/test_faults.py",
    "tests/store/test_erasing.py", "tests/test_quick_opening.py",
    "--deselect=tests/faults/test_processes.py::test_three_hundred_kills_at_random_moments_lose_nothing",
)  # fmt: skip

ABLATIONS: Final = (
    Mutant("the log is not synced", "store/writer.py", "os.fdatasync(descriptor)", "pass"),
    Mutant("the folder of a new log is not synced", "store/writer.py",
           "        sync_folder(path.parent)", "        pass"),
    Mutant("the snapshot is not synced", "store/files.py",
           "os.fchmod(descriptor, 0o600)\n        _write_all(descriptor, content)\n"
           "        os.fsync(descriptor)\n",
           "os.fchmod(descriptor, 0o600)\n        _write_all(descriptor, content)\n"),
    Mutant("the home's folder is not synced when it is made", "store/files.py",
           "    sync_folder(path.parent)\n\n\ndef replace", "\n\ndef replace"),
    Mutant("a log is not told from another by the bytes before its place", "store/logs.py",
           "content[:known].hex() != tag", "False"),
    Mutant("lines that were written together count alone", "store/drafts.py",
           "more=more,", "more=0,"),
    Mutant("checksums of lines are not looked at", "store/lines.py",
           "if check != b',\"c\":\"%08x\"}' % crc32(body):", "if False:"),
    Mutant("the checksum of the snapshot is not looked at", "store/snapshot.py",
           "return is_checked and", "return True and"),
    Mutant("a brief holds for any file", "store/replica.py",
           "if self.file.signature() != brief.signature:", "if False:"),
    Mutant("an older entry is not missed in a brief", "store/brief.py",
           "return table == LEFT_OUT and key <= self._greatest", "return False"),
    Mutant("what was found on a first look is believed on the second", "store/replica.py",
           "self.signature = _NEVER\n        self.is_brief", "self.is_brief"),
    Mutant("a checkpoint reads no entries before it writes", "store/holding.py",
           "            self.read_whole()\n            self.replica.checkpoint()",
           "            self.replica.checkpoint()"),
    Mutant("a torn line is not closed off", "store/writer.py",
           "is_torn = size and", "is_torn = False and"),
    Mutant("what was not acknowledged is not cut off", "store/writer.py",
           "os.ftruncate(descriptor, size)", "pass"),
    Mutant("writers are not kept apart", "store/lock.py",
           "fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)", "pass"),
    Mutant("links are followed", "store/writer.py", " | os.O_NOFOLLOW", ""),
    Mutant("a record is as old as its line, not as its id", "store/merge.py",
           'return (made, "") if made else (0, line.device)', "return line.stamp, line.device"),
    Mutant("what is to be erased is not written down first", "store/erasing.py",
           "    write_plan(home, plan)\n    try", "    try"),
    Mutant("an erasing is not logged", "store/merge.py",
           "return self._erase(line)", "return self.forget(line.table, line.key)"),
    Mutant("what is left of a batch keeps its old numbers", "store/rewriting.py",
           "line._replace(more=left + missing)", "line"),
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(0 if all_are_caught(ABLATIONS, TESTS) else 1)
