"""Whatever befalls machines that sync over git, they come to hold the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.sync.machines import Machine, begun
from tests.sync.mirror import Mirror, Mirrored
from tests.sync.story import Story
from tests.sync.test_any_story import SHORT
from tests.sync.world import DEVICES

if TYPE_CHECKING:
    from pathlib import Path


class StoryOverGit(Story):
    """One whose remote is a repository; what hands do there, they do in a folder that shows it."""

    def _begun(self) -> list[Machine]:
        (self.path / "remote").mkdir()
        self.mirror = Mirror(self.path / "repository", self.path / "remote")
        return begun([self._machine(device) for device in DEVICES])

    def _machine(self, device: str) -> Machine:
        home = self.path / device
        return Machine(home, device, Mirrored(self.mirror, home / "sync" / "git"))

    def _segments(self) -> list[Path]:
        self.mirror.settle()
        return super()._segments()

    def conflict(self) -> None:
        """Leave out what only a syncer of folders does."""


TestStoryOverGit = pytest.mark.faults(StoryOverGit.TestCase)
TestStoryOverGit.settings = settings(SHORT, max_examples=6, stateful_step_count=30)
