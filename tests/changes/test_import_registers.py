"""Public registers through the whole import: who becomes whom, and what is never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rna_files import ROWS, association, write_rna
from rne_files import COMMUNITY, DEPARTMENTAL, MAYORS, MUNICIPAL, TORCIEUX, write_register

from actors_graph.changes.imports import import_files
from actors_graph.changes.undoing.undo import undo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport
    from actors_graph.model import Value

RNE = {"mai": MAYORS, "cm": MUNICIPAL, "epci": COMMUNITY, "cd": DEPARTMENTAL}


def stored_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def actors(session: Session) -> dict[str, dict[str, Value]]:
    rows = session.tables(["actors"])["actors"].to_pylist()
    return {str(row["id"]): row for row in rows}


@pytest.fixture
def rne(session: Session, tmp_path: Path) -> Callable[[], list[ImportReport]]:
    """Import the four files of the RNE, one after the other, for the Allier."""

    def import_all() -> list[ImportReport]:
        return [
            import_files(
                session, [write_register(tmp_path / f"{name}.csv", rows)], departement="03"
            )
            for name, rows in RNE.items()
        ]

    return import_all


def test_four_files_of_elected_people_make_one_of_each(
    session: Session, rne: Callable[[], list[ImportReport]]
) -> None:
    """Three people of the Allier hold seven mandates in two communes, one EPCI, one council."""
    reports = rne()

    found = actors(session)
    elus = [row for row in found.values() if row["kind"] == "elu"]
    mandates = session.tables(["mandates"])["mandates"]
    assert all(report.applied for report in reports)
    assert [report.files[0].kept for report in reports] == [1, 4, 1, 1]
    assert len(elus) == 3
    assert len(found) == 3 + 4
    assert mandates.num_rows == 7
    assert set(mandates.column("elu").to_pylist()) == {row["id"] for row in elus}


def test_what_an_elu_acts_on_adds_up(
    session: Session, rne: Callable[[], list[ImportReport]]
) -> None:
    rne()

    places = {
        tuple(places)
        for row in actors(session).values()
        if row["name"] == "Nadège TORCIEUX" and isinstance(places := row["acts_in"], list)
    }
    assert places == {("com:03185",), ("com:03185", "epci:200071082")}


def test_the_same_files_again_change_nothing(
    session: Session, rne: Callable[[], list[ImportReport]]
) -> None:
    rne()
    before = session.canonical_hash()

    reports = rne()

    assert [report.changes for report in reports] == [0, 0, 0, 0]
    assert session.canonical_hash() == before


def test_private_data_of_elected_people_is_never_stored(
    session: Session, rne: Callable[[], list[ImportReport]], tmp_path: Path
) -> None:
    rne()
    session.close()

    stored = b"".join(
        path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()
    )
    for private in (TORCIEUX[3], "1961-02-03", "employés de commerce"):
        assert private.encode() not in stored.lower()


def test_a_known_mairie_is_not_made_twice(session: Session, tmp_path: Path) -> None:
    known = tmp_path / "acteurs.csv"
    known.write_text(
        "id,nom,type,code_insee,source\nloc:m,Commune de Domérat,collectivite,03101,liste\n",
        encoding="utf-8",
    )
    import_files(session, [known])

    report = import_files(
        session, [write_register(tmp_path / "maires.csv", MAYORS)], departement="03"
    )

    mandates = session.tables(["mandates"])["mandates"]
    assert report.questions == ()
    assert mandates.column("organ").to_pylist() == ["loc:m"]
    assert actors(session)["loc:m"]["name"] == "Commune de Domérat"


def test_associations_enter_to_be_discovered_and_known_ones_keep_their_words(
    session: Session, tmp_path: Path
) -> None:
    known = tmp_path / "acteurs.csv"
    known.write_text(
        "id,nom,type,rna,statut,source\n"
        "loc:mains,Les Mains vertes,association,W033001001,actif,liste\n",
        encoding="utf-8",
    )
    import_files(session, [known])
    before = session.canonical_hash()

    report = import_files(session, [write_rna(tmp_path / "rna_waldec.csv", ROWS)], departement="03")

    found = actors(session)
    assert (report.files[0].new, report.files[0].changed) == (1, 1)
    assert found["rna:W033001005"]["status"] == "a_decouvrir"
    assert found["loc:mains"]["status"] == "actif"
    assert found["loc:mains"]["name"] == "Les Mains vertes"
    assert found["loc:mains"]["description"] == "jardiner ensemble"
    undo(session, report.import_id)
    assert session.canonical_hash() == before


def test_homes_and_directors_are_never_stored(session: Session, tmp_path: Path) -> None:
    rows = [*ROWS, association("W033001009", titre="Une autre")]
    import_files(session, [write_rna(tmp_path / "rna.csv", rows)], departement="03")
    session.close()

    stored = b"".join(
        path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()
    )
    for private in ("Rue du Domicile", "Personne Déclarante"):
        assert private.encode() not in stored


@pytest.mark.shared
def test_real_grants_make_their_actors_and_ties(session: Session, shared: Path) -> None:
    """Counted in the file: 20 grants of one funder to as many beneficiaries as it names."""
    path = shared / "data/subventions/scdl-exemple_valide.csv"

    report = import_files(session, [path])

    file = report.files[0]
    assert report.applied
    assert file.rows_read == file.kept
    assert file.made["fundings"]["new"] == file.kept
