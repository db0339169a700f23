"""A slow and obvious reckoning of every figure: it walks the days, one after the other.

Written from the cadence spec alone; section numbers are the spec's.
"""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from dateutil import rrule
from dateutil.relativedelta import relativedelta

from habits.cadence import Cadence, Frequency, Interval, Limit, Quota, Rule, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.streaks import HabitHistory
    from habits.streaks.history import Member, Span

DAY = timedelta(days=1)
FAR = 1200
"""Days that are looked ahead for what is due next."""


class Ruled(NamedTuple):
    """A verdict: its days, +1 kept, -1 missed, 0 neither, and what the score takes of it."""

    first: date
    day: date
    sign: int
    weight: int
    length: int
    share: float


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield the days from first to last, both included."""
    while first <= last:
        yield first
        first += DAY


def in_spans(day: date, spans: Iterable[Span]) -> bool:
    """Return whether a day lies in one of the spans."""
    return any(first <= day and (last is None or day <= last) for first, last in spans)


class Reference:
    """One history on one day."""

    def __init__(self, history: HabitHistory, as_of: date, week_start: int) -> None:
        self.history = history
        self.archived = history.archived is not None and as_of >= history.archived
        self.today = min(as_of, history.archived or as_of)
        self.week_start = week_start
        people = history.log_people or ((),) * len(history.logs)
        self.logs = [(d, p) for d, p in zip(history.logs, people, strict=True) if d <= self.today]
        self.dates = [d for d, _ in self.logs]
        self.resting: dict[date, bool] = {}
        self.segments = self._segments()

    def _segments(self) -> list[tuple[date, date | None, date, Cadence]]:
        by_date = dict(sorted(self.history.cadences, key=lambda pair: pair[0]))
        first = min(by_date)
        known = [d for d in sorted(by_date) if d == first or d <= self.today]
        start = min([self.history.created, first, *self.dates])
        result: list[tuple[date, date | None, date, Cadence]] = []
        for place, day in enumerate(known):
            last = known[place + 1] - DAY if place + 1 < len(known) else None
            result.append((start if place == 0 else day, last, day, by_date[day]))
        return result

    def paused(self, day: date) -> bool:
        """Return whether a day does not count (5)."""
        if day not in self.resting:
            self.resting[day] = in_spans(day, self.history.pauses)
        return self.resting[day]

    def count(self, first: date, last: date) -> int:
        """Return how many logs are dated from first to last."""
        return sum(first <= day <= last for day in self.dates)

    def block(self, cadence: Quota | Limit, anchor: date, day: date) -> tuple[date, date]:
        """Return the whole block that holds a day."""
        named, each = {
            Unit.DAY: ("days", 1),
            Unit.WEEK: ("weeks", 1),
            Unit.MONTH: ("months", 1),
            Unit.QUARTER: ("months", 3),
            Unit.YEAR: ("years", 1),
        }[cadence.unit]
        unit = relativedelta(**{named: each * cadence.every})  # type: ignore[arg-type]
        begin = self.unit_begin(cadence.unit, anchor)
        typical = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.QUARTER: 91, Unit.YEAR: 365}
        times = (day - begin).days // (typical[cadence.unit] * cadence.every)
        while begin + unit * times > day:
            times -= 1
        while begin + unit * (times + 1) <= day:
            times += 1
        return begin + unit * times, begin + unit * (times + 1) - DAY

    def unit_begin(self, unit: Unit, day: date) -> date:
        """Return where the calendar unit that holds a day begins."""
        match unit:
            case Unit.DAY:
                return day
            case Unit.WEEK:
                while day.weekday() != self.week_start:
                    day -= DAY
                return day
            case Unit.MONTH:
                return day.replace(day=1)
            case Unit.QUARTER:
                return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
            case Unit.YEAR:
                return date(day.year, 1, 1)

    def blocks(
        self, first: date, last: date | None, anchor: date, cadence: Quota | Limit
    ) -> list[tuple[date, date, int]]:
        """Return the blocks of a segment: first and last day after the cut, natural length."""
        until = last or self.today
        result = []
        day = min(first, until)
        while day <= until:
            begin, end = self.block(cadence, anchor, day)
            cut = min(end, last) if last else end
            result.append((max(begin, first), cut, (end - begin).days + 1))
            day = end + DAY
        return result

    def required(self, first: date, last: date, length: int) -> bool:
        """Return whether a block counts: the half rule (4)."""
        return 2 * sum(not self.paused(d) for d in days_between(first, last)) >= length

    def missing(self, quota: Quota, first: date, last: date, length: int) -> dict[str, int]:
        """Return what each required member still lacks (14)."""
        result = {}
        for member in self.history.roster or ():
            there = sum(self.is_there(member, day) for day in days_between(first, last))
            if 2 * there >= length:
                named = sum(first <= d <= last and member.name in p for d, p in self.logs)
                result[member.name] = max(quota.count - named, 0)
        return result

    def is_there(self, member: Member, day: date) -> bool:
        """Return whether a day counts for a member."""
        here = member.joined <= day and (member.left is None or day <= member.left)
        return here and not in_spans(day, member.away) and not self.paused(day)

    def verdicts(self) -> list[tuple[int, Ruled]]:
        """Return all verdicts in order, each with the number of its segment."""
        result = []
        for number, segment in enumerate(self.segments):
            found = sorted(self.segment_verdicts(*segment), key=lambda v: (v.day, v.sign))
            result += [(number, ruled) for ruled in found]
        return result

    def segment_verdicts(
        self, first: date, last: date | None, anchor: date, cadence: Cadence
    ) -> Iterator[Ruled]:
        """Yield the verdicts of a segment."""
        match cadence:
            case Quota():
                for block in self.blocks(first, last, anchor, cadence):
                    yield self.quota_verdict(cadence, *block)
            case Limit():
                for block in self.blocks(first, last, anchor, cadence):
                    yield self.limit_verdict(cadence, *block)
            case Interval():
                yield from self.interval_verdicts(first, last or self.today, cadence.days)
            case Rule():
                yield from self.rule_verdicts(first, last or self.today, anchor, cadence)

    def quota_verdict(self, quota: Quota, first: date, last: date, length: int) -> Ruled:
        """Return the verdict on a block of a quota."""
        if self.history.roster is None:
            count = self.count(first, last)
            kept, share = count >= quota.count, min(1, count / quota.count)
            required = self.required(first, last, length)
        else:
            missing = self.missing(quota, first, last, length)
            required = bool(missing)
            kept = required and not any(missing.values())
            share = sum(not m for m in missing.values()) / len(missing) if missing else 0
        over = last < self.today
        sign = 1 if kept else -1 if over and required else 0
        return Ruled(first, last, sign, quota.count, length, share)

    def limit_verdict(self, limit: Limit, first: date, last: date, length: int) -> Ruled:
        """Return the verdict on a block of a limit."""
        slips = sorted(day for day in self.dates if first <= day <= last)
        weight = max(limit.count, 1)
        if len(slips) > limit.count:
            return Ruled(first, slips[limit.count], -1, weight, length, 0)
        kept = last < self.today and self.required(first, last, length)
        return Ruled(first, last, int(kept), weight, length, 1)

    def interval_verdicts(self, first: date, until: date, n: int) -> Iterator[Ruled]:
        """Yield the verdicts of an interval, walking the days."""
        since, position, chain, lacking = 0, 0, 0, first
        kept: dict[tuple[int, int], list[date]] = {}
        for day in days_between(first, until):
            counts = not self.paused(day)
            since += counts
            if counts and since > n and (since - 1) % n == 0:
                yield Ruled(lacking, day, -1, 1, n, 0)
                lacking = day
            if day in self.dates:
                if chain and since <= n:
                    position += since
                else:
                    chain, position = chain + 1, 0
                kept.setdefault((chain, position // n), []).append(day)
                since, lacking = 0, day + DAY
        for days in kept.values():
            yield Ruled(days[0], days[-1], 1, 1, n, 1)

    def rule_verdicts(self, first: date, until: date, anchor: date, rule: Rule) -> Iterator[Ruled]:
        """Yield the verdicts of a rule."""
        before: date | None = None
        for day in occurrences(rule, anchor, self.week_start, until):
            if day >= first:
                kept, over = day in self.dates, day < self.today
                sign = 1 if kept else -1 if over and not self.paused(day) else 0
                length = (day - before).days if before else 1
                yield Ruled(day, day, sign, 1, length, float(kept))
            before = day

    def standing(self) -> dict[str, Any]:
        """Return every figure by its name."""
        verdicts = self.verdicts()
        current = best = 0
        score = 0.0
        for _, ruled in verdicts:
            current = current + 1 if ruled.sign > 0 else 0 if ruled.sign < 0 else current
            best = max(best, current)
            if ruled.sign:
                memory = 0.5 ** ((ruled.weight * ruled.length) ** 0.5 / 13)
                score = score * memory + ruled.share * (1 - memory)
        recent = self.today - timedelta(days=89)
        return {
            "current": current,
            "best": best,
            "total": len(self.dates),
            "rate": rate([r for _, r in verdicts]),
            "rate_90": rate([r for _, r in verdicts if min(r.day, self.today) >= recent]),
            "score": score,
            **self.outlook(verdicts),
        }

    def outlook(self, verdicts: list[tuple[int, Ruled]]) -> dict[str, Any]:
        """Return what depends on the running period."""
        first, _, anchor, cadence = self.segments[-1]
        match cadence:
            case Quota() | Limit():
                ahead = self.block_outlook(first, anchor, cadence)
            case Interval():
                ahead = self.interval_outlook(first, cadence.days)
            case Rule():
                ahead = self.rule_outlook(first, anchor, cadence)
        status = self.status(ahead, verdicts)
        due = None if self.archived else ahead["next_due"]
        names = ("completions", "target", "days_left", "left")
        told = {name: ahead[name] for name in names}
        counts = ahead.get("counts", True)
        return {"status": status, "next_due": due, "counts": counts, **told}

    def active_days(self, last: date) -> list[date]:
        """Return the days from today to a last one that count."""
        return [day for day in days_between(self.today, last) if not self.paused(day)]

    def block_outlook(self, start: date, anchor: date, cadence: Quota | Limit) -> dict[str, Any]:
        """Return what lies ahead of a quota or a limit."""
        first, last, length = self.blocks(start, None, anchor, cadence)[-1]
        count = self.count(first, last)
        active = self.active_days(last)
        common = {"days_left": len(active), "left": (), "completions": count}
        if isinstance(cadence, Limit):
            slipped = count > cadence.count
            return {**common, "target": cadence.count, "next_due": None, "slipped": slipped}
        if self.history.roster is None:
            need, required = cadence.count - count, self.required(first, last, length)
            ahead = {**common, "target": cadence.count, "done": need <= 0, "overdue": True}
            ahead["counts"] = required
        else:
            missing = self.missing(cadence, first, last, length)
            left = tuple(name for name, n in missing.items() if n)
            need, required = max(missing.values(), default=0), bool(left)
            ahead = {
                **common,
                "completions": len(missing) - len(left),
                "target": len(missing),
                "left": left,
                "done": bool(missing) and not left,
                "overdue": bool(missing),
            }
        warn = min(14, length // 7 + 1)
        unmet = required and need > 0
        ahead["due_today"] = required and active == [self.today]
        ahead["at_risk"] = required and len(active) <= max(warn, need)
        ahead["next_due"] = (
            active[-1] if unmet and active else self.block_due(cadence, anchor, last)
        )
        return ahead

    def block_due(self, quota: Quota, anchor: date, after: date) -> date | None:
        """Return the last day that counts of the first required block after a day."""
        far = FAR * (4 if quota.unit is Unit.YEAR else 1)
        while (after - self.today).days < far:
            first, last = self.block(quota, anchor, after + DAY)
            length = (last - first).days + 1
            active = [day for day in days_between(first, last) if not self.paused(day)]
            required = 2 * len(active) >= length
            if self.history.roster is not None:
                required = bool(self.missing(quota, first, last, length))
            if active and required:
                return active[-1]
            after = last
        return None

    def interval_outlook(self, start: date, n: int) -> dict[str, Any]:
        """Return what lies ahead of an interval."""
        logs = [day for day in self.dates if day >= start]
        last = max(logs, default=start - DAY)
        due, passed = last, 0
        while passed < n and (due - self.today).days < FAR:
            due += DAY
            passed += not self.paused(due)
        found = due if passed == n else None
        logged = self.count(self.today, self.today)
        left = len(self.active_days(found or self.today + DAY * FAR))
        return {
            "completions": logged,
            "target": 1,
            "days_left": left,
            "left": (),
            "next_due": found,
            "done": logged > 0,
            "due_today": found == self.today,
            "at_risk": found is not None and left <= min(14, n // 7 + 1),
            "overdue": True,
        }

    def rule_outlook(self, first: date, anchor: date, rule: Rule) -> dict[str, Any]:
        """Return what lies ahead of a rule."""
        found = occurrences(rule, anchor, self.week_start, self.today + DAY * FAR)
        dates = [day for day in found if day >= first]
        logged = self.count(self.today, self.today)
        ahead = [
            day
            for day in dates
            if day >= self.today and not self.paused(day) and not (day == self.today and logged)
        ]
        due = ahead[0] if ahead else None
        on_date = self.today in dates
        return {
            "completions": logged,
            "target": int(on_date),
            "days_left": len(self.active_days(due)) if due else 0,
            "left": (),
            "next_due": due,
            "done": on_date and logged > 0,
            "due_today": on_date,
            "overdue": True,
        }

    def status(self, ahead: dict[str, Any], verdicts: list[tuple[int, Ruled]]) -> str:
        """Return the first status that applies."""
        of_segment = [r for number, r in verdicts if number == len(self.segments) - 1 and r.sign]
        latest = of_segment[-1] if of_segment else None
        missed = latest is not None and latest.sign < 0
        late = missed and latest is not None and not any(day > latest.day for day in self.dates)
        tests = (
            ("archived", self.archived),
            ("paused", self.paused(self.today)),
            ("slipped", ahead.get("slipped")),
            ("done", ahead.get("done")),
            ("overdue", late and ahead.get("overdue")),
            ("due today", ahead.get("due_today")),
            ("at risk", ahead.get("at_risk")),
        )
        return next((name for name, holds in tests if holds), "on track")


def rate(verdicts: list[Ruled]) -> float | None:
    """Return kept / (kept + missed), None for 0 / 0."""
    judged = [ruled.sign for ruled in verdicts if ruled.sign]
    return judged.count(1) / len(judged) if judged else None


def occurrences(rule: Rule, anchor: date, week_start: int, until: date) -> list[date]:
    """Return the dates of a rule from well before its anchor on, with its phase kept (2)."""
    steps = {
        Frequency.DAILY: relativedelta(days=rule.interval),
        Frequency.WEEKLY: relativedelta(weeks=rule.interval),
        Frequency.MONTHLY: relativedelta(months=rule.interval),
        Frequency.YEARLY: relativedelta(years=rule.interval),
    }
    by_month, by_month_day = rule.by_month, rule.by_month_day
    by_day = [rrule.weekday(day, ordinal or None) for ordinal, day in rule.by_day]
    if not (by_day or by_month_day):
        if rule.frequency is Frequency.WEEKLY:
            by_day = [rrule.weekday(anchor.weekday())]
        elif rule.frequency is not Frequency.DAILY:
            by_month_day = (anchor.day,)
            if rule.frequency is Frequency.YEARLY:
                by_month = by_month or (anchor.month,)
    whole = (
        anchor if rule.frequency in {Frequency.DAILY, Frequency.WEEKLY} else anchor.replace(day=1)
    )
    begin = whole
    while (anchor - begin).days < FAR:
        begin -= steps[rule.frequency] * 5
    if rule.frequency is Frequency.YEARLY:
        begin = begin.replace(month=1, day=1)
    found = rrule.rrule(
        getattr(rrule, rule.frequency),
        dtstart=datetime(begin.year, begin.month, begin.day),  # noqa: DTZ001 - dates
        until=datetime(until.year, until.month, until.day),  # noqa: DTZ001 - dates
        interval=rule.interval,
        wkst=week_start if rule.week_start is None else rule.week_start,
        bymonth=by_month or None,
        bymonthday=(1,) if rule.clamps else by_month_day or None,
        byweekday=by_day or None,
        bysetpos=rule.by_set_pos or None,
    )
    dates = [moment.date() for moment in found]
    if not rule.clamps:
        return dates
    clamped = set()
    for first in dates:
        length = calendar.monthrange(first.year, first.month)[1]
        clamped |= {first.replace(day=length if d < 0 else min(d, length)) for d in by_month_day}
    return sorted(day for day in clamped if day <= until)


def practice_reference(
    histories: Iterable[HabitHistory], as_of: date, week_start: int
) -> tuple[int, int]:
    """Return current and best streak of a practice, walking its weeks (10)."""
    kept: set[date] = set()
    missed: set[date] = set()
    for history in histories:
        one = Reference(history, as_of, week_start)
        for number, ruled in one.verdicts():
            week = one.unit_begin(Unit.WEEK, ruled.day)
            if ruled.sign < 0:
                missed.add(week)
            elif ruled.sign > 0 and not isinstance(one.segments[number][3], Interval):
                kept.add(week)
        for first, last, _, cadence in one.segments:
            if isinstance(cadence, Interval):
                until = last or one.today
                days = [day for day in one.dates if first <= day <= until]
                kept |= {one.unit_begin(Unit.WEEK, day) for day in days}
    current = best = 0
    for week in sorted(kept | missed):
        if week in missed:
            current = 0
        elif week + timedelta(days=6) < as_of:
            current += 1
        best = max(best, current)
    return current, best
