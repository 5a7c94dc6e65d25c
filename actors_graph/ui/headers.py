"""Security headers of every answer, and the page Streamlit serves, made French.

Streamlit sends its own `index.html`, in English and with one inline script. This middleware gives
that page its language and its title, adds the script that covers Streamlit's remaining English
words, and computes the policy from the page itself: an inline script is allowed by its hash, so
`'unsafe-inline'` is never needed for scripts. What Streamlit needs relaxed is the subject of
`docs/decisions/0005-content-policy.md`.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

TITLE: Final = "Qui travaille avec qui"
FRENCH_SCRIPT: Final = "actifs/francais.js"
STYLE_SHEET: Final = "actifs/page.css"

_HEADERS: Final = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    # A directory of local actors is not for search engines, wherever it is served.
    "x-robots-tag": "noindex, nofollow",
}
# They answer without any login and tell about the machine.
_CLOSED: Final = ("/_stcore/metrics", "/_stcore/agent/")
_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def content_security_policy(*, script_hashes: Iterable[str] = ()) -> str:
    """Return the policy of a page whose inline scripts have these hashes.

    Nothing but this server is reachable: no font, image, script or connection from elsewhere.
    """
    scripts = " ".join(f"'sha256-{digest}'" for digest in script_hashes)
    return "; ".join(
        (
            "default-src 'none'",
            # A v2 component given as text is imported by Streamlit from a blob of its own making.
            f"script-src 'self' blob: {scripts}".rstrip(),
            # Emotion, Streamlit's styling library, writes its rules in <style> elements.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            # The icon font is inlined in Streamlit's own script.
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def french_page(page: str) -> str:
    """Return Streamlit's page with its language, its title, the French script and our rules.

    >>> french_page('<html lang="en"><head><title>Streamlit</title></head>')
    '<html lang="fr"><head><script src="./actifs/francais.js"></script>\
<link rel="stylesheet" href="./actifs/page.css"><title>Qui travaille avec qui</title></head>'
    """
    page = page.replace('<html lang="en">', '<html lang="fr">', 1)
    page = page.replace("<title>Streamlit</title>", f"<title>{TITLE}</title>", 1)
    # Before Streamlit's own script: it must run first.
    script = f'<script src="./{FRENCH_SCRIPT}"></script>'
    style = f'<link rel="stylesheet" href="./{STYLE_SHEET}">'
    return page.replace("<head>", f"<head>{script}{style}", 1)


def inline_hashes(page: str) -> list[str]:
    """Return the base64 SHA-256 of each inline script of a page, in order."""
    return [
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for script in _INLINE_SCRIPT.findall(page)
    ]


class SecureAnswers:
    """ASGI middleware: headers on all answers, the French page, closed technical addresses."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _Answer(send)
        if scope["path"].startswith(_CLOSED):
            await answer.refuse()
            return
        await self.app(_uncompressed(scope), receive, answer.send)


class _Answer:
    """One answer on its way: an HTML page is held back until it is whole, the rest flows."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._page: Message | None = None
        self._body = bytearray()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._start(message)
        elif message["type"] == "http.response.body" and self._page is not None:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_page(self._page)
        else:
            await self._send(message)

    async def refuse(self) -> None:
        await self.send({"type": "http.response.start", "status": 404, "headers": []})
        await self.send({"type": "http.response.body", "body": b""})

    async def _start(self, message: Message) -> None:
        headers = MutableHeaders(raw=list(message.get("headers", ())))
        headers.update(_HEADERS)
        headers["content-security-policy"] = content_security_policy()
        message = {**message, "headers": headers.raw}
        if headers.get("content-type", "").startswith("text/html"):
            self._page = message
        else:
            await self._send(message)

    async def _send_page(self, start: Message) -> None:
        page = french_page(self._body.decode())
        body = page.encode()
        headers = MutableHeaders(raw=list(start["headers"]))
        if body:
            headers["content-length"] = str(len(body))
        headers["content-security-policy"] = content_security_policy(
            script_hashes=inline_hashes(page)
        )
        # Validators of the file on disk would let a browser keep an older page of ours.
        for validator in ("etag", "last-modified"):
            if validator in headers:
                del headers[validator]
        await self._send({**start, "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": body})


def _uncompressed(scope: Scope) -> Scope:
    """Ask for plain text where a page may come back, since its text is changed on the way."""
    if scope["path"].startswith(("/static/", "/media/", "/_stcore/", "/component/")):
        return scope
    dropped = {b"accept-encoding", b"if-none-match", b"if-modified-since"}
    headers = [(name, value) for name, value in scope["headers"] if name not in dropped]
    return {**scope, "headers": headers}
