"""Two fiches become one, with all that names them; undone, everything is back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.access.roles import Role, User
from actors_graph.access.session import Session
from actors_graph.access.views import View
from actors_graph.changes.by_hand.forms import edit_row
from actors_graph.changes.same_actor.answers import known_identifiers, known_pairs
from actors_graph.changes.same_actor.merges import attach, merge
from actors_graph.changes.undoing.undo import undo
from actors_graph.errors import ConflictError, InputError, NotAllowedError
from actors_graph.model import TABLES
from actors_graph.model.ids import row_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.changes.report import ImportReport

    Bring = Callable[..., ImportReport]

BOTH = ["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)]

ACTORS = (
    "id,nom,type,sigle,siret,telephone,themes,rattache_a,source,reference\n"
    "a,Centre social,association,CS,38413899600028,,emploi,,liste,12\n"
    "b,C.S. Rotonde,association,,55208131766522,04 70 11 22 33,sport|emploi,x,mairie,101\n"
    "x,CCAS,service_public,,,,,,liste,\n"
    "y,Antenne,autre,,,,,b,liste,\n"
    "e,Anne Martin,elu,,,,,,liste,\n"
)
FILES = {
    "acteurs": ACTORS,
    "contacts": "structure,nom,prenom,source\na,Petit,Zoé,liste\nb,Petit,Zoé,mairie\nb,Roy,Léa,m\n",
    "collaborations": (
        "id,acteur_a,acteur_b,niveau,debut,declare_par,source\n"
        ",a,x,2,,,liste\n,b,x,2,,,liste\n,b,x,3,2020,,liste\nt9,b,y,1,,,liste\n,a,b,2,,,liste\n"
        ",x,y,1,,b,liste\n"
    ),
    "financements": (
        "financeur,beneficiaire,montant,exercice,source\nx,b,1000,2024,s\nx,a,500,2024,s\n"
    ),
    "adhesions": "acteur,organisme,source\nb,x,s\n",
    "mandats": "elu,organe,fonction,source\ne,b,président,s\n",
    "comites": "id,nom,niveau\nk,Comité,local\n",
    "participations": "acteur,cible,role,source\na,k,membre,s\nb,k,membre,s\nb,k,pilote,s\n",
    "seances": "id,type,date,comite\nm,comite,2026-03-01,k\n",
    "presences": "acteur,seance,etat\na,m,excuse\nb,m,present\n",
    "suites": "id,quoi,qui,etat\nf,Appeler,b,a_faire\n",
    "demandes": "id,demandeur,exercice\nd,b,2025\n",
}


@pytest.fixture(params=BOTH)
def engine(request: pytest.FixtureRequest) -> str:
    engine: str = request.param
    return engine


def rows(session: Session, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = session.tables([table])[table].to_pylist()
    return found


def actor(session: Session, row: str) -> dict[str, Any]:
    return next(values for values in rows(session, "actors") if values["id"] == row)


def test_a_merge_moves_all_that_names_the_joined_one(bring: Bring, session: Session) -> None:
    bring(**FILES)
    before = session.canonical_hash()

    report = merge(session, keep="a", drop="b")

    ties = {(t["a"], t["b"], t["level"], t["declared_by"]) for t in rows(session, "collaborations")}
    assert ties == {
        ("a", "x", 2, None),
        ("a", "x", 3, None),
        ("a", "y", 1, None),
        ("x", "y", 1, "a"),
    }
    assert {f["beneficiary"] for f in rows(session, "fundings")} == {"a"}
    assert [m["actor"] for m in rows(session, "memberships")] == ["a"]
    assert [m["organ"] for m in rows(session, "mandates")] == ["a"]
    assert [(p["actor"], p["role"]) for p in rows(session, "participations")].count(
        ("a", "membre")
    ) == 1
    assert {(p["actor"], p["state"]) for p in rows(session, "attendances")} == {
        ("a", "excuse"),
        ("a", "present"),
    }
    assert {(c["actor"], c["last_name"]) for c in rows(session, "contacts")} == {
        ("a", "Petit"),
        ("a", "Roy"),
    }
    assert (
        rows(session, "followups")[0]["actor"] == rows(session, "applications")[0]["actor"] == "a"
    )
    assert actor(session, "y")["part_of"] == "a"
    assert "b" not in {row["id"] for row in rows(session, "actors")}
    assert report.between == {"collaborations": 1}
    assert report.collapsed == {"collaborations": 1, "participations": 1, "contacts": 1}
    assert session.journal()[-1].action == "merge"
    assert not session.check().problems
    undo(session, report.operation)
    assert session.canonical_hash() == before


def test_a_merge_fills_unites_and_says_what_is_lost(bring: Bring, session: Session) -> None:
    bring(**FILES)

    report = merge(session, keep="a", drop="b")

    kept = actor(session, "a")
    assert (kept["name"], kept["phone"], kept["part_of"]) == (
        "Centre social",
        "04 70 11 22 33",
        "x",
    )
    assert set(kept["themes"]) == {"emploi", "sport"}
    assert set(report.filled) == {"phone", "part_of"}
    assert {(lost.field, lost.lost) for lost in report.lost} == {
        ("name", "C.S. Rotonde"),
        ("siret", "55208131766522"),
    }
    assert known_pairs(session) == {("a", "b"): "meme:a"}
    assert known_identifiers(session) == {
        ("siret", "55208131766522"): "a",
        ("reference", "mairie", "101"): "a",
    }


def test_rows_take_the_id_that_a_later_import_makes(bring: Bring, session: Session) -> None:
    bring(**FILES)
    merge(session, keep="a", drop="b")

    for name in ("contacts", "memberships", "mandates", "participations"):
        assert all(row["id"] == row_id(TABLES[name], row) for row in rows(session, name))
    given = [
        row["id"]
        for row in rows(session, "collaborations")
        if row["id"] != row_id(TABLES["collaborations"], row)
    ]
    assert given == ["t9"]


def test_two_grants_of_one_year_stay_two(bring: Bring, session: Session) -> None:
    bring(**FILES)

    merge(session, keep="a", drop="b")

    # Their ids would be one: the second keeps the id it had.
    assert sorted(grant["amount"] for grant in rows(session, "fundings")) == [50_000, 100_000]


def test_what_was_corrected_since_stays_with_its_tie(bring: Bring, session: Session) -> None:
    bring(**FILES)
    report = merge(session, keep="a", drop="b")
    tie = next(t for t in rows(session, "collaborations") if t["starts_on"] == "2020")
    edit_row(session, TABLES["collaborations"], {"level": "4"}, id=tie["id"], version=1)

    undo(session, report.operation)

    back = next(t for t in rows(session, "collaborations") if t["starts_on"] == "2020")
    assert (back["a"], back["level"]) == ("b", 4)
    assert len(rows(session, "collaborations")) == 6


def test_a_tie_corrected_since_is_named_by_its_ends(bring: Bring, session: Session) -> None:
    report = bring(**FILES)
    tie = next(t for t in rows(session, "collaborations") if t["id"] == "t9")
    edit_row(session, TABLES["collaborations"], {"level": "4"}, id=tie["id"], version=1)

    with pytest.raises(ConflictError) as conflict:
        undo(session, report.import_id)

    assert "Collaborations, «\xa0C.S. Rotonde – Antenne\xa0», niveau : " in str(conflict.value)


def test_a_fiche_corrected_since_is_a_conflict(bring: Bring, session: Session) -> None:
    bring(**FILES)
    report = merge(session, keep="a", drop="b")
    version = actor(session, "a")["version"]
    edit_row(session, TABLES["actors"], {"phone": "04 70 99 88 77"}, id="a", version=version)

    with pytest.raises(ConflictError, match="téléphone : «\\xa004 70 99 88 77\\xa0» maintenant"):
        undo(session, report.operation)
    undo(session, report.operation, keep_later=True)

    assert actor(session, "a")["phone"] == "04 70 99 88 77"
    assert actor(session, "b")["phone"] == "04 70 11 22 33"


def test_a_merge_taken_into_another_is_not_undone_alone(bring: Bring, session: Session) -> None:
    bring(**FILES)
    before = session.canonical_hash()
    first = merge(session, keep="a", drop="b")
    second = merge(session, keep="y", drop="a")

    assert known_pairs(session)["a", "b"] == "meme:a"
    assert set(known_identifiers(session).values()) == {"y"}
    with pytest.raises(InputError, match=f"opération {second.operation}"):
        undo(session, first.operation)
    undo(session, second.operation)
    undo(session, first.operation)
    assert session.canonical_hash() == before


def test_an_unmerge_may_be_undone(bring: Bring, session: Session) -> None:
    bring(**FILES)
    report = merge(session, keep="a", drop="b")
    merged = session.canonical_hash()

    undo(session, undo(session, report.operation).import_id)

    assert session.canonical_hash() == merged


@pytest.mark.parametrize(
    ("keep", "drop", "said"),
    [
        ("a", "e", "est un élu"),
        ("e", "a", "est un élu"),
        ("a", "a", "déjà"),
        ("a", "z", "n’existe"),
    ],
)
def test_what_cannot_be_joined_is_refused(
    bring: Bring, session: Session, keep: str, drop: str, said: str
) -> None:
    bring(**FILES)
    before = session.canonical_hash()

    with pytest.raises(InputError, match=said):
        merge(session, keep=keep, drop=drop)

    assert session.canonical_hash() == before


def test_a_name_alone_takes_what_the_described_fiche_says(bring: Bring, session: Session) -> None:
    bring(
        acteurs="id,nom,type,source\na,Régie,association,liste\n",
        collaborations="acteur_a,acteur_b,source\na,la rotonde,s\n",
    )

    report = merge(session, keep="loc:la-rotonde", drop="a")

    kept = actor(session, "loc:la-rotonde")
    assert (kept["name"], kept["kind"], kept["status"]) == ("Régie", "association", None)
    assert report.between == {"collaborations": 1}
    assert [(lost.field, lost.kept, lost.lost) for lost in report.lost] == [
        ("name", "Régie", "la rotonde")
    ]


def test_places_are_not_mixed(bring: Bring, session: Session) -> None:
    bring(
        acteurs=(
            "id,nom,type,code_insee,adresse,lat,lon,source\n"
            "a,A,autre,03310,,,,s\nb,B,autre,03190,1 rue X,46.5,3.3,s\n"
            "c,C,autre,03310,2 rue Y,46.1,3.4,s\n"
        )
    )

    merge(session, keep="a", drop="b")
    assert (actor(session, "a")["address"], actor(session, "a")["lat"]) == (None, None)
    merge(session, keep="a", drop="c")
    assert (actor(session, "a")["address"], actor(session, "a")["lat"]) == ("2 rue Y", 46.1)
    assert actor(session, "a")["geo_precision"] == "adresse"


def test_services_make_no_circle(bring: Bring, session: Session) -> None:
    bring(
        acteurs=(
            "id,nom,type,rattache_a,source\n"
            "a,Ville,collectivite,,s\nb,Pôle,autre,a,s\nc,Service,autre,b,s\n"
        )
    )

    merge(session, keep="c", drop="a")

    assert (actor(session, "c")["part_of"], actor(session, "b")["part_of"]) == (None, "c")


def test_a_service_is_attached_once(bring: Bring, session: Session) -> None:
    bring(**FILES)
    before = session.canonical_hash()

    receipt = attach(session, service="a", to="x")

    assert actor(session, "a")["part_of"] == "x"
    assert known_pairs(session)["a", "x"] == "rattache:x"
    with pytest.raises(InputError, match="se contenir"):
        attach(session, service="x", to="a")
    with pytest.raises(InputError, match="déjà rattaché à"):
        attach(session, service="y", to="a")
    undo(session, str(receipt.seq))
    assert session.canonical_hash() == before


def test_a_reader_and_a_public_view_write_nothing(bring: Bring, session: Session) -> None:
    bring(**FILES)
    store = session._store
    reader = Session(store, user=User("r", Role.READER), settings=session.settings)
    director = Session(store, user=User("d", Role.DIRECTOR), settings=session.settings)
    public = Session(store, user=session.user, settings=session.settings, view=View.PUBLIC)

    for other in (reader, director, public):
        with pytest.raises(NotAllowedError):
            merge(other, keep="a", drop="b")
        with pytest.raises(NotAllowedError):
            attach(other, service="a", to="x")
    assert len(session.journal()) == 1


@pytest.mark.parametrize(
    "row",
    [
        "b,C.S. Rotonde,association,,",
        ",Rotonde,association,55208131766522,",
        ",La maison de la Rotonde,association,,101",
    ],
)
def test_a_later_file_finds_the_kept_fiche(bring: Bring, session: Session, row: str) -> None:
    """By the id of the joined one, by its SIRET, by its number at its source."""
    bring(**FILES)
    merge(session, keep="a", drop="b")

    report = bring(
        mairie=f"id,nom,type,siret,reference,telephone,source\n{row},0470445566,mairie\n"
    )

    assert report.applied
    assert len(rows(session, "actors")) == 4
    assert actor(session, "a")["phone"] == "04 70 44 55 66"


def test_the_same_files_again_make_nothing_new(bring: Bring, session: Session) -> None:
    bring(**FILES)
    merge(session, keep="a", drop="b")
    counts = {name: len(rows(session, name)) for name in TABLES}

    bring(**FILES)

    again = {name: len(rows(session, name)) for name in TABLES}
    assert again == counts
