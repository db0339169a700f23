"""A page of HTML that stands alone: it reaches for nothing and runs nothing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from habits.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid; padding-bottom: .2rem; }
p, ul, dl { margin: .3rem 0; }
@media print { :root { color-scheme: light; } body { margin: 0; max-width: none; } }
""".strip()


def page(title: str, style: str, body: Iterable[str]) -> str:
    """Return a page of HTML.

    Args:
        title: What it is called, as the user wrote it.
        style: Further rules of its style.
        body: The lines of its body, in HTML.
    """
    return "\n".join(_lines(title, style, body)) + "\n"


def html_of(text: str) -> str:
    """Return a text on one line, of which nothing is a mark in HTML."""
    return escape(one_line(text))


def _lines(title: str, style: str, body: Iterable[str]) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield (
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    )
    yield f"<title>{html_of(title)}</title>"
    yield f"<style>\n{_STYLE}\n{style}\n</style>"
    yield "</head>"
    yield "<body>"
    yield from body
    yield from ("</body>", "</html>")
