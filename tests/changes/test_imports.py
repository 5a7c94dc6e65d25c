"""Importing files into a store: what is written, found again, kept, ended, refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.access.views import View
from actors_graph.changes.imports import import_files
from actors_graph.errors import NotAllowedError
from actors_graph.model import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport

    Bring = Callable[..., ImportReport]

ACTORS = "id,nom,type,source\na,Régie,association,liste\nb,CCAS,service_public,liste\n"


def rows(session: Session, table: str) -> dict[str, dict[str, Any]]:
    """Filled values of the rows of a table, by id, without versions and derived fields."""
    derived = {field.name for field in TABLES[table].fields if field.derived} | {"version"}
    return {
        row["id"]: {k: v for k, v in row.items() if v is not None and k not in derived}
        for row in session.tables([table])[table].to_pylist()
    }


def messages(report: ImportReport) -> list[str]:
    return [problem.sentence for file in report.files for problem in file.problems]


def test_several_files_are_one_operation(bring: Bring, session: Session) -> None:
    report = bring(acteurs=ACTORS, collaborations="acteur_a;acteur_b;niveau;source\nb;a;3;liste\n")

    assert report.applied
    assert report.changes == 3
    assert [(file.kind, file.kept, file.new) for file in report.files] == [
        ("acteurs", 2, 2),
        ("collaborations", 1, 1),
    ]
    operations = session.journal()
    assert [(op.action, op.details["files"]) for op in operations] == [
        ("import", ["acteurs.csv", "collaborations.csv"])
    ]
    assert report.import_id == str(operations[0].seq)
    (tie,) = rows(session, "collaborations").values()
    assert (tie["a"], tie["b"], tie["level"]) == ("a", "b", 3)


def test_each_value_knows_its_file_and_line(bring: Bring, session: Session) -> None:
    report = bring(acteurs=ACTORS)

    origins = {change.id: change.origin for change in session.changes(int(report.import_id))}

    assert origins == {"a": "acteurs.csv:2", "b": "acteurs.csv:3"}


def test_rule_2_the_same_files_twice_change_nothing(bring: Bring, session: Session) -> None:
    files = {"acteurs": ACTORS, "adhesions": "acteur,organisme,debut,source\na,b,2020,liste\n"}
    bring(**files)
    content = session.canonical_hash()

    again = bring(**files)

    assert (again.changes, again.applied, again.import_id) == (0, False, "")
    assert [file.unchanged for file in again.files] == [2, 1]
    assert session.canonical_hash() == content
    assert len(session.journal()) == 1


def test_an_update_writes_only_what_changes(bring: Bring, session: Session) -> None:
    bring(acteurs=ACTORS)

    report = bring(acteurs="id,nom,type,sigle,source\na,Régie,association,RQ,liste\n")

    (change,) = session.changes(int(report.import_id))
    assert (change.before, change.after, change.version) == (
        {"acronym": None, "search": "regie"},
        {"acronym": "RQ", "search": "regie rq"},
        1,
    )


def test_rule_2_an_empty_cell_leaves_what_is_known(bring: Bring, session: Session) -> None:
    bring(acteurs="id,nom,type,telephone,source\na,Régie,association,04 70 11 22 33,liste\n")

    report = bring(acteurs="id,nom,type,telephone,source\na,Régie,association,,liste\n")

    assert report.changes == 0
    assert rows(session, "actors")["a"]["phone"] == "04 70 11 22 33"


def test_rule_2_an_absent_row_is_said_and_stays(bring: Bring, session: Session) -> None:
    bring(acteurs=ACTORS + "c,Autre,autre,ailleurs\n")

    report = bring(acteurs="id,nom,type,source\na,Régie,association,liste\n")

    assert report.changes == 0
    assert "status" not in rows(session, "actors")["b"]
    (message,) = messages(report)
    assert "« CCAS »".replace(" ", "\u00a0") in message
    assert "« Autre »".replace(" ", "\u00a0") not in message


def test_rule_2_a_complete_file_ends_what_it_does_not_hold(bring: Bring, session: Session) -> None:
    ties = "acteur_a,acteur_b,source\na,b,liste\n"
    bring(acteurs=ACTORS + "c,Autre,autre,liste\n", collaborations=ties + "a,c,liste\n")

    report = bring(acteurs=ACTORS, collaborations=ties, complete=True)

    assert report.changes == 2
    assert rows(session, "actors")["c"]["status"] == "inactif"
    ended = [t.get("ends_on") for t in rows(session, "collaborations").values() if t["b"] == "c"]
    assert ended == ["2026-09-01"]
    assert bring(acteurs=ACTORS, collaborations=ties, complete=True).changes == 0


def test_rule_2_a_value_checked_later_is_kept_unless_asked(bring: Bring, session: Session) -> None:
    head = "id,nom,type,telephone,courriel,verifie_le,source\n"
    bring(acteurs=f"{head}a,Régie,association,04 70 11 22 33,,2026-05-01,liste\n")
    older = f"{head}a,Régie,association,04 70 99 99 99,x@exemple.fr,2025,liste\n"

    report = bring(acteurs=older)

    row = rows(session, "actors")["a"]
    # What was empty is filled; what somebody checked since is not overwritten.
    assert (row["phone"], row["email"]) == ("04 70 11 22 33", "x@exemple.fr")
    assert row["checked_on"] == "2026-05-01"
    assert any("valeur gardée" in message for message in messages(report))
    bring(acteurs=older, overwrite=True)
    assert rows(session, "actors")["a"]["phone"] == "04 70 99 99 99"


def test_a_list_finds_its_communes_when_more_is_known(bring: Bring, session: Session) -> None:
    """Moulins is the name of three communes: the first time nothing tells which."""
    head = "id,nom,type,commune,code_insee,source\n"
    listed = f"{head},L'Étoile,association,Moulins,,liste\n"
    bring(liste=listed)
    first = {i: row.get("commune_code") for i, row in rows(session, "actors").items()}
    bring(acteurs=f"{head}x,Un,association,,03310,autre\n")
    again = bring(liste=listed)
    after = {i: row.get("commune_code") for i, row in rows(session, "actors").items()}

    assert first == {"loc:l-etoile-moulins": None}
    assert after == {"loc:l-etoile-moulins": "03190", "x": "03310"}
    assert (again.files[0].new, again.files[0].changed, again.files[0].unchanged) == (0, 1, 0)


def test_identical_rows_count_once_and_are_said(bring: Bring) -> None:
    report = bring(acteurs=ACTORS + "a,Régie,association,liste\n")

    assert (report.files[0].rows_read, report.files[0].kept) == (3, 2)
    assert "identique à la ligne 2" in messages(report)[0]


def test_different_rows_of_one_id_name_both_lines(bring: Bring) -> None:
    report = bring(acteurs=ACTORS + "a,Autre nom,association,liste\n")

    (problem,) = report.files[0].problems
    assert problem.line == 4
    assert "la ligne 2" in problem.message


def test_a_dry_run_counts_the_same_and_writes_nothing(bring: Bring, session: Session) -> None:
    files = {"acteurs": ACTORS, "adhesions": "acteur,organisme,source\na,zz,liste\n"}

    dry = bring(**files, dry_run=True).to_dict()

    assert session.journal() == []
    real = bring(**files).to_dict()
    assert (dry.pop("import_id"), dry.pop("applied")) == (None, False)
    assert (real.pop("import_id"), real.pop("applied")) == ("1", True)
    assert dry == real


def test_rule_13_a_backup_comes_before_an_import(bring: Bring, session: Session) -> None:
    bring(acteurs=ACTORS)
    assert session.backups.paths() == []

    bring(themes="id,libelle\nt,Thème\n")

    assert len(session.backups.paths()) == 1


def test_rule_14_a_write_from_outside_is_seen_after_an_import(
    bring: Bring, session: Session
) -> None:
    bring(acteurs=ACTORS)
    assert session.check().sound

    with closing(sqlite3.connect(session.location)) as outside:
        outside.execute("UPDATE actors SET name = 'Autre' WHERE id = 'a'")
        outside.commit()

    assert not session.check().sound


def test_a_public_view_does_not_import(session: Session, tmp_path: Path) -> None:
    session.view = View.PUBLIC
    with pytest.raises(NotAllowedError):
        import_files(session, [tmp_path / "acteurs.csv"])


HOSTILE = [
    "L'Étoile <b>du</b> *Bocage* & Cie",
    "=Cie des Rives",
    "Les Étoiles 🌟 de l’Œuvre",
    "x" * 180,
    "'; DROP TABLE actors; --",
    "{name: 'x'}) DETACH DELETE n //",
    "../../etc/passwd",
    "\u202egauche à droite",
    ":red[B] ![](http://x)",
]


def test_hostile_names_are_kept_as_they_are(bring: Bring, session: Session) -> None:
    lines = "".join(
        f'h{n};"{name.replace(chr(34), chr(34) * 2)}";autre;s\n' for n, name in enumerate(HOSTILE)
    )

    report = bring(acteurs=f"id;nom;type;source\n{lines}")

    assert report.files[0].problems == ()
    actors = rows(session, "actors")
    assert [actors[f"h{n}"]["name"] for n in range(len(HOSTILE))] == HOSTILE
    assert bring(acteurs=f"id;nom;type;source\n{lines}").changes == 0


def test_a_report_groups_the_same_error_and_shows_fifty(bring: Bring) -> None:
    lines = "".join(f"a{n},x,autre,faux,s\n" for n in range(40))
    lines += "".join(f"b{n},x,autre,,{n}s\n" for n in range(2))

    report = bring(acteurs=f"id,nom,type,lat,source\n{lines}")
    text = "\n".join(report.lines())

    assert "ligne 2 et 39 autres" in text
    assert report.files[0].refused == 40
    assert len(report.to_dict()["files"][0]["problems"]) == 40
    assert "Rien n’a été importé" in text


@pytest.mark.shared
def test_the_real_allier_is_kept_whole(session: Session, shared: Path) -> None:
    """Counts of the files: `wc -l` less the header (358, 4,886, 4,944 and 403 rows)."""
    names = ("territoires", "acteurs", "mandats", "collaborations")

    report = import_files(session, [shared / "data/allier-real" / f"{n}.csv" for n in names])

    assert [file.kept for file in report.files] == [358, 4886, 4944, 403]
    assert sum(file.refused for file in report.files) == 0
    assert "formelle" in {problem.column for problem in report.files[3].problems}
    assert session.tables(["memberships"])["memberships"].num_rows == 403
