"""A session on an empty store, and files written in the test."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

import pytest

from actors_graph.access.opening import open_session
from actors_graph.changes.imports import import_files
from actors_graph.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport


@pytest.fixture
def engine() -> str:
    """The engine of the store; a module that runs on both gives this fixture parameters."""
    return "sqlite"


@pytest.fixture
def settings(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings whose folders and day are the test's own."""
    ours = Settings(
        data_dir=tmp_path / "data", cache_dir=tmp_path / "cache", today=date(2026, 9, 1)
    )
    if engine == "sqlite":
        return ours
    server: Settings = request.getfixturevalue("neo4j_database")
    return dataclasses.replace(
        server, data_dir=ours.data_dir, cache_dir=ours.cache_dir, today=ours.today
    )


@pytest.fixture
def session(settings: Settings) -> Iterator[Session]:
    """A session on an empty store."""
    with open_session(settings) as opened:
        yield opened


@pytest.fixture
def bring(session: Session, tmp_path: Path) -> Callable[..., ImportReport]:
    """Import files given as `acteurs="id,nom…"`; other words are options of the import."""

    def bring_files(
        *, complete: bool = False, overwrite: bool = False, dry_run: bool = False, **files: str
    ) -> ImportReport:
        paths = []
        for name, content in files.items():
            path = tmp_path / f"{name}.csv"
            path.write_text(content, encoding="utf-8")
            paths.append(path)
        return import_files(session, paths, complete=complete, overwrite=overwrite, dry_run=dry_run)

    return bring_files
