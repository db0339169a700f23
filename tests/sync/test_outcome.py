"""What a syncing met is told of machines by the names that tell them apart."""

from __future__ import annotations

from habits.sync.outcome import Outcome


def test_machines_of_one_name_are_told_apart_by_their_ids() -> None:
    outcome = Outcome(lost=("bob2", "cyd3", "eve4"), machines={"bob2": "vm", "cyd3": "vm"})
    begins = [told.words.partition(". ")[0] for told in outcome.told()]
    assert [words.partition("something of ")[2] for words in begins] == [
        "vm (bob2)", "vm (cyd3)", "eve4",
    ]  # fmt: skip
