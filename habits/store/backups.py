"""Backups: older TinyDB files, few and well spaced."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from habits.clock import utc_now
from habits.store.files import make_private_folder, replace_durably

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from habits.store.home import Home

DAILY: Final = 7
WEEKLY: Final = 4
"""How many of the latest days and weeks are kept."""

_DAILY_NAME: Final = re.compile(r"rapport-(\d{4}-\d{2}-\d{2})\.json")


def keep_daily(home: Home) -> None:
    """Keep the present TinyDB file as the backup of the day, unless there is one already.

    It is a copy, not a second name: an editor may write into the file itself. That no backup could
    be kept does not stop what was to be done.
    """
    with suppress(OSError):
        make_private_folder(home.backups)
        today = home.backups / f"rapport-{utc_now().date().isoformat()}.json"
        if today.exists():
            return
        replace_durably(today, home.data.read_bytes())
        for path in superfluous(home.backups.iterdir()):
            path.unlink()


def superfluous(paths: Iterable[Path]) -> list[Path]:
    """Return the daily backups that are kept no longer.

    The latest seven days are kept, and of each of the four weeks up to the latest day its newest.
    Files with other names are nobody's to take away.
    """
    days = {day: path for path in paths if (day := _day_of(path))}
    newest_first = sorted(days, reverse=True)
    kept = set(newest_first[:DAILY])
    if newest_first:
        first_week = newest_first[0] - timedelta(days=newest_first[0].weekday())
        for week in (first_week - timedelta(weeks=number) for number in range(WEEKLY)):
            of_week = [day for day in newest_first if week <= day < week + timedelta(weeks=1)]
            kept.update(of_week[:1])
    return [days[day] for day in newest_first if day not in kept]


def _day_of(path: Path) -> date | None:
    match = _DAILY_NAME.fullmatch(path.name)
    with suppress(ValueError):
        return date.fromisoformat(match[1]) if match else None
    return None
