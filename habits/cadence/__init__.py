"""Cadences: how often a promise is to be kept, and the phrases that say so."""

from habits.cadence.blocks import BlockCalendar
from habits.cadence.kinds import Cadence, CadenceError, Interval, Limit, Quota, Unit
from habits.cadence.phrases import parse_cadence
from habits.cadence.rule import Frequency, Rule
from habits.cadence.schedule import Schedule, occurrences

__all__ = [
    "BlockCalendar",
    "Cadence",
    "CadenceError",
    "Frequency",
    "Interval",
    "Limit",
    "Quota",
    "Rule",
    "Schedule",
    "Unit",
    "occurrences",
    "parse_cadence",
]
