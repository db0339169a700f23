"""The error family: what went wrong and what to do next, in words, with an exit code.

Every trouble that a user can meet is one of these. The message is one line: a sentence that
names the trouble and, where something can be done, a sentence that says what.
"""

from __future__ import annotations

from typing import ClassVar


class RapportError(Exception):
    """A trouble that is told to the user in one line.

    Attributes:
        exit_code: What a one-shot command exits with.
    """

    exit_code: ClassVar[int] = 1


class RefusedError(RapportError):
    """The input cannot be taken: an unknown practice, a future date, no terminal."""

    exit_code = 1


class UsageError(RapportError):
    """The command line itself is off: an unknown command or option."""

    exit_code = 2


class OfflineError(RapportError):
    """The place that carries changes to other machines cannot be reached now."""

    exit_code = 3


class SignInError(RapportError):
    """The place that carries changes to other machines does not let us in."""

    exit_code = 4


class WrongKeyError(RapportError):
    """What other machines sent is sealed with a key that this one does not have."""

    exit_code = 5


class NewerFormatError(RapportError):
    """The data was written by a newer version, which this one must not touch."""

    exit_code = 6


class StoreError(RapportError):
    """The data cannot be read or written: damaged, read-only, full or locked."""

    exit_code = 7


class UnreadableRecordError(StoreError):
    """One record means nothing, though the file that holds it is whole.

    Args:
        trouble: What is wrong with the record, as a sentence without its full stop.

    Attributes:
        trouble: The same.
    """

    def __init__(self, trouble: str) -> None:
        super().__init__(f"{trouble}. It is left as it is; 'rapport doctor' mends it.")
        self.trouble = trouble
