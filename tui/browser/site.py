"""The site that shows the app in a browser: to nobody who does not have its address.

The address has a token in it that nobody can guess. Whatever asks for anything else, or by another
name of this machine, is refused, and nothing is started for it.
"""

from __future__ import annotations

from hmac import compare_digest
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Final

import textual_serve
from aiohttp import WSCloseCode, web

from tui.browser.sitting import sit

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler

_NAMES: Final = ("127.0.0.1", "localhost")
_USUAL_PORT: Final = 80
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws://{host}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page may reach for: this site and nothing else."""


def site(command: str, port: int, token: str) -> web.Application:
    """Return the site.

    Args:
        command: The command of the app, for a shell.
        port: Where it listens.
        token: What its address has in it.
    """
    hosts = {f"{name}:{port}" for name in _NAMES}
    # The usual port is left out of an address.
    hosts |= set(_NAMES) if port == _USUAL_PORT else set()

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not (_is_from(request, hosts) and _has(request, token)):
            raise web.HTTPForbidden
        return await handler(request)

    made = web.Application(middlewares=[guard])
    made.on_response_prepare.append(_keep_to_oneself)
    made.add_subapp(f"/{token}", _pages(command))
    return made


def _pages(command: str) -> web.Application:
    sockets: set[web.WebSocketResponse] = set()

    async def page(request: web.Request) -> web.Response:
        socket = f"ws://{request.host}{request.path}ws"
        text = Template(_text("page.html")).substitute(socket=socket)
        return web.Response(text=text, content_type="text/html")

    async def script(_: web.Request) -> web.Response:
        return web.Response(text=_text("page.js"), content_type="text/javascript")

    async def sitting(request: web.Request) -> web.WebSocketResponse:
        return await sit(request, command, sockets)

    async def close(_: web.Application) -> None:
        for socket in tuple(sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    pages = web.Application()
    pages.add_routes(
        [
            web.get("/", page),
            web.get("/page.js", script),
            web.get("/ws", sitting),
            web.static("/static", str(files(textual_serve) / "static")),
        ]
    )
    pages.on_shutdown.append(close)
    return pages


def _text(name: str) -> str:
    return files("tui.browser").joinpath(name).read_text(encoding="utf-8")


def _is_from(request: web.Request, hosts: set[str]) -> bool:
    """Return whether a request calls this machine by a name of its own, and comes from this site.

    A page elsewhere can let a name of its own stand for this machine; that name gives it away.
    """
    origin = request.headers.get("Origin")
    return request.host in hosts and (origin is None or origin.removeprefix("http://") in hosts)


def _has(request: web.Request, token: str) -> bool:
    _, first, *_ = f"{request.path}/".split("/")
    return compare_digest(first.encode(), token.encode())


async def _keep_to_oneself(request: web.Request, response: web.StreamResponse) -> None:
    """Let a browser keep nothing of it, tell nobody of it and reach for nothing else."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = _POLICY.format(host=request.host)
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Content-Type-Options"] = "nosniff"
