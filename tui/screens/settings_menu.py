"""The settings: shown with what holds, and changed one by one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from habits import service
from habits.clock import local_zone
from habits.config import find_config
from habits.config_file import set_in_config
from habits.errors import RapportError
from habits.service.behind import NOT_SYNCED, sync_mark
from habits.settings import DAY_NAMES, require_rollover, rollover_words
from tui.choice import Choice
from tui.task import Reading, Task

if TYPE_CHECKING:
    from textual.app import App

    from tui.outcome import Outcome
    from tui.screens.common_actions import CommonActions
    from tui.session import Session


class SettingsMenu:
    """The menu of settings.

    Args:
        app: The app, whose theme is one of them.
        place: Where it is shown.
        session: The session.
    """

    def __init__(self, app: App[None], place: CommonActions, session: Session) -> None:
        self._app = app
        self._place = place
        self._session = session

    def show(self) -> None:
        """Show all settings with what holds; one that is chosen is changed."""
        settings = self._session.workspace.settings
        home = str(self._session.workspace.store.home.path)
        choices = [
            Choice("Week begins on", DAY_NAMES[settings.week_start], self._week_start),
            Choice("Day turns at", rollover_words(settings.rollover_hour), self._rollover),
            Choice("Theme", self._app.theme, self._theme),
            Choice("Zone", local_zone(), None, "The zone is this machine's; TZ names another one."),
            Choice("Data folder", home, None, "RAPPORT_HOME or --home names another one."),
            self._syncing(),
        ]
        self._place.choose("Settings", choices, lambda change: change())

    def _syncing(self) -> Choice:
        workspace = self._session.workspace
        if not sync_mark(workspace):
            return Choice("Syncing", "not set up", None, NOT_SYNCED)
        # Imported on need: most homes do not sync.
        from tui.screens.sync_view import show_syncing  # noqa: PLC0415

        return Choice(
            "Syncing",
            "how it stands, and which machines",
            lambda: self._place.carry_out(lambda: show_syncing(self._place, self._session)),
        )

    def _week_start(self) -> None:
        days = [Choice(name, "", number) for number, name in enumerate(DAY_NAMES)]
        self._place.choose("Week begins on", days, lambda day: self._set(week_start=day))

    def _rollover(self) -> None:
        def read(text: str) -> Reading:
            return Reading(f"the day turns at {rollover_words(require_rollover(text))}")

        def save(text: str) -> Outcome:
            return self._outcome(rollover_hour=require_rollover(text))

        held = str(self._session.workspace.settings.rollover_hour)
        self._place.write(Task("day turns at", "0 to 11, such as 4", read, save, held))

    def _theme(self) -> None:
        before = self._app.theme
        names = sorted(self._app.available_themes)
        ordered = [before, *(name for name in names if name != before)]
        choices = [Choice(name, "now" if name == before else "", name) for name in ordered]
        self._place.choose("Theme", choices, self._keep_theme, self._wear)

    def _wear(self, name: str) -> None:
        self._app.theme = name

    def _keep_theme(self, name: str) -> None:
        self._app.theme = name
        try:
            set_in_config(find_config(os.environ), "theme", name)
        except RapportError as error:
            self._place.tell(str(error), "warning")
        else:
            self._place.tell(f"The theme is {name}.")

    def _set(self, **change: Any) -> None:  # noqa: ANN401 - as `set_setting` has them
        self._place.carry_out(lambda: self._outcome(**change))

    def _outcome(self, **change: Any) -> Outcome:  # noqa: ANN401 - as above
        return self._session.outcome(service.set_setting(self._session.workspace, **change), "Set")
