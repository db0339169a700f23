"""Settings: what holds for a whole home, changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.change import Change, change_of
from habits.errors import RefusedError
from habits.record import replace
from habits.settings import Settings
from habits.store import Op, codec, settings_codec
from habits.store.defaults import put_defaults
from habits.store.ops import changed_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.service.workspace import Workspace


def set_setting(
    workspace: Workspace,
    *,
    week_start: int | None = None,
    rollover_hour: int | None = None,
    welcomed: bool | None = None,
) -> Change:
    """Change settings, in one act; what is None stays as it is.

    What was logged keeps its dates; all standings are reckoned by the new ones at once.

    Args:
        workspace: Where they hold.
        week_start: The first day of the week, counted from Monday = 0.
        rollover_hour: When a new day begins, 0 to 11.
        welcomed: Whether the first run was gone through.

    Raises:
        RefusedError: Nothing would change.
        StoreError: It could not be made durable; nothing has changed.
        ValueError: A number is out of its range.
    """
    named = {"week_start": week_start, "rollover_hour": rollover_hour, "welcomed": welcomed}
    wanted = {name: value for name, value in named.items() if value is not None}

    def propose() -> Iterator[Op]:
        before = workspace.settings
        after = replace(before, **wanted)  # type: ignore[arg-type]  # each is of its field's type
        fields = changed_fields(
            settings_codec.settings_fields(before), settings_codec.settings_fields(after)
        )
        if not fields:
            message = "It is set so already. Nothing has changed."
            raise RefusedError(message)
        yield Op(codec.SETTINGS, codec.SETTINGS_ID, fields)

    # The record is made first, by no act and as every machine makes it: so to take an act back
    # is to set the one field again, and never to delete what was set on another machine.
    made = settings_codec.settings_fields(Settings())
    put_defaults(workspace.store, [Op(codec.SETTINGS, codec.SETTINGS_ID, made)])
    return change_of(workspace.store.commit(propose))
