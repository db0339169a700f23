"""Bugs in how a command line is read."""

from __future__ import annotations

from typing import Final

from tests.mutants.planting import Mutant

COMMAND_LINE: Final = (
    Mutant("a flag takes a value in a hurry", "cli/plain_words.py",
           " or (joined and not option.values):", ":"),
    Mutant("the first home holds in a hurry", "cli/plain_words.py",
           "before[name] if said[name] is None else said[name]", "before[name] or said[name]"),
    Mutant("two dashes are a word in a hurry", "cli/plain_words.py",
           "            placed.extend(rest)", "            placed.extend([word, *rest])"),
    Mutant("a missing practice is none in a hurry", "cli/plain_words.py",
           "(argument.required and not said[argument.name])", "False"),
    Mutant("a word too many is passed over in a hurry", "cli/plain_words.py",
           "    if words:\n        raise _NotPlainError\n", ""),
    Mutant("the last tag alone stays in a hurry", "cli/plain_words.py",
           "(*said[option.name], value) if option.many", "(value,) if option.many"),
    Mutant("everything waits for click", "cli/plain_words.py",
           "    begin = 0\n", "    begin = 0\n    return None\n"),
    Mutant("-5% is an option", "cli/syntax.py", " and not word[1].isdigit()", ""),
    Mutant("the value of an option is text once there is a dash in one", "cli/commands.py",
           "*islice(rest, self._values_after(word))", ""),
    Mutant("options that exclude each other do not", "cli/commands.py",
           "len(together) > 1", "len(together) > 2"),
    Mutant("an option before the second word is passed over", "cli/commands.py",
           "        _require_unsaid(ctx, own)", "        pass"),
    Mutant("--help may be a command", "cli/commands.py",
           "            raise NoSuchCommand(args[0], ctx=ctx)", "            pass"),
    Mutant("nothing is offered behind an option", "cli/commands.py",
           "            args = args[:-1]", "            pass"),
    Mutant("the home before the command is not looked at", "cli/commands.py",
           "said_of(ctx.parent, name) if said is None and ctx.parent is not None", "None if False"),
    Mutant("a mistyped option is near to none", "cli/usage_errors.py",
           "{near or (", "{'' or ("),
    Mutant("a value that is no choice is near to none", "cli/params.py",
           'f"{told}{meant(', 'f"{told}{len('),
)  # fmt: skip
