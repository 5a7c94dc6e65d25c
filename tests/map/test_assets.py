from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import pytest
from starlette.applications import Starlette

from actors_graph.map.assets import FOLDER, asset_routes, entry_path, modules, version

if TYPE_CHECKING:
    from collections.abc import MutableMapping


def answer(path: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a GET, spoken to the application without a network."""
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
    asyncio.run(Starlette(routes=asset_routes())(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, sent[1]["body"]


def test_every_module_is_served_as_javascript() -> None:
    for name, content in modules().items():
        status, headers, body = answer(f"/actifs/{version()}/{name}")
        assert status == 200
        assert headers["content-type"].startswith("text/javascript")
        assert headers["x-content-type-options"] == "nosniff"
        assert "immutable" in headers["cache-control"]
        assert body == content


@pytest.mark.parametrize(
    "path",
    [
        "actifs/000000000000/index.js",
        "actifs/{version}/absent.js",
        "actifs/{version}/..%2Fcomponent.py",
        "actifs/{version}/../../component.py",
    ],
)
def test_nothing_else_is_served(path: str) -> None:
    assert answer("/" + path.replace("{version}", version()))[0] == 404


def test_the_door_is_served() -> None:
    assert answer("/" + entry_path())[0] == 200


def test_modules_import_only_their_neighbours() -> None:
    for content in modules().values():
        for imported in re.findall(r'^import .*from "(.*)";$', content.decode(), re.MULTILINE):
            assert (FOLDER / imported).is_file()


@pytest.mark.parametrize("name", sorted(modules()))
def test_no_module_writes_markup_or_fetches(name: str) -> None:
    text = modules()[name].decode()
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval(",
        "fetch(",
    ):
        assert forbidden not in text
    assert len(text.splitlines()) < 400
