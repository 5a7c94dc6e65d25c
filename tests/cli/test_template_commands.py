"""The templates that a command writes."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., Any]

ACTORS = "id;nom;type;source\na;Régie de quartier;association;s\n"


def test_templates_are_the_files_of_the_model(command: Command, tmp_path: Path) -> None:
    ran = command("templates", tmp_path / "modele", "--json")

    assert len(ran.json["files"]) == 19
    assert (tmp_path / "modele" / "acteurs.csv").read_bytes().startswith(b"\xef\xbb\xbfid;nom;")


def test_templates_that_people_filled_are_left_alone(command: Command, tmp_path: Path) -> None:
    command("templates", tmp_path)
    own = tmp_path / "acteurs.csv"
    own.write_text(ACTORS, encoding="utf-8")

    assert "acteurs.csv" not in command("templates", tmp_path, "--json").json["files"]
    assert own.read_text(encoding="utf-8") == ACTORS


def test_the_committed_templates_are_those_of_the_model(command: Command, tmp_path: Path) -> None:
    """After a change of the model: `actors-graph templates import/modele`."""
    committed = Path(__file__).resolve().parents[2] / "import" / "modele"
    command("templates", tmp_path)

    found = {path.name: content_of(path) for path in committed.iterdir()}
    assert found == {path.name: content_of(path) for path in tmp_path.iterdir() if path.is_file()}


def content_of(path: Path) -> object:
    """What a template holds; a workbook may be compressed otherwise by another Python."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
