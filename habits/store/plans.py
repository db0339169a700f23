"""Plans of erasing: what has to go with some records, and what is said in their place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from habits.store import codec
from habits.store.chronicle import lines_with
from habits.store.erasure import SOMEONE, Erasure
from habits.store.files import replace_durably
from habits.store.lines import to_json
from habits.store.ops import Written
from habits.store.references import may_refer, refers_to_nothing_else
from habits.store.standing_in import StandIns, stand_in_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from habits.store.home import Home
    from habits.store.merge import State
    from habits.store.ops import Document
    from habits.store.replica import Replica

Key = tuple[str, int]
"""A record: its table, and the integer of its UUID."""


_OF_PEOPLE: Final = b'"t":"%s"' % codec.PEOPLE.encode()
"""What stands in every line that tells of a person."""


class Plan(NamedTuple):
    """What is to be erased.

    Attributes:
        keys: The records.
        words: What they are called by, with what is said instead.
        instead: The ids of those that another record stands in for, with its id.
        made: The records of people that are made to stand in for others, by their keys.
    """

    keys: tuple[Key, ...] = ()
    words: Mapping[str, str] = {}
    instead: Mapping[str, str] = {}
    made: Mapping[int, Document] = {}

    def erasure(self) -> Erasure:
        """Return what carrying it out takes out."""
        return Erasure(self.keys, self.words, self.instead)


def plan_for(
    replica: Replica, keys: Iterable[Key], stand_ins: Mapping[UUID, Document] | None = None
) -> Plan:
    """Return what has to go with some records: those that refer to nothing else, and their names.

    Args:
        replica: Where they are.
        keys: The records.
        stand_ins: Of people among them to whom others are to refer still, what is to stand in.

    Raises:
        OSError: A log cannot be read.
    """
    known = _read_plan(replica.home)
    new = {stand_in_key(key.int): document for key, document in (stand_ins or {}).items()}
    made = {**known.made, **new}
    state = replica.state
    every = _all_going(state, dict.fromkeys((*known.keys, *keys)), made)
    called = list(words_for(replica, set(_people_in(every))))
    if again := _taken_back(state, {word for _, word in called}):
        every = _all_going(state, {**dict.fromkeys(again), **every}, made)
        called += words_for(replica, {key for _, key in again})
    standing, people = _standing(state, every, made), _people_in(every)
    # Of two who were called the same, one of whom was taken back, the other one is meant.
    words = sorted(((word, standing.name(key, SOMEONE)) for key, word in called), key=_is_meant)
    return Plan(tuple(every), {**known.words, **dict(words)}, _instead(standing, people), made)


def _people_in(keys: Iterable[Key]) -> list[int]:
    return [key for table, key in keys if table == codec.PEOPLE]


def _is_meant(word: tuple[str, str]) -> bool:
    return word[1] != SOMEONE


def _taken_back(state: State, words: set[str]) -> list[Key]:
    """Return the records of people that are called by some words and were taken back or deleted."""
    return [
        (codec.PEOPLE, key)
        for key, raw in state.aside[codec.PEOPLE].items()
        if key in state.deleted[codec.PEOPLE]
        and not words.isdisjoint(codec.words_for_person(json.loads(raw)))
    ]


def plan_for_copy(state: State, copy: State) -> Plan:
    """Return what has to go from a copy of a home: what was erased from that since.

    Args:
        state: What the home holds.
        copy: What the copy does, which may still know the names.
    """
    keys = [(table, key) for table, erased in state.erased.items() for key in erased]
    people = [key for table, key in keys if table == codec.PEOPLE]
    standing = StandIns(state, {}, people)
    words = {
        word: standing.name(key, SOMEONE)
        for key in people
        for document in (copy.document(codec.PEOPLE, key), copy.document_aside(codec.PEOPLE, key))
        for word in codec.words_for_person(document or {})
    }
    made = {
        other: document
        for key in people
        if copy.document(codec.PEOPLE, key) is not None
        and (other := standing.of(key)) is not None
        and (document := state.document(codec.PEOPLE, other)) is not None
    }
    return Plan(tuple(keys), words, _instead(standing, people), made)


def reach(replica: Replica, plan: Plan) -> tuple[Written, ...]:
    """Return the records that carrying a plan out would take away, change or make."""
    erasure = plan.erasure()
    reached = []
    for table, records in replica.state.live.items():
        for key, raw in records.items():
            if (table, key) not in erasure.keys and not erasure.is_told_in_json(raw):
                continue
            before = json.loads(raw)
            gone = erasure.takes(table, key, before)
            after = None if gone else erasure.document(table, before)
            if after != before:
                reached.append(Written(table, UUID(int=key), before, after))
    made = (
        Written(codec.PEOPLE, UUID(int=key), None, document)
        for key, document in lacking(replica.state, plan).items()
    )
    return (*reached, *made)


def lacking(state: State, plan: Plan) -> dict[int, Document]:
    """Return the records that are to stand in for others and are not known yet."""
    return {
        key: document for key, document in plan.made.items() if state.is_unknown(codec.PEOPLE, key)
    }


def _all_going(
    state: State, keys: Mapping[Key, None], made: Mapping[int, Document]
) -> dict[Key, None]:
    """Return some records and all that go with them, and with those in turn."""
    every = dict(keys)
    known: set[str] = set()
    while True:
        standing = _standing(state, every, made)
        gone = {
            str(UUID(int=key))
            for table, key in every
            if table != codec.PEOPLE or standing.of(key) is None
        }
        more = dict.fromkeys(_going_with(state, gone, gone - known))
        if more.keys() <= every.keys():
            return every
        every |= more
        known = gone


def _going_with(state: State, ids: set[str], new: set[str]) -> Iterator[Key]:
    """Yield the records that refer to some others and to nothing else.

    Args:
        state: What holds them.
        ids: Those others.
        new: Those of them that a record refers to that was not found before.
    """
    places: tuple[dict[str, dict[int, bytes]], ...] = (state.live, state.aside)
    for place in places:
        for table, records in place.items():
            for key, raw in records.items():
                if may_refer(raw, new) and refers_to_nothing_else(json.loads(raw), ids):
                    yield table, key


def _instead(standing: StandIns, people: Iterable[int]) -> dict[str, str]:
    """Return the ids of those that another record stands in for, with its id."""
    pairs = ((key, standing.of(key)) for key in people)
    return {str(UUID(int=key)): str(UUID(int=other)) for key, other in pairs if other is not None}


def _standing(state: State, keys: Iterable[Key], made: Mapping[int, Document]) -> StandIns:
    people = {key for table, key in keys if table == codec.PEOPLE}
    return StandIns(state, made, people | state.erased[codec.PEOPLE].keys())


def words_for(replica: Replica, wanted: set[int]) -> Iterator[tuple[int, str]]:
    """Yield every word by which some people were ever called, each with the person's key.

    Raises:
        OSError: A log cannot be read.
    """
    snapshots = [each.state for each in (replica.file.present(), replica.file.previous()) if each]
    documents = [
        (key, state.document(codec.PEOPLE, key))
        for state in (replica.state, *snapshots)
        for key in wanted
    ]
    for line in lines_with(replica.home.ops, _OF_PEOPLE):
        if line.table == codec.PEOPLE and line.key in wanted:
            documents += [(line.key, line.fields), (line.key, line.before)]
    for key, document in documents:
        for word in codec.words_for_person(document or {}):
            yield key, word


def _read_plan(home: Home) -> Plan:
    """Return what an erasing that was broken off was about; nothing where there was none."""
    try:
        said = json.loads(home.erasing.read_bytes())
        keys = tuple((str(table), UUID(key).int) for table, key in said["keys"])
        words = {str(word): str(instead) for word, instead in said["words"].items()}
        made = {UUID(key).int: dict(document) for key, document in said["made"].items()}
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        return Plan()
    return Plan(keys, words, made=made)


def write_plan(home: Home, plan: Plan) -> None:
    """Write down what is to be erased, for whoever goes on with it.

    Raises:
        OSError: It cannot be written.
    """
    keys = [[table, str(UUID(int=key))] for table, key in plan.keys]
    made = {str(UUID(int=key)): document for key, document in plan.made.items()}
    replace_durably(home.erasing, to_json({"keys": keys, "words": plan.words, "made": made}))
