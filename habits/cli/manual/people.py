"""The pages of those whom one works with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.manual.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

_PERSON: Final = "Somebody is meant by their handle, their name or the beginning of it."
_FOR_GOOD: Final = (
    "It is shown what goes, and asked once. It goes from every file of the home and from further "
    "machines, and cannot be undone; copies outside the home are yours to delete."
)

PAGES: Final[Mapping[str, Page]] = {
    "people": Page(
        more="Nobody is ranked: those with whom there was no contact yet come first, then those "
        "with whom it was long ago, and of these each by name.",
        examples=(
            ("rapport people", "contact, and who had no thanks, credit or talk in 6 weeks"),
            ("rapport people --weeks 13 --all", "in a quarter, with those who left"),
        ),
        see=("person show",),
    ),
    "person add": Page(
        more="Whoever an entry names is known anyway.",
        examples=(
            ("rapport person add 'Kim Park' --role engineer --joined '1 sep'", "before any entry"),
        ),
        see=("person edit",),
    ),
    "person edit": Page(
        more=f"{_PERSON} An empty text takes a fact out.",
        examples=(
            ("rapport person edit maya --recognition 1:1", "how they like to hear it"),
            (
                "rapport person edit maya --aim 'staff by autumn (last fri)'",
                "what they said they want, and when",
            ),
        ),
        see=("person show",),
    ),
    "person leave": Page(
        more=f"{_PERSON} Their entries stay.",
        examples=(("rapport person leave tom --on fri", "Friday is their last day"),),
        see=("person back",),
    ),
    "person back": Page(
        more=_PERSON,
        examples=(
            (
                "rapport person leave tom --on fri; rapport person back tom",
                "they left, and are here again",
            ),
        ),
        see=("person leave",),
    ),
    "person merge": Page(
        examples=(("rapport person merge sam dev", "what Sam has is Dev's; @sam is free again"),),
        more=_PERSON,
        see=("person add", "undo"),
    ),
    "person show": Page(
        more=_PERSON,
        examples=(
            ("rapport person show maya", "what is known, and the newest ten entries"),
            ("rapport person show maya --all --json", "everything, for a program"),
        ),
        see=("person edit", "person evidence"),
    ),
    "person evidence": Page(
        more="For them and their manager. Everybody else is covered, and before you pass it on you "
        "are told which names are left in and what was left out.",
        examples=(
            ("rapport person evidence maya --since '1 apr'", "in Markdown, to the terminal"),
            ("rapport person evidence maya --to maya.html --yes", "as a page, into a file"),
            ("rapport person evidence maya --format json", "for a program; covered as the others"),
        ),
        see=("person show",),
    ),
    "person export": Page(
        examples=(
            ("rapport person export maya", "all that is held, into the home's exports"),
            ("rapport person export maya --format json --to -", "as JSON, to the terminal"),
        ),
        see=("person erase",),
    ),
    "person anonymise": Page(
        more=f"What was logged and all counts stay, with 'a teammate' in place of the name. "
        f"{_FOR_GOOD}",
        examples=(("rapport person anonymise tom --yes", "without being asked"),),
        see=("person erase", "person export"),
    ),
    "person erase": Page(
        more=f"Entries that name nobody else go too. {_FOR_GOOD}",
        examples=(("rapport person erase tom --yes", "without being asked"),),
        see=("person anonymise", "person export"),
    ),
}
"""The pages, by command."""
