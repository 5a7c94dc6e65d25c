"""The JavaScript of the component, served by the application itself under a path of its own.

Of the ways Streamlit has (inline text, ``enableStaticServing``, a packaged ``asset_dir``, routes
of ``st.App``), the routes were chosen: the modules stay separate files, they are not sent again
at each click (12 to 17 kB instead of 85), no folder is opened to the network (only the names
below are served), nothing has to be installed or built, and ``script-src 'self'`` suffices.

The version is a hash of all the modules and a part of the path: a browser may keep them for
ever, and a new version is never mixed with an old one. Nothing nominative is in them.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

FOLDER = Path(__file__).parent / "frontend"
PREFIX = "actifs"
_HEADERS = {
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
}


@cache
def modules() -> Mapping[str, bytes]:
    """Return the modules by file name, read once."""
    return {path.name: path.read_bytes() for path in sorted(FOLDER.glob("*.js"))}


@cache
def version() -> str:
    """Return the hash that stands in the path of the modules."""
    found = hashlib.sha256()
    for name, content in modules().items():
        found.update(f"{name} {len(content)} ".encode())
        found.update(content)
    return found.hexdigest()[:12]


async def _module(request: Request) -> Response:
    content = modules().get(request.path_params["name"])
    if content is None or request.path_params["version"] != version():
        return PlainTextResponse("Fichier inconnu.", status_code=404)
    return Response(content, media_type="text/javascript", headers=_HEADERS)


def asset_routes() -> list[Route]:
    """Return the routes to give to ``st.App(routes=…)``."""
    return [Route(f"/{PREFIX}/{{version}}/{{name}}", _module, methods=["GET"])]


def entry_path() -> str:
    """Return the path of the first module, relative to the root of the application."""
    return f"{PREFIX}/{version()}/index.js"
