"""Counts: the entries of each kind by day, right through whatever is done to them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from habits.store import Op, Store, codec
from habits.store.counts import Counts
from habits.store.home import Home
from habits.store.ledger import Ledger
from tests.records import entry

if TYPE_CHECKING:
    from pathlib import Path

SUNDAY = date(2026, 11, 22)

DOCUMENTS = st.fixed_dictionaries(
    {},
    optional={
        "practice": st.sampled_from(["thanks", "credit", 5]),
        "move": st.sampled_from(["quiet", "unnamed", None]),
        "date": st.sampled_from(["2026-11-21", "2026-11-22", "soon", "", 7]),
    },
)


def test_slips_are_left_out_where_they_are_not_asked_for() -> None:
    counts = Counts(
        [
            (("credit", "public"), "2026-11-22"),
            (("credit", "unnamed"), "2026-11-22"),
            (("credit", ""), "2026-11-20"),
            (("thanks", ""), "2026-11-22"),
            (("thanks", ""), "20261122"),
            (("thanks", ""), "soon"),
        ]
    )

    assert counts.of("credit") == {SUNDAY: 2, date(2026, 11, 20): 1}
    assert counts.of("credit", {"unnamed"}) == {SUNDAY: 1, date(2026, 11, 20): 1}
    assert counts.of("thanks") == {SUNDAY: 2}
    assert counts.of("trust") == {}


@given(st.lists(st.tuples(st.integers(1, 5), st.none() | DOCUMENTS)))
def test_kept_up_they_are_as_counted_anew(puts: list[tuple[int, dict[str, Any] | None]]) -> None:
    counts, known = Counts([]), dict[int, dict[str, Any]]()
    for key, document in puts:
        counts.put(known.pop(key, None), document)
        if document is not None:
            known[key] = document

    for slug in ("thanks", "credit"):
        for move in ("quiet", "unnamed"):
            assert counts.of(slug, {move}) == Counter(
                date.fromisoformat(str(each["date"]))
                for each in known.values()
                if each.get("practice") == slug
                and each.get("move") != move
                and str(each.get("date")).startswith("2026")
            )


def test_they_are_read_from_the_file_and_kept_up_with_every_act(home: Home) -> None:
    made = [
        entry(SUNDAY, 'as she said: {"date":"2020-01-01","move":"unnamed"}'),
        entry(SUNDAY, practice="credit", move="unnamed"),
    ]
    store = Store(home, "ada")
    store.commit(lambda: [Op(codec.ENTRIES, each.id, codec.entry_fields(each)) for each in made])
    store.checkpoint()
    ledger = Ledger(Store(home, "ada"))
    assert ledger.counts().of("thanks", {"unnamed"}) == {SUNDAY: 1}
    assert ledger.counts().of("credit") == {SUNDAY: 1}

    ledger = Ledger(store)
    assert ledger.counts().of("thanks") == {SUNDAY: 1}
    store.commit(lambda: [Op(codec.ENTRIES, made[0].id, None)])
    assert ledger.counts().of("thanks") == {}


def test_a_text_that_looks_like_a_field_is_none(tmp_path: Path) -> None:
    names = ["date", '"date":"2020-01-01"', '{"date": "2020-01-01"}', '\\"date":"2020-01-01"']
    made = [entry(SUNDAY, name) for name in names]
    store = Store(Home(tmp_path / "home"), "ada")
    store.commit(lambda: [Op(codec.ENTRIES, each.id, codec.entry_fields(each)) for each in made])

    for found in (store, Store(Home(tmp_path / "home"), "bob")):
        days = [day for day, _ in found.table(codec.ENTRIES).column("date")]
        assert days == ["2026-11-22"] * len(made)
        assert [move for move, _ in found.table(codec.ENTRIES).column("move")] == [""] * len(made)
