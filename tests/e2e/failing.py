"""The program, in which undoing fails as nobody foresaw."""

from __future__ import annotations

import sys
from typing import NoReturn

from tui.__main__ import main
from tui.session import Session

SECRET = "what was said in confidence"  # noqa: S105 - said, not a password


def fail(_: Session) -> NoReturn:
    """Fail with what the user wrote in the message."""
    raise RuntimeError(SECRET)


if __name__ == "__main__":
    setattr(Session, "undo", fail)  # noqa: B010 - a method is no attribute to be set
    sys.exit(main())
