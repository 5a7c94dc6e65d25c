"""Running commands in the process of the test, on a store of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from actors_graph.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


ACTORS = (
    "id;nom;type;sigle;code_insee;themes;source\n"
    "a;Régie de quartier;association;RQ;03190;emploi;s\n"
    "b;CCAS;service_public;;03310;;s\n"
    "c;Collège;etablissement;;03310;;s\n"
    "d;Club;association;;;;s\n"
)
TIES = "acteur_a;acteur_b;niveau;debut;source\na;b;3;2021;s\nb;c;2;2024-05;s\n"


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  what the command printed
        return json.loads(self.out)


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    """Run `actors-graph …` on a store of the test's own."""
    monkeypatch.setenv("ACTORS_GRAPH_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("ACTORS_GRAPH_TODAY", "2026-09-01")

    def run_command(*arguments: str | Path) -> Ran:
        code = run([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return Ran(code, shown.out, shown.err)

    return run_command


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "acteurs.csv", tmp_path / "collaborations.csv"]
    for path, content in zip(paths, (ACTORS, TIES), strict=True):
        path.write_text(content, encoding="utf-8")
    return paths


@pytest.fixture
def filled(command: Callable[..., Ran], files: list[Path]) -> Callable[..., Ran]:
    assert command("import", *files).code == 0
    return command
