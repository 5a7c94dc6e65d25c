"""What an import refuses: by line and column, and nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.changes.imports import import_files
from actors_graph.errors import InputError
from actors_graph.sources import importable, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport

    Bring = Callable[..., ImportReport]

REFUSALS = [
    ("acteurs", "id,nom,type,code_insee,source\na,x,autre,03999,s\n", "code_insee", "03999"),
    ("acteurs", "id,nom,type,agit_sur,source\na,x,autre,bassin:zz,s\n", "agit_sur", "bassin:zz"),
    ("acteurs", "id,nom,type,rattache_a,source\na,x,autre,a,s\n", "rattache_a", "a"),
    ("acteurs", "id,nom,type,source\n,???,autre,s\n", "id", ""),
    ("acteurs", "id,nom,type,source\na,x,autre,s\na,y,autre,s\n", "id", "a"),
    ("acteurs", "id,nom,type,source\na,,autre,s\n", "nom", ""),
    ("participations", "acteur,cible,role\na,cl:1,membre\n", "cible", "cl:1"),
    ("presences", "acteur,seance,etat\na,s:1,present\n", "seance", "s:1"),
    ("comites", "id,nom,niveau,parent\nc,x,local,c2\n", "parent", "c2"),
    ("comites", "id,nom,niveau,parent\nc,x,local,d\nd,y,local,c\n", "parent", "d"),
    ("projets", "id,nom,type,comite\np,x,initiative,c2\n", "comite", "c2"),
    ("financements", "financeur,beneficiaire,montant,demande,source\na,b,1,d,s\n", "demande", "d"),
    ("collaborations", "acteur_a,acteur_b,source\na,a,s\n", "acteur_b", "a"),
]


@pytest.mark.parametrize(("kind", "content", "column", "value"), REFUSALS)
def test_what_names_nothing_is_refused_and_nothing_is_written(
    bring: Bring, session: Session, kind: str, content: str, column: str, value: str
) -> None:
    report = bring(**{kind: content, "themes": "id,libelle\nt,Thème\n"})

    refused = [p for f in report.files for p in f.problems if p.severity == "refused"]
    assert [(problem.column, problem.value) for problem in refused] == [(column, value)]
    assert refused[0].message
    assert refused[0].remedy
    assert (report.applied, report.import_id) == (False, "")
    assert session.journal() == []
    assert session.tables(["themes"])["themes"].num_rows == 0


GOOD = {
    "acteurs": "id=a1;nom=x;type=autre;source=s",
    "contacts": "id=c1;structure=a1;nom=x",
    "territoires": "id=t1;type=perso;nom=x",
    "themes": "id=t1;libelle=x",
    "comites": "id=c1;nom=x;niveau=local",
    "projets": "id=p1;nom=x;type=initiative",
    "seances": "id=s1;type=atelier;date=2026-02-03",
    "suites": "id=s1;quoi=x;etat=fait",
    "demandes": "id=d1;demandeur=a1;exercice=2026",
    "budgets": "exercice=2026;vote=10",
    "planchers": "theme=t;lieu=commune;minimum=3",
    "collaborations": "acteur_a=a;acteur_b=b;source=s",
    "financements": "financeur=a;beneficiaire=b;montant=10;source=s",
    "adhesions": "acteur=a;organisme=b;source=s",
    "mandats": "elu=a;organe=b;source=s",
    "participations": "acteur=a;cible=co;role=membre",
    "presences": "acteur=a;seance=se;etat=present",
}
WRONG = {
    "int": "douze",
    "float": "nord",
    "money": "beaucoup",
    "date": "hier",
    "enum": "n’importe quoi",
}


def test_every_file_of_the_model_has_a_good_row() -> None:
    assert set(GOOD) == {kind_of(table) for table in importable()}


def wrong_cells() -> list[tuple[str, str, str]]:
    """One wrong value for every typed column of every file of the model."""
    cells = []
    for table in importable():
        for field in table.fields:
            kind = "enum" if field.values else field.type.value
            if field.column and kind in WRONG:
                cells.append((kind_of(table), field.column, WRONG[kind]))
    return cells


@pytest.mark.parametrize(("kind", "column", "cell"), wrong_cells())
def test_a_wrong_value_of_any_column_is_refused_by_line_and_column(
    tmp_path: Path, session: Session, kind: str, column: str, cell: str
) -> None:
    row = dict(pair.split("=") for pair in GOOD[kind].split(";")) | {column: cell}
    path = tmp_path / f"{kind}.csv"
    path.write_text(f"{';'.join(row)}\n{';'.join(row.values())}\n", encoding="utf-8")

    report = import_files(session, [path])

    refused = [p for p in report.files[0].problems if p.severity == "refused"]
    assert (refused[0].line, refused[0].column, refused[0].value) == (2, column, cell)
    assert not report.applied


def test_every_required_column_that_misses_is_named(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "acteurs.csv"
    path.write_text("id,nom,type\na,x,autre\n", encoding="utf-8")

    with pytest.raises(InputError) as refusal:
        import_files(session, [path])

    assert "« source »".replace(" ", "\u00a0") in str(refusal.value)


def test_a_file_without_rows_is_an_error(bring: Bring) -> None:
    with pytest.raises(InputError, match="aucune ligne"):
        bring(acteurs="id,nom,type,source\n")
