"""MODEL rule 10: an undo is a new operation, per property, and asks where somebody wrote since."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from actors_graph.access.opening import open_session
from actors_graph.changes.by_hand.forms import create_row, edit_row
from actors_graph.changes.erase import erase
from actors_graph.changes.imports import import_files
from actors_graph.changes.undoing.staying import Stay
from actors_graph.changes.undoing.undo import UndoStoppedError, undo, undone_operations
from actors_graph.errors import ConflictError, InputError
from actors_graph.model import TABLES
from actors_graph.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport

    Bring = Callable[..., ImportReport]

BOTH = ["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)]
HEAD = "id,nom,type,sigle,telephone,themes,source\n"


@pytest.fixture(params=BOTH)
def engine(request: pytest.FixtureRequest) -> str:
    engine: str = request.param
    return engine


def actors(session: Session) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = session.tables(["actors"])["actors"].to_pylist()
    return found


def actor(session: Session, row: str) -> dict[str, Any] | None:
    return next((values for values in actors(session) if values["id"] == row), None)


def edit(session: Session, row: str, **texts: str) -> None:
    now = actor(session, row)
    assert now is not None
    edit_row(session, TABLES["actors"], texts, id=row, version=now["version"])


def test_rule_10_an_undo_gives_the_hash_from_before(bring: Bring, session: Session) -> None:
    first = session.canonical_hash()
    one = bring(acteurs=f"{HEAD}a,Régie,association,,,emploi,s\n")
    second = session.canonical_hash()
    two = bring(
        acteurs=f"{HEAD}a,Régie neuve,association,RQ,04 70 11 22 33,sport,s\nb,B,autre,,,,s\n",
        collaborations="acteur_a,acteur_b,source\na,b,s\nb,zz,s\n",
    )

    report = undo(session, two.import_id)

    assert session.canonical_hash() == second
    assert (report.undone, report.changes, report.kept) == (two.import_id, two.changes, ())
    undo(session, one.import_id)
    assert session.canonical_hash() == first
    assert [operation.action for operation in session.journal()] == [
        "import",
        "import",
        "undo",
        "undo",
    ]


def test_rule_10_an_undo_may_be_undone(bring: Bring, session: Session) -> None:
    one = bring(acteurs=f"{HEAD}a,Régie,association,,,emploi,s\n")
    content = session.canonical_hash()

    back = undo(session, one.import_id)
    undo(session, back.import_id)

    assert session.canonical_hash() == content
    assert undone_operations(session.journal()) == {int(back.import_id)}


def test_rule_10_a_value_changed_since_is_a_conflict(bring: Bring, session: Session) -> None:
    bring(acteurs=f"{HEAD}a,Régie,association,,,,s\n")
    two = bring(acteurs=f"{HEAD}a,Régie neuve,association,RQ,,,s\n")
    edit(session, "a", acronym="RQN")
    before = session.canonical_hash()

    with pytest.raises(ConflictError) as conflict:
        undo(session, two.import_id)

    assert session.canonical_hash() == before
    assert [(c.id, c.field, c.expected, c.found) for c in conflict.value.conflicts] == [
        ("a", "acronym", "RQ", "RQN")
    ]
    assert "sigle : «\xa0RQN\xa0» maintenant, «\xa0RQ\xa0» avant." in str(conflict.value)
    assert conflict.value.exit_code == 3


@pytest.mark.parametrize(("option", "acronym"), [("keep_later", "RQN"), ("force", None)])
def test_rule_10_what_nobody_changed_goes_back(
    bring: Bring, session: Session, option: str, acronym: str | None
) -> None:
    bring(acteurs=f"{HEAD}a,Régie,association,,,,s\n")
    two = bring(acteurs=f"{HEAD}a,Régie neuve,association,RQ,,,s\n")
    edit(session, "a", acronym="RQN")

    report = undo(session, two.import_id, **{option: True})

    row = actor(session, "a")
    assert row is not None
    assert (row["name"], row["acronym"]) == ("Régie", acronym)
    assert row["search"] == ("regie rqn" if acronym else "regie")
    assert report.kept == ((("actors", "a"),) if acronym else ())


def test_rule_10_a_created_actor_named_since_becomes_unknown(
    bring: Bring, session: Session
) -> None:
    one = bring(acteurs=f"{HEAD}a,Régie,association,RQ,04 70 11 22 33,emploi,s\n")
    bring(acteurs=f"{HEAD}b,B,autre,,,emploi,s\n", adhesions="acteur,organisme,source\nb,a,s\n")

    report = undo(session, one.import_id)

    row = actor(session, "a")
    assert row is not None
    filled = {name for name, value in row.items() if value is not None}
    assert row["status"] == "inconnu"
    assert filled == {
        "id", "name", "kind", "source", "status", "search", "geo_precision", "version",
    }  # fmt: skip
    # The theme stays too: another actor works on it.
    assert set(report.kept) == {("actors", "a"), ("themes", "emploi")}


def test_rule_10_a_created_row_completed_since_is_a_conflict(
    bring: Bring, session: Session
) -> None:
    one = bring(acteurs=f"{HEAD}a,Régie,association,,,,s\nb,B,autre,,,,s\n")
    edit(session, "a", phone="04 70 11 22 33")

    with pytest.raises(ConflictError):
        undo(session, one.import_id)
    report = undo(session, one.import_id, keep_later=True)

    kept = actor(session, "a")
    assert kept is not None
    assert kept["phone"] == "04 70 11 22 33"
    assert actor(session, "b") is None
    assert report.kept == (("actors", "a"),)


def test_rule_10_all_that_will_stay_is_announced(bring: Bring, session: Session) -> None:
    one = bring(
        acteurs=f"{HEAD}a,Régie,association,,04 70 11 22 33,,s\nb,B,autre,,,,s\nc,C,autre,,,,s\n"
        "d,D,autre,,,,s\n"
    )
    bring(collaborations="acteur_a,acteur_b,source\nb,c,s\n")
    edit(session, "a", acronym="RQ", partners_asked_on="2026-03-01")
    before = session.canonical_hash()

    with pytest.raises(UndoStoppedError) as stopped:
        undo(session, one.import_id)
    with pytest.raises(UndoStoppedError):
        undo(session, one.import_id, dry_run=True)

    keeping, forcing = stopped.value.keeping, stopped.value.forcing
    assert session.canonical_hash() == before
    assert [(row.id, row.state) for row in keeping.staying] == [
        ("a", Stay.WHOLE),
        ("b", Stay.NAME_ONLY),
        ("c", Stay.NAME_ONLY),
    ]
    assert [row.id for row in forcing.staying] == ["b", "c"]
    assert "ses partenaires ont été demandés le 1er mars 2026" in str(stopped.value)
    assert keeping.sentences()[1].startswith(
        "2\xa0fiches resteront, sous leur seul nom, parce que d’autres lignes les citent : "
        "«\xa0B\xa0» et «\xa0C\xa0». Leur commune"
    )
    assert keeping.sentences()[1] in str(stopped.value)

    done = undo(session, one.import_id, keep_later=True)

    assert done.staying == keeping.staying
    assert {row["id"]: row["status"] for row in actors(session)} == {
        "a": None,
        "b": "inconnu",
        "c": "inconnu",
    }
    assert done.sentences()[1].startswith("2\xa0fiches restent, sous leur seul nom")


def test_a_trial_writes_nothing(bring: Bring, session: Session) -> None:
    one = bring(acteurs=f"{HEAD}a,Régie,association,,,emploi,s\n")
    before = session.canonical_hash()

    report = undo(session, one.import_id, dry_run=True)

    assert (report.import_id, report.staying) == ("", ())
    assert report.changes == one.changes
    assert session.canonical_hash() == before
    assert len(session.journal()) == 1


def test_an_operation_is_undone_once_and_an_unknown_one_never(
    bring: Bring, session: Session
) -> None:
    one = bring(acteurs=f"{HEAD}a,Régie,association,,,,s\n")
    undo(session, one.import_id)

    with pytest.raises(InputError, match="déjà annulée"):
        undo(session, one.import_id)
    with pytest.raises(InputError, match="n’existe pas"):
        undo(session, "99")


def test_an_erasure_is_not_undone(bring: Bring, session: Session) -> None:
    bring(acteurs=f"{HEAD}a,Régie,association,,,,s\n")
    erase(session, "a")

    with pytest.raises(InputError, match="effacement"):
        undo(session, "2")


def test_rule_10_what_an_erasure_took_does_not_come_back(bring: Bring, session: Session) -> None:
    bring(acteurs=f"{HEAD}a,Régie,association,,,,s\nb,B,autre,,,,s\n")
    two = bring(acteurs="id,nom,type,rattache_a,source\nb,B,autre,a,s\n")
    back = undo(session, two.import_id)
    erase(session, "a")

    undo(session, back.import_id, force=True)

    row = actor(session, "b")
    assert row is not None
    assert row["part_of"] is None


NAMES = ["Régie", "CCAS", "Centre social", "Collège"]


def random_step(session: Session, folder: Path, dice: random.Random) -> None:
    """One import of random rows, or one edit by hand of a random actor."""
    present = [row["id"] for row in session.tables(["actors"])["actors"].to_pylist()]
    if dice.random() < 0.3 and present:
        edit(session, dice.choice(present), name=dice.choice(NAMES), acronym=dice.choice(["", "X"]))
        return
    if dice.random() < 0.2:
        texts = {"name": dice.choice(NAMES), "kind": "autre", "source": "main"}
        texts["id"] = f"m{len(session.journal())}"
        create_row(session, TABLES["actors"], texts)
        return
    ids = dice.sample("abcdef", 3)
    actors = folder / "acteurs.csv"
    lines = (
        f"{i},{dice.choice(NAMES)},autre,{dice.choice(['', 'X', 'Y'])},,"
        f"{dice.choice(['', 'emploi', 'sport|emploi'])},s"
        for i in ids
    )
    actors.write_text(HEAD + "\n".join(lines), encoding="utf-8")
    ties = folder / "collaborations.csv"
    pairs = [dice.sample("abcdefgh", 2) for _ in range(3)]
    ties.write_text(
        "acteur_a,acteur_b,niveau,debut,source\n"
        + "\n".join(
            f"{a},{b},{dice.choice('1234')},{2019 + n},s" for n, (a, b) in enumerate(pairs)
        ),
        encoding="utf-8",
    )
    import_files(session, [actors, ties], complete=dice.random() < 0.3)


def undo_a_sequence(session: Session, folder: Path, *, seed: int, steps: int) -> None:
    dice = random.Random(seed)
    hashes = [session.canonical_hash()]
    for _ in range(steps):
        before = len(session.journal())
        random_step(session, folder, dice)
        if len(session.journal()) > before:
            hashes.append(session.canonical_hash())
    for operation in reversed(session.journal()):
        hashes.pop()
        undo(session, str(operation.seq))
        assert session.canonical_hash() == hashes[-1]


@examples(max_examples=15)
@given(seed=st.integers(min_value=0, max_value=2**32), steps=st.integers(1, 6))
def test_rule_10_undoing_all_in_reverse_gives_the_first_hash(
    tmp_path_factory: pytest.TempPathFactory, seed: int, steps: int
) -> None:
    folder = tmp_path_factory.mktemp("sequence")
    with open_session(Settings(data_dir=folder, cache_dir=folder)) as session:
        undo_a_sequence(session, folder, seed=seed, steps=steps)


def test_rule_10_both_engines_undo_the_same_sequence(session: Session, tmp_path: Path) -> None:
    undo_a_sequence(session, tmp_path, seed=2011, steps=5)
