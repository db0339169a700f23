"""Cadences: how often a promise is to be kept, and the phrases that say so."""

from habits.cadence.blocks import BlockCalendar
from habits.cadence.kinds import Cadence, CadenceError, Quota, Unit
from habits.cadence.phrases import parse_cadence

__all__ = ["BlockCalendar", "Cadence", "CadenceError", "Quota", "Unit", "parse_cadence"]
