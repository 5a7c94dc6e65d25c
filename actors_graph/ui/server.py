"""What the server answers besides Streamlit itself: own files, headers, health."""

from __future__ import annotations

import threading
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.middleware import Middleware
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Route

from actors_graph.map.assets import asset_routes
from actors_graph.ui.entries import Entry
from actors_graph.ui.headers import FRENCH_SCRIPT, STYLE_SHEET, SecureAnswers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import streamlit as st
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

UI: Final = Path(__file__).parent
SCRIPT: Final = UI / "entry" / "script.py"
ASSETS: Final = UI / "assets"

_NO_CACHE: Final = {"cache-control": "no-cache"}


def routes() -> list[BaseRoute]:
    """Return the addresses of the program's own files; none of them holds a user's data."""
    return [
        Route(f"/{FRENCH_SCRIPT}", _french_script),
        Route(f"/{STYLE_SHEET}", _style_sheet),
        Route("/favicon.png", _icon),
        Route("/sante", _health),
        *asset_routes(),
    ]


def middleware() -> list[Middleware]:
    """Return what every answer goes through."""
    return [Middleware(SecureAnswers)]


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Load the pages while nobody is there yet: the first visitor finds them ready."""
    loading = threading.Thread(target=_load_pages, name="actors-graph-pages", daemon=True)
    loading.start()
    yield


def _load_pages() -> None:
    for entry in Entry:
        import_module(f"actors_graph.ui.pages.{entry.module}")


async def _french_script(_: Request) -> Response:
    return FileResponse(ASSETS / "francais.js", media_type="text/javascript", headers=_NO_CACHE)


async def _style_sheet(_: Request) -> Response:
    return FileResponse(ASSETS / "page.css", media_type="text/css", headers=_NO_CACHE)


async def _icon(_: Request) -> Response:
    return FileResponse(ASSETS / "icone.svg", media_type="image/svg+xml", headers=_NO_CACHE)


async def _health(_: Request) -> Response:
    return PlainTextResponse("ok")
