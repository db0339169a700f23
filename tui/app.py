"""The app: its places, its look, and what happens when something unforeseen does."""

from __future__ import annotations

import gc
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding

from habits.config import Config
from tui.endings import end_on_signals
from tui.key_names import sign
from tui.keymap import keymap_of
from tui.long_acts import LongActs
from tui.lookout import Lookout
from tui.messages import PlaceWanted
from tui.screens.common_actions import CommonActions
from tui.screens.place import Place
from tui.screens.today import TodayScreen
from tui.themes import DARK, OWN, no_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from habits.errors import RapportError
    from tui.first_frame import FirstFrame
    from tui.messages import HomeFailed, ReviewWanted, SyncWanted
    from tui.session import Session

USUAL: Final = Config()
"""How the app is where no config file says otherwise."""

LOOK_SECONDS: Final = 0.5
"""How often it is looked at what other processes did, and at the day."""


class RapportApp(LongActs):
    """rapport, full screen.

    Args:
        open_session: Opens the home; it is called behind the first frame where there is one.
        frame: What is shown first; None to open the home for it.
        config: How it looks, and which keys it has.
        welcomes: Whether a new home opens with the first run.

    Attributes:
        trouble: Why it had to end, if it had to.
    """

    TITLE = "rapport"
    CSS_PATH = "styles/places.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", "Send rapport to the background", show=False)
    ]

    def __init__(
        self,
        open_session: Callable[[], Session],
        frame: FirstFrame | None = None,
        config: Config = USUAL,
        *,
        welcomes: bool = False,
    ) -> None:
        super().__init__()
        self._open_session = open_session
        self._frame = frame
        self._config = config
        self._welcomes = welcomes
        self.keys = keymap_of(config.keys)
        self.trouble: RapportError | None = None
        self.lookout = Lookout(self)
        for theme in OWN:
            self.register_theme(theme)
        self.theme = config.theme if config.theme in self.available_themes else DARK.name

    def get_default_screen(self) -> TodayScreen:
        """Return the screen that opens first."""
        return TodayScreen(lambda: self.session, self.keys, self._frame)

    def on_mount(self) -> None:
        """Let the keys do what the config file says, and tell what of it does not hold."""
        end_on_signals(self)
        # Textual draws nothing of its own accord when it is brought back to the foreground.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.set_keymap({name: ",".join(keys) for name, keys in self.keys.keys.items()})
        troubles = [*self._config.troubles, *self.keys.troubles]
        if self._config.theme not in self.available_themes:
            key = sign(self.keys.keys_of("settings")[0])
            troubles.append(no_theme(self._config.theme, self.available_themes, key))
        for trouble in troubles:
            self.notify(trouble, severity="warning", markup=False)

    @cached_property
    def session(self) -> Session:
        """The session; the home is opened for it when it is first asked for."""
        return self._open_session()

    def action_help_quit(self) -> None:
        """Say how to leave; in a terminal many try ctrl+c."""
        if (place := self.place) is not None:
            place.tell(f"{place.key_of('quit')} leaves rapport, ctrl+q also from the line.")

    def on_place_wanted(self, event: PlaceWanted) -> None:
        """Go to another place; Today stays below all of them."""
        is_over_today = len(self.screen_stack) > 1
        if event.place == "today":
            if is_over_today:
                self.pop_screen()
            if event.told and (place := self.place) is not None:
                place.tell(event.told, "warning" if event.is_urgent else "information")
            return
        # Imported on need, as all that hardly any start shows.
        from tui.screens.places import place_for  # noqa: PLC0415

        if not (isinstance(self.screen, CommonActions) and self.screen.is_what(event)):
            place = place_for(event, lambda: self.session, self.keys)
            self.lookout.syncing.show_aside(place)
            if is_over_today:
                self.switch_screen(place)
            else:
                self.push_screen(place)
            if event.told:
                place.call_after_refresh(place.tell, event.told)

    def on_review_wanted(self, event: ReviewWanted) -> None:
        """Go to a place of Review, as to any other one."""
        self.on_place_wanted(event)

    def on_sync_wanted(self, event: SyncWanted) -> None:
        """Let the home be synced at once."""
        del event
        if (place := self.place) is not None:
            place.carry_out(lambda: self.lookout.syncing.sync_now(place))

    def on_mask_turned(self) -> None:
        """Put the mask on, or take it off, in all places."""
        if (place := self.place) is not None:
            place.carry_out(self._turn_mask)

    def _turn_mask(self) -> None:
        is_on = self.session.turn_mask()
        for place in self.places:
            place.untell()
        self.clear_notifications()
        top = self.places[-1]
        top.show_all()
        shows = f"Names and texts are masked. {top.key_of('mask')} shows them."
        top.tell(shows if is_on else "The mask is off.")

    def on_home_failed(self, event: HomeFailed) -> None:
        """End, and say why once the terminal is given back."""
        self.trouble = event.error
        self.exit(return_code=event.error.exit_code)

    def on_ready(self) -> None:
        """Look for garbage again, but not among what was made until now and stays."""
        self.set_interval(LOOK_SECONDS, self.lookout.look)
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        if self._welcomes and self._frame is None and self.session.workspace.is_new:
            self.post_message(PlaceWanted("welcome"))

    @property
    def place(self) -> Place | None:
        """The place that is shown, also below a dialog; None while there is none."""
        top = self.places[-1] if self.places else None
        return top if top is not None and top.is_mounted and top.is_attached else None

    @property
    def places(self) -> list[Place]:
        """All places that are open, the one that is shown last."""
        return [screen for screen in self.screen_stack if isinstance(screen, Place)]
