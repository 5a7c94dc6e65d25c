"""Readers of files: from bytes to columns of raw text, with their lines and columns."""

from __future__ import annotations

from actors_graph.sources.canonical import RawTable, read_canonical
from actors_graph.sources.columns import Placement, placement
from actors_graph.sources.kinds import importable, kind_of, recognised, table_named
from actors_graph.sources.problems import Problem, Severity

__all__ = [
    "Placement",
    "Problem",
    "RawTable",
    "Severity",
    "importable",
    "kind_of",
    "placement",
    "read_canonical",
    "recognised",
    "table_named",
]
