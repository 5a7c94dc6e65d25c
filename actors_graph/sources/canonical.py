"""Reads a file that holds one table: the way in until every caller takes all the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.sources.tables import read_tables

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.sources.raw import RawTable


def read_canonical(path: Path) -> RawTable:
    """Read the first table of a file; see `tables.read_tables`."""
    return read_tables(path)[0]
