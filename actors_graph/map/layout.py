"""Positions of a map: groups packed to the frame's aspect, lone actors in docks below.

The layout runs on the server, once per topology, and is deterministic. Its choices come
from looking at pictures: groups side by side instead of one ball, hulls that never cross,
actors without a tie in rows where their number shows, outward ties facing their targets.
It does not draw: see ``payload`` and the modules of ``frontend``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.map.arrangement import arrangement
from actors_graph.map.docks import dock_plan, placed_docks
from actors_graph.map.forces import separated
from actors_graph.map.packing import packed_centres, quotient, turned_to_targets

if TYPE_CHECKING:
    from actors_graph.map.arrangement import Arrangement
    from actors_graph.map.arrays import FloatArray
    from actors_graph.map.docks import Dock, DockPlan
    from actors_graph.map.topology import Topology

LANDSCAPE = 1.62  # a stage of 1.75 less the legend above it and the commands at its right
SQUARE = 1.2  # a map beside a list
PORTRAIT = 0.7  # a phone
PADDING = 9.0  # the hull of a group is drawn this far outside its shapes
BETWEEN = 12.0  # and its neighbour's hull begins this much further, with room for a label
KEPT_SHARE = 0.6  # fewer known places than that: start afresh


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything is, in world units (y grows downwards).

    Attributes:
        places: ``(n, 2)`` positions.
        centres: ``(k, 2)`` centres of the groups.
        reach: ``(k,)`` radii that hold them; 0 for a group without a tied actor.
        docks: the docks, in the order of ``Standing``.
        dock_radius: radius of the shapes inside docks.
        box: left, top, right, bottom of everything drawn.
    """

    places: FloatArray
    centres: FloatArray
    reach: FloatArray
    docks: tuple[Dock, ...]
    dock_radius: float
    box: tuple[float, float, float, float]


def layout(
    topology: Topology, *, aspect: float = LANDSCAPE, kept: FloatArray | None = None, seed: int = 1
) -> Layout:
    """Compute the positions of a network for a frame of this aspect.

    Args:
        topology: the actors, ties, groups, sizes and standings.
        aspect: width / height of the frame.
        kept: ``(n, 2)`` positions of last time, NaN where unknown: what is known stays
            about where it was.
        seed: of the random starts.

    Returns:
        The layout. About 0.1 s for 300 actors and 1.5 s for 10,000 on one core.
    """
    start = kept if kept is not None and _enough(topology, kept) else None
    inside = arrangement(topology, kept=start, seed=seed)
    return packed_layout(topology, inside, aspect=aspect, kept=start, seed=seed)


def layouts(topology: Topology, aspects: tuple[float, ...], *, seed: int = 1) -> list[Layout]:
    """Compute fresh layouts for several frames; the inside of the groups is shared."""
    inside = arrangement(topology, kept=None, seed=seed)
    return [
        packed_layout(topology, inside, aspect=aspect, kept=None, seed=seed) for aspect in aspects
    ]


def _enough(topology: Topology, kept: FloatArray) -> bool:
    tied = topology.tied
    return bool(len(tied)) and float((~np.isnan(kept[tied, 0])).mean()) >= KEPT_SHARE


def packed_layout(
    topology: Topology,
    inside: Arrangement,
    *,
    aspect: float,
    kept: FloatArray | None,
    seed: int,
) -> Layout:
    """Pack arranged groups into a frame, then add the docks."""
    live = np.flatnonzero(inside.reach > 0)
    radii = inside.reach[live] + PADDING + BETWEEN / 2
    plan = dock_plan(topology, area=float((np.pi * radii**2).sum()) / 0.62, aspect=aspect)
    number = np.zeros(max(topology.group_count, 1), dtype=np.int64)
    number[live] = np.arange(len(live))
    tied = topology.tied
    parts = quotient(topology.edges, number[topology.groups], radii=radii)
    centres = np.zeros((topology.group_count, 2))
    centres[live] = packed_centres(
        parts,
        aspect=_inner_aspect(plan, aspect),
        seed=seed,
        start=None if kept is None else _group_centres(topology, inside, kept)[live],
    )
    local = inside.local
    if len(live) == 1:
        local = _stretched(topology, local, aspect=_inner_aspect(plan, aspect))
    elif kept is None:
        local = turned_to_targets(local, centres, edges=topology.edges, groups=topology.groups)
    places = np.zeros((topology.count, 2))
    places[tied] = local[tied] + centres[topology.groups[tied]]
    return _with_docks(topology, places, centres=centres, reach=inside.reach, aspect=aspect)


def _inner_aspect(plan: DockPlan, aspect: float) -> float:
    """Aspect of what is left of the frame above the docks."""
    left = plan.width / aspect - plan.height
    return float(np.clip(plan.width / max(left, plan.width / 6), 0.3, 6.0))


def _stretched(topology: Topology, local: FloatArray, *, aspect: float) -> FloatArray:
    """One group alone: an oval that fills the frame instead of a disc."""
    stretch = float(np.clip(np.sqrt(aspect), 0.7, 1.4))
    tied = topology.tied
    wide = local.copy()
    wide[tied] = separated(
        local[tied] * np.array([stretch, 1 / stretch]),
        topology.radii[tied],
        gap=topology.gap * 0.5,
        rounds=60,
    )
    return wide


def _group_centres(topology: Topology, inside: Arrangement, kept: FloatArray) -> FloatArray:
    """Where the groups were: the middle of where their members were, NaN if unknown."""
    known = topology.tied[~np.isnan(kept[topology.tied, 0])]
    groups = topology.groups[known]
    shift = kept[known] - inside.local[known]
    order = np.argsort(groups, kind="stable")
    centres = np.full((topology.group_count, 2), np.nan)
    starts = np.flatnonzero(np.diff(groups[order], prepend=-1))
    for rows in np.split(order, starts[1:]) if len(order) else []:
        centres[groups[rows[0]]] = np.median(shift[rows], axis=0)
    return centres


def _with_docks(
    topology: Topology,
    places: FloatArray,
    *,
    centres: FloatArray,
    reach: FloatArray,
    aspect: float,
) -> Layout:
    """Add the docks, planned anew for the room that the groups really took."""
    tied = topology.tied
    margin = PADDING
    low = (places[tied] - topology.radii[tied, None]).min(axis=0) if len(tied) else np.zeros(2)
    high = (places[tied] + topology.radii[tied, None]).max(axis=0) if len(tied) else np.zeros(2)
    low, high = low - margin, high + margin
    shift = np.array([(low[0] + high[0]) / 2, 0.0])  # the docks are centred below the groups
    places[tied] -= shift
    area = float(np.prod(high - low)) if len(tied) else 0.0
    wide = float(high[0] - low[0]) if len(tied) else 0.0
    plan = dock_plan(topology, area=area, aspect=aspect, least_width=wide)
    docks = placed_docks(plan, places, top=float(high[1]))
    half = float(high[0] - low[0]) / 2
    left = min([-half] + [dock.box[0] for dock in docks])
    right = max([half] + [dock.box[2] for dock in docks])
    bottom = max([float(high[1])] + [dock.box[3] for dock in docks])
    return Layout(
        places=places,
        centres=centres - shift,
        reach=reach,
        docks=docks,
        dock_radius=plan.radius,
        box=(left, float(low[1]), right, bottom),
    )
