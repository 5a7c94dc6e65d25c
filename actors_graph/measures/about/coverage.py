"""What is missing on the territory: themes by territory (METHOD A11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from actors_graph.measures.about.entry import About

MEASURES: Final[tuple[About, ...]] = ()
