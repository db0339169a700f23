"""The first run: three short steps, each of which can be left out."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from textual.widgets import Static

from habits import service
from habits.errors import RapportError, RefusedError
from habits.hints import KEEP_OUT
from habits.practices import PRACTICES
from tui import tasks
from tui.actions import WELCOME
from tui.choice import Choice
from tui.messages import PlaceWanted
from tui.screens.common_actions import CommonActions
from tui.task import Reading, Task
from tui.text import content
from tui.widgets.bars import TitleBar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from textual.widget import Widget

PROPOSED: Final = ("empathy", "credit", "thanks")
"""The practices that are proposed to begin with: more of them are better taken up one by one."""

_GREETING: Final = {
    "purpose": (
        "Small acts, kept up, are what makes engineers want to work with you. rapport keeps eight "
        "practices as streaks: log an act in seconds, see what goes cold, look back once a week."
    ),
    "privacy": f"What you write stays on this machine, readable by you alone. {KEEP_OUT}",
}
_STEPS: Final = {
    "star": "1 of 3 · The one sentence that the work is for. {line} leaves it for later.",
    "names": "2 of 3 · The engineers you work with, by name. {line} leaves it for later.",
    "practices": (
        "3 of 3 · The practices to start with: three are enough, the others wait. "
        "{list} starts the three that are proposed."
    ),
}


class WelcomeScreen(CommonActions):
    """What a new home opens with."""

    NAME = "the first run"
    GOES_BY = "welcome"
    ACTIONS = WELCOME

    def body(self) -> Iterable[Widget]:
        """Return the greeting and the step."""
        yield TitleBar("Welcome", "")
        for name, paragraph in _GREETING.items():
            yield Static(content(paragraph), id=name, classes="greeting")
        yield Static(id="step", classes="greeting")

    def on_mount(self) -> None:
        """Begin with the first step; that it was begun is kept, so that it comes once."""
        self._ask_star()
        self.carry_out(self._keep_begun)

    def _keep_begun(self) -> None:
        service.set_setting(self.session.workspace, welcomed=True)

    def _ask_star(self) -> None:
        star = tasks.outlook.star(self.session)

        def save(text: str) -> Task:
            if text.strip():
                star.save(text)
            return self._names()

        self._tell_step("star")
        self.write(Task(star.prompt, star.hint, star.read, save, leave=self._ask_names))

    def _ask_names(self) -> None:
        self.write(self._names())

    def _names(self) -> Task:
        def names(text: str) -> list[str]:
            return [name.strip() for name in text.split(",") if name.strip()]

        def read(text: str) -> Reading:
            told = ", ".join(service.require_names(names(text)).values())
            return Reading(told or "Their names, with commas between them.")

        def save(text: str) -> None:
            if names(text):
                service.add_people(self.session.workspace, names(text))
            self._ask_practices()

        self._tell_step("names")
        hint = "Maya, Dev, Ana Lima"
        return Task("engineers", hint, read, save, leave=self._ask_practices)

    def _ask_practices(self) -> None:
        self._tell_step("practices")
        # The list comes in their place, rather than over half of them.
        self.query("#purpose, #privacy").set(display=False)
        choices = [
            Choice(f"{each.key} {each.name}", each.flagship.name, each.slug)
            for each in self.session.practices.values()
        ]
        self.choose_several("Start with", choices, PROPOSED, self._start)

    def _start(self, slugs: list[str] | None) -> None:
        chosen = PROPOSED if slugs is None else slugs
        try:
            # All of them are started at first: to choose all is refused, and right.
            with suppress(RefusedError):
                service.choose_practices(self.session.workspace, chosen)
        except RapportError as error:
            self.app.post_message(PlaceWanted("today", told=str(error), is_urgent=True))
        else:
            self.app.post_message(PlaceWanted("today", told=self._started_words(chosen)))

    def _started_words(self, slugs: Collection[str]) -> str:
        names = [each.name for slug, each in self.session.practices.items() if slug in slugs]
        key = self.key_of("practice.start")
        if not names:
            return f"No practice is started. {key} on a row starts one."
        if len(names) == len(PRACTICES):
            return "All eight are started."
        return f"Started: {', '.join(names)}. {key} on a row starts another one."

    def _tell_step(self, step: str) -> None:
        keys = {"line": self.key_of("line.leave"), "list": self.key_of("list.leave")}
        words = _STEPS[step].format_map(keys)
        self.query_one("#step", Static).update(content((words, "$primary")))
