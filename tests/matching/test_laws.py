"""What holds whatever the records are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

import pytest
from association_names import association_names
from hypothesis import given, settings
from hypothesis import strategies as st
from matching_quality import records_of

from actors_graph.matching import NameIndex, Records, Verdict, same_actor_pairs, why
from actors_graph.model.kinds import ActorKind

if TYPE_CHECKING:
    from pathlib import Path

Row: TypeAlias = tuple[str, str, str, str, str, str, str]

WORDS = (
    "Judo", "club", "Tennis", "de", "Vichy", "Cusset", "Les", "Amis", "du", "lavoir", "St", "Ste",
    "Jean", "CCAS", "C.C.A.S.", "Mairie", "MJC", "CS", "Association", "(Les)", "2", "école", "–",
    "d’", "parents", "d’élèves", "lavoirs", "lavoie", "Saint-Pourçain", "l’é", "U S", "sur",
)  # fmt: skip
NAMES = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join) | st.text(max_size=12)
ROWS = st.tuples(
    NAMES,
    st.sampled_from(["", "UMC", "MJC", "CCAS"]),
    st.sampled_from(["", "03310", "03095", "03254", "99999", "?"]),
    st.sampled_from(["", "100000009", "100000017", "1"]),
    st.sampled_from(["", "10000000900009", "10000000900017"]),
    st.sampled_from(["", "W031000123", "W9T1002867", "W1"]),
    st.sampled_from(["", *ActorKind]),
)


def records_from(rows: list[Row]) -> Records:
    """Records whose id is their position."""
    columns = [tuple(column) for column in zip(*rows, strict=True)] or [()] * 7
    return Records(tuple(map(str, range(len(rows)))), *columns)


def verdicts(rows: list[Row]) -> dict[tuple[int, int], tuple[Verdict, str]]:
    pairs = same_actor_pairs(records_from(rows))
    return {(pair.a, pair.b): (pair.verdict, why(pair)) for pair in pairs}


@given(st.lists(ROWS, max_size=8), st.randoms(use_true_random=False))
def test_pairs_do_not_depend_on_the_order_of_the_rows(rows: list[Row], rng: object) -> None:
    order = list(range(len(rows)))
    rng.shuffle(order)  # type: ignore[attr-defined]  # hypothesis gives a Random
    shuffled = verdicts([rows[place] for place in order])

    expected = {
        tuple(sorted((order.index(a), order.index(b)))): v for (a, b), v in verdicts(rows).items()
    }
    assert shuffled == expected


@given(st.lists(ROWS, max_size=6), ROWS)
def test_record_more_leaves_the_other_pairs_as_they_were(rows: list[Row], more: Row) -> None:
    found = verdicts([*rows, more])

    assert {pair: v for pair, v in found.items() if pair[1] < len(rows)} == verdicts(rows)


@given(st.lists(ROWS, max_size=5), st.lists(ROWS, max_size=5))
def test_two_files_are_compared_as_one(rows: list[Row], others: list[Row]) -> None:
    """What `against` finds is what the union finds across the two."""
    pairs = same_actor_pairs(records_from(rows), against=records_from(others))
    across = {
        (a, b - len(rows)): v[0]
        for (a, b), v in verdicts([*rows, *others]).items()
        if a < len(rows) <= b
    }

    assert {(pair.a, pair.b): pair.verdict for pair in pairs} == across


@given(ROWS)
def test_equal_records_are_a_pair(row: Row) -> None:
    name, _, commune, *_ = row
    found = verdicts([row, row])

    if any(character.isalnum() for character in name):
        assert (0, 1) in found
    if found and commune and row[-1] != ActorKind.ELU:
        assert found[0, 1][0] >= Verdict.STRICT


@given(ROWS, NAMES)
def test_index_finds_only_what_it_holds(row: Row, text: str) -> None:
    for hit in NameIndex(records_from([row])).find(text, commune=row[2]):
        assert hit.position == 0
        assert hit.verdict in (Verdict.GREY, Verdict.STRICT)


@pytest.mark.shared
def test_naughty_strings_are_compared_without_a_crash(shared: Path) -> None:
    path = shared / "corpora" / "naughty" / "blns.json"
    texts = json.loads(path.read_text(encoding="utf-8"))
    names = [text[:200] for text in (*texts, *texts)]
    rows: list[Row] = [(name, "", "03310", "", "", "", "") for name in names]
    index = NameIndex(records_from(rows))

    found = verdicts(rows)

    assert len(texts) > 500
    for position, name in enumerate(texts):
        if any(character.isalnum() for character in name[:200]):
            assert (position, position + len(texts)) in found
        index.find(name, commune="03310")


@settings(max_examples=5)
@given(st.integers(0, 1000))
def test_true_names_are_compared_alike_in_any_order(seed: int) -> None:
    drawn = association_names(300, seed=seed)
    records = records_of(drawn)
    back = records_of(type(drawn)(drawn.names[::-1], drawn.communes[::-1], drawn.actors[::-1]))
    last = len(records) - 1

    found = {(pair.a, pair.b, pair.verdict) for pair in same_actor_pairs(records)}
    mirrored = {(last - p.b, last - p.a, p.verdict) for p in same_actor_pairs(back)}

    assert found == mirrored
