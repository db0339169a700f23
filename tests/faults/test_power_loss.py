"""The power may go at any moment: what was acknowledged is on the disk, whatever it forgets."""

from __future__ import annotations

import copy
import random
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.faults.power import ForgetfulDisk
from tests.faults.story import Told, require_kept, tell

if TYPE_CHECKING:
    from pathlib import Path

IMAGES = 6
"""How many disks are looked at after each call: what they forget is drawn."""


@pytest.mark.parametrize("seed", range(6))
def test_after_every_call_the_power_may_go(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - faults to try
    root = tmp_path / "disk"
    root.mkdir()
    disk, told = ForgetfulDisk(root), Told()
    images: list[tuple[str, Path, Told]] = []

    def draw(call: str) -> None:
        for _ in range(IMAGES):
            target = tmp_path / f"image-{len(images)}"
            disk.image(chance, target)
            images.append((call, target, copy.deepcopy(told)))

    disk.after_each = draw
    with disk.in_place():
        tell(root / "home", told)

    assert len(images) > 40 * IMAGES
    for number, (call, target, told_then) in enumerate(images):
        try:
            reports = require_kept(target / "home", told_then)
            assert not [report for report in reports if "rapport.json was damaged" in report]
        except AssertionError as trouble:
            message = f"image {number}, after {call}: {trouble}"
            raise AssertionError(message) from trouble
        shutil.rmtree(target)
