"""What is erased is gone from every file, and stays gone, here and on every other device."""

from __future__ import annotations

import errno
import json
import shutil
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID
from zlib import crc32

import pytest
from tinydb import TinyDB

from habits.errors import StoreError
from habits.practices import Move
from habits.store import Op, Store, codec, copies, practice_codec, replica, scrubbing, upkeep
from habits.store.chronicle import all_lines
from habits.store.erasing import STRANGE
from habits.store.home import Home
from habits.store.lines import VERSION, Kind, to_json
from tests.store.erasing import (
    ALONE,
    ANA,
    BOTH,
    DELETED,
    MAYA,
    OTHER,
    PAUSE,
    TEXT,
    entry,
    home_of,
    own_id,
    traces,
)
from tests.store.faults import broken_disk

if TYPE_CHECKING:
    from pathlib import Path


def erase_maya(store: Store) -> None:
    """Erase her."""
    upkeep.erase(store, codec.PEOPLE, MAYA)


def entries(store: Store) -> dict[UUID, tuple[str, str, list[str]]]:
    """Return what the entries say and whom they name."""
    return {
        key: (document["what"], document.get("why", ""), document["people"])
        for key, document in store.table(codec.ENTRIES).items()
    }


LEFT = {
    BOTH: ("the release", "someone asked; so did mayas", [str(ANA)]),
    TEXT: ("someone's plan, and someone again", "as someone said", [str(ANA)]),
    OTHER: ("the amaya lake", "after someone left", [str(ANA)]),
}
"""What the entries say after she was erased."""


def test_nothing_under_the_home_tells_of_her_any_more(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    assert {trace.partition(":")[0] for trace in traces(home.path)} > {
        "rapport.json", "rapport.json.bak", "ada-000001.jsonl", "export.md",
        "rapport-schema-1.json",
    }  # fmt: skip

    erase_maya(store)

    assert list(traces(home.path)) == []


def test_a_practice_that_names_her_is_understood_without_her(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    thanks, moves = own_id(99), [["maya", "Maya first", False], ["someone", "who is gone", True]]
    fields = {"key": 8, "slug": "thanks", "name": "Maya's week", "moves": moves}
    store.commit(lambda: [Op(codec.PRACTICES, thanks, fields)])

    erase_maya(store)

    own = practice_codec.practice_from(thanks, Store(home, "ada").table(codec.PRACTICES)[thanks])
    assert own.name == "someone's week"
    assert own.moves == (Move("someone", "someone first"),)
    assert list(traces(home.path)) == []


def taught(store: Store, *slugs: str) -> None:
    """Teach Thanks some moves, let a habit count them, and log each of them once."""
    moves = [[slug, "a word with Maya", False] for slug in (*slugs, "ally")]
    own = {"key": 8, "slug": "thanks", "name": "Thanks", "moves": moves}
    habit = {"practice": "thanks", "name": "Sync", "moves": [*slugs, "ally"]}
    logged = [{**entry("a sync", ANA), "move": slug} for slug in (*slugs, "ally")]
    store.commit(
        lambda: [
            Op(codec.PRACTICES, own_id(99), own),
            Op(codec.HABITS, own_id(98), habit),
            *(Op(codec.ENTRIES, own_id(100 + n), each) for n, each in enumerate(logged)),
        ]
    )
    store.commit(lambda: [Op(codec.ENTRIES, own_id(100), {"move": None})])
    store.commit(lambda: [Op(codec.ENTRIES, own_id(100), {"move": slugs[0]})])


def slugs_in(store: Store) -> tuple[list[str], list[str], list[str]]:
    """Return which moves the practice knows, the habit counts and the entries have."""
    own = practice_codec.practice_from(own_id(99), store.table(codec.PRACTICES)[own_id(99)])
    logged = [each.get("move") for _, each in sorted(store.table(codec.ENTRIES).items())]
    return (
        [move.slug for move in own.moves or ()],
        list(store.table(codec.HABITS)[own_id(98)]["moves"]),
        [slug for slug in logged if slug],
    )


def test_a_move_that_bears_her_name_is_called_the_same_everywhere(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    taught(store, "maya_sync", "maya", "mayas")
    there = Home(tmp_path / "there")
    carried(home, there)
    other = Store(there, "bob")
    other.checkpoint()

    erase_maya(store)
    carried(home, there)
    other.catch_up()

    slugs = ["someone_sync", "someone", "mayas", "ally"]
    for seen in (store, other, Store(home, "ada"), Store(there, "bob")):
        assert slugs_in(seen) == (slugs, slugs, slugs)
    assert list(traces(home.path)) == list(traces(there.path)) == []
    store.undo(lambda commit: commit)
    store.redo(lambda commit: commit)
    assert slugs_in(store) == (slugs, slugs, slugs)


def test_two_moves_that_become_one_are_counted_once_by_a_habit(tmp_path: Path) -> None:
    _, store = home_of(tmp_path / "home")
    taught(store, "someone_sync", "maya_sync")
    erase_maya(store)
    assert slugs_in(store) == (
        ["someone_sync", "ally"],
        ["someone_sync", "ally"],
        ["someone_sync", "someone_sync", "ally"],
    )


def test_a_move_that_all_have_keeps_its_name_though_somebody_is_called_so(tmp_path: Path) -> None:
    _, store = home_of(tmp_path / "home")
    taught(store, "sync")
    store.commit(lambda: [Op(codec.PEOPLE, own_id(97), {"name": "Ally", "handle": "ally"})])
    upkeep.erase(store, codec.PEOPLE, own_id(97))
    assert slugs_in(store) == (["sync", "ally"],) * 3


def test_a_practice_whose_names_grow_with_what_stands_for_hers_is_still_read(
    tmp_path: Path,
) -> None:
    _, store = home_of(tmp_path / "home")
    wide = "_".join(["maya"] * 10)
    taught(store, wide)
    store.commit(lambda: [Op(codec.PRACTICES, own_id(99), {"name": wide})])
    erase_maya(store)
    own = practice_codec.practice_from(own_id(99), store.table(codec.PRACTICES)[own_id(99)])
    assert own.name == "_".join(["someone"] * 10)[:60]
    assert slugs_in(store) == ([own.name, "ally"],) * 3


def test_what_tells_of_others_stays_without_her(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    erase_maya(store)

    for seen in (store, Store(home, "ada"), Store(home, "bob")):
        assert entries(seen) == LEFT
        assert list(seen.table(codec.PEOPLE)) == [ANA]
        assert list(seen.table(codec.PAUSES)) == []
        assert seen.take_reports() == []
    assert "Ana: the release" in (home.path / "export.md").read_text()
    older = json.loads((home.backups / "rapport-schema-1.json").read_bytes())
    assert older["people"] == {"5": {"name": "Ana", "handle": "ana"}}
    with TinyDB(home.data) as db:
        assert {UUID(int=each.doc_id) for each in db.table("entries")} == set(LEFT)


def test_before_it_is_done_it_can_be_seen_what_goes_and_what_changes(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    before = {path: path.read_bytes() for path in home.path.rglob("*") if path.is_file()}

    reach = upkeep.reach_of_erasing(store, codec.PEOPLE, MAYA)
    reached, copies_telling = reach

    gone = {written.key for written in reached if written.after is None}
    assert gone == {MAYA, ALONE, PAUSE}
    assert {written.key for written in reached} - gone == set(LEFT)
    assert [path.name for path in copies_telling] == [
        *(path.name for path in sorted(home.backups.iterdir())),
        "export.md",
        "rapport.json.bak",
        "rapport.json.corrupt-20260101T000000Z",
    ]
    assert before == {path: path.read_bytes() for path in home.path.rglob("*") if path.is_file()}
    assert upkeep.erase(store, codec.PEOPLE, MAYA) == reach


def test_neither_undo_nor_restore_nor_another_write_brings_her_back(tmp_path: Path) -> None:
    _, store = home_of(tmp_path / "home")
    copy = upkeep.back_up(store, tmp_path / "elsewhere.json", _now())
    erase_maya(store)

    while store.undo(lambda commit: commit):
        pass
    while store.redo(lambda commit: commit):
        pass
    upkeep.restore(store, copies.read(copy))
    store.commit(lambda: [Op(codec.PEOPLE, MAYA, {"name": "Maya"}), Op(codec.ENTRIES, ALONE, {})])
    store.checkpoint()

    assert {MAYA, ALONE, DELETED}.isdisjoint(
        [*store.table(codec.PEOPLE), *store.table(codec.ENTRIES)]
    )
    assert all(str(MAYA) not in document["people"] for document in store.table("entries").values())


def test_what_a_copy_elsewhere_says_of_somebody_erased_does_not_come_back(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    copy = upkeep.back_up(store, tmp_path / "elsewhere.json", _now())
    assert store.erased_count == 0
    erase_maya(store)
    assert store.erased_count == 4
    store.commit(lambda: [Op(codec.ENTRIES, TEXT, {"what": "another"})])

    upkeep.restore(store, copies.read(copy))

    assert entries(store) == LEFT
    assert list(traces(home.path)) == []
    assert entries(Store(home, "bob")) == LEFT


def _now() -> datetime:
    return datetime(2026, 11, 22, tzinfo=UTC)


def test_a_store_that_is_open_meanwhile_shows_it_and_writes_nothing_of_her(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    other = Store(home, "bob")
    assert MAYA in other.table(codec.PEOPLE)

    erase_maya(store)
    assert other.catch_up()

    assert entries(other) == LEFT
    assert other.take_reports() == []
    other.commit(lambda: [Op(codec.ENTRIES, own_id(40), entry("another"))])
    other.checkpoint()
    assert list(traces(home.path)) == []
    assert not store.replica.erased.are_told_of


def carried(source: Home, target: Home) -> None:
    """Carry all logs from one machine to another, as a folder syncer does."""
    target.ops.mkdir(parents=True, exist_ok=True)
    for path in source.ops.iterdir():
        shutil.copyfile(path, target.ops / path.name)


def test_another_device_does_the_same_when_it_hears_of_it(tmp_path: Path) -> None:
    here, store = home_of(tmp_path / "here")
    there = Home(tmp_path / "there")
    carried(here, there)
    other = Store(there, "bob")
    late = own_id(50)
    other.commit(
        lambda: [Op(codec.ENTRIES, late, entry("of Maya's review, only between us", MAYA))]
    )
    other.checkpoint()
    other.take_reports()

    erase_maya(store)
    (there.ops / "ada-000001.jsonl").write_bytes((here.ops / "ada-000001.jsonl").read_bytes())
    other.catch_up()

    assert list(traces(there.path)) == []
    assert entries(other) == LEFT
    assert other.take_reports() == [
        f"What was erased is gone from all files in {there.path} as well."
    ]

    (here.ops / "bob-000001.jsonl").write_bytes((there.ops / "bob-000001.jsonl").read_bytes())
    store.catch_up()
    assert list(traces(here.path)) == []
    assert entries(store) == entries(other) == LEFT


def test_another_device_that_only_read_of_her_until_then_does_the_same(tmp_path: Path) -> None:
    here, store = home_of(tmp_path / "here")
    there = Home(tmp_path / "there")
    before = own_id(49)
    with closing(Store(there, "bob")) as bob:
        bob.commit(lambda: [Op(codec.ENTRIES, before, entry("of MAYA, met at lunch"))])
    carried(here, there)
    Store(there, "bob")

    erase_maya(store)
    carried(here, there)

    assert entries(Store(there, "bob")) == LEFT | {before: ("of someone, met at lunch", "", [])}
    assert list(traces(there.path)) == []


def test_another_device_that_never_heard_of_her_says_that_its_texts_may_name_her(
    tmp_path: Path,
) -> None:
    here, store = home_of(tmp_path / "here")
    erase_maya(store)
    stores = [Store(Home(tmp_path / name), name) for name in ("bob", "cyd")]
    stores[0].commit(lambda: [Op(codec.ENTRIES, own_id(50), entry("what Maya said", ANA))])
    for other in stores:
        other.checkpoint()
        carried(here, other.home)
        other.catch_up()

    gone = [
        f"What was erased is gone from all files in {other.home.path} as well." for other in stores
    ]
    assert [other.take_reports() for other in stores] == [[gone[0], STRANGE], [gone[1]]]
    for other in stores:
        assert Store(other.home, other.device).take_reports() == []


def test_another_device_that_wrote_of_her_and_kept_no_copy_does_the_same(tmp_path: Path) -> None:
    here, store = home_of(tmp_path / "here")
    there = Home(tmp_path / "there")
    other, late = Store(there, "bob"), own_id(50)
    other.close()
    carried(here, there)
    assert other.catch_up()
    other.commit(lambda: [Op(codec.ENTRIES, late, entry("what Maya said", ANA))])

    erase_maya(store)
    carried(here, there)

    assert entries(Store(there, "bob")) == LEFT | {late: ("what someone said", "", [str(ANA)])}
    assert list(traces(there.path)) == []


def test_what_arrives_late_of_somebody_erased_is_dropped(tmp_path: Path) -> None:
    here, store = home_of(tmp_path / "here")
    there = Home(tmp_path / "there")
    carried(here, there)
    other = Store(there, "bob")
    only_her, both = own_id(50), own_id(51)
    other.commit(lambda: [Op(codec.PEOPLE, MAYA, {"name": "Maya Q"})])
    other.commit(lambda: [Op(codec.ENTRIES, only_her, entry("only between us", MAYA))])
    other.commit(lambda: [Op(codec.ENTRIES, both, entry("Maya Q and Ana", MAYA, ANA))])

    erase_maya(store)
    shutil.copyfile(there.ops / "bob-000001.jsonl", here.ops / "bob-000001.jsonl")
    store.catch_up()

    assert list(traces(here.path)) == []
    assert entries(store) == LEFT | {both: ("someone and Ana", "", [str(ANA)])}


def test_every_device_says_once_that_it_erased_and_then_there_is_peace(tmp_path: Path) -> None:
    here, store = home_of(tmp_path / "here")
    there = Home(tmp_path / "there")
    carried(here, there)
    other = Store(there, "bob")
    erase_maya(store)
    for _ in range(3):
        for source, target, seen in ((here, there, other), (there, here, store)):
            carried(source, target)
            seen.catch_up()
    erased = [
        line.device
        for line in all_lines(here.ops)
        if line.kind is Kind.ERASE and line.key == MAYA.int
    ]

    assert sorted(erased) == ["ada", "bob"]
    assert not here.erasing.exists()
    before = sorted((path.name, path.read_bytes()) for path in here.ops.iterdir())
    carried(there, here)
    assert before == sorted((path.name, path.read_bytes()) for path in here.ops.iterdir())
    assert entries(store) == entries(other) == LEFT


def test_an_act_of_which_a_part_was_erased_counts_and_is_taken_back_as_before(
    tmp_path: Path,
) -> None:
    home, store = home_of(tmp_path / "home")
    ana_too = own_id(60)
    store.commit(
        lambda: [
            Op(codec.ENTRIES, own_id(61), entry("only between us", MAYA)),
            Op(codec.ENTRIES, ana_too, entry("the talk", ANA)),
            Op(codec.ENTRIES, own_id(62), entry("only between us, again", MAYA)),
        ]
    )
    erase_maya(store)

    opened = Store(home, "ada")
    assert opened.take_reports() == []
    assert entries(opened) == LEFT | {ana_too: ("the talk", "", [str(ANA)])}
    opened.undo(lambda commit: commit)
    assert entries(opened) == LEFT


@pytest.mark.parametrize(
    "name",
    ["マヤ", "Ann-Sofie", 'José "Jo"', "back\\slash", "bad [/oops]", "Weiß", "O'Neil", "José"],
)
def test_whoever_has_whatever_name(tmp_path: Path, name: str) -> None:
    store = Store(Home(tmp_path / "home"), "ada")
    store.commit(
        lambda: [
            Op(codec.PEOPLE, MAYA, {"name": name, "handle": "qqq"}),
            Op(codec.ENTRIES, TEXT, entry(f"({name}) and {name.upper()}", ANA)),
        ]
    )
    copy = upkeep.back_up(store, None, _now())
    erase_maya(store)
    assert copies.read(copy).live[codec.ENTRIES] == store.replica.state.live[codec.ENTRIES]
    (what, _, _) = entries(store)[TEXT]
    assert what == "(someone) and someone"


def test_a_name_in_a_script_without_blanks_is_found_within_a_sentence(tmp_path: Path) -> None:
    store = Store(Home(tmp_path / "home"), "ada")
    store.commit(
        lambda: [
            Op(codec.PEOPLE, MAYA, {"name": "マヤ", "handle": "マヤ"}),
            Op(codec.ENTRIES, TEXT, entry("マヤの修正", ANA)),
        ]
    )
    erase_maya(store)
    assert entries(store)[TEXT][0] == "someoneの修正"


def test_a_practice_of_the_same_name_as_a_person_stays_one(tmp_path: Path) -> None:
    store = Store(Home(tmp_path / "home"), "ada")
    store.commit(
        lambda: [
            Op(codec.PEOPLE, MAYA, {"name": "Thanks", "handle": "thanks"}),
            Op(codec.ENTRIES, TEXT, entry("thanks to all", ANA)),
        ]
    )
    erase_maya(store)
    document = store.table(codec.ENTRIES)[TEXT]
    assert (document["practice"], document["what"]) == ("thanks", "someone to all")


def test_where_it_cannot_be_logged_nothing_is_erased(tmp_path: Path) -> None:
    _, store = home_of(tmp_path / "home")
    before = entries(store)
    with broken_disk("sync", error=errno.EIO), pytest.raises(StoreError):
        erase_maya(store)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(replica, "append", _refuse)
        with pytest.raises(StoreError, match="Nothing was stored"):
            erase_maya(store)
    assert not store.home.erasing.exists()

    assert entries(store) == entries(Store(store.home, "ada")) == before
    assert MAYA in store.table(codec.PEOPLE)


def test_a_damaged_line_goes_if_it_tells_of_her_and_stays_if_not(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    log = home.ops / "cyd-000001.jsonl"
    damaged = b'{"v":1,"f":{"what":"%s"}}\n'
    log.write_bytes(damaged % b"Maya" + damaged % b"Ana" + newer("Maya") + newer("Ana") + b"Ana")
    store.catch_up()
    erase_maya(store)

    assert list(traces(home.path)) == []
    assert log.read_bytes() == damaged % b"Ana" + newer("Ana") + b"Ana"


def newer(what: str) -> bytes:
    """Return a whole line of a newer version."""
    body = to_json({"v": VERSION + 1, "f": {"what": what}})
    return b'%s,"c":"%08x"}\n' % (body[:-1], crc32(body))


def test_what_was_broken_off_is_ended_by_the_next_who_writes(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    with broken_disk("replace", error=errno.EACCES), pytest.raises(StoreError):
        erase_maya(store)
    with broken_disk("chmod", error=errno.EACCES), pytest.raises(StoreError):
        erase_maya(store)
    assert not home.erasing.exists()

    (home.path / "rapport.json.tmp").write_text("Maya")
    (home.backups / "a.json").mkdir()
    with pytest.raises(StoreError, match="the next act goes on with it"):
        _break_off(store)
    assert home.erasing.exists()
    store.commit(list)
    assert list(traces(home.path)) == []
    assert entries(store) == LEFT


@pytest.mark.parametrize("call", ["open", "write", "sync", "replace"])
def test_what_could_not_begin_is_not_promised_to_go_on(tmp_path: Path, call: str) -> None:
    home, store = home_of(tmp_path / "home")
    with broken_disk(call, error=errno.ENOSPC), pytest.raises(StoreError) as refusal:
        erase_maya(store)
    assert str(refusal.value).endswith("Nothing is erased; try again once that is mended.")
    assert not list(store.home.path.glob("*.tmp"))
    store.commit(list)
    assert not home.erasing.exists()
    assert MAYA in store.table(codec.PEOPLE)


def _break_off(store: Store) -> None:
    """Erase her on a disk that takes the log, but no file in another's place."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scrubbing, "rewrite", _refuse)
        erase_maya(store)


def _refuse(*_: object) -> None:
    raise OSError(errno.EACCES, "Permission denied")


def test_a_note_of_what_is_being_erased_that_is_damaged_stops_nothing(tmp_path: Path) -> None:
    home, _ = home_of(tmp_path / "home")
    home.erasing.write_text("{")
    store = Store(home, "ada")
    store.commit(lambda: [Op(codec.ENTRIES, own_id(70), entry("another"))])
    assert not home.erasing.exists()
    assert MAYA in store.table(codec.PEOPLE)


def test_a_branch_or_a_tag_that_bears_her_name_tells_of_her(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    store = Store(home, "ada")
    met = {**entry("on maya_fix", MAYA, ANA), "tags": ["maya_fix", "mayas"]}
    people = {MAYA: {"name": "Maya", "handle": "maya"}, ANA: {"name": "Ana", "handle": "maya_2"}}
    store.commit(
        lambda: [
            *(Op(codec.PEOPLE, key, document) for key, document in people.items()),
            Op(codec.ENTRIES, own_id(80), met),
        ]
    )
    erase_maya(store)
    kept = store.table(codec.ENTRIES)[own_id(80)]
    assert (kept["what"], kept["tags"]) == ("on someone_fix", ["someone_fix", "mayas"])
    assert store.table(codec.PEOPLE)[ANA]["handle"] == "maya_2"


def test_tables_and_fields_that_are_not_known_are_looked_through_too(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    store = Store(home, "ada")
    store.commit(
        lambda: [
            Op(codec.PEOPLE, MAYA, {"name": "Maya", "handle": "maya"}),
            Op("books", own_id(80), {"lent": {"to": str(MAYA), "as": "Maya's", "n": 3}, "n": [1]}),
            Op("books", own_id(81), {"to": str(MAYA)}),
        ]
    )
    erase_maya(store)
    assert dict(store.table("books").items()) == {
        own_id(80): {"lent": {"to": None, "as": "someone's", "n": 3}, "n": [1]}
    }
    assert list(traces(home.path)) == []


def test_a_backup_loses_what_named_her_alone_then_though_it_names_another_now(
    tmp_path: Path,
) -> None:
    store = Store(Home(tmp_path / "home"), "ada")
    store.commit(
        lambda: [
            Op(codec.PEOPLE, MAYA, {"name": "Maya", "handle": "maya"}),
            Op(codec.ENTRIES, ALONE, entry("the review", MAYA)),
        ]
    )
    copy = upkeep.back_up(store, None, _now())
    store.commit(lambda: [Op(codec.ENTRIES, ALONE, {"people": [str(ANA)]})])
    erase_maya(store)

    assert list(traces(store.home.path)) == []
    assert list(copies.read(copy).live[codec.ENTRIES]) == []
    assert entries(store) == {ALONE: ("the review", "", [str(ANA)])}


def test_a_record_that_was_merged_into_hers_goes_with_its_name_and_entries(tmp_path: Path) -> None:
    home, store = home_of(tmp_path)
    other, secret = own_id(21), own_id(22)
    store.commit(
        lambda: [
            Op(codec.PEOPLE, other, {"name": "Zelda", "handle": "zelda"}),
            Op(codec.ENTRIES, secret, entry("only between us", other)),
            Op(codec.ENTRIES, OTHER, {"why": "as Zelda said"}),
        ]
    )
    store.commit(lambda: [Op(codec.PEOPLE, other, {"merged_into": str(MAYA)})])
    erase_maya(store)

    assert list(traces(home.path)) == []
    files = [file.read_bytes() for file in home.path.rglob("*") if file.is_file()]
    assert not any(b"zelda" in content.lower() for content in files)
    assert secret.int in store.replica.state.erased[codec.ENTRIES]
    assert list(store.table(codec.PEOPLE)) == [ANA]


def test_what_tells_of_what_goes_goes_with_it_and_its_names_too(tmp_path: Path) -> None:
    store = Store(Home(tmp_path / "home"), "ada")
    merged, of_merged, follow_up = own_id(90), own_id(91), own_id(92)
    store.commit(
        lambda: [
            Op(codec.PEOPLE, MAYA, {"name": "Maya", "handle": "maya"}),
            Op(codec.PEOPLE, merged, {"name": "MQ", "handle": "mq", "merged_into": str(MAYA)}),
            Op(codec.ENTRIES, of_merged, entry("the review", merged)),
            Op(codec.ENTRIES, TEXT, entry("as MQ said", ANA)),
            Op(codec.FOLLOW_UPS, follow_up, {"text": "ask again", "entry": str(of_merged)}),
        ]
    )
    erase_maya(store)
    assert entries(store) == {TEXT: ("as someone said", "", [str(ANA)])}
    assert not list(store.table(codec.PEOPLE))
    assert not list(store.table(codec.FOLLOW_UPS))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("bad [/oops]", r"- bad \[/oops\]: the fix"),
        ("O'Neil <b>", "<p>O&#x27;Neil &lt;b&gt;: the fix</p>"),
        ("José", '{"name": "Jos\\u00e9"}'),
        ("Ana_Lima", r"- Ana\_Lima: the fix"),
    ],
)
def test_an_export_goes_whole_however_the_name_is_written_in_it(
    tmp_path: Path, name: str, written: str
) -> None:
    home = Home(tmp_path / "home")
    store = Store(home, "ada")
    store.commit(lambda: [Op(codec.PEOPLE, MAYA, {"name": name, "handle": "qqq"})])
    home.exports.mkdir()
    (home.exports / "one.md").write_text(f"# Somebody\n{written}\n- an aim\n")
    (home.exports / "qqq.md").write_text("- an aim\n")
    (home.exports / "another.md").write_text("- Tom\n")
    erase_maya(store)
    assert [path.name for path in home.exports.iterdir()] == ["another.md"]


def test_moves_that_nobody_can_read_lose_her_name_as_all_texts_do(tmp_path: Path) -> None:
    home, store = home_of(tmp_path / "home")
    moves = ["maya", [], [5, "Maya's", None], ["maya", "x", False, {"of": "Maya"}], str(MAYA)]
    store.commit(
        lambda: [
            Op(codec.PRACTICES, own_id(99), {"key": 8, "slug": "thanks", "moves": moves}),
            Op(codec.HABITS, own_id(98), {"moves": [5, ["maya"], "maya"]}),
            Op(codec.ENTRIES, own_id(97), {"move": ["maya"], "people": [str(ANA)]}),
        ]
    )
    erase_maya(store)
    assert list(traces(home.path)) == []


def test_a_name_that_cannot_be_kept_yet_stops_nothing_and_is_kept_with_the_next_act(
    tmp_path: Path,
) -> None:
    here, store = home_of(tmp_path / "here")
    there = Home(tmp_path / "there")
    other, late = Store(there, "bob"), own_id(50)
    other.close()
    carried(here, there)
    with broken_disk("replace", error=errno.ENOSPC):
        assert other.catch_up()
        other.commit(lambda: [Op(codec.ENTRIES, late, entry("what Maya said", ANA))])
        assert late in Store(there, "bob").table(codec.ENTRIES)
    assert other.replica.unsaved.tells_of_people
    other.commit(lambda: [Op(codec.ENTRIES, own_id(51), entry("another"))])
    assert other.replica.unsaved.count == 1

    erase_maya(store)
    carried(here, there)

    assert entries(Store(there, "bob"))[late][0] == "what someone said"
