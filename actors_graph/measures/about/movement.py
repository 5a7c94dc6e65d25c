"""What changed between two dates (METHOD A12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from actors_graph.measures.about.entry import About

MEASURES: Final[tuple[About, ...]] = ()
