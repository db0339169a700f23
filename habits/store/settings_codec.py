"""The codec of the settings of a home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.settings import LATEST_ROLLOVER, WEEK_DAYS, Settings
from habits.store.codec import SETTINGS
from habits.store.fields import Fields, as_flag, as_number_below

if TYPE_CHECKING:
    from uuid import UUID

    from habits.store.ops import Document


def settings_from(key: UUID, document: Document) -> Settings:
    """Return the settings that a document holds."""
    fields, otherwise = Fields(SETTINGS, key, document), Settings()
    return Settings(
        week_start=fields.may("week_start", as_number_below(WEEK_DAYS), otherwise.week_start),
        rollover_hour=fields.may(
            "rollover_hour", as_number_below(LATEST_ROLLOVER + 1), otherwise.rollover_hour
        ),
        welcomed=fields.may("welcomed", as_flag, otherwise.welcomed),
    )


def settings_fields(settings: Settings) -> Document:
    """Return the document of settings; each is named, so that a plain reader finds it."""
    return {
        "week_start": settings.week_start,
        "rollover_hour": settings.rollover_hour,
        "welcomed": settings.welcomed,
    }
