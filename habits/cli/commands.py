"""The commands as click has them: they read a command line, and tell how to use them.

A command's module is imported when the command is named, and at no other time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit, NoArgsIsHelpError, NoSuchCommand

from habits.cli.invocation import PROGRAM, Invocation
from habits.cli.params import params_of, version_option
from habits.cli.parting import MissingValueError, part
from habits.cli.syntax import GLOBAL, Options, Syntax, syntax_of
from habits.cli.usage_errors import refusal
from habits.cli.verbs import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from click.shell_completion import CompletionItem


class _Told(click.Command):
    """A command whose help is ours as well as click's, and of whose options some exclude others."""

    def __init__(self, syntax: Syntax, name: str, **told: Any) -> None:  # noqa: ANN401 - as click has it
        self.syntax = syntax
        params = params_of(syntax)
        super().__init__(name, params=params, add_help_option=False, callback=_asked, **told)

    def get_help(self, ctx: click.Context) -> str:
        """Return the help: what click says of the arguments, and the page of the manual."""
        # Imported on need, as it holds all pages.
        from habits.cli.manual import with_page  # noqa: PLC0415

        return with_page(verb_of(ctx) or PROGRAM, super().get_help(ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after the command.

        Raises:
            click.UsageError: They say what it does not take.
        """
        words = self._parted(ctx, args)
        try:
            rest = super().parse_args(ctx, words)
        except click.UsageError as error:
            # Of a value that is too much click does not say to which command it belongs.
            error.ctx = error.ctx or ctx
            raise
        for flags in self.syntax.excluding:
            options = [each for each in self.params if set(flags) & set(each.opts)]
            together = [each.opts[0] for each in options if ctx.params[each.name or ""] is not None]
            if len(together) > 1 and not ctx.resilient_parsing:
                ctx.fail(f"{together[1]} cannot be said together with {together[0]}")
        return rest

    def _parted(self, ctx: click.Context, words: list[str]) -> list[str]:
        """Return the words in an order in which click takes none for another thing than it is."""
        options = self.syntax.by_flag()
        if ctx.resilient_parsing and words and (last := options.get(words[-1])) and last.values:
            # The value is what is being completed; without it click would give up all words.
            words = words[:-1]
        try:
            said, placed = part(options, words, is_before_command=isinstance(self, click.Group))
        except MissingValueError as error:
            message = f"Option '{error}' requires an argument"
            raise click.BadOptionUsage(str(error), message, ctx) from None
        return [*said, "--", *placed]


class _Group(_Told, click.Group):
    """The first word of commands, which may be a command itself; `rapport` is that of all."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the next words of the commands that begin with this one."""
        before = f"{verb_of(ctx)} ".lstrip()
        further = (verb.removeprefix(before) for verb in VERBS if verb.startswith(before))
        return list(dict.fromkeys(words.partition(" ")[0] for words in further))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a next word; None where there is none."""
        known = cmd_name in self.list_commands(ctx)
        return _command(f"{verb_of(ctx)} {cmd_name}".strip()) if known else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the next word, its command, and the words after it.

        Raises:
            NoSuchCommand: There is none; click itself would look for options behind a -- as well.
        """
        made = self.get_command(ctx, args[0])
        if made is None and not ctx.resilient_parsing:
            raise NoSuchCommand(args[0], ctx=ctx)
        # Behind a command that there is none of nothing is completed.
        return args[0], made or click.Command(args[0], add_help_option=False), args[1:]

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return what a word may become: a next word of commands, none of which is imported."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - who completes needs it alone

        before = verb_of(ctx)
        names = {name: f"{before} {name}".strip() for name in self.list_commands(ctx)}
        found = [
            CompletionItem(name, help=VERBS.get(verb))
            for name, verb in names.items()
            if name.startswith(incomplete)
        ]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say nothing of the commands: the page of the manual lists them, and imports none."""


def verb_of(ctx: click.Context) -> str:
    """Return the command that a context is of; nothing for that of all commands."""
    return "" if ctx.parent is None else f"{verb_of(ctx.parent)} {ctx.info_name}".strip()


def said_of(ctx: click.Context, name: str) -> Any:  # noqa: ANN401 - whatever an option can be
    """Return what is said of an option that all commands take; what is said last holds."""
    said = ctx.params.get(name)
    return said_of(ctx.parent, name) if said is None and ctx.parent is not None else said


def read(words: Sequence[str]) -> Invocation:
    """Return what a command line asks for; help and version are printed and end the program.

    Raises:
        UsageError: An unknown command or option, or a word that is missing or too many.
    """
    try:
        with program().make_context(PROGRAM, list(words)) as ctx:
            asked: Invocation = ctx.command.invoke(ctx)
    except Exit as done:
        raise SystemExit(done.exit_code) from None
    except click.UsageError as error:
        raise refusal(error) from None
    return asked


def program() -> click.Group:
    """Return the command that all commands belong to."""
    made = _Group(
        Syntax(),
        PROGRAM,
        help="A habit tracker for product managers. Without a command it opens the app.",
        invoke_without_command=True,
        subcommand_metavar="[COMMAND] ...",
    )
    made.params.append(version_option())
    return made


def _command(verb: str) -> click.Command:
    """Return a command, or what comes before the second words of some."""
    is_command = verb in VERBS
    syntax = syntax_of(verb) if is_command else Syntax()
    told = {"help": syntax.description or VERBS.get(verb), "epilog": _epilog(syntax)}
    if not any(each.startswith(f"{verb} ") for each in VERBS):
        return _Told(syntax, verb, **told)
    metavar = "[COMMAND] ..." if is_command else "COMMAND ..."
    # What is no command by itself is refused in our words, not in click's.
    return _Group(syntax, verb, invoke_without_command=True, subcommand_metavar=metavar, **told)


def _epilog(syntax: Syntax) -> str | None:
    """Return what stands in the help of a command behind its options."""
    excluding = (f"Only one of {', '.join(flags)} can be said." for flags in syntax.excluding)
    return "\n\n".join(filter(None, [*excluding, syntax.note])) or None


@click.pass_context
def _asked(ctx: click.Context, /, **_: object) -> Invocation:
    """Return what is asked for, in the place of carrying it out."""
    own = {name: value for name, value in ctx.params.items() if name not in GLOBAL}
    if ctx.invoked_subcommand is not None:
        _require_unsaid(ctx, own)
    elif (verb := verb_of(ctx)) and verb not in VERBS:
        raise NoArgsIsHelpError(ctx)
    everywhere = (said_of(ctx, name) for name in GLOBAL)
    return Invocation(verb_of(ctx) or None, Options(**own), *everywhere)


def _require_unsaid(ctx: click.Context, names: Iterable[str]) -> None:
    """Refuse what is said of the first word of a command, where it belongs behind the second.

    Raises:
        click.UsageError: Something is.
    """
    for param in ctx.command.params:
        source = ctx.get_parameter_source(param.name or "")
        if param.name in names and source is click.core.ParameterSource.COMMANDLINE:
            ctx.fail(f"{param.opts[0]} comes after '{ctx.invoked_subcommand}'")
