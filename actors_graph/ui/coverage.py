"""Which themes miss which territories: questions, beside « Ce qui manque »."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from actors_graph.measures.coverage import coverage, coverage_findings, default_level
from actors_graph.model.kinds import TerritoryKind
from actors_graph.ui.evidence import method_link
from actors_graph.ui.labels import TERRITORIES
from actors_graph.words import capital, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors_graph.measures import Facts

# A canton may hold half of a commune: no actor is known to be in it.
_LEVELS: Final[tuple[TerritoryKind, ...]] = (
    TerritoryKind.BASSIN,
    TerritoryKind.ARRONDISSEMENT,
    TerritoryKind.EPCI,
    TerritoryKind.COMMUNE,
)
_KEY: Final = "couverture-niveau"


def show_coverage(facts: Facts) -> None:
    """Draw the choice of a level and one question for each gap; nothing without a theme or tie."""
    if not facts.evidence.ties or not any(facts.network.actors["themes"].to_pylist()):
        return
    st.subheader("Thèmes par territoire", anchor=False)
    levels = [one for one in _LEVELS if one in _kinds(facts)] or [default_level(facts.network)]
    level = _chosen(levels)
    for finding in coverage_findings(facts, coverage(facts, level=level)):
        st.text(finding.sentence)
    method_link("coverage")


def _kinds(facts: Facts) -> set[TerritoryKind]:
    places = facts.network.places
    found = (places.territory(place) for place in places)
    return {one.kind for one in found if one}


def _chosen(levels: Sequence[TerritoryKind]) -> TerritoryKind:
    if len(levels) < 2:
        return levels[0]
    chosen = st.pills(
        "Échelle des territoires",
        levels,
        format_func=lambda level: capital(plural(TERRITORIES[level])),
        default=levels[0],
        key=_KEY,
        required=True,
        wrap=True,
    )
    return chosen or levels[0]
