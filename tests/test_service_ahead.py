"""What reviews look at is looked at ahead, and is not read again when one is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from habits import service
from habits.practices import BY_SLUG
from habits.service.ahead import ahead, ahead_of_look_backs

if TYPE_CHECKING:
    import pytest

    from habits.service import Workspace


def test_a_review_that_was_looked_at_ahead_reads_no_entry(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in ("2026-01-15", "2026-02-28", "2026-10-01", "2026-11-20"):
        service.log(workspace, BY_SLUG["thanks"], f"@maya fix of {day} because it held ({day})")
    pieces = [*ahead(workspace), *ahead_of_look_backs(workspace)]
    assert len(pieces) == 4 + 1 + 8 + 2 * 11

    def refuse(*_: object) -> NoReturn:
        raise AssertionError

    for needed in ("counts.Counts.__init__", "days.Days.__init__", "stretches.Stretches._found"):
        monkeypatch.setattr(f"habits.store.{needed}", refuse)
    today = workspace.today
    assert service.streak_review(workspace, "thanks", None, today.year).heat.most == 1
    quarter = service.look_back_on(workspace, service.Kind.QUARTER, today)
    assert [each.date.month for each in quarter.entries] == [10, 11]
    year = service.look_back_on(workspace, service.Kind.YEAR, today)
    assert [each.date.month for each in year.specific] == [1, 2, 10, 11]
