"""The first frame: what Today showed last, as long as nothing has changed since.

It is drawn before anything of the home is read, and the rest comes behind it.
"""

from __future__ import annotations

from dataclasses import astuple, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from habits.practices import PRACTICES
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
        rows = tuple(map(_row, _list(shown["rows"])))
        agenda = tuple(map(_agenda_line, _list(shown["agenda"])))
        frame = FirstFrame(_text(shown["day"]), _text(shown["star"]), rows, agenda)
        return frame if len(rows) == len(PRACTICES) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _row(said: object) -> RowText:
    key, name, strip, *texts = _list(said)
    cells = tuple((_text(sign), Tone(tone)) for sign, tone in _list(strip))
    row = RowText(_text(key), _text(name), cells, *map(_text, texts))
    return replace(row, tone=Tone(row.tone), name_tone=Tone(row.name_tone))


def _agenda_line(said: object) -> AgendaLine:
    text, tone, *ids = _list(said)
    return AgendaLine(_text(text), Tone(tone), *map(_text, ids))


def _list(said: object) -> list[Any]:
    if not isinstance(said, list):
        raise TypeError
    return said


def _text(said: object) -> Any:  # noqa: ANN401 - a tone is kept as text too
    if not isinstance(said, str):
        raise TypeError
    return said
