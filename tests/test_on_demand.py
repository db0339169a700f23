"""A package gives its names as if it had imported them, and imports only what is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import habits.service
import habits.store
from habits.on_demand import names_from


@pytest.mark.parametrize("package", [habits.service, habits.store], ids=lambda p: p.__name__)
def test_every_name_that_is_promised_is_there(package: object) -> None:
    names = package.__all__  # type: ignore[attr-defined]  # both say what they have
    assert all(getattr(package, name) is not None for name in names)


def test_a_name_that_is_not_there_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'lunch'"):
        habits.store.lunch  # noqa: B018 - asked for


def test_a_name_is_found_once_and_kept() -> None:
    find = names_from("habits.store", {"ops": "Op Commit"})
    assert find("Op") is habits.store.Op


def test_only_the_module_of_the_name_is_imported() -> None:
    program = (
        "import sys, habits.service as s; s.today; print('habits.service.promises' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
