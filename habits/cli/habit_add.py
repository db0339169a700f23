"""`rapport habit add`: a further promise of a practice, in one's own words or the catalogue's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cadence import parse_cadence
from habits.catalogue import offer_words
from habits.cli.outcome import say_habit_change
from habits.cli.output import say, say_json, tell
from habits.cli.promise_words import add_words
from habits.cli.shapes import offer_shape
from habits.errors import UsageError
from habits.practices import require_practice
from habits.promises import Words
from habits.when import require_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habits.catalogue import Offer
    from habits.change import Change
    from habits.cli.syntax import Options, Syntax
    from habits.practices import Practice
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("practice", "a key 1-8, a name, or the beginning of one")
    syntax.argument("name", "what is promised", required=False, many=True)
    syntax.option("--every", "weekly, twice a month, every 3 days, ...", metavar="PHRASE")
    syntax.flag(
        "--from-catalogue", "switch on what is on offer under this name; without a name show all"
    )
    syntax.flag("--each-person", "every engineer is to be reached separately")
    syntax.option("--moves", "count only these moves", metavar="M,..")
    syntax.option("--from", "an earlier first day", name="since", metavar="DATE")
    add_words(syntax)
    syntax.flag("--json", "print the habit as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Add the habit and print how it stands, or show what is on offer.

    Raises:
        RapportError: It cannot be added; nothing was stored.
    """
    _check(options)
    practice = require_practice(options.practice, workspace.practices)
    name = " ".join(options.name)
    if options.from_catalogue and not name:
        _print_offers(service.catalogue(workspace, practice), as_json=options.json)
        return
    if options.from_catalogue:
        change = service.switch_on(
            workspace, practice, service.require_offer(workspace, practice, name), _words(options)
        )
    else:
        change = _add(options, workspace, practice, name)
    say_habit_change(workspace, "Added", change, as_json=options.json)


def _check(options: Options) -> None:
    """Check that what is promised is said once.

    Raises:
        UsageError: It is not said at all, or both here and in the catalogue.
    """
    own = (options.every, options.moves, options.since, options.each_person or None)
    if options.from_catalogue and any(said is not None for said in own):
        message = (
            "The catalogue says how often, for whom and by which moves. Leave that out; 'rapport "
            "habit edit' changes it later."
        )
        raise UsageError(message)
    if not options.from_catalogue and (options.every is None or not options.name):
        message = (
            "A habit needs a name and --every PHRASE, or --from-catalogue. "
            "See 'rapport habit add --help'."
        )
        raise UsageError(message)


def _add(options: Options, workspace: Workspace, practice: Practice, name: str) -> Change:
    promise = service.Promise(
        name=name,
        cadence=parse_cadence(options.every),
        moves=tuple(filter(None, (options.moves or "").split(","))),
        each_person=options.each_person,
        words=_words(options),
    )
    since = None if options.since is None else require_date(options.since, workspace.today)
    return service.add_habit(workspace, practice, promise, since)


def _words(options: Options) -> Words:
    return Words(options.anchor, options.reason, options.plan)


def _print_offers(offers: Sequence[Offer], *, as_json: bool) -> None:
    if as_json:
        say_json([offer_shape(offer) for offer in offers])
        return
    for offer in offers:
        say(offer_words(offer))
    if not offers:
        tell("Everything on offer is promised already. 'rapport habits' shows how it stands.")
