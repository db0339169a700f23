"""Plants bugs, one at a time, and sees the tests go red: `python -m tests.mutants`.

Names of groups behind that, such as `coverage`, plant only theirs. Each bug is planted in a copy of
the code. One that the tests let through, or whose place is not found any more, is named, and the
program ends with 1.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from tests.mutants.command_line import COMMAND_LINE
from tests.mutants.engine import MUTANTS
from tests.mutants.people import COVERAGE, EACH_PERSON, EVIDENCE, MASK, PRIVACY
from tests.mutants.planting import all_are_caught

if TYPE_CHECKING:
    from collections.abc import Sequence

TESTS: Final = ("tests/cadence", "tests/streaks", "tests/test_day.py")

GROUPS: Final = {
    "engine": (MUTANTS, TESTS),
    "coverage": (COVERAGE, ("tests/review/test_coverage.py", "tests/review/test_exposure.py",
                            "tests/test_service_coverage.py", "tests/cli/test_people.py")),
    "each person": (EACH_PERSON, ("tests/streaks/test_points.py",
                                  "tests/test_service_each_person.py",
                                  "tests/streaks/test_properties.py")),
    "evidence": (EVIDENCE, ("tests/review/test_evidence.py", "tests/cli/test_person_evidence.py",
                            "tests/review/test_cover.py",
                            "tests/review/test_evidence_formats.py")),
    "mask": (MASK, ("tests/test_stand_ins.py", "tests/tui/test_session.py",
                    "tests/tui/test_mask.py", "tests/tui/test_person_page.py",
                    "tests/tui/test_proposals.py")),
    "privacy": (PRIVACY, ("tests/test_recognition.py", "tests/test_north_stars.py",
                          "tests/test_follow_ups.py", "tests/cli/test_follow.py",
                          "tests/store/test_erasing_progress.py", "tests/store/test_erasing.py",
                          "tests/cli/test_person_privacy.py")),
    "command line": (COMMAND_LINE, ("tests/cli/test_command_line.py",
                                    "tests/cli/test_invocation.py", "tests/cli/test_refusals.py",
                                    "tests/cli/test_completion.py", "tests/cli/test_pause.py")),
}  # fmt: skip
"""Bugs by what they are in, each with the tests that are to go red."""


def main(wanted: Sequence[str]) -> int:
    """Plant every bug, or those of some groups, and return 1 if one got through."""
    groups = [group for name, group in GROUPS.items() if name in wanted or not wanted]
    caught = [all_are_caught(mutants, tests) for mutants, tests in groups]
    return 0 if all(caught) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
