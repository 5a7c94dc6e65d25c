"""The inside of each group: its members placed in a disc, by the ties among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.map.forces import Springs, separated, spring_positions
from actors_graph.map.petals import petals

if TYPE_CHECKING:
    from actors_graph.map.arrays import FloatArray, IntArray
    from actors_graph.map.petals import Petals
    from actors_graph.map.topology import Topology

# Share of a group's disc that its shapes fill: the rest is room for the ties between them, and in
# a crowd for the rounds of separation to end.
DENSITY, CROWD_DENSITY, CROWD = 0.62, 0.5, 500
ROUNDS = 70
FAR = 1.7  # a kept place further from the group's centre, in radii, is not kept


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Places inside the groups.

    Attributes:
        local: ``(n, 2)`` place relative to the centre of one's group.
        reach: ``(k,)`` radius of the disc that holds a group; 0 for an empty one.
    """

    local: FloatArray
    reach: FloatArray


def arrangement(topology: Topology, *, kept: FloatArray | None, seed: int) -> Arrangement:
    """Arrange the members of every group.

    Args:
        topology: the actors, ties and groups.
        kept: ``(n, 2)`` places of last time, NaN where unknown; their groups' members stay
            where they were and only new ones look for a place.
        seed: of the random starts.

    Returns:
        No two discs of a group overlap, up to what the rounds of separation leave.
    """
    flower = petals(topology.edges, topology.groups, topology.radii, gap=topology.gap * 0.6)
    local = np.zeros((topology.count, 2))
    reach = np.zeros(topology.group_count)
    core = np.intersect1d(topology.tied, np.flatnonzero(flower.hub < 0))
    core = core[np.argsort(topology.groups[core], kind="stable")]
    starts = np.flatnonzero(np.diff(topology.groups[core], prepend=-1))
    inner = _inner_edges(topology, core)
    for members in np.split(core, starts[1:]) if len(core) else []:
        group = int(topology.groups[members[0]])
        springs = _springs(topology, inner[group], members)
        known = None if kept is None else kept[members]
        places = _places(springs, flower.reach[members], gap=topology.gap, seed=seed + group)
        if known is not None:
            places = _kept_places(known, places, springs=springs)
        local[members] = separated(
            places, flower.reach[members], gap=topology.gap * 0.8, rounds=240
        )
    _open_petals(local, flower)
    return Arrangement(local=_centred(topology, local, reach=reach), reach=reach)


def _inner_edges(topology: Topology, core: IntArray) -> dict[int, IntArray]:
    """Rows of the edges inside each group, between actors that are no petals."""
    is_core = np.zeros(topology.count, dtype=np.bool_)
    is_core[core] = True
    ends = topology.groups[topology.edges]
    rows = np.flatnonzero((ends[:, 0] == ends[:, 1]) & is_core[topology.edges].all(axis=1))
    rows = rows[np.argsort(ends[rows, 0], kind="stable")]
    cuts = np.searchsorted(ends[rows, 0], np.arange(topology.group_count + 1))
    return {group: rows[cuts[group] : cuts[group + 1]] for group in range(topology.group_count)}


def _springs(topology: Topology, rows: IntArray, members: IntArray) -> Springs:
    order = np.argsort(members, kind="stable")
    place = order[np.searchsorted(members[order], topology.edges[rows])]
    return Springs(count=len(members), ends=place.reshape(-1, 2), weights=topology.weights[rows])


def _places(springs: Springs, reach: FloatArray, *, gap: float, seed: int) -> FloatArray:
    """Forces, then a radial spreading that fills the disc evenly (35 % raw, 65 % by area)."""
    if springs.count == 1:
        return np.zeros((1, 2))
    points = spring_positions(springs, start=None, rounds=ROUNDS, seed=seed)
    points -= points.mean(axis=0)
    distance = np.sqrt((points**2).sum(axis=1))
    order = np.argsort(distance, kind="stable")
    area = (reach + gap / 2) ** 2
    filled = np.empty(springs.count)
    filled[order] = np.cumsum(area[order]) - area[order] / 2
    target = 0.35 * distance / max(float(distance.max()), 1e-9) + 0.65 * np.sqrt(
        filled / area.sum()
    )
    radius = np.sqrt(area.sum() / (DENSITY if springs.count < CROWD else CROWD_DENSITY))
    return np.asarray(points / np.maximum(distance, 1e-9)[:, None] * (target * radius)[:, None])


def _kept_places(kept: FloatArray, fresh: FloatArray, *, springs: Springs) -> FloatArray:
    """Last time's places where they are near enough, a place beside one's partners else."""
    known = ~np.isnan(kept[:, 0])
    if known.mean() < 0.5:
        return fresh
    centre = np.median(kept[known], axis=0)
    places = kept - centre
    limit = FAR * float(np.sqrt((fresh**2).sum(axis=1)).max()) + 1.0
    known &= np.sqrt((np.nan_to_num(places) ** 2).sum(axis=1)) <= limit
    places[~known] = fresh[~known]
    for row in np.flatnonzero(~known):
        beside = np.concatenate([springs.ends[springs.ends[:, a] == row, 1 - a] for a in (0, 1)])
        beside = beside[known[beside]]
        if len(beside):
            places[row] = places[beside].mean(axis=0) + fresh[row] * 0.1
    return places


def _open_petals(local: FloatArray, flower: Petals) -> None:
    rows = np.flatnonzero(flower.hub >= 0)
    local[rows] = local[flower.hub[rows]] + flower.offset[rows]


def _centred(topology: Topology, local: FloatArray, *, reach: FloatArray) -> FloatArray:
    """Move every group to the middle of its box and note the radius that holds it."""
    rows, groups = topology.tied, topology.groups[topology.tied]
    huge = np.finfo(np.float64).max / 4
    low, high = np.full((len(reach), 2), huge), np.full((len(reach), 2), -huge)
    radii = topology.radii[rows, None]
    np.minimum.at(low, groups, local[rows] - radii)
    np.maximum.at(high, groups, local[rows] + radii)
    local[rows] -= ((low + high) / 2)[groups]
    distance = np.sqrt((local[rows] ** 2).sum(axis=1)) + topology.radii[rows]
    np.maximum.at(reach, groups, distance)
    return local
