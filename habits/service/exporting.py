"""Exporting: what a home holds, written for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from habits.model import in_order
from habits.store.wholes import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from habits.model import Entry
    from habits.service.workspace import Workspace


def _json(workspace: Workspace) -> str:
    return json.dumps(whole(workspace.store), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _csv(workspace: Workspace) -> str:
    from habits.exchange.entries_csv import entries_csv  # noqa: PLC0415 - on need, as all formats

    handles = {person.id: person.handle for person in workspace.ledger.people()}
    return entries_csv(_in_order(workspace), handles)


def _markdown(workspace: Workspace) -> str:
    from habits.exchange.logbook_markdown import logbook_markdown  # noqa: PLC0415 - as above
    from habits.service.looks import names  # noqa: PLC0415 - as above
    from habits.service.outlook import north_star  # noqa: PLC0415 - as above

    today = workspace.today
    rows = [workspace.standings().row(each) for each in workspace.practices.values()]
    star = north_star(workspace)
    return logbook_markdown(
        rows, _in_order(workspace), names(workspace), star.text if star else "", today
    )


def _in_order(workspace: Workspace) -> list[Entry]:
    return sorted(workspace.ledger.entries(), key=in_order)


_WRITERS: Final[Mapping[str, Callable[[Workspace], str]]] = {
    "csv": _csv,
    "json": _json,
    "markdown": _markdown,
}

EXPORTS: Final = tuple(_WRITERS)
"""The formats that can be written."""


def exported(workspace: Workspace, form: str) -> bytes:
    """Return what a home holds in one of the `EXPORTS`, as the bytes of a file.

    Raises:
        StoreError: A record cannot be understood.
    """
    # Half of a character, which an edited file may hold, is no text that a file could.
    return _WRITERS[form](workspace).encode(
        errors="backslashreplace" if form == "json" else "replace"
    )
