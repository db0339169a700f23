"""The pages of what logs acts, changes them and takes them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.manual.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGES: Final[Mapping[str, Page]] = {
    "log": Page(
        more="The line reads: [/move] what happened, with @people and #tags [because why it "
        "mattered] [(when)]. Everything in it may be left out, for a bare mark. Quote it: brackets "
        "and # belong to the shell otherwise. Who is named for the first time becomes known.\n"
        "With - in place of the practice, entries come from standard input, one a line: the "
        "practice and the line, or JSON with the fields of 'entries --json'. A sentence in "
        "quotes is read without them; outside of quotes an option is refused: say the day in "
        "brackets, the reason behind because, a tag with #. All of them are logged or none, and "
        "one undo takes them back.",
        examples=(
            (
                "rapport log thanks '@maya the on-call fix because it saved the launch'",
                "thank somebody and say why",
            ),
            ("rapport log credit '@ana /public the demo (yesterday)'", "a kind of act, and a day"),
            ("rapport log 5 swept --on fri --json", "by the key of the practice, printed as JSON"),
            (
                "printf 'thanks @maya the fix\\ntrust @dev the map\\n' | rapport log -",
                "two entries at once",
            ),
        ),
        see=("edit", "undo", "practice", "entries"),
    ),
    "edit": Page(
        more="With a text the entry says that and nothing else; its date stays where the text "
        "names none. With options alone only that is changed. With the id alone the entry opens "
        "in $VISUAL or $EDITOR.",
        examples=(
            ("rapport edit last --on yesterday", "the entry made last happened the day before"),
            ("rapport edit last '@maya the fix because it held'", "say it anew"),
            ("rapport edit last --tag '' --tag team", "other tags in place of those it has"),
        ),
        see=("entries", "delete", "undo"),
    ),
    "delete": Page(
        examples=(("rapport delete last", "delete the entry that was made last"),),
        more="'rapport entries --ids' shows the ids; four characters of the end are enough where "
        "no other id ends so.",
        see=("undo", "edit"),
    ),
    "undo": Page(
        examples=(("rapport undo", "take back the newest act, and tell which that was"),),
        more="An act is whatever one command or one key did: an entry, a pause, fifty lines of "
        "'rapport log -'. The app takes back what the shell did, and the other way round.",
        see=("redo", "history"),
    ),
    "redo": Page(
        examples=(
            ("rapport log thanks x; rapport undo; rapport redo", "log, take back, do again"),
        ),
        more="It is refused once something else was done.",
        see=("undo",),
    ),
    "history": Page(
        examples=(
            ("rapport history", "the latest fifty acts, the newest last"),
            ("rapport history --all", "all of them"),
        ),
        see=("undo", "entries"),
    ),
    "follow": Page(
        examples=(("rapport follow", "what is to be followed up, late first, each by its id"),),
        see=("follow add", "follow edit", "follow done"),
    ),
    "follow add": Page(
        examples=(
            ("rapport follow add 'ask Dev about the export' --in 3d", "in three days"),
            ("rapport follow add 'send the notes' --on fri --person maya", "for somebody"),
        ),
        see=("follow", "follow edit", "follow done"),
    ),
    "follow done": Page(
        examples=(
            ("rapport follow done 'export bug'", "by words that no other has, or by its id"),
        ),
        see=("follow",),
    ),
    "follow edit": Page(
        examples=(("rapport follow edit 'export bug' 'ask @dev about it (fri)'", "say it anew"),),
        more="Its day and those whom it concerns stay where the new line says none.",
        see=("follow", "follow move"),
    ),
    "follow move": Page(
        examples=(("rapport follow move 'export bug' in 2 weeks", "let it be due later"),),
        see=("follow",),
    ),
    "northstar": Page(
        examples=(
            ("rapport northstar", "show the sentence"),
            ("rapport northstar 'Every export in one click'", "set it, from today on"),
            ("rapport northstar --history", "all of them, and when each held"),
        ),
        see=("log",),
    ),
}
"""The pages, by command."""
