"""What other programs kept is taken in at a prompt, once, and goes as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exchange.test_any_file import IMPORTERS, Importer, bomb, each_importer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Run

FORMATS = {importer: name.split("-")[0] for name, importer in IMPORTERS.items()}


@each_importer
def test_an_import_adds_entries_once_and_one_undo_takes_them_back(
    rapport: Run, importer: Importer, tmp_path: Path
) -> None:
    command = ("import", FORMATS[importer], str(importer.right(tmp_path / "log")), "--as", "thanks")
    first = rapport(*command, "--json").json
    entries = rapport("entries").lines
    again = rapport(*command, "--json").json

    assert first["added"]["entries"] == len(entries) > 0
    assert first["added"]["habits"] == sum(
        habit["cadence"] is not None for habit in first["habits"]
    )
    assert (again["added"], again["changed"]) == ({}, {})
    assert rapport("undo").code == 0
    assert rapport("entries").out == ""


@each_importer
def test_a_dry_run_stores_nothing(rapport: Run, importer: Importer, tmp_path: Path) -> None:
    path = importer.right(tmp_path / "log")
    before = rapport("history").out
    done = rapport("import", FORMATS[importer], str(path), "--as", "growth", "--dry-run")

    assert done.out.startswith("read: ")
    assert rapport("history").out == before
    assert rapport("entries").out == ""


@pytest.mark.parametrize("form", sorted({*FORMATS.values()}))
def test_a_bomb_is_refused_and_nothing_is_stored(rapport: Run, form: str, tmp_path: Path) -> None:
    bomb(tmp_path / "log")
    before = rapport("history").out
    done = rapport("import", form, str(tmp_path / "log"), "--as", "growth")

    assert done.code == 1
    assert done.refusal
    assert rapport("history").out == before
    assert rapport("entries").out == ""


def test_of_harsh_a_promise_is_archived_with_its_end_and_one_that_never_was_is_none(
    rapport: Run, tmp_path: Path
) -> None:
    (tmp_path / "habits").write_text("Over: 7: 2026-11-10\nTracked: 0\n", encoding="utf-8")
    names = ("Over", "Tracked", "Gone")
    rows = [f"2026-11-{day} : {name} : y" for name in names for day in ("09", "20")]
    (tmp_path / "log").write_text("\n".join(rows), encoding="utf-8")
    report = rapport("import", "harsh", str(tmp_path), "--as", "growth").out.splitlines()

    assert [line for line in report if line.startswith(("habit: ", "  "))] == [
        "habit: Over → Growth /over · every 7 days · 2 entries",
        "habit: Tracked → Growth /tracked · no promise · 2 entries",
        "habit: Gone → Growth /gone · no promise · 2 entries",
        "  not the same: the list there does not say how often it was promised",
    ]
    archived = {each["name"]: each["archived"] for each in rapport("habits", "--json").json}
    assert archived.items() >= {("Over", "2026-11-20")}
    assert not archived.keys() & {"Tracked", "Gone"}
