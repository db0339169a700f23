"""An evidence packet as JSON, for programs: what it tells in the other formats, by name."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Any

from habits.review.evidence_words import NOTE

if TYPE_CHECKING:
    from habits.review.packet import Moment, Own, Packet


def json(packet: Packet) -> str:
    """Return a packet as JSON."""
    return dumps(packet_shape(packet), ensure_ascii=False, indent=2) + "\n"


def packet_shape(packet: Packet) -> dict[str, Any]:
    """Return the JSON of a packet; what it is, and is not, goes with it here too."""
    return {
        "name": packet.name,
        "role": packet.role,
        "manager": packet.manager,
        "note": NOTE,
        "first": packet.first.isoformat() if packet.first else None,
        "last": packet.last.isoformat(),
        "aims": list(map(_own, packet.aims)),
        "sparks": list(map(_own, packet.sparks)),
        "moments": list(map(_moment, packet.moments)),
    }


def _own(own: Own) -> dict[str, str]:
    return {"date": own.date.isoformat(), "text": own.text}


def _moment(moment: Moment) -> dict[str, Any]:
    return {
        "date": moment.date.isoformat(),
        "situation": moment.situation,
        "act": moment.act,
        "effect": moment.effect,
        "helped": list(moment.helped),
        "where": list(moment.where),
        "beside": list(moment.beside),
        "links": list(moment.links),
    }
