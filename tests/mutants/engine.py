"""Bugs in the rules of time: windows, standings, rates and scores."""

from __future__ import annotations

from typing import Final

from tests.mutants.planting import Mutant

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
