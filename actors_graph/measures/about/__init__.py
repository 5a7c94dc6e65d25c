"""What each measure is: the one source of the Méthode page, of docs/measures.md and of minima.

One module for each subject; a measure is added to the `MEASURES` of its module. `question`,
`name`, `reading`, `misleads`, `minimum` and `caveat` are read by users; the words of the field
(`term`, `english`, `formula`, `reference`) appear in Méthode only.
"""

from __future__ import annotations

from typing import Final

from actors_graph.measures.about import (
    alone,
    coverage,
    families,
    hinges,
    known,
    movement,
    partners,
    positions,
)
from actors_graph.measures.about.entry import About, Subject
from actors_graph.measures.about.left_out import LEFT_OUT, LeftOut

BY_SUBJECT: Final[dict[Subject, tuple[About, ...]]] = {
    Subject.KNOWN: known.MEASURES,
    Subject.ALONE: alone.MEASURES,
    Subject.HINGES: hinges.MEASURES,
    Subject.PARTNERS: partners.MEASURES,
    Subject.FAMILIES: families.MEASURES,
    Subject.COVERAGE: coverage.MEASURES,
    Subject.MOVEMENT: movement.MEASURES,
    Subject.POSITIONS: positions.MEASURES,
}

MEASURES: Final = tuple(about for measures in BY_SUBJECT.values() for about in measures)

BY_FIELD: Final = {about.field: about for about in MEASURES}

__all__ = ["BY_FIELD", "BY_SUBJECT", "LEFT_OUT", "MEASURES", "About", "LeftOut", "Subject"]
