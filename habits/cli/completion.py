"""`rapport completion`: what lets a shell complete words with the tab key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.output import say

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax

SHELLS: Final = ("bash", "zsh", "fish")

_ZSH: Final = r"""
_rapport() {
    local line each
    local -a told words_of shown folders
    line="${(j: :)${(@q)${(@Q)words[1,CURRENT-1]}}} ${PREFIX:+${(q)${(Q)PREFIX}}}"
    told=("${(@f)$(COMP_LINE=$line COMP_POINT=${#line} _ARGCOMPLETE=1 _ARGCOMPLETE_SHELL=fish \
        _ARGCOMPLETE_DFS=$'\t' _ARGCOMPLETE_IFS=$'\n' _ARGCOMPLETE_SUPPRESS_SPACE=1 \
        ${(Q)words[1]} 8>&1 9>/dev/null >/dev/null 2>&1 </dev/null)}")
    for each in $told; do
        words_of=("${each%%$'\t'*}")
        shown=("${${:-$words_of[1]${${each#*$'\t'}:+  -- ${each#*$'\t'}}}[1,COLUMNS-1]}")
        folders=()
        [[ $words_of[1] == */ ]] && folders=(-S '')
        compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -V rapport -l -d shown \
            "${folders[@]}" -a words_of
    done
}
compdef _rapport rapport
"""
"""Zsh is told what may stand at the cursor, and quotes it as the word there is quoted."""


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("shell", "the shell that is to complete words", choices=SHELLS)


def run_alone(options: Options) -> None:
    """Print the lines that the shell is to read when it starts."""
    if options.shell == "zsh":
        say(_ZSH.strip())
        return
    # Imported on need: it brings what is only needed to answer.
    from argcomplete.shell_integration import shellcode  # noqa: PLC0415

    say(shellcode(["rapport"], shell=options.shell).rstrip())
