"""Reference cases as graphs, and what turns an algorithm into a measure of a case.

A measure takes a case and one of its entries, and gives values of the same shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
import numpy as np

from actors_graph.algorithms import contingency, mixing, plain, removal, two_mode
from actors_graph.algorithms.brokerage import Partition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from actors_graph.algorithms.mixing import Crossing
    from actors_graph.algorithms.plain import BoolArray, FloatArray, IntArray
    from actors_graph.algorithms.removal import Removal

Graph: TypeAlias = "nx.Graph[int]"
Entry: TypeAlias = dict[str, Any]
Values: TypeAlias = Any  # what a JSON file holds


@dataclass(frozen=True)
class Case:
    """A reference case: its file, and its graph on rows that follow the ids."""

    content: dict[str, Any]

    @cached_property
    def nodes(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.content["graph"]["nodes"]
        return sorted(found, key=lambda node: (node.get("mode", 0), node["id"]))

    @cached_property
    def ids(self) -> list[str]:
        return [node["id"] for node in self.nodes]

    @cached_property
    def ties(self) -> list[list[Any]]:
        found: list[list[Any]] = self.content["graph"]["edges"]
        return found

    @cached_property
    def graph(self) -> Graph:
        return rows_graph(self.ids, self.ties)

    @cached_property
    def pairs(self) -> IntArray:
        return mixing.edge_pairs(self.graph)

    @cached_property
    def weights(self) -> FloatArray:
        """Weight of each tie, in the order of `pairs`."""
        weight = {frozenset(tie[:2]): float(tie[2]) for tie in self.ties}
        return np.array([weight[frozenset(self.named(pair))] for pair in self.pairs])

    @cached_property
    def actors(self) -> int:
        return sum(node.get("mode", 0) == 0 for node in self.nodes)

    @cached_property
    def members(self) -> IntArray:
        return two_mode.memberships(self.graph, actors=self.actors).toarray()

    def named(self, rows: Iterable[int]) -> list[str]:
        return [self.ids[row] for row in rows]

    def labels(self, entry: Entry) -> IntArray:
        """Group of each row by the attribute of an entry, in the order of its values."""
        values = [node[entry["attribute"]] for node in self.nodes]
        known = sorted(set(values))
        return np.array([known.index(value) for value in values], dtype=np.int64)

    def partition(self, entry: Entry) -> Partition:
        if entry["attribute"] is None:
            return Partition.none(len(self.ids))
        return Partition.of(self.labels(entry))

    def crossing(self, entry: Entry) -> Crossing:
        return mixing.crossing(self.pairs, self.partition(entry))

    @cached_property
    def without(self) -> Removal:
        return removal.after_removal(plain.cuts(self.graph))


Measure: TypeAlias = "Callable[[Case, Entry], Any]"


def rows_graph(ids: list[str], ties: list[list[Any]]) -> Graph:
    """The graph of ties between ids, each id in its row."""
    row_of = {one: row for row, one in enumerate(ids)}
    graph: Graph = nx.empty_graph(len(ids))
    graph.add_edges_from((row_of[str(tie[0])], row_of[str(tie[1])]) for tie in ties)
    return graph


def whole(measure: Callable[[Graph], Any]) -> Measure:
    """A number of the graph; of each shape where the case draws several."""

    def of_case(case: Case, _entry: Entry) -> Values:
        shapes = case.content["graph"].get("shapes")
        if shapes is None:
            return measure(case.graph)
        return {name: measure(rows_graph(case.ids, ties)) for name, ties in shapes.items()}

    return of_case


def of_rows(measure: Callable[[Case, Entry], NDArray[Any]]) -> Measure:
    """A number by actor, those that the entry names."""

    def of_case(case: Case, entry: Entry) -> Values:
        found = dict(zip(case.ids, measure(case, entry).tolist(), strict=True))
        return {one: found[one] for one in entry["values"]}

    return of_case


def first_of_file(measure: Callable[[Graph], NDArray[Any]]) -> Measure:
    """A number of the first three actors in the order of the file."""

    def of_case(case: Case, _entry: Entry) -> Values:
        found = dict(zip(case.ids, measure(case.graph).tolist(), strict=True))
        return [found[node["id"]] for node in case.content["graph"]["nodes"][:3]]

    return of_case


def flagged(measure: Callable[[Graph], BoolArray]) -> Measure:
    """The actors for which something holds, by id; of each shape where there are several."""

    def of_case(case: Case, entry: Entry) -> Values:
        return whole(lambda graph: case.named(np.flatnonzero(measure(graph))))(case, entry)

    return of_case


def of_counts(measure: Callable[[IntArray], NDArray[Any]]) -> Measure:
    """A diversity: of the groups of an attribute, or of each line of counts."""

    def of_case(case: Case, entry: Entry) -> Values:
        if "attribute" in entry:
            return float(measure(np.bincount(case.labels(entry))))
        lines = case.content["graph"]["counts"]
        found = measure(np.array(list(lines.values())))
        return dict(zip(lines, found.tolist(), strict=True))

    return of_case


def of_table(measure: Callable[[IntArray], Any]) -> Measure:
    """A measure of the table that the entry names."""

    def of_case(case: Case, entry: Entry) -> Values:
        table = case.content["graph"]["tables"][entry["table"]]
        # The table is rebuilt from one label by thing, as it is from the actors of a network.
        counts = np.array(table["counts"])
        lines, columns = (
            np.repeat(axis.ravel(), counts.ravel()) for axis in np.indices(counts.shape)
        )
        return measure(contingency.crossed_counts(lines, columns, shape=counts.shape))

    return of_case
