"""Evidence for somebody: dated moments of what they did and what came of it, others covered.

It is for them and their manager, as the notes of somebody who worked beside them. What is not
theirs is left out, and what is left out is told to the user alone.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from habits.completion import FACETS
from habits.model import in_order
from habits.record import dataclass
from habits.review.called import name_in, own_words, shared_words, who_is, words_for
from habits.review.cover import BOSS, Cover
from habits.review.evidence_choice import Reason, reason_against, situation
from habits.review.names_left import NamesLeft, names_left
from habits.review.packet import Moment, Own, Packet
from habits.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from habits.model import Entry, Person, Remark
    from habits.practices import Eight
    from habits.review.called import Wishes
    from habits.review.cover import Who, Word

_LINK: Final = re.compile(r"https?://[^\s<>\"'`\u201c\u201d]+", re.IGNORECASE)
_BEHIND_LINK: Final = ".,;:!?)]}*_"
_LINK_SIGN: Final = "(link)"
_MOVES_WHERE: Final = {"public": "public", "private": "1on1", "stage": "stage"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A packet, and what the user is to know before it is passed on.

    Attributes:
        packet: What is passed on.
        left: The names that are left in it.
        covered: Whom it covers, each with what stands in for them.
        left_out: How many entries were left out, by the reason.
        unshared: How many aims and sparks were left out, as they are not shared.
        closed_links: How many links were left out, as they tell of others.
        to_sharpen: The entries that want only to say why they mattered.
    """

    packet: Packet
    left: NamesLeft
    covered: tuple[tuple[str, str], ...]
    left_out: Mapping[Reason, int]
    unshared: int
    closed_links: int
    to_sharpen: tuple[Entry, ...]


def evidence_for(
    subject: Person,
    people: Iterable[Person],
    entries: Iterable[Entry],
    eight: Eight,
    wishes: Wishes,
) -> Evidence:
    """Return the evidence for somebody.

    Args:
        subject: Whom it is about.
        people: All people.
        entries: All entries.
        eight: The practices, as the user has made them.
        wishes: What the user wants of it.
    """
    everyone, everything = list(people), list(entries)
    naming = [each for each in everything if subject.id in each.people and wishes.hold(each.date)]
    naming.sort(key=in_order)
    others = {each.id: each for each in everyone if each.id != subject.id}
    against = [(entry, reason_against(entry, subject, others, eight)) for entry in naming]
    words = words_for(subject, everyone, everything, wishes)
    told = [entry for entry, reason in against if reason is None]
    names = {each.id: each.name for each in everyone} | {BOSS.key: name_in(subject.manager)}
    shaper = _Shaper(subject, others, Cover(words, wishes.kept, names), eight)
    packet = shaper.packet(told, wishes, _manager(subject, words))
    known = own_words(subject) - shared_words(subject, everyone)
    return Evidence(
        packet,
        names_left(_texts(packet), known),
        shaper.cover.covered,
        Counter(reason for _, reason in against if reason),
        sum(not each.shared for each in (*subject.aims, *subject.sparks)),
        shaper.closed_links,
        tuple(entry for entry, reason in against if reason is Reason.NO_EFFECT),
    )


class _Shaper:
    """Makes moments of entries, under a cover."""

    def __init__(
        self, subject: Person, others: Mapping[UUID, Person], cover: Cover, eight: Eight
    ) -> None:
        self._subject = subject
        self._others = others
        self._eight = eight
        self.cover = cover
        self.closed_links = 0

    def packet(self, entries: Sequence[Entry], wishes: Wishes, manager: str) -> Packet:
        """Return the packet."""
        subject = self._subject
        aims, sparks = (_shared(each, wishes.last) for each in (subject.aims, subject.sparks))
        role = one_line(subject.role)
        self.cover.meet_all_in(role)
        for own in (*aims, *sparks):
            self.cover.meet_all_in(own.text)
        for entry in entries:
            self._meet(entry)
        return Packet(
            subject.name,
            self.cover.text(role),
            manager,
            wishes.first or next((entry.date for entry in entries), None),
            wishes.last,
            tuple(Own(each.date, self.cover.text(each.text)) for each in aims),
            tuple(Own(each.date, self.cover.text(each.text)) for each in sparks),
            tuple(map(self._moment, entries)),
        )

    def _meet(self, entry: Entry) -> None:
        for text in self._said(entry):
            self.cover.meet_all_in(text)
        for who in self._beside(entry):
            if not self.cover.keeps(who):
                self.cover.meet(who)

    def _moment(self, entry: Entry) -> Moment:
        links = dict.fromkeys(link for text in (entry.what, entry.why) for link in _links(text))
        open_links = tuple(link for link in links if not self.cover.tells_in_link(link))
        self.closed_links += len(links) - len(open_links)
        kind, act, effect = map(self.cover.text, self._said(entry))
        where = [*entry.tags, *filter(None, [_MOVES_WHERE.get(str(entry.move))])]
        return Moment(
            entry.date,
            kind,
            act,
            effect,
            tuple(each for each in FACETS["helped"] if each in entry.tags),
            tuple(each for each in (*FACETS["where"], "stage") if each in where),
            tuple(map(self.cover.called, self._beside(entry))),
            open_links,
        )

    def _said(self, entry: Entry) -> tuple[str, ...]:
        """Return the situation, the act and the effect, each on one line and without links."""
        said = (situation(entry, self._eight), entry.what, entry.why)
        return tuple(one_line(_without_links(text)) for text in said)

    def _beside(self, entry: Entry) -> tuple[Who, ...]:
        """Return whom an entry names and does not tell of."""
        told = {who for text in self._said(entry) for who in self.cover.told_in(text)}
        named = (self._others[key] for key in entry.people if key in self._others)
        beside = dict.fromkeys(who_is(each, self._subject) for each in named)
        return tuple(who for who in beside if who not in told)


def _manager(subject: Person, words: Mapping[str, Word]) -> str:
    """Return the name of the manager, if it is that and tells of nobody else."""
    others = {
        word: meant
        for word, meant in words.items()
        if not meant.is_part and meant.who not in {None, BOSS}
    }
    name = name_in(subject.manager)
    return "" if Cover(others).told_in(name) else name


def _shared(remarks: Iterable[Remark], last: date) -> list[Own]:
    told = (each for each in remarks if each.shared and each.date <= last)
    return sorted((Own(each.date, one_line(each.text)) for each in told), key=lambda own: own.date)


def _links(text: str) -> list[str]:
    return [link.rstrip(_BEHIND_LINK) for link in _LINK.findall(text)]


def _without_links(text: str) -> str:
    """Return a text with a sign in the place of its links, which at its ends are left out."""
    told = _LINK.sub(_sign_for, text).strip()
    return told.removeprefix(_LINK_SIGN).removesuffix(_LINK_SIGN).strip()


def _sign_for(match: re.Match[str]) -> str:
    link = match[0].rstrip(_BEHIND_LINK)
    return _LINK_SIGN + match[0][len(link) :]


def _texts(packet: Packet) -> Iterable[str]:
    """Yield what tells of people, as it is passed on."""
    yield packet.role
    yield from (own.text for own in (*packet.aims, *packet.sparks))
    for moment in packet.moments:
        yield from (moment.situation, moment.act, moment.effect, *moment.beside)
