"""Readers of files: from bytes to columns of raw text, with their lines and columns."""

from __future__ import annotations

from actors_graph.sources.columns import Placement, placement
from actors_graph.sources.kinds import importable, kind_of, table_named
from actors_graph.sources.problems import Problem, Severity
from actors_graph.sources.raw import NO_HEADER, RawTable
from actors_graph.sources.tables import Choices, read_tables

__all__ = [
    "NO_HEADER",
    "Choices",
    "Placement",
    "Problem",
    "RawTable",
    "Severity",
    "importable",
    "kind_of",
    "placement",
    "read_tables",
    "table_named",
]
