"""`rapport person evidence`: what a person did and what came of it, to be passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits import service
from habits.cli.asking import add_yes, can_answer, is_agreed
from habits.cli.output import say, say_json, tell, tell_all
from habits.cli.target import add_target, say_where, target_named
from habits.errors import RefusedError
from habits.review.evidence_json import packet_shape
from habits.review.evidence_words import preview
from habits.when import require_date

if TYPE_CHECKING:
    from pathlib import Path

    from habits.cli.syntax import Options, Syntax
    from habits.review.packet import Packet
    from habits.service import Evidence, Workspace

_JSON: Final = "json"
_ENDINGS: Final = {".html": "html", ".htm": "html", ".json": _JSON}
"""The formats that the ending of a file's name asks for."""


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("person", "a name, a handle, or the beginning of one")
    syntax.option("--since", "the first day; that of the first entry", metavar="D")
    syntax.option("--until", "the last day; today", metavar="D")
    syntax.option("--format", "md, or as --to ends", choices=list(service.FORMATS))
    add_target(syntax, "standard output")
    add_yes(syntax)
    for option, what in (
        ("--mask", "a further name that 'someone' stands for"),
        ("--customer", "what a customer is called, who becomes 'a customer'"),
        ("--keep", "a word that stays, written exactly so"),
    ):
        syntax.option(option, what, metavar="WORD", many=True)


def run(options: Options, workspace: Workspace) -> None:
    """Print the packet, or write it; what is left in it and left out goes to standard error.

    Raises:
        RapportError: Nobody is meant, the days cannot be understood, or it cannot be written.
    """
    path = target_named(options.to)
    if path is not None:
        service.require_free(path, force=options.force)
    evidence = _evidence(options, workspace)
    form = options.format or _form_of(path)
    tell_all(preview(evidence))
    if evidence.left.within or evidence.left.leading:
        tell("--customer and --mask cover a name, --keep uncovers one.")
    if path is None:
        _print(evidence.packet, form)
        return
    asks = can_answer() and not options.yes
    if asks and not is_agreed(f"Write it to {path}? [y/N]"):
        message = "Nothing was written."
        raise RefusedError(message)
    service.write_packet(evidence.packet, form, path, force=options.force)
    say_where("Written to", path)


def _print(packet: Packet, form: str) -> None:
    if form == _JSON:
        say_json(packet_shape(packet))
    else:
        say(service.packet_text(packet, form).rstrip("\n"))


def _evidence(options: Options, workspace: Workspace) -> Evidence:
    person = service.require_person(workspace, options.person)
    since, until = (
        None if phrase is None else require_date(phrase, workspace.today)
        for phrase in (options.since, options.until)
    )
    wishes = service.Wishes(
        last=until or workspace.today,
        first=since,
        masked=tuple(options.mask),
        customers=tuple(options.customer),
        kept=tuple(options.keep),
    )
    return service.evidence(workspace, person, wishes)


def _form_of(path: Path | None) -> str:
    """Return the format that a file's name asks for."""
    return _ENDINGS.get(path.suffix.casefold(), "md") if path else "md"
