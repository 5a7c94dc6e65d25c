from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors_graph.map.drawing import map_payload
from actors_graph.map.figure import FigureError, MapInput
from actors_graph.map.payload import Flag, PayloadError, decode, encode, payload_id

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(
    ["</script>", "<img onerror=alert(1)>", "a\nb", "\u2028", "\x00", "𝕊 🌻", "שלום", "x" * 180]
)


@st.composite
def drawn_maps(draw: st.DrawFn) -> MapInput:
    count = draw(st.integers(1, 25))
    column = st.lists(st.integers(0, 3), min_size=count, max_size=count)
    texts = st.lists(HOSTILE, min_size=count, max_size=count)
    pairs = draw(st.sets(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))))
    edges = sorted(pair for pair in pairs if pair[0] < pair[1])
    flags = st.lists(st.booleans(), min_size=count, max_size=count)
    kinds = st.sampled_from(["association", "elu", "autre", "etablissement"])
    return MapInput(
        ids=tuple(f"id-{row}" for row in range(count)),
        names=tuple(draw(texts)),
        kinds=tuple(draw(st.lists(kinds, min_size=count, max_size=count))),
        places=tuple(draw(texts)),
        edges=np.array(edges, dtype=np.int64).reshape(-1, 2),
        levels=np.arange(len(edges)) % 5,
        partners=np.array(draw(column)),
        groups=np.array(draw(column)),
        group_labels=tuple(draw(st.lists(HOSTILE, min_size=4, max_size=4))),
        cuts_off=np.array(draw(column)),
        documented=np.array(draw(flags), dtype=np.bool_),
        stub=np.array(draw(flags), dtype=np.bool_),
    )


@given(drawn_maps())
@settings(max_examples=40)
def test_a_payload_comes_back_as_it_was(drawn: MapInput) -> None:
    data = map_payload(drawn)
    read = decode(data)
    assert encode(read) == data
    assert read.ids == drawn.ids
    assert sorted(map(tuple, read.edges.tolist())) == sorted(map(tuple, drawn.edges.tolist()))
    assert read.group.tolist() == drawn.groups.tolist()
    assert read.partners.tolist() == drawn.partners.tolist()
    assert [read.kinds[code].key for code in read.kind] == list(drawn.kinds)
    assert ((read.flags & Flag.STUB) > 0).tolist() == drawn.stub.tolist()
    ends = drawn.groups[read.edges]
    assert (ends[: read.inner, 0] == ends[: read.inner, 1]).all()
    assert (ends[read.inner :, 0] != ends[read.inner :, 1]).all()


@given(drawn_maps())
@settings(max_examples=40)
def test_texts_never_break_a_line(drawn: MapInput) -> None:
    read = decode(map_payload(drawn))
    for text in (*read.names, *read.places, *(group.label for group in read.groups)):
        assert not any(ord(letter) < 32 or letter in "\x7f\u2028\u2029" for letter in text)


def test_each_lone_actor_is_in_the_dock_of_its_sort(figure: MapInput) -> None:
    read = decode(map_payload(figure))
    assert np.flatnonzero(read.flags & Flag.ALONE).tolist() == [54, 55, 56]
    assert np.flatnonzero(read.flags & Flag.UNDOCUMENTED).tolist() == [57, 58, 59]
    assert [dock.label.replace("\xa0", " ") for dock in read.frames[0].docks] == [
        "Sans partenaire connu : 3",
        "Non documentés : 3",
    ]


def test_those_to_call_are_said_apart_as_in_the_lists(figure: MapInput) -> None:
    def label(to_call: int) -> str:
        read = decode(map_payload(replace(figure, to_call=to_call)))
        return read.frames[0].docks[0].label.replace("\xa0", " ")

    assert label(1) == "Sans partenaire connu : 2, à appeler : 1"
    assert label(3) == "À appeler : 3"


def test_those_whom_nobody_asked_are_said_to_be_so(figure: MapInput) -> None:
    """Only of those without a tie that are documented: rows 54 to 56."""
    asked = np.arange(60) < 55
    read = decode(map_payload(replace(figure, unasked=~asked)))

    assert np.flatnonzero(read.flags & Flag.UNASKED).tolist() == [55, 56]


def test_a_dock_of_those_whom_nobody_asked_says_so(figure: MapInput) -> None:
    everybody = replace(figure, unasked=np.ones(60, dtype=np.bool_))
    read = decode(map_payload(everybody))

    assert read.frames[0].docks[0].label.replace("\xa0", " ") == "Partenaires à demander : 3"
    assert "Sans partenaire connu" not in read.description


def test_partners_outside_the_map_are_no_absence(figure: MapInput) -> None:
    partners = figure.partners.copy()
    partners[54] = 2
    read = decode(map_payload(replace(figure, partners=partners)))
    assert Flag(int(read.flags[54])) == Flag.ELSEWHERE


def test_an_actor_who_cuts_off_two_others_is_a_hinge(figure: MapInput) -> None:
    cuts_off = np.array([1, 2, *[0] * 58])
    read = decode(map_payload(replace(figure, cuts_off=cuts_off)))
    assert np.flatnonzero(read.flags & Flag.HINGE).tolist() == [1]


def test_the_description_counts_what_is_drawn(figure: MapInput) -> None:
    text = decode(map_payload(figure)).description.replace("\xa0", " ")
    assert text.startswith("Carte : 60 acteurs, ")
    assert "Sans partenaire connu : 3. Non documentés : 3." in text


def test_five_thousand_actors_weigh_less_than_80_bytes_each(
    fictional: Callable[..., MapInput],
) -> None:
    assert len(map_payload(fictional(5_000, size=40))) / 5_000 < 80


def test_rows_beyond_16_bits_are_kept(figure: MapInput) -> None:
    count = 70_000
    small = decode(map_payload(figure))
    column = np.zeros(count, dtype=np.int64)
    wide = replace(
        small,
        places_xy=tuple(np.zeros((count, 2)) for _ in small.frames),
        edges=np.array([[0, count - 1]]),
        levels=np.array([4]),
        inner=0,
        group=column,
        place=column,
        partners=column,
        radii=column / 1.0,
        kind=column,
        flags=column,
        cuts_off=column,
        names=("x",) * count,
        ids=tuple(map(str, range(count))),
    )
    assert decode(encode(wide)).edges.tolist() == [[0, count - 1]]


def test_equal_maps_share_an_id(figure: MapInput, fictional: Callable[..., MapInput]) -> None:
    data = map_payload(figure)
    assert payload_id(data) == payload_id(map_payload(figure))
    assert payload_id(data) != payload_id(map_payload(fictional(names={3: "Autre nom"})))


def test_an_empty_map_is_said_empty(figure: MapInput) -> None:
    none = np.zeros(0, dtype=np.int64)
    empty = MapInput(
        ids=(), names=(), kinds=(), places=(), edges=none.reshape(0, 2), levels=none,
        partners=none, groups=none, group_labels=(), cuts_off=none,
        documented=none.astype(np.bool_), stub=none.astype(np.bool_),
    )  # fmt: skip
    read = decode(map_payload(empty))
    assert (read.ids, read.names) == ((), ())
    assert read.description.startswith("Carte vide")
    assert figure.count == 60


def test_other_bytes_are_refused() -> None:
    with pytest.raises(PayloadError):
        decode(json.dumps({"n": 1}).encode())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"names": ("x",)}, "longueur"),
        ({"edges": np.array([[0, 99]]), "levels": np.array([1])}, "absent"),
        ({"edges": np.array([[3, 3]]), "levels": np.array([1])}, "lui-même"),
        ({"group_labels": ("seul",)}, "groupe"),
        ({"kinds": ("licorne",) * 60}, "« licorne »"),
        ({"ids": ("A",) * 60}, "même identifiant"),
    ],
)
def test_columns_that_do_not_fit_are_refused(
    figure: MapInput, change: dict[str, object], said: str
) -> None:
    with pytest.raises(FigureError, match=said):
        replace(figure, **change)  # type: ignore[arg-type]  # one column of any type
