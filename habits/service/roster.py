"""The roster: who is known, and what is known of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from habits.change import Change, change_of
from habits.errors import RefusedError, StoreError
from habits.model import Person
from habits.person_edits import in_order
from habits.quicklog import display_name, handle_in
from habits.record import replace
from habits.store import Op, codec
from habits.store.ids import new_id
from habits.store.ops import changed_fields
from habits.text import quoted, require_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
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
        named, now = require_names(given), workspace.clock.now().instant
        for handle, name in named.items():
            if handle not in known:
                person = Person(new_id(now), name, handle)
                yield Op(codec.PEOPLE, person.id, codec.person_fields(person))
        if named.keys() <= known:
            message = "They are all known already." if named else "Nobody was named."
            raise RefusedError(message)

    return change_of(workspace.store.commit(propose))


def add_person(workspace: Workspace, name: str, handle: str = "", **fields: Any) -> Change:  # noqa: ANN401 - as `Person` has them
    """Make a person known, with what is known of them from the start.

    Args:
        workspace: Where to store it.
        name: Their name; a handle stands for one, "ana lima" for Ana Lima.
        handle: What is typed after the @; nothing for what the name comes to.
        fields: Further fields of `Person`.

    Raises:
        RefusedError: The name or handle cannot be one, the handle is another's, or a field cannot
            be as it is.
        StoreError: They could not be made durable; nothing was stored.
    """

    def propose() -> Iterator[Op]:
        called = _require_name(name.strip().removeprefix("@"))
        shown = display_name(called) if called == called.lower() else called
        typed = handle_in(handle) if handle else _own_handle_for(called)
        made = Person(new_id(workspace.clock.now().instant), shown, typed, **fields)
        fitting = _fitting(workspace, made)
        yield Op(codec.PEOPLE, made.id, codec.person_fields(fitting))

    return change_of(workspace.store.commit(propose))


def edit_person(workspace: Workspace, key: UUID, **fields: Any) -> Change:  # noqa: ANN401 - as `Person` has them
    """Change what is known of a person.

    Args:
        workspace: Where it is stored.
        key: The person's id.
        fields: The fields of `Person` that are to be different.

    Raises:
        RefusedError: They are gone, the handle is another's, a field cannot be so, or nothing
            would change.
        StoreError: It could not be made durable; nothing has changed.
    """
    return rewrite(workspace, key, lambda person: replace(person, **fields))


def rewrite(workspace: Workspace, key: UUID, make: Callable[[Person], Person]) -> Change:
    """Let a person be what is made of them, as `edit_person` does."""
    return change_of(workspace.store.commit(lambda: [rewriting(workspace, key, make)]))


def rewriting(workspace: Workspace, key: UUID, make: Callable[[Person], Person]) -> Op:
    """Return the operation that lets a person be what is made of them.

    Raises:
        RefusedError: As `edit_person` does.
    """
    before = known_person(workspace, key)
    after = _fitting(workspace, make(before))
    changed = changed_fields(codec.person_fields(before), codec.person_fields(after))
    if not changed:
        message = "Nothing would change. Say what is to be different."
        raise RefusedError(message)
    return Op(codec.PEOPLE, key, changed)


def known_person(workspace: Workspace, key: UUID) -> Person:
    """Return a person.

    Raises:
        RefusedError: They are gone.
    """
    for person in workspace.ledger.people():
        if person.id == key:
            return person
    message = "This person is gone: they were taken out elsewhere. Nothing has changed."
    raise RefusedError(message)


def first_day(workspace: Workspace, person: Person) -> date | None:
    """Return the day from which a person is here: the one that is said, else that of an entry.

    None where no day is said and no entry names them.
    """
    return person.joined or first_named(workspace).get(person.id)


def first_named(workspace: Workspace) -> Mapping[UUID, date]:
    """Return the date of the first entry that names each person, without reading all entries."""
    ledger = workspace.ledger
    try:
        return workspace.standings().first_named
    except StoreError:
        # An entry that cannot be understood names nobody, and stands in the way of standings only.
        days = {
            person.id: [entry.date for entry in ledger.entries_naming(person.id)]
            for person in ledger.people()
        }
        return {person: min(dates) for person, dates in days.items() if dates}


def _fitting(workspace: Workspace, person: Person) -> Person:
    """Return a person as they can be stored.

    Raises:
        RefusedError: The handle is another's, or a field cannot be as it is.
    """
    fitting = replace(
        person,
        name=_require_name(person.name),
        handle=handle_in(person.handle),
        role=require_name(person.role),
        manager=require_name(person.manager),
        aims=in_order(person.aims),
        sparks=in_order(person.sparks),
    )
    for other in workspace.ledger.people():
        if other.id != person.id and other.handle == fitting.handle:
            message = f"@{other.handle} is {other.name} already. Choose another handle."
            raise RefusedError(message)
    begin = first_day(workspace, person) if person.left else None
    if person.left and begin and person.left < begin:
        message = (
            f"{fitting.name} would have left on {person.left.isoformat()}, before they joined on "
            f"{begin.isoformat()}. Name a later last day, or an earlier first one."
        )
        raise RefusedError(message)
    return fitting


def _handle_and_name(words: str) -> tuple[str, str]:
    """Return the handle and the name that words stand for: "Ana Lima" is @ana.lima."""
    name = _require_name(words.strip().removeprefix("@"))
    return _handle_for(name), display_name(name)


def _handle_for(name: str) -> str:
    """Return the handle that a name comes to: "Siobhan O'Brien (QA)" is @siobhan.obrien.qa."""
    words = re.sub(r"[\"'\u2018\u2019(),;:]", "", name)
    return handle_in(re.sub(r"[\s.]+", ".", words).strip("."))


def _own_handle_for(name: str) -> str:
    try:
        return _handle_for(name)
    except RefusedError:
        message = f"No handle can be made of {quoted(name)}. Give one, of letters, digits and . - _"
        raise RefusedError(message) from None


def _require_name(words: str) -> str:
    name = require_name(words)
    if not name:
        message = f"{quoted(words)} is no name. Say what they are called."
        raise RefusedError(message)
    return name
