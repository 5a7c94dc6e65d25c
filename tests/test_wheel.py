"""What is built is whole: queries, reference data, scripts of the map, types."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the project, built without asking the network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_holds_every_file_of_the_package(names: set[str]) -> None:
    files = [path for path in (ROOT / "actors_graph").rglob("*") if path.is_file()]
    expected = {
        path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts
    }

    assert "actors_graph/py.typed" in expected
    assert expected - names == set()


def test_wheel_holds_every_query(names: set[str]) -> None:
    queries = (ROOT / "queries").rglob("*.cypher")
    expected = {
        f"actors_graph/_queries/{q.relative_to(ROOT / 'queries').as_posix()}" for q in queries
    }

    assert expected
    assert expected - names == set()


def test_wheel_holds_the_demonstration(names: set[str]) -> None:
    files = [path for path in (ROOT / "import" / "demo").rglob("*") if path.is_file()]
    expected = {
        f"actors_graph/_import/demo/{path.relative_to(ROOT / 'import' / 'demo').as_posix()}"
        for path in files
    }

    assert "actors_graph/_import/demo/demo.toml" in expected
    assert expected - names == set()


def test_wheel_carries_its_licence_and_nothing_of_the_checkout(names: set[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"actors_graph"}


def test_queries_are_found_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "from actors_graph.store.statements import queries_folder; print(queries_folder())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )

    assert Path(done.stdout.strip()) == tmp_path / "actors_graph" / "_queries"
