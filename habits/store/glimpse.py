"""A home that is only looked at: it is not made, and what is damaged in it is not mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.errors import StoreError
from habits.store.store import Store

if TYPE_CHECKING:
    from habits.store.home import Home


class Glimpse(Store):
    """A store that leaves everything as it is when it is opened.

    Args:
        home: The folder.

    Raises:
        StoreError: It is not there, cannot be read, or is not whole.
    """

    def __init__(self, home: Home) -> None:
        if not home.path.is_dir():
            message = "There is no home yet. 'rapport log' makes one."
            raise StoreError(message)
        super().__init__(home)

    def _mend_first(self) -> None:
        message = "The home is not whole. 'rapport doctor' mends what can be."
        raise StoreError(message)
