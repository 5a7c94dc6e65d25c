from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from actors_graph.map.communities import detected_groups
from actors_graph.map.layout import LANDSCAPE, PORTRAIT, SQUARE, layout, layouts
from actors_graph.map.petals import petals
from actors_graph.map.topology import Standing, Topology, radii_by_partners

if TYPE_CHECKING:
    from actors_graph.map.arrays import IntArray
    from actors_graph.map.layout import Layout

Network = tuple[int, set[tuple[int, int]]]


def rows(ties: set[tuple[int, int]] | list[tuple[int, int]]) -> IntArray:
    return np.array(sorted(ties), dtype=np.int64).reshape(-1, 2)


def drawn_topology(edges: IntArray, *, count: int, undocumented: int = 0) -> Topology:
    """The topology of a network whose groups are found; the last lone ones are undocumented."""
    degree = np.bincount(edges.ravel(), minlength=count)
    standing = np.where(degree == 0, Standing.ALONE, Standing.TIED).astype(np.int64)
    lone = np.flatnonzero(degree == 0)
    standing[lone[len(lone) - undocumented :]] = Standing.UNDOCUMENTED
    weights = np.ones(len(edges))
    return Topology(
        edges=edges,
        weights=weights,
        groups=detected_groups(edges, weights, count=count),
        radii=radii_by_partners(degree),
        standing=standing,
        kinds=np.arange(count) % 8,
    )


def clustered_edges(count: int, *, clusters: int, seed: int) -> IntArray:
    """About two ties an actor, most inside its cluster; one actor in ten has none."""
    random = np.random.default_rng(seed)
    cluster = random.integers(0, clusters, count)
    by_cluster = np.argsort(cluster, kind="stable")
    first = np.repeat(np.arange(count), 2)
    second = by_cluster[
        np.clip(np.argsort(by_cluster)[first] + random.integers(-6, 7, 2 * count), 0, count - 1)
    ]
    far = random.random(2 * count) < 0.03
    second[far] = random.integers(0, count, int(far.sum()))
    kept = (first % 10 != 0) & (second % 10 != 0) & (first != second)
    return np.unique(np.sort(np.column_stack([first, second])[kept], axis=1), axis=0)


def least_distance(topology: Topology, placed: Layout) -> float:
    """Least distance between the outlines of two actors; below 0 they overlap."""
    radii = np.where(topology.standing > 0, placed.dock_radius, topology.radii)
    pairs = cKDTree(placed.places).query_pairs(2 * float(radii.max()), output_type="ndarray")
    if not len(pairs):
        return 0.0
    apart = placed.places[pairs[:, 0]] - placed.places[pairs[:, 1]]
    return float((np.hypot(apart[:, 0], apart[:, 1]) - radii[pairs].sum(axis=1)).min())


networks = st.integers(2, 60).flatmap(
    lambda count: st.tuples(
        st.just(count),
        st.sets(
            st.tuples(st.integers(0, count - 2), st.integers(1, count - 1)).filter(
                lambda pair: pair[0] < pair[1]
            ),
            max_size=120,
        ),
    )
)


@given(networks)
@settings(max_examples=40)
def test_no_actor_hides_another(network: Network) -> None:
    count, ties = network
    topology = drawn_topology(rows(ties), count=count, undocumented=1)
    for placed in layouts(topology, (LANDSCAPE, PORTRAIT)):
        assert np.isfinite(placed.places).all()
        assert least_distance(topology, placed) > -0.05


@given(networks)
@settings(max_examples=40)
def test_docks_hold_exactly_the_lone_actors(network: Network) -> None:
    count, ties = network
    topology = drawn_topology(rows(ties), count=count, undocumented=2)
    placed = layout(topology)
    inside: set[int] = set()
    for dock in placed.docks:
        left, top, right, bottom = dock.box
        within = (placed.places >= [left, top]) & (placed.places <= [right, bottom])
        held = set(np.flatnonzero(within.all(axis=1)).tolist())
        assert held == set(np.flatnonzero(topology.standing == dock.standing).tolist())
        inside |= held
    assert inside == set(np.flatnonzero(topology.standing > 0).tolist())


@given(networks)
@settings(max_examples=30)
def test_the_box_holds_everything(network: Network) -> None:
    count, ties = network
    placed = layout(drawn_topology(rows(ties), count=count))
    left, top, right, bottom = placed.box
    assert (placed.places >= [left, top]).all()
    assert (placed.places <= [right, bottom]).all()


@pytest.mark.parametrize("aspect", [LANDSCAPE, SQUARE, PORTRAIT])
@pytest.mark.parametrize("count", [300, 1_500])
def test_a_map_has_the_aspect_of_its_frame(aspect: float, count: int) -> None:
    topology = drawn_topology(clustered_edges(count, clusters=count // 25, seed=3), count=count)
    left, top, right, bottom = layout(topology, aspect=aspect).box
    assert 0.8 < (right - left) / (bottom - top) / aspect < 1.25


def test_the_same_network_gives_the_same_positions() -> None:
    topology = drawn_topology(clustered_edges(200, clusters=8, seed=1), count=200)
    assert np.array_equal(layout(topology).places, layout(topology).places)


def test_groups_stand_apart() -> None:
    topology = drawn_topology(clustered_edges(400, clusters=12, seed=2), count=400)
    placed = layout(topology)
    live = placed.reach > 0
    centres, reach = placed.centres[live], placed.reach[live]
    assert len(reach) > 5
    first, second = np.triu_indices(len(reach), 1)
    apart = centres[first] - centres[second]
    assert (np.hypot(apart[:, 0], apart[:, 1]) > reach[first] + reach[second]).all()


def test_a_network_little_changed_keeps_its_picture() -> None:
    edges = clustered_edges(400, clusters=12, seed=2)
    before = drawn_topology(edges, count=400)
    first = layout(before)
    after = Topology(
        edges=np.vstack([edges, [[1, 399]]]),
        weights=np.ones(len(edges) + 1),
        groups=before.groups,
        radii=before.radii,
        standing=before.standing,
        kinds=before.kinds,
    )
    kept = first.places.copy()
    kept[7] = np.nan
    second = layout(after, kept=kept)
    shift = (second.places - first.places)[before.tied] / (first.box[2] - first.box[0])
    moved = np.hypot(shift[:, 0], shift[:, 1])
    assert np.median(moved) < 0.01
    assert np.quantile(moved, 0.95) < 0.05
    assert least_distance(after, second) > -0.05


def test_many_lone_actors_leave_room_for_the_others() -> None:
    chain = rows([(row, row + 1) for row in range(60)])
    topology = drawn_topology(chain, count=3_000)
    placed = layout(topology)
    left, top, right, bottom = placed.box
    (dock,) = placed.docks
    area = (dock.box[2] - dock.box[0]) * (dock.box[3] - dock.box[1])
    assert area / ((right - left) * (bottom - top)) < 0.5
    assert least_distance(topology, placed) > 0


def test_actors_with_one_partner_turn_round_it() -> None:
    star = rows([(0, leaf) for leaf in range(1, 31)])
    radii = radii_by_partners(np.array([30] + [1] * 30))
    found = petals(star, np.zeros(31, dtype=np.int64), radii, gap=3.0)
    assert (found.hub[1:] == 0).all()
    distance = np.hypot(found.offset[1:, 0], found.offset[1:, 1])
    assert distance.min() > radii[0] + radii[1]
    assert distance.max() + radii[1] <= found.reach[0] + 1e-9


def test_the_ends_of_a_path_are_no_petals() -> None:
    path = rows([(0, 1), (1, 2), (2, 3)])
    found = petals(path, np.zeros(4, dtype=np.int64), np.full(4, 4.0), gap=3.0)
    assert (found.hub == -1).all()


def test_an_empty_map_has_positions() -> None:
    placed = layout(drawn_topology(rows(set()), count=0))
    assert placed.places.shape == (0, 2)
    assert placed.docks == ()
