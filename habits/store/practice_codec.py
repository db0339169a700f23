"""The codec of what a home makes of the eight practices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.model import OwnPractice
from habits.practices import BY_SLUG, Move, is_move
from habits.store.codec import PRACTICES, as_practice
from habits.store.fields import Fields, as_flag, as_list, as_name, as_tuple_of, as_word
from habits.text import folded

if TYPE_CHECKING:
    from uuid import UUID

    from habits.store.fields import Read
    from habits.store.ops import Document


def practice_from(key: UUID, document: Document) -> OwnPractice:
    """Return what a document makes of one of the eight practices.

    Raises:
        StoreError: A field is not what it should be.
    """
    fields = Fields(PRACTICES, key, document)
    slug = fields.need("slug", as_practice)
    fields.need("key", _key_of(slug))
    return OwnPractice(
        id=key,
        slug=slug,
        name=fields.may("name", as_name, BY_SLUG[slug].name),
        moves=fields.may("moves", _moves, None),
    )


def practice_fields(own: OwnPractice) -> Document:
    """Return the document of a practice; a list of moves that is empty is one too."""
    fields: dict[str, Any] = {"key": BY_SLUG[own.slug].key, "slug": own.slug, "name": own.name}
    if own.moves is not None:
        fields["moves"] = [[move.slug, move.meaning, move.slip] for move in own.moves]
    return fields


def _key_of(slug: str) -> Read[int]:
    def read(value: object) -> int:
        if isinstance(value, bool) or value != BY_SLUG[slug].key:
            raise ValueError
        return BY_SLUG[slug].key

    return read


def _moves(value: object) -> tuple[Move, ...]:
    """Return moves; of two with one slug, as erasing a word may leave them, the first."""
    by_slug: dict[str, Move] = {}
    for move in as_tuple_of(_move)(value):
        by_slug.setdefault(move.slug, move)
    return tuple(by_slug.values())


def _move(value: object) -> Move:
    slug, meaning, slip = as_list(value)
    move = Move(folded(as_name(slug)), as_word(meaning), as_flag(slip))
    if not is_move(move.slug):
        raise ValueError
    return move
