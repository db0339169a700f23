"""Pages that are passed on are drawn by a browser, run nothing and reach for nothing."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Final

import pytest

from habits.model import Remark
from habits.review.document_html import html
from habits.review.evidence_html import html as packet_html
from habits.review.heat_svg import svg
from habits.text import one_line
from tests.hostile import HOSTILE
from tests.review.documents import YEAR, document_of
from tests.review.packets import FIRST, MAYA, entry, evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.chromium import Browser
    from tests.browser.site import Site

BLANK: Final = "<!DOCTYPE html><html><body></body></html>"
SVG: Final = "image/svg+xml"


def beacons(site: Site) -> str:
    """Return what would run, or ask for something, if it were no text."""
    to = f"{site.address}/asked"
    return (
        f"<script>document.title = 'ran'; fetch('{to}')</script>"
        f"<img src={to} onerror=\"document.title='ran'\"><link rel=stylesheet href={to}>"
        f"<style>@import '{to}'; body {{ background: url({to}) }}</style>"
        f"<iframe src={to}></iframe><svg><image href={to} /></svg>"
        f"<meta http-equiv=refresh content='0;url={to}'>"
    )


def packet_of(text: str) -> str:
    """Return the page of a packet that says a text in each of its places."""
    remarks = (Remark(FIRST, text, shared=True),)
    subject = replace(MAYA, role=text, manager=text, aims=remarks, sparks=remarks)
    return packet_html(evidence(entry(text, text), subject=subject).packet)


def review_of(text: str) -> str:
    """Return the page of a review that says a text in each of its places."""
    return html(document_of(text))


each_page = pytest.mark.parametrize("page", [packet_of, review_of])


@each_page
def test_a_page_is_drawn(site: Site, browser: Browser, page: Callable[[str], str]) -> None:
    blank = browser.picture(site.put(BLANK))
    drawn = browser.picture(site.put(page("the on-call fix")))
    assert len(blank) <= 2
    assert len(drawn) > 50


@each_page
def test_what_was_written_runs_nothing_and_asks_for_nothing(
    site: Site, browser: Browser, page: Callable[[str], str]
) -> None:
    shown = browser.read(site.put(page(beacons(site))))
    assert site.asked == ["/page"]
    assert "<title>ran" not in shown
    assert not [mark for mark in ("<script", "<img", "<iframe", "<link", "<image") if mark in shown]


def test_every_hostile_text_is_shown_as_it_is(site: Site, browser: Browser) -> None:
    texts = [one_line(text) for _, text in HOSTILE]
    shown = unescape(browser.read(site.put("".join(map(review_of, texts)))))
    assert [text for text in texts if text not in shown] == []
    assert site.asked == ["/page"]


@each_page
def test_even_a_mark_that_slipped_through_could_run_nothing_and_reach_nothing(
    site: Site, browser: Browser, page: Callable[[str], str]
) -> None:
    marked = page("x").replace("</header>", f"</header>{_without_refresh(site)}")
    shown = browser.read(site.put(marked))
    assert "<img" in shown
    assert "<title>ran" not in shown
    assert site.asked == ["/page"]


def test_it_would_be_seen_if_something_ran_or_was_asked_for(site: Site, browser: Browser) -> None:
    shown = browser.read(site.put(BLANK.replace("<body>", f"<body>{_without_refresh(site)}")))
    assert "ran" in shown
    assert "/asked" in site.asked


def test_a_picture_is_drawn_and_asks_for_nothing(site: Site, browser: Browser) -> None:
    assert len(browser.picture(site.put(svg(YEAR), SVG))) > 50
    shown = browser.read(site.put(svg(document_of(beacons(site))), SVG))
    assert "kept" in shown
    assert site.asked == ["/page", "/page"]


def _without_refresh(site: Site) -> str:
    """Return the marks but that which leads to another page: it is followed by no policy."""
    return beacons(site).partition("<meta")[0]
