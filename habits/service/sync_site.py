"""The site of a syncing: which home, on which machine, by which clock. It need not be open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from habits.errors import RapportError, WrongKeyError
from habits.store.device import device_of
from habits.sync import syncing
from habits.sync.keys import Keys, key_file, read_keys
from habits.sync.pulling import Here
from habits.sync.remotes import transport_to
from habits.text import one_line

if TYPE_CHECKING:
    from habits.clock import Clock
    from habits.service.workspace import Workspace
    from habits.store.home import Home
    from habits.sync.outcome import Outcome


class Site(NamedTuple):
    """A home that syncs.

    Attributes:
        home: The home.
        device: By which name this machine writes to it.
        clock: What tells the time.
    """

    home: Home
    device: str
    clock: Clock

    @classmethod
    def of(cls, home: Home, clock: Clock) -> Site:
        """Return a home, with the name by which this machine writes to it."""
        return cls(home, device_of(home), clock)


def site_of(workspace: Workspace) -> Site:
    """Return the site of an open home."""
    store = workspace.store
    return Site(store.home, store.device, workspace.clock)


def sync_site(site: Site) -> Outcome:
    """Take in what other machines did, and send what was done here.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    return syncing.sync(here_of(site))


def here_of(site: Site) -> Here:
    """Return what syncs with what, where the home syncs.

    Raises:
        RapportError: It does not, or its key is gone.
    """
    remote = syncing.state_of(site.home, site.device).remote
    try:
        return made_here(site, remote, _keys())
    except RapportError as error:
        syncing.note(site.home, site.device, error)
        raise


def made_here(site: Site, remote: str, keys: Keys, *, may_ask: bool = False) -> Here:
    """Return what syncs with what.

    Args:
        site: The home.
        remote: The place.
        keys: What is sealed with.
        may_ask: Whether the user may be asked to sign in.

    Raises:
        RefusedError: There is no such place.
    """
    return Here(
        site.home,
        site.device,
        machine_name(),
        program_version(),
        transport_to(remote, site.home, may_ask=may_ask),
        keys,
        lambda: milliseconds(site.clock),
    )


def _keys() -> Keys:
    keys = read_keys(key_file())
    if keys is None:
        message = (
            f"The key is not at {key_file()} any more. Your changes are safe here; use "
            "'rapport sync join' with the recovery key."
        )
        raise WrongKeyError(message)
    return keys


def machine_name() -> str:
    """Return what the user calls this machine."""
    import platform  # noqa: PLC0415 - how syncing stands is told without it

    return one_line(platform.node())


def program_version() -> str:
    """Return the version of rapport."""
    from importlib.metadata import version  # noqa: PLC0415 - as above, and slow

    return version("rapport-tui")


def milliseconds(clock: Clock) -> int:
    """Return the time, in milliseconds since 1970."""
    return int(clock.now().instant.timestamp() * 1000)
