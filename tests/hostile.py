"""Names and notes that try to break something; whatever takes user text is fed all of them."""

from __future__ import annotations

from typing import Final

import pytest

_FAMILY: Final = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"

HOSTILE: Final = (
    ("closing-tag", "bad [/oops]"),
    ("opening-tag", "[bold red]all of it"),
    ("click-tag", "[@click=app.quit]press me[/]"),
    ("link-tag", "[link=https://example.com]here[/link]"),
    ("loose-brackets", "[[[ ]] [ \\[bold] \\"),
    ("style-variables", "[$error on $surface] [auto] [0] [#ff0000]"),
    ("emoji-code", ":smile: :warning:"),
    ("window-title", "\x1b]0;x\x07"),
    ("clear-screen", "\x1b[2J\x1b[Hgone\x1b[31m"),
    ("device-string", "\x1bP+q544e\x1b\\\x1b[c"),
    ("hyperlink", "\x1b]8;;https://example.com\x1b\\here\x1b]8;;\x1b\\"),
    ("c1-colour", "\x9b31mred\x9b0m"),
    ("c1-title", "\x9d0;x\x9c \x90q\x9c"),
    ("bell-and-backspace", "maya\x08\x08\x08\x08root\x07\x7f"),
    ("nul", "be\x00fore"),
    ("direction-override", "invoice\u202egnp.exe"),
    ("direction-isolates", "\u2067\u2066\u2068one\u2069 two \u202a\u202bthree"),
    ("hebrew", "\u05e9\u05dc\u05d5\u05dd \u05de\u05d0\u05d9\u05d4 (1:1)"),
    ("arabic", "\u0645\u0631\u062d\u0628\u0627\u064b \u0628\u0627\u0644\u0639\u0627\u0644\u0645"),
    ("devanagari", "@\u0930\u0935\u093f \u0915\u094d\u0937 #\u0926\u0940\u092e"),
    ("emoji-500", "\U0001f389" * 500),
    ("families", " ".join([_FAMILY] * 12)),
    ("skin-and-keycap", "\U0001f44d\U0001f3fd 1\ufe0f\u20e3 \u2764\ufe0f"),
    ("odd-flags", "\U0001f1f5\U0001f1f9\U0001f1f5"),
    ("loose-joiners", "\u200d\u200d\U0001f468\u200d \ufe0f\u200b\ufeff"),
    ("combining-pile", "Z" + "\u0300\u0316\u0489" * 60),
    ("combining-first", "\u0301\u0308x"),
    ("decomposed", "Zoe\u0308 Ngu\u031b\u0323 \u1112\u1161\u11ab"),
    ("lone-surrogates", "half \ud83c and \udcff byte"),
    ("tabs-and-lines", "one\ttwo\nthree\r\nfour\vfive\x85six\u2028seven\n\n"),
    ("blanks", " \u00a0\u2003\u3000 "),
    ("nothing", ""),
    ("very-wide", "\u5bbd\uff37" * 120),
    ("no-breaks", "w" * 400),
    ("10000-characters", ("ten thousand " * 770)[:10_000]),
    ("line-grammar", "/ @ # @_ #1 @@a ##b because because () (when) yesterday:"),
    ("option", "--help"),
    ("shell", "$(id) `id` ; & | > $HOME ~ !! * 'q' \"q\""),
    ("formats", "%s %(name)s %n {0} {name!r} {{ }}"),
    ("formula", "=HYPERLINK(1;2) +1 -1 @SUM"),
    ("page", "<script>alert(1)</script> &amp; ]]> <!-- -->"),
    ("path", "../../\u2044etc/passwd\\..\\"),
)  # fmt: skip
"""Each with a short name of its own. As they come: not cleaned, some too long for a name."""

FOREMOST: Final = ("click-tag", "clear-screen", "families")
"""Those that are fed to all that there is at every run: markup, orders, and what is wide.

The others take their time.
"""

each_hostile = pytest.mark.parametrize(
    "hostile", [pytest.param(text, id=name) for name, text in HOSTILE]
)
"""Marks a test that is run with each of them as `hostile`."""

each_hostile_drawn = pytest.mark.parametrize(
    "hostile",
    [
        pytest.param(text, id=name, marks=() if name in FOREMOST else pytest.mark.faults)
        for name, text in HOSTILE
    ],
)
"""The same for a test that draws whole screens, or runs ten commands: with each of the foremost
every time, with the others among the faults.
"""
