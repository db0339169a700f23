"""A site on this machine, which notes what is asked of it."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from types import TracebackType


ICON: Final = "/favicon.ico"
"""A browser asks every site for it, whatever a page says."""


class Site:
    """A site with one page.

    Attributes:
        asked: The paths that were asked for, in order.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._page, self._kind = b"", ""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,))

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def put(self, page: str, kind: str = "text/html; charset=utf-8") -> str:
        """Let a text be its page, and return where it is."""
        self._page, self._kind = page.encode(), kind
        return f"{self.address}/page"

    def __enter__(self) -> Self:
        """Open it."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path != ICON:
                    site.asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Type", site._kind)
                self.end_headers()
                self.wfile.write(site._page)

            def log_message(self, *_words: object) -> None:
                """Say nothing."""

        return Handler
