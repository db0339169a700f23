"""Tells stories of machines until one goes wrong: `python -m tests.sync.stories 600`."""

from __future__ import annotations

import sys

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.story import Story
from tests.sync.test_any_story import SHORT

USUALLY = 600
"""So many are told where it is not said how many."""


def main() -> None:
    """Tell as many as the first argument says; one that goes wrong is printed step by step."""
    stories = int(sys.argv[1]) if len(sys.argv) > 1 else USUALLY
    told = settings(SHORT, max_examples=stories, stateful_step_count=60, derandomize=False)
    run_state_machine_as_test(Story, settings=told)
    sys.stdout.write(f"{stories} stories came to a good end\n")


if __name__ == "__main__":
    main()
