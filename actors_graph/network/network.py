"""A scope of a store as a network: columns of actors, pairs of ties, and a graph on their rows.

Rows 0..n-1 are the actors, by id. With participations or presences (two-mode families), the
committees, projects and meetings that have a tie follow them as nodes of their own: they are
never projected on the actors (MODEL rule 6).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

import networkx as nx
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from actors_graph.model.kinds import Family
from actors_graph.model.territories import TerritoryTree
from actors_graph.network.institution import institution
from actors_graph.network.perimeter import actors_documented, actors_inside
from actors_graph.network.scope import Boundary
from actors_graph.network.sentence import sentence
from actors_graph.network.statements import (
    Nodes,
    actors_with_a_tie,
    all_statements,
    collapse,
    ended_statements,
    last_day_text,
    valid_on,
    valid_statements,
)
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from actors_graph.algorithms.plain import BoolArray, IntArray
    from actors_graph.network.scope import Scope

# What a network reads; documented actors need all the families of ties.
TABLES: Final = (
    "actors",
    "territories",
    "themes",
    "committees",
    "projects",
    "meetings",
    "collaborations",
    "fundings",
    "memberships",
    "mandates",
    "participations",
    "attendances",
)
_OTHERS: Final = (("committees", "name"), ("projects", "name"), ("meetings", "title"))


class Reader(Protocol):
    """What a network is read from: a session."""

    @property
    def today(self) -> date:
        """The day it is for these data: the date of a scope that says none."""

    def tables(self, names: Sequence[str]) -> Mapping[str, pa.Table]:
        """Tables by name, as the user may see them."""


@dataclass(frozen=True)
class Network:
    """Actors, pairs of ties and graph of one scope; immutable, in one stable order.

    Attributes:
        scope: what was asked.
        on: the date at which ties are valid, never empty.
        actors: the rows of the actors of the scope, by id.
        others: id, name and table of the committees, projects and meetings that have a tie.
        documented: by actor, whether it has a tie of any family, or was asked (MODEL rule 7).
        asked: by actor, whether somebody noted a collaboration of it, of any date, or asked for
            its partners. A seat in a committee documents an actor and says nothing of these.
        ties: pairs by family (`first`, `second` are rows, first < second).
        statements: what these pairs rest on, in the same order.
        leaving: pairs by family with one end outside the scope: `pair` (one number for each two
            nodes), `row` of the end inside (-1: a committee, project or meeting without a tie
            here), `elsewhere` (the other end is an actor whom the perimeter, kinds, themes or
            committee leave out), `family`, `level`.
        territories: the rows of the territories of the store.
        names: French names of the themes, committees and actors of the scope itself.
        broader: the broader theme of each theme that has one.
        theme_names: the label of each theme of the store.
        mandates_ending: by élu, (name of the organ, end) of the offices held that have an end.
        institution: ids of the département and of its services, in the scope or not.
        ended: the statements of these families that had ended by `on`, of any actor, in the
            columns of `statements` with ids as ends: history, in no measure.
    """

    scope: Scope
    on: str
    actors: pa.Table
    others: pa.Table
    documented: BoolArray
    asked: BoolArray
    ties: pa.Table
    statements: pa.Table
    ended: pa.Table
    leaving: pa.Table
    territories: pa.Table
    names: Mapping[str, str] = field(default_factory=dict)
    broader: Mapping[str, str] = field(default_factory=dict)
    theme_names: Mapping[str, str] = field(default_factory=dict)
    mandates_ending: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    institution: frozenset[str] = frozenset()

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Id of each row, actors first."""
        return (*self.actors["id"].to_pylist(), *self.others["id"].to_pylist())

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Name of each row."""
        return (*self.actors["name"].to_pylist(), *self.others["name"].to_pylist())

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Row of each id."""
        return {node: row for row, node in enumerate(self.ids)}

    @cached_property
    def reading_order(self) -> dict[int, tuple[str, str]]:
        """What sorts rows for a reader: folded name, then id."""
        named = zip(self.labels, self.ids, strict=True)
        return {row: (fold(label or ""), node) for row, (label, node) in enumerate(named)}

    @cached_property
    def sentence(self) -> str:
        """The scope in French, for titles."""
        asked = {place: self.places.territory(place) for place in self.scope.perimeter}
        names = {place: self.places.name(place) for place in self.scope.perimeter}
        return sentence(
            self.scope,
            on=self.on,
            names={**self.names, **names},
            territory_kinds={place: found.kind for place, found in asked.items() if found},
        )

    @cached_property
    def places(self) -> TerritoryTree:
        """The territories over the reference geography, read at the first question."""
        return TerritoryTree(self.territories)

    @property
    def actor_count(self) -> int:
        """Number of actors; rows from this one on are committees, projects, meetings."""
        return len(self.actors)

    @cached_property
    def is_actor(self) -> BoolArray:
        """By row, whether it is an actor."""
        return np.arange(len(self.ids)) < self.actor_count

    @cached_property
    def ties_leaving(self) -> int:
        """Pairs with one end outside the scope, counted apart."""
        return len(self.leaving["pair"].unique())

    @cached_property
    def partners_elsewhere(self) -> IntArray:
        """By actor, its partners whom the perimeter, kinds, themes or committee leave out.

        An actor that has some is not « sans partenaire connu ».
        """
        rows = self.leaving.filter(self.leaving["elsewhere"])
        ends = np.stack([rows["row"].to_numpy(), rows["pair"].to_numpy()], axis=1)
        found = np.unique(ends, axis=0)[:, 0] if len(ends) else ends[:, 0]
        return np.bincount(found, minlength=self.actor_count).astype(np.int64)

    @cached_property
    def edges(self) -> IntArray:
        """(k, 2) rows tied by at least one family, smaller first, sorted, once each."""
        ends = np.stack([self.ties["first"].to_numpy(), self.ties["second"].to_numpy()], axis=1)
        return np.unique(ends, axis=0) if len(ends) else ends.astype(np.int64)

    @cached_property
    def graph(self) -> nx.Graph[int]:
        """The rows and their edges. Built once, at the first question that needs it."""
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(range(len(self.ids)))
        graph.add_edges_from(map(tuple, self.edges.tolist()))
        return graph


def network(session: Reader, scope: Scope) -> Network:
    """Read a scope as a network.

    Args:
        session: where the tables are read, and which day it is there.
        scope: which actors and ties.

    Raises:
        InputError: an id of the scope that the store does not know.
    """
    tables = {name: table.combine_chunks() for name, table in session.tables(TABLES).items()}
    tables["actors"] = tables["actors"].sort_by("id")
    on = scope.on or session.today.isoformat()
    moment = last_day_text(on)
    actor_ids = tables["actors"]["id"].combine_chunks()
    documented = actors_documented(tables["actors"], actors_with_a_tie(tables, actor_ids))
    noted = actors_with_a_tie(tables, actor_ids, families=[Family.COLLABORATION])
    inside = actors_inside(tables, scope, lambda: TerritoryTree(tables["territories"]), on=moment)
    if scope.boundary is Boundary.DOCUMENTED:
        inside &= documented
    others = _others(tables)
    nodes = Nodes(pa.concat_arrays([actor_ids, others["id"].combine_chunks()]))
    stated = all_statements(tables, nodes, scope)
    statements = valid_statements(stated, scope, on=moment)
    pairs = collapse(statements, scope)
    everywhere = replace(scope, perimeter=(), kinds=(), themes=(), committee="")
    anywhere = actors_inside(
        tables, everywhere, lambda: TerritoryTree(tables["territories"]), on=moment
    )
    kept = _Kept.of(pairs, inside, anywhere, others=len(others))
    return Network(
        scope=scope,
        on=on,
        actors=tables["actors"].filter(inside),
        others=others.filter(kept.rows[len(inside) :]),
        documented=documented[inside],
        asked=actors_documented(tables["actors"], noted)[inside],
        ties=renumbered(kept.pairs, kept.rows),
        statements=renumbered(resting(statements, kept.pairs), kept.rows),
        ended=ended_statements(stated, nodes, on=moment),
        leaving=kept.leaving,
        territories=tables["territories"],
        names=_names(scope, tables),
        broader=_broader(tables["themes"]),
        theme_names=_labels(tables["themes"]),
        mandates_ending=_mandates_ending(tables, on=moment),
        institution=institution(tables["actors"]),
    )


def _others(tables: Mapping[str, pa.Table]) -> pa.Table:
    parts = [
        pa.table(
            {
                "id": tables[table]["id"],
                "name": tables[table][name],
                "table": pa.repeat(table, len(tables[table])),
            }
        ).sort_by("id")
        for table, name in _OTHERS
    ]
    return pa.concat_tables(parts)


@dataclass(frozen=True, slots=True)
class _Kept:
    """The pairs with both ends in the scope, the rows they leave, the pairs that go out of it."""

    pairs: pa.Table
    rows: BoolArray
    leaving: pa.Table

    @classmethod
    def of(cls, pairs: pa.Table, inside: BoolArray, anywhere: BoolArray, *, others: int) -> _Kept:
        every = np.ones(others, dtype=np.bool_)
        rows = np.concatenate([inside, every])
        first, second = (pairs[end].to_numpy() for end in ("first", "second"))
        kept, out = rows[first] & rows[second], rows[first] ^ rows[second]
        tied = np.zeros(len(rows), dtype=np.bool_)
        tied[first[kept]] = tied[second[kept]] = True
        asked, rows = rows, np.concatenate([inside, tied[len(inside) :]])
        first, second = first[out], second[out]
        here = np.where(asked[first], first, second)
        other = first + second - here
        actors = np.maximum(here, other) < len(inside)
        leaving = {
            "pair": first * len(rows) + second,
            "row": np.where(rows[here], (np.cumsum(rows) - 1)[here], -1),
            "elsewhere": actors & np.concatenate([anywhere, every])[other],
        }
        named = pa.table(leaving)
        for name in ("family", "level"):
            named = named.append_column(name, pairs.filter(out)[name])
        return cls(pairs.filter(kept), rows, named)


def renumbered(ties: pa.Table, kept: BoolArray) -> pa.Table:
    """Ties between rows that are kept, on the places these have among themselves."""
    rows = np.cumsum(kept) - 1
    for end in ("first", "second", "source"):
        if end in ties.column_names:
            place = ties.schema.get_field_index(end)
            ties = ties.set_column(place, end, pa.array(rows[ties[end].to_numpy()]))
    return ties


def resting(statements: pa.Table, pairs: pa.Table) -> pa.Table:
    """The statements that the pairs rest on, in their order."""
    ends = ["first", "second", "family"]
    kept = statements.join(pairs.select(ends), keys=ends, join_type="left semi")
    return kept.sort_by([(name, "ascending") for name in (*ends, "id")])


def _names(scope: Scope, tables: Mapping[str, pa.Table]) -> dict[str, str]:
    """Names of what the scope itself holds as ids."""
    asked = {*scope.themes, *scope.without, scope.committee} - {""}
    named = (
        ("themes", "label"),
        ("actors", "name"),
        ("committees", "name"),
    )
    names: dict[str, str] = {}
    for table, name in named if asked else ():
        rows = tables[table].select(["id", name])
        rows = rows.filter(pc.is_in(rows["id"], value_set=pa.array(sorted(asked))))
        names |= zip(rows["id"].to_pylist(), rows[name].to_pylist(), strict=True)
    return names


def _labels(themes: pa.Table) -> dict[str, str]:
    return dict(zip(themes["id"].to_pylist(), themes["label"].to_pylist(), strict=True))


def _broader(themes: pa.Table) -> dict[str, str]:
    pairs = zip(themes["id"].to_pylist(), themes["parent"].to_pylist(), strict=True)
    return {theme: parent for theme, parent in pairs if parent}


def _mandates_ending(
    tables: Mapping[str, pa.Table], *, on: str
) -> dict[str, tuple[tuple[str, str], ...]]:
    rows = tables["mandates"]
    rows = rows.filter(pc.is_valid(rows["ends_on"]))
    rows = rows.filter(valid_on(rows["starts_on"], rows["ends_on"], on=on))
    rows = rows.sort_by([("ends_on", "ascending"), ("organ", "ascending")])
    actors = tables["actors"]
    names = dict(zip(actors["id"].to_pylist(), actors["name"].to_pylist(), strict=True))
    ends: dict[str, dict[str, str]] = {}
    for elu, organ, end in zip(
        *(rows[name].to_pylist() for name in ("elu", "organ", "ends_on")), strict=True
    ):
        ends.setdefault(elu, {})[names.get(organ, organ)] = end
    return {elu: tuple(offices.items()) for elu, offices in ends.items()}
