"""`rapport person evidence`: what a person did and what came of it, to be passed on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from habits import service
from habits.cli.asking import add_yes, can_answer, is_agreed
from habits.cli.output import say, tell, tell_all
from habits.cli.target import STDOUT, add_target, say_where
from habits.errors import RefusedError
from habits.review.evidence_words import preview
from habits.when import require_date

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Evidence, Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("person", help="a name, a handle, or the beginning of one")
    parser.add_argument("--since", metavar="D", help="the first day; that of the first entry")
    parser.add_argument("--until", metavar="D", help="the last day; today")
    parser.add_argument("--format", choices=list(service.FORMATS), help="md, or as --to ends")
    add_target(parser, "standard output")
    add_yes(parser)
    for option, what in (
        ("--mask", "a further name that 'someone' stands for"),
        ("--customer", "what a customer is called, who becomes 'a customer'"),
        ("--keep", "a word that stays, written exactly so"),
    ):
        parser.add_argument(option, metavar="WORD", action="append", default=[], help=what)


def run(options: Namespace, workspace: Workspace) -> None:
    """Print the packet, or write it; what is left in it and left out goes to standard error.

    Raises:
        RapportError: Nobody is meant, the days cannot be understood, or it cannot be written.
    """
    path = None if options.to in {None, STDOUT} else Path(options.to)
    if path is not None:
        service.require_free(path, force=options.force)
    evidence = _evidence(options, workspace)
    form = options.format or _form_of(path)
    tell_all(preview(evidence))
    if evidence.left.within or evidence.left.leading:
        tell("--customer and --mask cover a name, --keep uncovers one.")
    if path is None:
        say(service.packet_text(evidence.packet, form).rstrip("\n"))
        return
    asks = can_answer() and not options.yes
    if asks and not is_agreed(f"Write it to {path}? [y/N]"):
        message = "Nothing was written."
        raise RefusedError(message)
    service.write_packet(evidence.packet, form, path, force=options.force)
    say_where("Written to", path)


def _evidence(options: Namespace, workspace: Workspace) -> Evidence:
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
    return "html" if path is not None and path.suffix.casefold() in {".html", ".htm"} else "md"
