"""Networks made from a network, without reading the store again.

Equal, column by column, to the network that the narrower scope would have drawn: any measure may
be asked of them (« sans l’institution », at each level of collaboration).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from actors_graph.network.network import renumbered, resting
from actors_graph.network.statements import of_level

if TYPE_CHECKING:
    from collections.abc import Collection

    from actors_graph.network.network import Network


def at_level(network: Network, level: int) -> Network:
    """The same network, its collaborations of at least that level only (1-4).

    A level under that of the scope changes nothing. O(ties).
    """
    if level <= network.scope.min_level:
        return network
    ties = of_level(network.ties, level)
    return _on_tied_rows(
        replace(
            network,
            scope=replace(network.scope, min_level=level),
            ties=ties,
            statements=resting(network.statements, ties),
            leaving=of_level(network.leaving, level),
        ),
        np.ones(len(network.ids), dtype=np.bool_),
    )


def without(network: Network, actors: Collection[str]) -> Network:
    """The same network without some actors; ids that are not in it count for nothing. O(ties)."""
    inside = [actor for actor in network.ids[: network.actor_count] if actor in set(actors)]
    if not inside:
        return network
    kept = np.ones(len(network.ids), dtype=np.bool_)
    kept[[network.row_of[actor] for actor in inside]] = False
    labels = {actor: network.labels[network.row_of[actor]] for actor in inside}
    left = replace(
        network,
        scope=replace(network.scope, without=(*network.scope.without, *inside)),
        names={**network.names, **labels},
        leaving=_leaving(network, kept),
    )
    return _on_tied_rows(left, kept)


def _leaving(network: Network, kept: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> pa.Table:
    """What still leaves the scope, and the ties to those that are no longer in it."""
    rows = network.leaving["row"].to_numpy()
    still = network.leaving.filter((rows < 0) | kept[rows])
    first, second = (network.ties[end].to_numpy() for end in ("first", "second"))
    out = kept[first] ^ kept[second]
    # Numbers that no pair of the scope has: theirs are positive.
    ends = {
        "pair": -1 - (first * len(kept) + second)[out],
        "row": np.where(kept[first], first, second)[out],
        "elsewhere": np.zeros(int(out.sum()), dtype=np.bool_),
    }
    ties = network.ties.filter(out)
    cut = pa.table({**ends, "family": ties["family"], "level": ties["level"]})
    return pa.concat_tables([still, cut.cast(still.schema)])


def _on_tied_rows(network: Network, kept: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Network:
    """Keep the ties between rows kept, and of the committees, projects… those that have one."""
    n = network.actor_count
    first, second = (network.ties[end].to_numpy() for end in ("first", "second"))
    ties = network.ties.filter(kept[first] & kept[second])
    tied = np.zeros(len(kept), dtype=np.bool_)
    tied[ties["first"].to_numpy()] = tied[ties["second"].to_numpy()] = True
    rows = np.concatenate([kept[:n], kept[n:] & tied[n:]])
    places = network.leaving["row"].to_numpy()
    here = np.where((places >= 0) & rows[places], (np.cumsum(rows) - 1)[places], -1)
    at = network.leaving.schema.get_field_index("row")
    return replace(
        network,
        actors=network.actors.filter(rows[:n]),
        others=network.others.filter(rows[n:]),
        documented=network.documented[rows[:n]],
        asked=network.asked[rows[:n]],
        ties=renumbered(ties, rows),
        statements=renumbered(resting(network.statements, ties), rows),
        leaving=network.leaving.set_column(at, "row", pa.array(here)),
    )
