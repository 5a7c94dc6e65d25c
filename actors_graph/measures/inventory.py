"""What a store holds, whatever the date or the scope: the numbers of `status`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from actors_graph.measures.evidence import recent_share
from actors_graph.model import FAMILIES
from actors_graph.network.network import TABLES
from actors_graph.network.perimeter import actors_documented
from actors_graph.network.statements import actors_with_a_tie

if TYPE_CHECKING:
    import pyarrow as pa

    from actors_graph.model.fields import Table
    from actors_graph.network.network import Reader


@dataclass(frozen=True, slots=True)
class Inventory:
    """Counts of a whole store.

    Attributes:
        actors: number by kind, the kinds that exist.
        ties: pairs by family, the families that exist.
        statements: rows of ties.
        committees: number.
        projects: number.
        meetings: number.
        documented: actors of whose partners anything is known.
        completeness: share (0-1) of the actors checked within two years; None without an actor.
        as_of: the day it is for these data, ISO.
    """

    actors: dict[str, int]
    ties: dict[str, int]
    statements: int
    committees: int
    projects: int
    meetings: int
    documented: int
    completeness: float | None
    as_of: str

    def to_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        return asdict(self)


def inventory(session: Reader) -> Inventory:
    """Count what a store holds. O(rows)."""
    tables = {name: table.combine_chunks() for name, table in session.tables(TABLES).items()}
    actors = tables["actors"]
    tied = actors_with_a_tie(tables, actors["id"].combine_chunks())
    as_of = session.today.isoformat()
    ties = {str(f): _pairs(tables[t.name], t) for f, t in FAMILIES.items()}
    kinds = pc.value_counts(actors["kind"]).to_pylist()
    return Inventory(
        actors={one["values"]: one["counts"] for one in sorted(kinds, key=lambda k: k["values"])},
        ties={family: pairs for family, pairs in ties.items() if pairs},
        statements=sum(len(tables[table.name]) for table in FAMILIES.values()),
        committees=len(tables["committees"]),
        projects=len(tables["projects"]),
        meetings=len(tables["meetings"]),
        documented=int(actors_documented(actors, tied).sum()),
        completeness=recent_share(actors["checked_on"], on=as_of),
        as_of=as_of,
    )


def _pairs(rows: pa.Table, table: Table) -> int:
    """Pairs of different ends, in whatever direction."""
    ends = [rows[end].to_numpy(zero_copy_only=False) for end in (table.source, table.target)]
    known = [pc.is_valid(rows[end]).to_numpy() for end in (table.source, table.target)]
    both = np.stack([end.astype(str) for end in ends], axis=1)[known[0] & known[1]]
    both.sort(axis=1)
    return len(np.unique(both[both[:, 0] != both[:, 1]], axis=0))
