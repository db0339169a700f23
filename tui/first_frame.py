"""The first frame: what Today showed last, as long as nothing has changed since.

It is drawn before anything of the home is read, and the rest comes behind it.
"""

from __future__ import annotations

from dataclasses import astuple, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from habits.store import kept
from tui.row_text import AgendaLine, RowText, Tone

if TYPE_CHECKING:
    from datetime import date

    from habits.day import Moment
    from habits.store.home import Home


class FirstFrame(NamedTuple):
    """What Today shows first.

    Attributes:
        day: The day in words.
        star: The north star; empty for none.
        rows: The rows.
        agenda: What is due besides.
    """

    day: str
    star: str
    rows: tuple[RowText, ...]
    agenda: tuple[AgendaLine, ...]

    def said(self, as_of: date, files: object, rollover_hour: int) -> dict[str, Any]:
        """Return it as it is kept.

        Args:
            as_of: The day.
            files: What told the home's files from others before it was made of them.
            rollover_hour: When a new day begins, which is how long it holds.
        """
        return {
            "as_of": as_of.isoformat(),
            "rollover_hour": rollover_hour,
            "files": files,
            "day": self.day,
            "star": self.star,
            "rows": list(map(astuple, self.rows)),
            "agenda": list(map(astuple, self.agenda)),
        }


def read(home: Home, now: Moment) -> FirstFrame | None:
    """Return what Today showed last, None where it may show something else now.

    When a new day begins is kept with it, and a change of that is one of the home's files.
    """
    said = kept.read(home)
    try:
        shown = said["shown"]
        today = now.day(shown["rollover_hour"]).isoformat()
        if shown["as_of"] != today or shown["files"] != kept.files_of(home):
            return None
        agenda = (AgendaLine(text, Tone(tone), *ids) for text, tone, *ids in shown["agenda"])
        rows = tuple(map(_row, shown["rows"]))
        return FirstFrame(shown["day"], shown["star"], rows, tuple(agenda))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _row(said: list[Any]) -> RowText:
    row = RowText(*said)
    strip = tuple((sign, Tone(tone)) for sign, tone in row.strip)
    return replace(row, strip=strip, tone=Tone(row.tone), name_tone=Tone(row.name_tone))
