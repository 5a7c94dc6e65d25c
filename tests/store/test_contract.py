"""Every promise of `store/contract.py`, once per engine."""

from __future__ import annotations

import dataclasses
import zlib
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from actors_graph.errors import ConflictError, StoreError
from actors_graph.model import TABLES, Change, ChangeSet, Counts
from actors_graph.store import journal as journals

if TYPE_CHECKING:
    from actors_graph.model import Row
    from actors_graph.store.contract import Store

AT = "2026-09-01T08:00:00Z"
REGIE: Row = {
    "id": "x:regie",
    "name": "Régie de quartier « d'essai »",
    "kind": "association",
    "themes": ["emploi", "habitat"],
    "lat": 46.5,
    "status": "actif",
    "source": "essai",
}
CCAS: Row = {"id": "x:ccas", "name": "CCAS", "kind": "service_public", "source": "essai"}
TIE: Row = {"id": "t1", "a": "x:ccas", "b": "x:regie", "level": 2, "source": "essai"}
THEMES: list[Row] = [{"id": "emploi", "label": "Emploi"}, {"id": "habitat", "label": "Habitat"}]


def operation(*changes: Change, action: str = "import", operation_id: str = "") -> ChangeSet:
    made = ChangeSet(tuple(changes), action, AT, "essai")
    return dataclasses.replace(made, operation_id=operation_id) if operation_id else made


def created(table: str, row: Row) -> Change:
    return Change(table, str(row["id"]), None, row)


def fill(store: Store) -> None:
    # The tie comes first: the order of the rows of one operation is free.
    rows: list[tuple[str, Row]] = [("collaborations", TIE), ("actors", REGIE), ("actors", CCAS)]
    rows += [("themes", theme) for theme in THEMES]
    store.apply(operation(*(created(table, row) for table, row in rows)))


def row_of(store: Store, table: str, identity: str) -> dict[str, object]:
    (row,) = store.tables([table], ids=[identity])[table].to_pylist()
    return {name: value for name, value in row.items() if value is not None}


def test_an_empty_store_has_every_table_and_no_row(store: Store) -> None:
    tables = store.tables(list(TABLES))

    assert {name: columns.num_rows for name, columns in tables.items()} == dict.fromkeys(TABLES, 0)
    assert all(columns.schema == TABLES[name].arrow_schema for name, columns in tables.items())
    assert store.revision().number == 0
    assert store.journal() == []


def test_rows_come_back_as_they_were_written(store: Store) -> None:
    fill(store)

    assert row_of(store, "actors", "x:regie") == {**REGIE, "version": 1}
    assert row_of(store, "collaborations", "x:regie") == {**TIE, "version": 1}


def test_rows_are_ordered_by_id_and_chosen_by_ids(store: Store) -> None:
    fill(store)

    whole = store.tables(["actors", "collaborations"])
    none = store.tables(["actors", "collaborations"], ids=["absent"])
    assert whole["actors"].column("id").to_pylist() == ["x:ccas", "x:regie"]
    assert [columns.num_rows for columns in none.values()] == [0, 0]


def test_an_update_changes_its_fields_and_the_version(store: Store) -> None:
    fill(store)

    change = Change("actors", "x:regie", {"lat": 46.5}, {"lat": None, "themes": ["emploi"]}, 1)
    receipt = store.apply(operation(change))
    expected = {**REGIE, "themes": ["emploi"], "version": 2}
    del expected["lat"]
    assert row_of(store, "actors", "x:regie") == expected
    assert receipt.counts == Counts(updated=1)


def test_a_deleted_row_is_gone(store: Store) -> None:
    fill(store)

    store.apply(operation(Change("collaborations", "t1", TIE, None, 1)))
    assert store.tables(["collaborations"])["collaborations"].num_rows == 0


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Change("actors", "x:ccas", {"name": "CCAS"}, {"name": "B"}, 7), id="version"),
        pytest.param(Change("actors", "absent", {"name": "A"}, {"name": "B"}, 1), id="missing"),
        pytest.param(Change("actors", "x:ccas", None, CCAS), id="exists"),
        pytest.param(Change("collaborations", "t1", TIE, None, 7), id="deleted-version"),
    ],
)
def test_a_conflict_applies_nothing(store: Store, change: Change) -> None:
    fill(store)
    before = store.canonical_hash()

    other = created("actors", {**CCAS, "id": "x:other"})
    with pytest.raises(ConflictError) as caught:
        store.apply(operation(other, change))
    assert caught.value.exit_code == 3
    assert [conflict.id for conflict in caught.value.conflicts] == [change.id]
    assert store.canonical_hash() == before
    assert store.revision().number == 1


def test_a_tie_to_nobody_is_refused_whole(store: Store) -> None:
    fill(store)
    before = store.canonical_hash()

    tie: Row = {**TIE, "id": "t2", "b": "x:nobody"}
    with pytest.raises(StoreError):
        store.apply(
            operation(created("actors", {**CCAS, "id": "x:o"}), created("collaborations", tie))
        )
    assert store.canonical_hash() == before


def test_an_actor_with_ties_is_not_deleted_alone(store: Store) -> None:
    fill(store)

    with pytest.raises(StoreError):
        store.apply(operation(Change("actors", "x:ccas", CCAS, None, 1)))
    assert store.tables(["actors"])["actors"].num_rows == 2


def test_the_same_operation_twice_is_one(store: Store) -> None:
    """MODEL rule 9 and DESIGN §3."""
    change_set = operation(created("actors", CCAS), operation_id="once")

    first = store.apply(change_set)
    second = store.apply(change_set)
    assert (first.seq, first.counts) == (second.seq, second.counts)
    assert (first.replayed, second.replayed) == (False, True)
    assert store.revision().number == 1


def test_rule_4_the_hash_of_a_committed_vector(store: Store) -> None:
    """By hand: the five lines of JSON that `fill` writes, through `LC_ALL=C sort | sha256sum`."""
    fill(store)

    expected = "34c65e1864d7456815055dd6ca34857bd543ea8bbc8ad4234ec121ed7b06b6d3"
    assert store.canonical_hash() == expected


def test_rule_4_the_hash_ignores_versions_and_derived_fields(store: Store) -> None:
    fill(store)
    before = store.canonical_hash()

    store.apply(operation(Change("actors", "x:ccas", {"search": None}, {"search": "ccas"}, 1)))
    assert store.canonical_hash() == before


def test_stamps_move_with_their_table_only(store: Store) -> None:
    fill(store)

    store.apply(operation(Change("actors", "x:ccas", {"name": "CCAS"}, {"name": "B"}, 1)))
    answer = {"id": "r1", "subject": "gap:1", "answer": "traite", "on": "2026-09-01"}
    store.apply(operation(created("answers", answer)))
    revision = store.revision()
    assert revision.number == 3
    assert dict(revision.stamps) == {"actors": 2, "collaborations": 1, "themes": 1}


def test_rule_9_the_journal_tells_who_did_what_and_verifies(store: Store) -> None:
    fill(store)
    change = Change("actors", "x:ccas", {"name": "CCAS"}, {"name": "B"}, 1, origin="a.csv:2")
    store.apply(operation(change, action="correction"))

    operations = store.journal()
    assert [line.action for line in operations] == ["import", "correction"]
    assert [line.seq for line in store.journal(entity="x:ccas")] == [1, 2]
    assert [line.seq for line in store.journal(entity="x:regie")] == [1]
    assert store.changes(2) == (change,)
    assert journals.broken_links(operations, store.payloads()) == []


def test_rule_9_a_changed_line_breaks_the_chain(store: Store) -> None:
    fill(store)
    store.apply(operation(Change("actors", "x:ccas", {"name": "CCAS"}, {"name": "B"}, 1)))

    first, second = store.journal()
    forged = dataclasses.replace(first, at="2020-01-01T00:00:00Z")
    payloads = list(store.payloads())
    touched = dataclasses.replace(payloads[1], data=payloads[0].data)
    assert journals.broken_links([forged, second], payloads) == [1]
    assert journals.broken_links([second], payloads[1:]) == [2]
    assert journals.broken_links([first, second], [payloads[0], touched]) == [2]


def test_rule_9_an_erased_person_is_nowhere_and_the_chain_verifies(store: Store) -> None:
    fill(store)
    person: Row = {"id": "c1", "actor": "x:ccas", "last_name": "Canari", "phone": "0470000000"}
    store.apply(operation(created("contacts", person)))
    note = {"id": "f1", "what": "appeler", "state": "a_faire", "actor": "c1"}
    store.apply(operation(created("followups", {**note, "actor": "x:ccas"})))

    store.erase(operation(Change("contacts", "c1", person, None, 1), action="effacement"))
    values = b"".join(zlib.decompress(p.data) for p in store.payloads())
    assert store.tables(["contacts"])["contacts"].num_rows == 0
    assert b"Canari" not in values
    assert b"0470000000" not in values
    assert store.journal(entity="c1") == []
    assert [line.action for line in store.journal()][-1] == "effacement"
    assert journals.broken_links(store.journal(), store.payloads()) == []


def load_tables() -> dict[str, pa.Table]:
    actors = [{**CCAS, "id": f"x:{number}"} for number in range(50)]
    ties = [{**TIE, "id": f"t{n}", "a": f"x:{n}", "b": f"x:{n + 1}"} for n in range(49)]
    return {
        "actors": pa.Table.from_pylist(actors),
        "collaborations": pa.Table.from_pylist(ties),
    }


def test_a_load_equals_the_same_rows_applied(store: Store) -> None:
    tables = load_tables()
    receipt = store.load(tables, at=AT, by="essai", reason="reprise")
    loaded = store.canonical_hash()

    assert receipt.counts == Counts(created=99)
    assert store.revision().number == 1
    assert dict(store.revision().stamps) == {"actors": 1, "collaborations": 1}
    assert store.tables(["collaborations"], ids=["x:3"])["collaborations"].num_rows == 2
    assert [line.action for line in store.journal()] == ["chargement"]
    for name in ("collaborations", "actors"):
        rows = tables[name].to_pylist()
        store.apply(operation(*(Change(name, row["id"], row, None) for row in rows)))
    for name, columns in tables.items():
        store.apply(operation(*(created(name, row) for row in columns.to_pylist())))
    assert store.canonical_hash() == loaded


def test_a_load_is_refused_in_a_store_that_has_content(store: Store) -> None:
    fill(store)

    with pytest.raises(StoreError):
        store.load(load_tables(), at=AT, by="essai", reason="")
    assert store.tables(["actors"])["actors"].num_rows == 2


def test_a_load_with_a_tie_to_nobody_leaves_nothing(store: Store) -> None:
    tables = load_tables()
    lost = pa.Table.from_pylist([{**TIE, "a": "x:1", "b": "x:nobody"}])

    with pytest.raises(StoreError):
        store.load({**tables, "collaborations": lost}, at=AT, by="essai", reason="")
    assert store.tables(["actors"])["actors"].num_rows == 0
    assert store.revision().number == 0


def test_a_dump_fills_a_store_with_the_same_content_and_journal(store: Store) -> None:
    fill(store)
    store.apply(operation(Change("actors", "x:ccas", {"name": "CCAS"}, {"name": "B"}, 1)))
    dump = store.dump()
    before = (store.canonical_hash(), store.revision(), store.journal(), store.info())

    store.apply(operation(Change("collaborations", "t1", TIE, None, 1)))
    store.fill(dump)
    assert (store.canonical_hash(), store.revision(), store.journal(), store.info()) == before
    assert store.changes(2)[0].after == {"name": "B"}
    assert [line.seq for line in store.journal(entity="x:ccas")] == [1, 2]


def test_the_store_says_what_it_was_told_of_itself(store: Store) -> None:
    told = dataclasses.replace(store.info(), as_of="2026-09-01", notice="données fictives")

    store.describe(told)
    assert store.info() == told
    assert store.revision().number == 0


HOSTILE = [
    "L'Étoile <b>du</b> *Bocage* & Cie",
    "=Cie des Rives",
    "Fanfare 🎪 du Sichon",
    "A" * 180,
    "'; DROP TABLE actors; --",
    "x'}) DETACH DELETE (n) //",
    "$name {name} %s \\u0041 \\",
    "\u202etête-bêche\u202c",
]


def test_hostile_names_are_kept_to_the_letter(store: Store) -> None:
    rows = [{**CCAS, "id": f"x:{n}", "name": name} for n, name in enumerate(HOSTILE)]

    store.apply(operation(*(created("actors", row) for row in rows)))
    edits = [
        Change("actors", f"x:{n}", {"acronym": None}, {"acronym": name}, 1)
        for n, name in enumerate(HOSTILE)
    ]
    store.apply(operation(*edits))
    actors = store.tables(["actors"])["actors"]
    assert actors.column("name").to_pylist() == HOSTILE
    assert actors.column("acronym").to_pylist() == HOSTILE
    assert store.tables(["actors"], ids=HOSTILE)["actors"].num_rows == 0
