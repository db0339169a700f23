"""The arguments and options of a command as click has them, made of what its module says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from habits.cli.invocation import PROGRAM
from habits.cli.nearest import meant
from habits.cli.output import say
from habits.cli.syntax import add_global_options

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from habits.cli.syntax import Argument, Option, Syntax


class _Choice(click.Choice[Any]):
    """A value out of some; for another one the nearest is named."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ANN401 - as click has it
        """Return what is said of a value that is none of those there are."""
        told = super().get_invalid_choice_message(value, ctx).rstrip(".")
        return f"{told}{meant(str(value), list(map(str, self.choices)))}"


class _Completed(click.Parameter):
    """What is completed from what is in the home."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return what a word that is begun may become."""
        if isinstance(self.type, click.Choice):
            return super().shell_complete(ctx, incomplete)
        # Imported on need: a command that is carried out completes nothing.
        from habits.cli.completing import completions  # noqa: PLC0415

        return completions(ctx, self.name or "", incomplete)


class _Argument(_Completed, click.Argument):
    """An argument."""


class _Option(_Completed, click.Option):
    """An option."""


def params_of(syntax: Syntax) -> list[click.Parameter]:
    """Return the arguments and options of a command, its own and those that all take."""
    add_global_options(syntax)
    show_help = _at_once(["-h", "--help"], "show this", _print_help)
    return [*map(_argument, syntax.arguments), *map(_option, syntax.options), show_help]


def version_option() -> click.Option:
    """Return the option that prints the version."""
    return _at_once(["--version"], "print the version", _print_version)


def _at_once(flags: list[str], meaning: str, act: Callable[[click.Context], None]) -> click.Option:
    """Return an option that does something and ends the program, whatever else is said."""

    def carry_out(ctx: click.Context, _: click.Parameter, value: object) -> None:
        if value and not ctx.resilient_parsing:
            act(ctx)
            ctx.exit()

    return click.Option(
        flags, is_flag=True, expose_value=False, is_eager=True, help=meaning, callback=carry_out
    )


def _argument(argument: Argument) -> click.Parameter:
    return _Argument(
        [argument.name],
        help=argument.meaning,
        metavar=_in_brackets(argument),
        required=argument.required,
        nargs=-1 if argument.many else 1,
        type=_Choice(argument.choices) if argument.choices else None,
        **({} if argument.default is None else {"default": argument.default}),
    )


def _in_brackets(argument: Argument) -> str:
    dots = "..." if argument.many else ""
    return f"{argument.metavar}{dots}" if argument.required else f"[{argument.metavar}{dots}]"


def _option(option: Option) -> click.Parameter:
    if not option.values:
        return _Option([option.flag, option.name], is_flag=True, help=option.meaning)
    if option.choices:
        kind: click.ParamType[Any] | None = _Choice(option.choices)
    else:
        kind = click.INT if option.is_number else click.STRING
    metavar = option.metavar if option.implied is None else f"[{option.metavar}]"
    return _Option(
        [option.flag, option.name],
        help=option.meaning,
        metavar=None if option.choices else metavar,
        nargs=option.values,
        multiple=option.many,
        type=kind,
        default=option.unsaid,
    )


def _print_help(ctx: click.Context) -> None:
    say(ctx.get_help().rstrip("\n"))


def _print_version(_: click.Context) -> None:
    from importlib.metadata import version  # noqa: PLC0415 - slow, and rarely asked for

    say(f"{PROGRAM} {version('rapport-tui')}")
