"""The words of an evidence packet, the same in every format, and of what precedes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.review.evidence_choice import Reason
from habits.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.review.evidence import Evidence
    from habits.review.packet import Moment, Packet

NOTE: Final = (
    "Notes of a product partner who worked alongside, not a rating: single moments, written down "
    "when they happened. What is not in here was not seen, and says nothing."
)
AIMS: Final = "Where they want to go, in their own words"
SPARKS: Final = "What lights them up, in their own words"
MOMENTS: Final = "Moments"

_HELPED: Final = {"team": "the team", "product": "the product", "customer": "a customer"}
_WHERE: Final = {
    "public": "in public",
    "1on1": "in a 1:1",
    "written": "in writing",
    "stage": "by showing it themselves",
}
_MOST_TO_SHARPEN: Final = 5
_MOST_OF_ACT: Final = 60


def title(packet: Packet) -> str:
    """Return what the packet is headed by."""
    return f"{packet.name}: a partner's notes"


def audience(packet: Packet) -> str:
    """Return for whom it is, and of which days it tells."""
    about = f"{packet.name} ({packet.role})" if packet.role else packet.name
    manager = f" and their manager, {packet.manager}" if packet.manager else ""
    first = f"{packet.first.isoformat()} to " if packet.first else "until "
    return f"For {about}{manager}. {first.capitalize()}{packet.last.isoformat()}."


def nothing(packet: Packet) -> str:
    """Return what is said where there are no moments."""
    since = f" from {packet.first.isoformat()}" if packet.first else ""
    return (
        f"Nothing is written down here{since} until {packet.last.isoformat()} "
        f"that tells what {packet.name} did and why it mattered."
    )


def facts(moment: Moment) -> list[tuple[str, str]]:
    """Return what is told of a moment, each with its name; links are told apart from it."""
    return [
        (name, words)
        for name, words in (
            ("Act", moment.act),
            ("Together with", _listed(moment.beside)),
            ("Effect", moment.effect),
            ("Helped", _listed(_HELPED[each] for each in moment.helped)),
            ("Credited", _listed(_WHERE[each] for each in moment.where)),
        )
        if words
    ]


def preview(evidence: Evidence) -> list[str]:
    """Return what the user is to know before a packet is passed on, a line for each matter."""
    return [*_look_at(evidence), *_what_is_missing(evidence)]


def _look_at(evidence: Evidence) -> Iterable[str]:
    left, moments = evidence.left, evidence.packet.moments
    count = f"{len(moments)} moment{'' if len(moments) == 1 else 's'}"
    yield f"{count} of {evidence.packet.name}."
    if left.within:
        yield f"Names left in, as far as they can be told: {_counted(left.within)}."
    else:
        yield "No names are left in, as far as they can be told."
    if left.leading:
        yield f"Words that begin a sentence, names or not: {', '.join(left.leading)}."
    if links := [link for moment in moments for link in moment.links]:
        yield f"Links left in: {' '.join(links)}"
    if left.has_no_capitals:
        yield "Names in writing without capitals cannot be told: read it before you pass it on."
    if evidence.covered:
        covered = (f"{name} ({stand_in})" for name, stand_in in evidence.covered)
        yield f"Covered: {', '.join(covered)}."


def _what_is_missing(evidence: Evidence) -> Iterable[str]:
    out = [f"{each} ({count})" for each in Reason if (count := evidence.left_out.get(each, 0))]
    if evidence.unshared:
        out.append(f"aims and sparks that are not shared ({evidence.unshared})")
    if evidence.closed_links:
        out.append(f"links that name others ({evidence.closed_links})")
    if out:
        yield f"Left out: {', '.join(out)}."
    if evidence.to_sharpen:
        yield "These would go in if they said why they mattered, the newest first:"
    for entry in evidence.to_sharpen[: -_MOST_TO_SHARPEN - 1 : -1]:
        yield f"{entry.date.isoformat()} {quoted(entry.what, _MOST_OF_ACT)}"
    if (more := len(evidence.to_sharpen) - _MOST_TO_SHARPEN) > 0:
        yield f"and {more} before them."


def _counted(words: Iterable[tuple[str, int]]) -> str:
    return ", ".join(word if count == 1 else f"{word} ({count})" for word, count in words)


def _listed(words: Iterable[str]) -> str:
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last
