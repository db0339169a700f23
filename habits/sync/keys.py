"""Keys: what segments are sealed with (age, X25519), one for all machines of a user.

The key is kept outside the home, so that a copy of the home opens nothing, and never goes to the
place that carries the segments. Those that it replaced are kept behind it: they still open what
was sealed before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from habits.errors import StoreError, WrongKeyError
from habits.store.files import make_private_folder, replace_durably
from habits.sync.troubles import MissingError

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

_NOT_OURS: Final = "No matching keys"
"""How age says that a content is sealed for somebody else."""

WRONG_KEY: Final = (
    "The key was changed, or is another one here. Nothing was taken in or sent, and your changes "
    "are safe here; use 'rapport sync join' with the present recovery key."
)


class DamagedSealError(Exception):
    """Something was sealed for us, but is not as it was sealed."""


class Keys(NamedTuple):
    """The keys of this machine.

    Attributes:
        secrets: They in their written form, the present one first.
    """

    secrets: tuple[str, ...]

    @property
    def recovery(self) -> str:
        """The present key, as a user keeps it."""
        return self.secrets[0]

    @property
    def public(self) -> str:
        """What tells the present key from others, and opens nothing."""
        return str(_age().x25519.Identity.from_str(self.recovery).to_public())

    @property
    def each(self) -> list[Keys]:
        """Each of them alone, the present one first."""
        return [Keys((secret,)) for secret in self.secrets]

    def followed_by(self, older: Keys | None) -> Keys:
        """Return these keys with older ones behind them."""
        return Keys(tuple(dict.fromkeys((*self.secrets, *(older.secrets if older else ())))))

    def seal(self, content: bytes) -> bytes:
        """Return a content that the present key opens."""
        age = _age()
        recipient = age.x25519.Identity.from_str(self.recovery).to_public()
        sealed: bytes = age.encrypt(content, [recipient])
        return sealed

    def is_present(self, sealed: bytes) -> bool:
        """Return whether what was sealed is so with the present key, and not with an older one."""
        try:
            self.each[0].open(sealed)
        except WrongKeyError:
            return False
        return True

    def open(self, sealed: bytes) -> bytes:
        """Return what was sealed.

        Raises:
            WrongKeyError: None of the keys opens it.
            DamagedSealError: It is not as it was sealed.
        """
        age = _age()
        identities = [age.x25519.Identity.from_str(secret) for secret in self.secrets]
        try:
            content: bytes = age.decrypt(sealed, identities)
        except age.DecryptError as error:
            if _NOT_OURS not in str(error):
                raise DamagedSealError from error
            raise WrongKeyError(WRONG_KEY) from error
        return content


def new_keys() -> Keys:
    """Return a key that nobody had before."""
    return Keys((str(_age().x25519.Identity.generate()),))


def keys_from(recovery: str) -> Keys:
    """Return the key that a user kept.

    Raises:
        WrongKeyError: It is no key.
    """
    age = _age()
    try:
        return Keys((str(age.x25519.Identity.from_str(recovery.strip().upper())),))
    except age.IdentityError:
        message = (
            "That is no recovery key, or it is mistyped: it begins with AGE-SECRET-KEY-1. Nothing "
            "has changed; 'rapport sync setup' showed it on the first machine."
        )
        raise WrongKeyError(message) from None


def key_file() -> Path:
    """Return the file that keeps the keys, in the platform's folder for settings."""
    from platformdirs import user_config_path  # noqa: PLC0415 - not before syncing is asked for

    return user_config_path("rapport", appauthor=False) / "sync.key"


def read_keys(path: Path) -> Keys | None:
    """Return the keys that are kept, None where none are.

    Raises:
        StoreError: They cannot be read.
        WrongKeyError: The file holds no key.
    """
    try:
        written = path.read_text(encoding="ascii").split()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        message = f"{path} cannot be read. Your changes are safe here; mend it, then sync again."
        raise StoreError(message) from error
    try:
        keys = tuple(keys_from(secret).recovery for secret in written)
    except WrongKeyError as error:
        message = (
            f"{path} holds no recovery key. Your changes are safe here; move it away, then use "
            "'rapport sync join' with the recovery key."
        )
        raise WrongKeyError(message) from error
    return Keys(keys) if keys else None


def write_keys(path: Path, keys: Keys) -> None:
    """Keep keys, for the user alone to read.

    Raises:
        StoreError: They cannot be written; those before are still kept.
    """
    try:
        make_private_folder(path.parent)
        replace_durably(path, "".join(f"{secret}\n" for secret in keys.secrets).encode())
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}. Nothing has changed."
        raise StoreError(message) from error


def _age() -> ModuleType:
    try:
        import pyrage  # noqa: PLC0415 - an extra that not everybody has
    except ImportError:
        message = (
            "To sync, rapport needs pyrage, which is not installed. Your changes are safe here; "
            "install it with pip install 'rapport-tui[sync]', then try again."
        )
        raise MissingError(message) from None
    module: ModuleType = pyrage
    return module
