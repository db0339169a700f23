"""What is shown is the same however it came about: kept up act by act, kept in a file, or anew."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits import service
from habits.cadence import parse_cadence
from habits.catalogue import CATALOGUE
from habits.clock import FixedClock
from habits.day import Moment
from habits.errors import RefusedError, StoreError
from habits.practices import BY_SLUG, PRACTICES
from habits.service import PracticeEdit, Promise, board
from habits.store import Op, codec, kept
from habits.store.home import Home
from habits.tally import Tally
from tests.conftest import SUNDAY_MORNING, ZONE
from tests.store.strategies import few

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from habits.practices import Practice
    from habits.service import Workspace
    from habits.today import Today

TWO = THANKS, GROWTH = BY_SLUG["thanks"], BY_SLUG["growth"]
EDITS = [
    PracticeEdit(name="Gratitude"),
    PracticeEdit(name="Thanks", move="quiet", meaning="again"),
    PracticeEdit(move="quiet", meaning="a slip", slip=True),
    PracticeEdit(drop="quiet"),
]


@dataclass
class GoingClock:
    """A clock that goes, as a machine's does."""

    moment: Moment = SUNDAY_MORNING

    def now(self) -> Moment:
        """Return the present moment."""
        return self.moment

    def go(self, days: int) -> None:
        """Let days pass."""
        self.moment = Moment(self.moment.instant + timedelta(days=days), ZONE)


def opened(home: Home, clock: GoingClock) -> Workspace:
    """Open a home anew."""
    return service.open_workspace(home, clock, device="ada")


def opened_quickly(home: Home, clock: GoingClock) -> Workspace:
    """Open a home anew, by what was kept of its entries where that is enough."""
    return service.open_workspace(home, clock, device="ada", is_quick=True)


def anew(home: Home, clock: GoingClock) -> Today:
    """Return Today as it is reckoned from the entries alone."""
    home.today.unlink(missing_ok=True)
    return service.today(opened(home, clock))


@pytest.fixture(autouse=True)
def _every_home_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "LEAST_KEPT", 0)


def _tolerant(act: Callable[..., object], *args: object) -> None:
    try:
        act(*args)
    except RefusedError:
        return


@st.composite
def _acts(draw: st.DrawFn) -> list[tuple[str, Any]]:
    lines = st.builds(
        "{0} {1} {2}".format,
        st.sampled_from(["", "@maya", "@maya @ana", "@tom"]),
        st.sampled_from(["", "the fix", "/quiet the review"]),
        st.sampled_from(["", "(yesterday)", "(2026-11-01)", "(2026-11-22)"]),
    )
    return draw(
        st.lists(
            st.one_of(
                st.tuples(st.just("log"), st.tuples(st.sampled_from([THANKS, GROWTH]), lines)),
                st.tuples(st.sampled_from(["undo", "redo", "close", "look"]), st.none()),
                st.tuples(st.just("days"), st.sampled_from([1, 8, 40])),
                st.tuples(st.sampled_from(["edit", "redate", "delete"]), st.integers(0, 3)),
                st.tuples(st.just("pause"), st.integers(0, 3)),
                st.tuples(st.just("promise"), st.booleans()),
                st.tuples(st.sampled_from(["merge", "leave"]), st.integers(0, 2)),
                st.tuples(st.just("week_start"), st.integers(0, 6)),
                st.tuples(st.just("rollover_hour"), st.sampled_from([0, 9, 10])),
                st.tuples(st.just("practice"), st.sampled_from(EDITS)),
                st.tuples(st.sampled_from(["archive", "start", "offer"]), st.sampled_from(TWO)),
            ),
            max_size=14,
        )
    )


def _on_an_entry(mend: Callable[[Workspace, UUID], object]) -> Callable[[Workspace, int], object]:
    """Return how an entry is mended, by its number; the others stay unread."""

    def act(workspace: Workspace, number: int) -> None:
        keys = list(workspace.store.table(codec.ENTRIES))
        if number < len(keys):
            mend(workspace, keys[number])

    return act


def _merge(workspace: Workspace, number: int) -> None:
    """Merge somebody into who comes next by name."""
    keys = [person.id for person in service.people(workspace)]
    if number + 1 < len(keys):
        service.merge_people(workspace, keys[number], keys[number + 1])


def _leave(workspace: Workspace, number: int) -> None:
    """Let somebody leave, or come back who left."""
    for person in service.people(workspace)[number : number + 1]:
        (service.leave if person.left is None else service.come_back)(workspace, person.id)


_OTHERS: Final[dict[str, Callable[..., object]]] = {
    "edit": _on_an_entry(lambda workspace, key: service.edit_entry(workspace, key, "@ana again")),
    "redate": _on_an_entry(
        lambda workspace, key: service.redate_entry(workspace, key, date(2026, 11, 8))
    ),
    "delete": _on_an_entry(service.delete_entry),
    "practice": lambda workspace, edit: service.edit_practice(workspace, THANKS, edit),
    "merge": _merge,
    "leave": _leave,
    "archive": service.archive_practice,
    "start": service.start_practice,
    "offer": lambda workspace, of: service.switch_on(workspace, of, CATALOGUE[of.slug][0]),
}


def _act(workspace: Workspace, clock: GoingClock, name: str, what: Any) -> None:  # noqa: ANN401 - as drawn
    match name:
        case "log":
            _tolerant(service.log, workspace, *what)
        case "undo":
            _tolerant(service.undo, workspace)
        case "redo":
            _tolerant(service.redo, workspace)
        case "days":
            clock.go(what)
        case "pause":
            day = workspace.today
            _tolerant(service.pause, workspace, day, day + timedelta(days=what))
        case "promise":
            promise = Promise(
                f"Promise {workspace.store.replica.unsaved.count}", parse_cadence("weekly")
            )
            _tolerant(service.add_habit, workspace, GROWTH, replace(promise, each_person=what))
        case "week_start" | "rollover_hour":
            _tolerant(partial(service.set_setting, workspace, **{name: what}))
        case "close":
            workspace.close()
        case "look":
            service.today(workspace)
        case _:
            _tolerant(_OTHERS[name], workspace, what)


@given(acts=_acts())
@few
def test_through_any_acts_today_shows_what_the_entries_say(
    acts: list[tuple[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    home, clock = Home(tmp_path_factory.mktemp("home")), GoingClock()
    workspace = opened(home, clock)
    for name, what in acts:
        _act(workspace, clock, name, what)
    kept_up, from_file = service.today(workspace), service.today(opened(home, clock))
    quick = opened_quickly(home, clock)

    assert service.today(quick) == kept_up
    assert service.entries(quick) == service.entries(workspace)
    assert kept_up == anew(home, clock)
    assert kept_up.streaks == anew(home, clock).streaks
    assert from_file == kept_up
    assert from_file.streaks == kept_up.streaks


@pytest.fixture
def clock() -> GoingClock:
    """A clock that goes."""
    return GoingClock()


@pytest.fixture
def used(home: Home, clock: GoingClock) -> Workspace:
    """A home with a promise for each person, in which something was logged, and closed."""
    workspace = opened(home, clock)
    talk = Promise("A career talk", parse_cadence("quarterly"), each_person=True)
    service.add_habit(workspace, GROWTH, talk)
    service.log(workspace, GROWTH, "@maya the talk (2026-11-20)")
    service.log(workspace, THANKS, "@ana the fix")
    service.today(workspace)
    workspace.close()
    return workspace


def reckoned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of what is reckoned from entries from now on."""
    names: list[str] = []

    def counting(
        self: Tally, of: Practice, habits: object, as_of: date, entries: object = ()
    ) -> None:
        if entries != ():
            names.append("a tally")
        real(self, of, habits, as_of, entries)  # type: ignore[arg-type]

    real = Tally.__init__
    monkeypatch.setattr(Tally, "__init__", counting)
    return names


def test_who_opens_the_home_later_reads_no_entries(
    used: Workspace, home: Home, clock: GoingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = service.today(used)
    names = reckoned(monkeypatch)

    assert service.today(opened(home, clock)) == shown
    assert service.today(opened(home, clock)).streaks == shown.streaks
    clock.go(3)
    assert service.today(opened(home, clock)).as_of > shown.as_of
    assert names == []


def test_tallies_hold_for_any_first_day_of_the_week(
    used: Workspace, home: Home, clock: GoingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.set_setting(used, week_start=6)
    used.checkpoint()
    names = reckoned(monkeypatch)
    shown = service.today(opened(home, clock))
    assert names == []
    assert shown == service.today(used) == anew(home, clock)


def test_a_log_since_is_added_to_what_was_kept(
    used: Workspace, home: Home, clock: GoingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.log(used, GROWTH, "@tom the review")
    names = reckoned(monkeypatch)
    later = service.today(opened(home, clock))

    assert names == []
    assert later == anew(home, clock)
    assert later.streaks == anew(home, clock).streaks


@pytest.mark.parametrize("what", ["format", "as_of", "logs", "practices", "json", "habits", "byte"])
def test_what_was_kept_otherwise_is_not_believed(
    used: Workspace, home: Home, clock: GoingClock, what: str
) -> None:
    shown = service.today(used)
    said = json.loads(home.today.read_bytes())
    said["practices"]["thanks"]["last"][1]["what"] = "a lie"
    changed = {
        "format": 99,
        "as_of": "2026-11-23",
        "logs": {},
        "practices": {},
        "habits": {**said["practices"], "growth": {**said["practices"]["growth"], "habits": {}}},
    }
    said["practices" if what == "habits" else what] = changed.get(what)
    kept.write(home, said)
    if what == "json":
        home.today.write_text("{")
    if what == "byte":
        home.today.write_bytes(home.today.read_bytes().replace(b"a lie", b"a lye"))

    assert service.today(opened(home, clock)) == shown
    assert service.today(opened(home, clock)).streaks == shown.streaks


def test_nothing_is_kept_by_a_clock_that_was_set_by_hand(home: Home) -> None:
    workspace = service.open_workspace(home, FixedClock(SUNDAY_MORNING))
    service.log(workspace, THANKS, "the fix")
    service.today(workspace)
    workspace.close()
    assert home.data.exists()
    assert not home.today.exists()


@pytest.mark.usefixtures("used")
def test_a_small_home_is_kept_with_its_checkpoint_alone(
    home: Home, clock: GoingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board, "LEAST_KEPT", 1000)
    home.today.unlink()
    again = opened(home, clock)
    service.today(again)
    again.close()
    assert not home.today.exists()
    again.checkpoint()
    assert home.today.exists()


def test_an_entry_of_a_day_to_come_is_not_told_before_it(
    used: Workspace, home: Home, clock: GoingClock
) -> None:
    clock.go(5)
    service.log(used, THANKS, "of Friday")
    clock.go(-5)
    home.today.unlink()
    early = opened(home, clock)
    (row,) = service.rows(early, [THANKS])
    assert row.last is not None
    assert row.last.what == "the fix"
    early.checkpoint()
    assert not home.today.exists()
    clock.go(5)
    (row,) = service.rows(early, [THANKS])
    assert row.last is not None
    assert row.last.what == "of Friday"


def test_that_nothing_can_be_kept_stops_nothing(used: Workspace, home: Home) -> None:
    home.today.unlink()
    home.today.mkdir()
    used.checkpoint()
    assert service.today(used).rows


def test_a_broken_entry_is_told_where_it_is_asked_for(used: Workspace) -> None:
    broken = service.entries(used)[0]

    used.store.commit(lambda: [Op(codec.ENTRIES, broken.id, {"date": "?"})])
    with pytest.raises(StoreError, match="no readable 'date'"):
        service.today(used)
    service.rows(used, [p for p in PRACTICES if p not in {THANKS, GROWTH}])


def test_the_file_is_for_the_user_alone(used: Workspace, home: Home) -> None:
    assert service.today(used).rows
    assert home.today.stat().st_mode & 0o777 == 0o600
    assert json.loads(home.today.read_bytes())["format"] == kept.FORMAT
