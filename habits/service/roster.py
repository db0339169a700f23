"""The roster: who is known, and what is known of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from habits.change import Change, change_of
from habits.errors import RefusedError
from habits.model import Person
from habits.quicklog import display_name, handle_in
from habits.store import Op, codec
from habits.store.ids import new_id
from habits.store.ops import changed_fields
from habits.text import quoted, require_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from habits.service.workspace import Workspace


def people(workspace: Workspace) -> tuple[Person, ...]:
    """Return all people, by name."""
    return tuple(
        sorted(workspace.ledger.people(), key=lambda each: (each.name.casefold(), each.handle))
    )


def require_names(words: Iterable[str]) -> dict[str, str]:
    """Return the names that words stand for, by their handles: "ana lima" is Ana Lima, @ana.lima.

    Raises:
        RefusedError: One of them cannot be a name.
    """
    return dict(map(_handle_and_name, words))


def add_people(workspace: Workspace, words: Iterable[str]) -> Change:
    """Make people known by their names or handles, as one act; who is known already stays so.

    Raises:
        RefusedError: A name cannot be one, or all of them are known.
        StoreError: They could not be made durable; nothing was stored.
    """
    given = list(words)

    def propose() -> Iterator[Op]:
        known = {person.handle for person in workspace.ledger.people()}
        named = require_names(given)
        for handle, name in named.items():
            if handle not in known:
                person = Person(new_id(workspace.clock.now().instant), name, handle)
                yield Op(codec.PEOPLE, person.id, codec.person_fields(person))
        if named.keys() <= known:
            message = "They are all known already." if named else "Nobody was named."
            raise RefusedError(message)

    return change_of(workspace.store.commit(propose))


def edit_person(workspace: Workspace, key: UUID, **fields: Any) -> Change:  # noqa: ANN401 - as `Person` has them
    """Change what is known of a person.

    Args:
        workspace: Where it is stored.
        key: The person's id.
        fields: The fields of `Person` that are to be different.

    Raises:
        RefusedError: They are gone, the handle is another's, or nothing would change.
        StoreError: It could not be made durable; nothing has changed.
    """

    def propose() -> Iterator[Op]:
        known = {person.id: person for person in workspace.ledger.people()}
        if key not in known:
            message = "This person is gone: they were taken out elsewhere. Nothing has changed."
            raise RefusedError(message)
        after = replace(known[key], **fields)
        after = replace(after, name=_require_name(after.name), handle=handle_in(after.handle))
        for other in known.values():
            if other.id != key and other.handle == after.handle:
                message = f"@{after.handle} is {other.name} already. Choose another handle."
                raise RefusedError(message)
        changed = changed_fields(codec.person_fields(known[key]), codec.person_fields(after))
        if not changed:
            message = "Nothing would change. Say what is to be different."
            raise RefusedError(message)
        yield Op(codec.PEOPLE, key, changed)

    return change_of(workspace.store.commit(propose))


def _handle_and_name(words: str) -> tuple[str, str]:
    """Return the handle and the name that words stand for: "Ana Lima" is @ana.lima."""
    name = _require_name(words.strip().removeprefix("@"))
    return handle_in(name.replace(" ", ".")), display_name(name)


def _require_name(words: str) -> str:
    name = require_name(words)
    if not name:
        message = f"{quoted(words)} is no name."
        raise RefusedError(message)
    return name
