"""Every answer carries the headers; the page of Streamlit becomes French on its way."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from actors_graph.ui.headers import SecureAnswers, content_security_policy

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from starlette.requests import Request
    from starlette.types import Message, Scope

SCRIPT = "window.prerenderReady = false"
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title>'
    f"<script>{SCRIPT}</script></head><body></body></html>"
)


def run_apart(answer: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401  what it answers
    """Run it in a thread of its own: the browser of other tests holds a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, answer).result()


async def _page(_: Request) -> HTMLResponse:
    return HTMLResponse(PAGE, headers={"etag": '"1"'})


async def _metrics(_: Request) -> PlainTextResponse:
    return PlainTextResponse("memory")


APP = SecureAnswers(
    Starlette(routes=[Route("/", _page), Route("/_stcore/metrics", _metrics)]),
)


def answer(path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and body that a browser would get."""
    sent: list[Message] = []
    scope: Scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "http_version": "1.1",
        "scheme": "http",
        "server": ("127.0.0.1", 80),
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    run_apart(APP(scope, receive, send))
    start, body = sent[0], b"".join(one.get("body", b"") for one in sent[1:])
    found = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return start["status"], found, body.decode()


def test_page_is_french_and_whole() -> None:
    status, headers, body = answer("/")

    assert status == 200
    assert '<html lang="fr"><head><script src="./actifs/francais.js">' in body
    assert "<title>Qui travaille avec qui</title>" in body
    assert int(headers["content-length"]) == len(body.encode())
    assert "etag" not in headers


def test_policy_allows_the_inline_script_of_the_page_and_no_other() -> None:
    policy = answer("/")[1]["content-security-policy"]
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()

    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))

    assert scripts == f"script-src 'self' blob: 'sha256-{digest}'"


@pytest.mark.parametrize("refused", ["http:", "https:", "*", "'unsafe-eval'", "ws:"])
def test_policy_lets_nothing_out(refused: str) -> None:
    assert refused not in content_security_policy().split()


@pytest.mark.parametrize("path", ["/", "/nulle-part", "/_stcore/metrics"])
def test_headers_are_on_every_answer(path: str) -> None:
    headers = answer(path)[1]

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_technical_addresses_are_closed(path: str) -> None:
    status, _, body = answer(path)

    assert (status, body) == (404, "")
