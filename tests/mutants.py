"""Plants bugs in the engine, one at a time, and sees the tests go red: `python -m tests.mutants`.

Names of groups behind that, such as `coverage`, plant only theirs. Each bug is planted in a copy of
the code. One that the tests let through, or whose place is not found any more, is named, and the
program ends with 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parents[1]
TESTS: Final = ("tests/cadence", "tests/streaks", "tests/test_day.py")


class Mutant(NamedTuple):
    """A bug: where it is planted, what it replaces and by what."""

    what: str
    file: str
    right: str
    wrong: str


MUTANTS: Final = (
    Mutant("half rule: more than half", "streaks/verdicts.py",
           "active >= length", "active > length"),
    Mutant("warning a day short", "streaks/verdicts.py", "length // 7 + 1", "length // 7"),
    Mutant("week start ignored", "cadence/blocks.py", "- 1 - self.week_start) // 7", "- 1) // 7"),
    Mutant("blocks from the calendar's start", "cadence/blocks.py",
           "(self._unit_number(day) - self._origin)", "self._unit_number(day)"),
    Mutant("surplus needed", "streaks/blocks.py", "kept=count >= self.quota.count",
           "kept=count > self.quota.count"),
    Mutant("today already over", "streaks/blocks.py", "over=block.last < self.blocks.days.today",
           "over=block.last <= self.blocks.days.today"),
    Mutant("limit passed a slip early", "streaks/blocks.py", "if len(slips) > self.limit.count",
           "if len(slips) >= self.limit.count"),
    Mutant("chain breaks a day early", "streaks/intervals.py", "gap <= self._n", "gap < self._n"),
    Mutant("lapse misses one too many", "streaks/intervals.py",
           "self._paused.active_after(self.previous, until) - 1)",
           "self._paused.active_after(self.previous, until))"),
    Mutant("paused rule days judged", "streaks/rules.py", "required=not paused", "required=True"),
    Mutant("miss does not break", "streaks/fold.py",
           "        self.current = 0\n        self.missed", "        self.missed"),
    Mutant("score without partial credit", "streaks/fold.py", "+ period.share *", "+ 1.0 *"),
    Mutant("overdue over a change of cadence", "streaks/fold.py", "        self.latest = None",
           "        pass"),
    Mutant("recent rate a day long", "streaks/fold.py", "timedelta(days=RATE_DAYS - 1)",
           "timedelta(days=RATE_DAYS)"),
    Mutant("logs after today counted", "streaks/history.py", "known = bisect_right(logs, today)",
           "known = len(logs)"),
    Mutant("running week adds to a practice", "streaks/practice.py",
           "in kept - missed if n < running", "in kept - missed if n <= running"),
    Mutant("who left is still required", "streaks/each_person.py",
           "member.left is None else", "True else"),
    Mutant("rollover by elapsed time", "day.py",
           "wall.date() - timedelta(days=1) if wall.hour < rollover_hour else wall.date()",
           "(instant - timedelta(hours=rollover_hour)).astimezone(wall.tzinfo).date()"),
)  # fmt: skip

COVERAGE: Final = (
    Mutant("half of a window is more than half of it", "review/covering.py",
           "is_required(absent.active_between(first, window.as_of), length)",
           "2 * absent.active_between(first, window.as_of) > length"),
    Mutant("leave counts as being there", "review/covering.py",
           "absent.active_between(first, window.as_of), length",
           "(window.as_of - first).days + 1, length"),
    Mutant("who joined yesterday lacks thanks", "review/covering.py",
           "first = max(window.since, joined)", "first = window.since"),
    Mutant("who left lacks thanks", "review/covering.py",
           "person.left is not None and person.left < window.as_of)", "False)"),
    Mutant("the first day of the window is before it", "review/covering.py",
           "day is None or day < window.since", "day is None or day <= window.since"),
    Mutant("any act of Growth is a talk", "review/covering.py",
           '| {"talk": met.talk}', '| {"talk": had.get("growth")}'),
    Mutant("two weeks end a day early", "review/covering.py", "days <= 2 * 7", "days < 2 * 7"),
    Mutant("four weeks end a day early", "review/covering.py", "days <= 4 * 7", "days < 4 * 7"),
    Mutant("those who left stand among the others", "review/covering.py",
           "        has_left,\n        0 if", "        False,\n        0 if"),
    Mutant("in a band people stand by their last contact", "review/covering.py",
           "        person.name.casefold(),\n", "        str(row.days).zfill(5),\n"),
    Mutant("a slip is a warm contact", "service/contacts.py", "if kind not in slips:", "if kind:"),
    Mutant("an entry is a contact with whom it names first", "store/contacts.py",
           "in entry.people:", "in entry.people[:1]:"),
    Mutant("what lies ahead is a contact", "store/contacts.py",
           "(day.toordinal() + 1) << _ID_BITS", "(day.toordinal() + 999) << _ID_BITS"),
    Mutant("minutes of any practice are with customers", "service/contacts.py",
           "warm.get(PRACTICE, ())", "chain(*warm.values())"),
    Mutant("minutes of seven weeks count", "review/exposure.py", "WEEKS: Final = 6",
           "WEEKS: Final = 7"),
    Mutant("an hour is a minute", "review/exposure.py", "60 * int(hours)", "int(hours)"),
    Mutant("the longest of several times counts alone", "review/exposure.py",
           "sum(minutes for minutes", "max(minutes for minutes"),
)  # fmt: skip
EACH_PERSON: Final = (
    Mutant("a joiner of the last day is required", "streaks/each_person.py",
           "first = max(block.first, member.joined)", "first = block.first"),
    Mutant("who is on leave is required", "streaks/each_person.py",
           "paused.active_between(first, last), block.length",
           "(last - first).days + 1, block.length"),
    Mutant("who is named twice in an entry counts twice", "streaks/each_person.py",
           "for name in set(names)", "for name in names"),
    Mutant("kept once one is reached", "streaks/each_person.py",
           "kept=bool(missing) and reached == len(missing)", "kept=bool(missing) and reached > 0"),
    Mutant("kept where nobody is required", "streaks/each_person.py",
           "kept=bool(missing) and", "kept="),
    Mutant("at risk by what lacks of all together", "streaks/each_person.py",
           "most = max(missing.values(), default=0)", "most = sum(missing.values())"),
)  # fmt: skip
EVIDENCE: Final = (
    Mutant("slips are told", "review/evidence_choice.py", "if is_slip(entry, eight):", "if False:"),
    Mutant("standing up for them is told", "review/evidence_choice.py", "if act == ALLY:",
           "if False:"),
    Mutant("one aim to share lets all be told", "review/evidence_choice.py",
           "all(aim.shared for aim", "any(aim.shared for aim"),
    Mutant("a stub is told", "review/evidence_choice.py",
           "    if not entry.what:\n        return Reason.NO_ACT\n", ""),
    Mutant("what lacks its effect is told", "review/evidence_choice.py",
           "return None if entry.why else Reason.NO_EFFECT", "return None"),
    Mutant("acts of others are told", "review/evidence_choice.py",
           "        return Reason.OTHERS", "        return None"),
    Mutant("aims that are not shared head it", "review/evidence.py",
           "if each.shared and each.date <= last", "if each.date <= last"),
    Mutant("a link that tells of others stays", "review/evidence.py",
           "if not self.cover.tells_in_link(link)", "if True"),
    Mutant("the role is not covered", "review/evidence.py", "self.cover.text(role)", "role"),
    Mutant("the last day is left out", "review/called.py", "day <= self.last", "day < self.last"),
    Mutant("handles are not covered", "review/called.py",
           "return person.name, person.handle", "return person.name, person.name"),
    Mutant("parts of names are not covered", "review/called.py",
           "*((_parts(each.name), Word(who_is(each, subject), is_part=True)) for each in others),",
           ""),
    Mutant("customers of tags are not covered", "review/called.py",
           "        *_customers(entries),\n", ""),
    Mutant("managers of others are not covered", "review/called.py",
           '*(([name], Word(Who("manager", folded(name)))) for name in _managers(others)),', ""),
    Mutant("a known part stays beside one that nobody has", "review/cover.py",
           "part[:1].isupper() and part not in known", "part[:1].isupper()"),
    Mutant("a letter that folds to two parts a name", "review/cover.py",
           "{folded(part) for word in words for part in _PART.findall(word)}",
           "{part for word in self._words for part in _PART.findall(word)}"),
    Mutant("a mark behind a name makes it another", "review/cover.py",
           'category(sign or " ").startswith("M")', "False"),
    Mutant("addresses are not covered", "review/cover.py",
           "return self._in_address(found)", "return None"),
    Mutant("stand-ins are numbered as they are told", "review/cover.py",
           "self._met.setdefault(who, (of_kind + 1,", "self._met.setdefault(who, (1,"),
)  # fmt: skip
MASK: Final = (
    Mutant("what was done is seen", "service/mask.py",
           'what=f"note {end}" if entry.what else "",', ""),
    Mutant("why it mattered is seen", "service/mask.py",
           'why=f"reason {end}" if entry.why else "",', ""),
    Mutant("tags are seen", "service/mask.py", "            tags=(),\n", ""),
    Mutant("handles are seen in messages", "service/mask.py",
           "            yield person.handle, stand_in.name\n", ""),
    Mutant("names are seen in messages", "service/mask.py",
           "            yield person.name, stand_in.name\n", ""),
    Mutant("managers are seen", "service/mask.py",
           'manager="a manager" if person.manager else "",', ""),
    Mutant("aims are seen", "service/mask.py", 'aims=unsaid("aim", person.aims),', ""),
    Mutant("those who are left are seen", "service/mask.py",
           "left = tuple(map(self.words, row.standing.left))", "left = row.standing.left"),
    Mutant("follow-ups are seen", "service/mask.py",
           'return replace(follow_up, text=f"follow-up {end_of(follow_up.id)}")',
           "return follow_up"),
    Mutant("the north star is seen", "service/mask.py",
           'return replace(star, text="our north star")', "return star"),
    Mutant("stand-ins are those of the order of the day", "stand_ins.py",
           "number = _FIRST + seed % _USUAL", "number = _FIRST + len(numbers)"),
)  # fmt: skip
PRIVACY: Final = (
    Mutant("names stay in texts", "store/erasure.py",
           "return self.text(value) if is_text else value", "return value"),
    Mutant("former names stay", "store/plans.py",
           "documents += [(line.key, line.fields), (line.key, line.before)]", "pass"),
    Mutant("names joined by a sign stay", "store/erasure.py",
           "words = {**_joined(words), **words}", "words = dict(words)"),
    Mutant("of a record with a name beyond ASCII nothing is known", "store/erasure.py",
           "return bool(self._raw_pattern.search(text))", "return False"),
    Mutant("letters like those of ASCII are others", "store/erasure.py",
           "form.translate(_AS_ASCII).lower()", "form.lower()"),
    Mutant("what is escaped tells nothing", "store/erasure.py", 'if "\\\\u" in text:', "if False:"),
    Mutant("a record that refers to them is not looked at", "store/erasure.py",
           "        if may_refer(raw, self._ids):\n            return True\n", ""),
    Mutant("exports stay", "store/scrubbing.py",
           "(is_export and _tells(path, erasure))", "(is_export and False)"),
    Mutant("it can be cancelled once it has begun", "store/erasing.py",
           "    told(Stage(REWRITING, _BEGUN, is_final=True))\n\n",
           "    told(Stage(REWRITING, _BEGUN))\n\n"),
    Mutant("what tells of what goes stays", "store/plans.py",
           "        if more.keys() <= every.keys():\n            return every\n"
           "        every |= more",
           "        return every | more"),
    Mutant("public is public to who likes it so alone", "recognition.py",
           "each.recognition is Recognition.PRIVATE", "each.recognition is Recognition.PUBLIC"),
    Mutant("an entry stands on the north star of today", "north_stars.py",
           "if star.since < entry.date or", "if True or"),
    Mutant("an act of an ally proposes nothing", "follow_ups.py",
           '("respect", "ally")', '("trust", "ally")'),
    Mutant("one that is due today is late", "follow_ups.py",
           "max((today - follow_up.due).days, 0)", "max((today - follow_up.due).days + 1, 0)"),
    Mutant("a rewording moves a follow-up", "service/promised.py",
           "handles(workspace), held.due)", "handles(workspace))"),
    Mutant("a rewording forgets whom it concerns", "service/promised.py",
           "require_known(workspace, said) or held.people", "require_known(workspace, said)"),
)  # fmt: skip

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
}  # fmt: skip
"""Bugs by what they are in, each with the tests that are to go red."""


def is_caught(mutant: Mutant, folder: Path, tests: Sequence[str]) -> bool:
    """Return whether tests go red over a bug in a copy of the code."""
    path = folder / "habits" / mutant.file
    code = path.read_text(encoding="utf-8")
    if mutant.right not in code:
        sys.stdout.write(f"not found   {mutant.what}\n")
        return False
    path.write_text(code.replace(mutant.right, mutant.wrong), encoding="utf-8")
    # In one process: the workers of several would look for the product where it is installed.
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n0", "-p", "no:cacheprovider", *tests]
    # Derandomised, so that what is caught today is caught tomorrow.
    own = {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "CI": "1"}
    environment = {**os.environ, **own}
    done = subprocess.run(  # noqa: S603 - our own words
        command, cwd=folder, env=environment, capture_output=True, check=False
    )
    path.write_text(code, encoding="utf-8")
    sys.stdout.write(f"{'caught' if done.returncode == 1 else 'MISSED':11} {mutant.what}\n")
    sys.stdout.flush()
    return done.returncode == 1


def all_are_caught(mutants: Sequence[Mutant], tests: Sequence[str]) -> bool:
    """Plant every bug in a copy of the code, and return whether tests go red over each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("habits", "tui", "tests"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy(ROOT / "pyproject.toml", folder)
        caught = [is_caught(mutant, folder, tests) for mutant in mutants]
    return all(caught)


def main(wanted: Sequence[str]) -> int:
    """Plant every bug, or those of some groups, and return 1 if one got through."""
    groups = [group for name, group in GROUPS.items() if name in wanted or not wanted]
    caught = [all_are_caught(mutants, tests) for mutants, tests in groups]
    return 0 if all(caught) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
