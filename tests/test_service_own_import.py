"""What rapport has written comes into another home: a whole one, or a table of entries."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habits import service
from habits.cadence import parse_cadence
from habits.clock import FixedClock
from habits.errors import NewerFormatError, RefusedError
from habits.exchange.foreign import LeftOut
from habits.practices import BY_SLUG, PRACTICES
from habits.quicklog import Said
from habits.service.exporting import EXPORTS, exported
from habits.service.own_import import AHEAD, MADE_AHEAD, import_csv, import_json
from habits.store import Op
from habits.store.home import Home
from habits.store.ids import new_id
from habits.text import fitting, folded
from tests.conftest import SUNDAY_MORNING
from tests.hostile import each_hostile
from tests.strategies import texts, untimed

if TYPE_CHECKING:
    from pathlib import Path

    from habits.service import Workspace

THANKS = BY_SLUG["thanks"]
SUNDAY = date(2026, 11, 22)
FAR_AHEAD = "ffffffff-ffff-7fff-bfff-ffffffffffff"
"""An id that tells of a time so late that no clock would ever be ahead of it again."""


def opened(folder: Path) -> Workspace:
    return service.open_workspace(Home(folder), FixedClock(SUNDAY_MORNING))


@pytest.fixture
def other(tmp_path: Path) -> Workspace:
    """Another new home."""
    return opened(tmp_path / "other")


@pytest.fixture
def full(workspace: Workspace) -> Workspace:
    """A home with something in each of its tables, and what only a newer version knows."""
    service.log(workspace, THANKS, "@maya @tom /quiet it, 'so' because #launch (fri)")
    service.log(workspace, BY_SLUG["vision"], "two\nlines")
    service.add_habit(
        workspace, BY_SLUG["growth"], service.Promise("Read", parse_cadence("weekly"))
    )
    service.pause(workspace, SUNDAY, None, service.Scope(practice="credit"))
    service.add_follow_up(workspace, "ask @dev", SUNDAY)
    service.set_north_star(workspace, "Admins are live")
    service.set_setting(workspace, rollover_hour=4)
    service.edit_practice(workspace, THANKS, service.PracticeEdit(name="Gratitude"))
    newer = {"words": ["kept"], "deep": {"a": None}}
    key = new_id(SUNDAY_MORNING.instant)
    workspace.store.commit(lambda: [Op("sightings", key, newer)])
    (first, _) = service.entries(workspace)
    workspace.store.commit(lambda: [Op("entries", first.id, {"mood": 3})])
    return workspace


def everything(workspace: Workspace) -> dict[str, dict[object, object]]:
    return {name: dict(records.items()) for name, records in workspace.store.tables()}


def written(workspace: Workspace, path: Path, form: str = "json") -> Path:
    path.write_bytes(exported(workspace, form))
    return path


def saying(path: Path, **fields: Any) -> Path:  # noqa: ANN401 - whatever JSON holds
    path.write_text(
        json.dumps({"format": "rapport", "version": 1, "tables": {}} | fields), encoding="utf-8"
    )
    return path


def test_a_whole_home_comes_into_a_new_one_and_both_are_equal(
    full: Workspace, other: Workspace, tmp_path: Path
) -> None:
    report = import_json(other, written(full, tmp_path / "all.json"))

    assert everything(other) == everything(full)
    assert exported(other, "json") == exported(full, "json")
    assert exported(other, "csv") == exported(full, "csv")
    assert (report.added["entries"], report.added["others"]) == (2, 1)
    assert len(service.undo(other).went) == 2


def test_a_second_run_adds_nothing_and_one_undo_takes_all_back(
    full: Workspace, other: Workspace, tmp_path: Path
) -> None:
    path, before = written(full, tmp_path / "all.json"), everything(other)
    import_json(other, path)
    again = import_json(other, path)
    assert (again.added, again.changed, again.known) == ({}, {}, again.read)

    service.undo(other)
    assert everything(other) == before
    import_json(other, path)
    assert everything(other) == everything(full)


def test_a_dry_run_of_a_whole_home_stores_nothing(
    full: Workspace, other: Workspace, tmp_path: Path
) -> None:
    path, before = written(full, tmp_path / "all.json"), everything(other)
    rehearsed = import_json(other, path, dry_run=True)

    assert everything(other) == before
    assert rehearsed.added == import_json(other, path).added


def test_what_is_here_stays_as_it_is(full: Workspace, other: Workspace, tmp_path: Path) -> None:
    path = written(full, tmp_path / "all.json")
    service.edit_practice(other, THANKS, service.PracticeEdit(name="Danke"))
    service.archive_practice(other, BY_SLUG["trust"])
    import_json(other, path)

    assert other.practices["thanks"].name == "Danke"
    trust = next(each for each in other.ledger.habits() if each.practice == "trust")
    assert trust.archived == SUNDAY
    (first, _) = service.entries(full)
    service.delete_entry(full, first.id)
    assert import_json(full, path).added == {}


def test_what_an_editor_took_out_or_changed_stays_so(full: Workspace, tmp_path: Path) -> None:
    path = written(full, tmp_path / "all.json")
    full.checkpoint()
    data = full.store.home.data
    tables = json.loads(data.read_text(encoding="utf-8"))
    gone = next(iter(tables["entries"]))
    del tables["entries"][gone]
    vision = next(each for each in tables["practices"].values() if each["slug"] == "vision")
    vision["name"] = "Purpose"
    data.write_text(json.dumps(tables), encoding="utf-8")
    full.catch_up()

    assert import_json(full, path).added == {}
    assert len(service.entries(full)) == 1
    assert full.practices["vision"].name == "Purpose"


def test_who_was_erased_does_not_come_back(full: Workspace, tmp_path: Path) -> None:
    path = written(full, tmp_path / "all.json")
    service.log(full, THANKS, "tom and his plan")
    maya = service.require_person(full, "maya")
    service.erase_person(full, maya.id)
    service.undo(full)
    import_json(full, path)

    assert b"maya" not in exported(full, "json").lower()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"format": "other"}, "was not written by 'rapport export json'"),
        ({"version": "1"}, "was not written by 'rapport export json'"),
        ({"tables": []}, "was not written by 'rapport export json'"),
        ({"tables": {"entries": []}}, "a record in the table entries that means nothing"),
        ({"tables": {"entries": {"x": {}}}}, "a record in the table entries that means nothing"),
        ({"tables": {"x": {str(new_id(SUNDAY_MORNING.instant)): 1}}}, "in the table x that means"),
        ({"tables": {"entries": {"0" * 32: {}}}}, f"a record {'0' * 32} in the table entries"),
    ],
)
def test_what_is_no_whole_of_a_home_is_refused(
    other: Workspace, tmp_path: Path, fields: dict[str, Any], told: str
) -> None:
    before = everything(other)
    with pytest.raises(RefusedError) as refused:
        import_json(other, saying(tmp_path / "odd.json", **fields))

    assert told in str(refused.value)
    assert everything(other) == before


def test_what_was_made_by_a_clock_that_was_wrong_is_left_out_with_the_reason(
    other: Workspace, tmp_path: Path
) -> None:
    near = str(new_id(SUNDAY_MORNING.instant))
    path = saying(tmp_path / "odd.json", tables={"x": {FAR_AHEAD: {}, near: {"a": 1}}})
    report = import_json(other, path)

    assert (report.read, report.others) == (2, 1)
    assert [(each.why, each.count) for each in report.left_out] == [(MADE_AHEAD, 1)]


def test_a_list_and_a_newer_whole_are_refused(other: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(RefusedError, match="was not written by"):
        import_json(other, path)
    with pytest.raises(NewerFormatError, match="by a newer rapport"):
        import_json(other, saying(path, version=2))


@pytest.mark.parametrize(
    "when",
    [
        "2026-11-23 Europe/Berlin",
        # There it is Sunday evening, and not yet Monday.
        "2026-11-23 Pacific/Kiritimati",
        "9999-12-31 UTC",
        "2026-11-23 nowhere",
    ],
)
def test_an_entry_of_a_day_to_come_is_left_out_with_its_reason(
    full: Workspace, other: Workspace, tmp_path: Path, when: str
) -> None:
    (first, second), path = service.entries(full), tmp_path / "all.json"
    day, zone = when.split()
    full.store.commit(lambda: [Op("entries", first.id, {"date": day, "zone": zone})])

    rehearsed = import_json(other, written(full, path), dry_run=True)
    report = import_json(other, path)
    assert report.left_out == rehearsed.left_out == (LeftOut(AHEAD, 1),)
    assert report.added == rehearsed.added
    assert [each.id for each in service.entries(other)] == [second.id]
    assert import_json(other, path).known == report.read - 1


def test_what_is_of_today_where_it_was_logged_comes_though_that_is_tomorrow_here(
    full: Workspace, tmp_path: Path
) -> None:
    first, _ = service.entries(full)
    east = {"date": "2026-11-23", "zone": "Pacific/Kiritimati"}
    full.store.commit(lambda: [Op("entries", first.id, east)])
    noon = FixedClock(replace(SUNDAY_MORNING, instant=datetime(2026, 11, 22, 12, tzinfo=UTC)))
    other = service.open_workspace(Home(tmp_path / "noon"), noon)
    report = import_json(other, written(full, tmp_path / "all.json"))

    assert (report.left_out, report.added["entries"]) == ((), 2)


def test_our_own_table_is_not_taken_from_a_file(other: Workspace, tmp_path: Path) -> None:
    tables = {"_rapport": {"0" * 31 + "1": {"schema": 9}}}
    report = import_json(other, saying(tmp_path / "odd.json", tables=tables))

    assert (report.read, "_rapport" in everything(other)) == (0, False)


@each_hostile
@pytest.mark.parametrize("form", EXPORTS)
def test_every_text_can_be_exported_and_read_again(
    workspace: Workspace, other: Workspace, tmp_path: Path, hostile: str, form: str
) -> None:
    key = new_id(SUNDAY_MORNING.instant)
    tags = [fitting(folded(hostile)), "a b"]
    said: dict[str, Any] = {"practice": "thanks", "date": "2026-11-22", "zone": "UTC"}
    said |= {"logged_at": "2026-11-22T08:30:00+00:00", "what": hostile, "tags": tags}
    workspace.store.commit(lambda: [Op("entries", key, said)])
    path = written(workspace, tmp_path / "all", form)

    if form == "json":
        import_json(other, path)
        assert everything(other) == everything(workspace)
    elif form == "csv":
        import_csv(other, path)
        (one,), (same,) = service.entries(workspace), service.entries(other)
        assert (same.id, same.what) == (one.id, one.what)
        assert same.tags == tuple(tag for tag in one.tags if tag)


def test_a_table_comes_into_a_new_home_with_whom_it_names(
    full: Workspace, other: Workspace, tmp_path: Path
) -> None:
    report = import_csv(other, written(full, tmp_path / "all.csv", "csv"))

    assert report.added == {"entries": 2, "people": 2}
    assert exported(other, "csv") == exported(full, "csv")
    assert [person.name for person in service.people(other)] == ["Maya", "Tom"]
    assert import_csv(other, tmp_path / "all.csv").known == 2
    service.undo(other)
    assert service.entries(other) == ()
    assert import_csv(other, tmp_path / "all.csv").added == {"entries": 2, "people": 2}


def test_a_table_of_ones_own_needs_a_date_and_a_practice_alone(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "\ufeffPractice;Mood;Date;What;People;Tags;Move\r\n"
        "thanks;5;2026-11-20;the fix;@maya MAYA;#launch #launch;/quiet\r\n"
        "1;;2026-11-20\r\n"
        "1;;2026-11-20\r\n",
        encoding="utf-8",
    )
    report = import_csv(workspace, path)

    assert report.left_out == (LeftOut("columns that mean nothing here", 1),)
    assert report.added == {"entries": 3, "people": 1}
    first = service.entries(workspace)[0]
    assert (first.practice, first.move, first.tags) == ("thanks", "quiet", ("launch",))
    assert (len(first.people), first.logged_at) == (1, SUNDAY_MORNING.instant)
    assert import_csv(workspace, path).known == 3


def test_who_is_named_only_by_what_was_deleted_does_not_come(
    full: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    row = "0198a5c0-0000-7000-8000-000000000001,2026-11-20,thanks,@zoe\r\n"
    path.write_text(f"id,date,practice,people\r\n{row}", encoding="utf-8")
    import_csv(full, path)
    (entry,) = (each for each in service.entries(full) if each.id.hex.endswith("01"))
    service.delete_entry(full, entry.id)
    path.write_text(path.read_text(encoding="utf-8").replace("@zoe", "@zed"), encoding="utf-8")

    assert import_csv(full, path).added == {}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("x,2026-11-20,thanks", "line 2: the id 'x' is none."),
        (f"{FAR_AHEAD},2026-11-20,thanks", "the id 'ffffffff-ffff-7fff-bfff-ffffffffffff' tells"),
        (",20 Nov,thanks", "line 2: the date '20 Nov' is none such as 2026-11-20."),
        (",2026-11-23,thanks", "line 2: 2026-11-23 is in the future."),
        (",1969-12-31,thanks", "line 2: 1969-12-31 is too long ago."),
        (",2026-11-20,cooking", "line 2: There is no practice 'cooking'."),
        (",2026-11-20,thanks,a b", "line 2: 'a b' is no move: it is one word"),
        (",2026-11-20,thanks,,@@", "line 2: '@@' cannot be typed after an @."),
        (",2026-11-20,thanks,,,now", "line 2: the logged_at 'now' is none such as 2026-11-20T"),
        (",2026-11-20,thanks,,,2026-11-20T08:30", "line 2: the logged_at '2026-11-20T08:30' is"),
        (f",2026-11-20,thanks,,,,{'x' * 10_001}", "line 2: The note has 10,001 characters"),
        (",2026-11-20,thanks,,,,,,", "line 2: 9 cells in a table of 7 columns."),
        (',2026-11-20,thanks,,,,"open', "line 2: this is no CSV"),
    ],
)
def test_a_row_that_means_nothing_is_told_with_its_line_and_nothing_is_stored(
    workspace: Workspace, tmp_path: Path, row: str, told: str
) -> None:
    path = tmp_path / "own.csv"
    head = "id,date,practice,move,people,logged_at,what"
    path.write_text(f"{head}\r\n{row}\r\n", encoding="utf-8")
    with pytest.raises(RefusedError) as refused:
        import_csv(workspace, path)

    assert told in str(refused.value)
    assert service.entries(workspace) == ()


@pytest.mark.parametrize("text", ["", "practice\r\nthanks\r\n"])
def test_a_table_without_dates_is_refused(workspace: Workspace, tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError, match=r"has no column 'date' in its first line\. It needs"):
        import_csv(workspace, path)


def test_an_export_in_markdown_shows_what_stands_and_what_was_logged(full: Workspace) -> None:
    text = exported(full, "markdown").decode()

    assert text.startswith("# Logbook\n\nAs of 2026-11-22.\n\nNorth star: Admins are live\n")
    assert "\n## Gratitude\n\n- Thank someone and say why · twice a week" in text
    assert "\n## 2026-11\n\n- 2026-11-22 · Vision · two lines\n- 2026-11-20 · Gratitude" in text


def test_what_is_archived_is_not_shown_as_standing(workspace: Workspace) -> None:
    service.archive_practice(workspace, THANKS)

    assert "Thank someone" not in exported(workspace, "markdown").decode()
    assert "North star" not in exported(workspace, "markdown").decode()


@settings(parent=untimed, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(PRACTICES), texts, texts), max_size=6))
def test_whatever_is_logged_survives_every_round_trip(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[Any, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("round")
    one, two, three = (opened(folder / name) for name in ("one", "two", "three"))
    for practice, text, why in acts:
        try:
            service.log(one, practice, text, Said(why=why))
        except RefusedError:
            continue
    import_json(two, written(one, folder / "all.json"))
    import_csv(three, written(one, folder / "all.csv", "csv"))

    assert everything(two) == everything(one)
    assert exported(three, "csv") == exported(one, "csv")
