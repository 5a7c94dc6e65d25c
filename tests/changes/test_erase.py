"""Erasing: what goes, what is emptied, what is left to read; nothing of the name stays in files."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.changes.erase import erase
from actors_graph.changes.same_actor.duplicates import answer_pair
from actors_graph.changes.same_actor.merges import merge
from actors_graph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport

    Bring = Callable[..., ImportReport]

CANARY = "Zéphyrine Canari-Quarante"


BOTH = ["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)]


@pytest.fixture(params=BOTH)
def engine(request: pytest.FixtureRequest) -> str:
    engine: str = request.param
    return engine


def only(session: Session, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = session.tables([table])[table].to_pylist()
    return found


def test_an_actor_goes_with_what_names_it(bring: Bring, session: Session) -> None:
    bring(
        acteurs="id,nom,type,rattache_a,description,source\n"
        f"x,{CANARY},association,,,s\nb,B,autre,x,Voir {CANARY.lower()} d'abord,s\nc,C,autre,,,s\n",
        contacts="id,structure,nom\nk1,x,Durand\nk2,b,Dupont\n",
        collaborations="acteur_a,acteur_b,declare_par,source\nx,b,,s\nb,c,x,s\n",
        demandes="id,demandeur,exercice\nd1,x,2026\n",
        financements="financeur,beneficiaire,montant,demande,source\nc,b,10,d1,s\n",
        suites="id,quoi,qui,etat\ns1,Appeler,x,a_faire\n",
    )

    report = erase(session, "x")

    assert report.rows == {"actors": 1, "contacts": 1, "collaborations": 1, "applications": 1}
    # part_of of b, declared_by of a tie, who of a follow-up, the application of a grant.
    assert report.emptied == 4
    assert [(m.table, m.id, m.column) for m in report.mentions] == [("actors", "b", "description")]
    assert {row["id"]: row["part_of"] for row in only(session, "actors")} == {"b": None, "c": None}
    assert [row["declared_by"] for row in only(session, "collaborations")] == [None]
    assert [row["actor"] for row in only(session, "followups")] == [None]
    assert [row["application"] for row in only(session, "fundings")] == [None]


def test_rule_9_a_person_is_in_no_file_after_and_the_chain_verifies(
    bring: Bring, session: Session, tmp_path: Path
) -> None:
    bring(acteurs="id,nom,type,source\nb,B,autre,s\n")
    bring(contacts=f"id,structure,nom,courriel\nk1,b,{CANARY},canari@exemple.fr\n")
    bring(themes="id,libelle\nt,Thème\n")

    erase(session, "k1")

    assert only(session, "contacts") == []
    # The files that the test wrote to import are the user's own.
    for path in sorted(tmp_path.glob("*.csv")):
        path.unlink()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            for content in (data, *_inflated(data)):
                assert CANARY.encode() not in content
                assert b"canari@exemple.fr" not in content
    assert session.check().sound


def _inflated(data: bytes) -> list[bytes]:
    try:
        return [zlib.decompressobj(wbits=47).decompress(data)]
    except zlib.error:
        return []


def test_only_an_actor_or_a_contact_is_erased(bring: Bring, session: Session) -> None:
    bring(themes="id,libelle\nt,Thème\n")

    with pytest.raises(InputError, match="Aucun acteur"):
        erase(session, "t")


def test_a_person_is_forgotten_under_the_ids_of_joined_fiches(
    bring: Bring, session: Session, tmp_path: Path
) -> None:
    bring(
        acteurs="id,nom,type,source\na,Anne Martin,elu,s\nc,C,autre,s\nd,D,autre,s\n"
        f"b,{CANARY},elu,s\n",
        contacts=f"structure,nom,courriel\nc,{CANARY},\nd,{CANARY},\n",
    )
    answer_pair(session, "a", "c", answer="different")
    merge(session, keep="a", drop="b")
    merge(session, keep="c", drop="d")

    erase(session, "a")
    erase(session, only(session, "contacts")[0]["id"])

    # What was answered of others stays.
    assert [row["answer"] for row in only(session, "answers")] == ["meme:c"]
    for path in sorted(tmp_path.glob("*.csv")):
        path.unlink()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            for content in (path.read_bytes(), *_inflated(path.read_bytes())):
                assert CANARY.encode() not in content
    assert session.check().sound
    if session.engine == "neo4j":
        assert all(CANARY not in str(session.changes(one.seq)) for one in session.journal())
