"""Lists made the way people make them, imported as they are, against the truth that made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from human_files import ROWS, crosses_and_grid, partner_list, two_sheets

from actors_graph.changes.imports import import_files
from actors_graph.model.place_names import place_key
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from human_files import Truth

    from actors_graph.access.session import Session

    Writer = Callable[..., tuple[Path, Truth]]
    Key = tuple[str, str]

WRITERS: list[Writer] = [partner_list, crosses_and_grid, two_sheets]


class Read:
    """The actors of a store as the keys of the truth that wrote the file."""

    def __init__(self, session: Session, truth: Truth) -> None:
        self.session = session
        true = {(fold(one.name), place_key(one.commune)): one.key for one in truth.structures}
        alone = {name: key for (name, _), key in true.items()}
        doubles = {fold(name): key for name, key in truth.doubles}
        names = [fold(one.name) for one in truth.structures]
        self.keys: dict[str, Key] = {}
        self.rows: list[Key] = []
        for actor in session.tables(["actors"])["actors"].to_pylist():
            name, place = fold(actor["name"]), place_key(actor["commune"] or "")
            if actor["status"] == "a_identifier":
                self.keys[actor["id"]] = (name, "")
                continue
            key = true.get((name, place))
            if key is None and not place and names.count(name) == 1:
                key = alone[name]
            self.rows.append(key or doubles.get(name, (name, "?")))
            self.keys[actor["id"]] = self.rows[-1]

    def pairs(self) -> set[frozenset[Key]]:
        table = self.session.tables(["collaborations"])["collaborations"]
        ends = zip(table["a"].to_pylist(), table["b"].to_pylist(), strict=True)
        return {frozenset([self.keys[a], self.keys[b]]) for a, b in ends}

    def members(self) -> set[tuple[Key, str, str]]:
        names = {}
        for name in ("committees", "projects"):
            for row in self.session.tables([name])[name].to_pylist():
                names[row["id"]] = fold(row["name"])
        table = self.session.tables(["participations"])["participations"]
        return {
            (self.keys[row["actor"]], names[row["target"]], row["starts_on"])
            for row in table.to_pylist()
        }


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("seed", [1, 11, 42])
def test_a_list_as_people_write_it_gives_the_ties_that_they_meant(
    session: Session, tmp_path: Path, write: Writer, seed: int
) -> None:
    path, truth = write(tmp_path, seed=seed)

    report = import_files(session, [path], departement="03")

    assert report.applied
    read = Read(session, truth)
    structures = {one.key for one in truth.structures}
    # Each structure is there once, and each line that writes one again is an actor of its own:
    # nothing was merged on a name.
    assert set(read.rows) == structures
    assert len(read.rows) == ROWS + len(truth.doubles)
    found = read.pairs()
    assert len(found & truth.ties) >= 0.95 * len(truth.ties)
    # What was not understood waits « à identifier »; no tie joins two structures wrongly.
    outside = [pair for pair in found - truth.ties if pair <= structures]
    assert outside == []
    if truth.members:
        assert read.members() == truth.members


@pytest.mark.parametrize("seed", [1, 12])
def test_lines_that_write_a_structure_again_are_asked_about(
    session: Session, tmp_path: Path, seed: int
) -> None:
    path, truth = partner_list(tmp_path, seed=seed)

    report = import_files(session, [path], departement="03", dry_run=True)

    asked = {
        frozenset([fold(question.value), *(fold(one.name) for one in question.candidates)])
        for question in report.questions
    }
    for name, (true, _) in truth.doubles:
        assert any({fold(name), true} <= names for names in asked), name


def test_a_type_guessed_from_a_name_replaces_no_type_that_is_known(
    bring: Callable[..., object], session: Session, tmp_path: Path
) -> None:
    bring(
        acteurs="id,nom,type,siret,source\na,Collège des Prés,autre,73282932000074,s\n",
    )
    path = tmp_path / "liste.csv"
    path.write_text(
        "Structure;Ville;N° SIRET\nCollège des Prés;Vichy;732 829 320 00074\nLycée du Lac;Vichy;\n",
        encoding="utf-8",
    )

    import_files(session, [path])

    kinds = {row["name"]: row["kind"] for row in session.tables(["actors"])["actors"].to_pylist()}
    assert kinds == {"Collège des Prés": "autre", "Lycée du Lac": "etablissement"}
