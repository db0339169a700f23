"""Whatever befalls the machines of a user, they come to hold the same, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.sync.story import Story

SHORT = settings(
    max_examples=25,
    stateful_step_count=40,
    deadline=None,
    # `tests.sync.stories` tells others.
    derandomize=True,
    database=None,
    # To look for a shorter story takes minutes.
    phases=[phase for phase in Phase if phase is not Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


class LongStory(Story):
    """One that is told more often."""


TestStory = Story.TestCase
TestStory.settings = SHORT
TestLongStory = pytest.mark.faults(LongStory.TestCase)
TestLongStory.settings = settings(SHORT, max_examples=150, stateful_step_count=60)
