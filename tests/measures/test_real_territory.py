"""The real territory, imported as a user would, against networkx on its files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from spoken import faults, refused_words

from actors_graph.access import open_session
from actors_graph.changes.imports import import_files
from actors_graph.measures import (
    By,
    Facts,
    concentration,
    crossing,
    family_findings,
    hinges,
    measures_report,
)
from actors_graph.measures.evidence import Claim
from actors_graph.measures.telling import told
from actors_graph.network import network, parse_scope
from actors_graph.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def real(
    shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Facts]]:
    """Facts of the real territory for some families."""
    data = shared / "data" / "allier-real"
    names = ("territoires", "acteurs", "mandats", "collaborations")
    files = [data / f"{name}.csv" for name in names]
    folder = tmp_path_factory.mktemp("real")
    settings = Settings(data_dir=folder, cache_dir=folder, today=date(2026, 11, 24))
    with open_session(settings) as session:
        assert import_files(session, files).applied
        yield lambda families: Facts(network(session, parse_scope({"families": families})))


# Computed with networkx alone on the same files.
@pytest.mark.parametrize(
    ("families", "expected"),
    [("adhesion", (403, 4516, 13, 4517)), ("adhesion,mandat", (5347, 204, 330, 205))],
)
def test_real_territory_has_the_figures_of_networkx(
    real: Callable[[str], Facts], families: str, expected: tuple[int, int, int, int]
) -> None:
    facts = real(families)

    report: Any = measures_report(facts)

    found = report["network"]
    keys = ("ties", "isolates", "articulation_points", "components")
    assert tuple(found[key] for key in keys) == expected
    assert found["actors"] == len(report["actors"]) == 4886
    assert report["evidence"]["completeness"] == 0
    assert report["claims"]["articulation_points"] == "question"


def test_real_hinges_are_what_removing_each_says(real: Callable[[str], Facts]) -> None:
    facts = real("adhesion,mandat")
    graph = facts.network.graph
    assert len(hinges(facts, smallest=1)) == 330

    for found in hinges(facts)[::30]:
        row = facts.network.row_of[found.id]
        left = graph.subgraph(nx.node_connected_component(graph, row) - {row})
        parts = sorted(nx.connected_components(left), key=len)
        assert found.cuts_off == sum(len(part) for part in parts[:-1])
        assert len(found.groups) == len(parts) - 1


def test_ties_by_law_are_no_preference(real: Callable[[str], Facts]) -> None:
    """92 % of the ties join an élu or a commune to another kind: by law, not by choice."""
    facts = real("adhesion,mandat")

    found = family_findings(facts)
    crossing_ties = crossing(facts, by=By.KIND, verdicts=False)

    assert round(crossing_ties.counts.share or 0, 3) == 0.925
    assert [one.claim for one in found] == ["withheld", "withheld"]
    assert "relient par nature" in found[0].sentence
    assert concentration(facts).judged is None


@pytest.mark.parametrize("families", ["adhesion,mandat", "adhesion", "collaboration"])
def test_everything_told_of_the_real_territory_is_fit_for_a_screen(
    real: Callable[[str], Facts], families: str
) -> None:
    facts = real(families)
    found = told(facts)

    for one in found:
        assert (refused_words(one.sentence), faults(one.sentence)) == ([], []), one.sentence
        # Nothing was ever checked there: what depends on missing ties is a question.
        if one.measure in {"cuts_off", "only_links", "pairs_only_way", "isolates"}:
            assert one.claim is not Claim.OK
    by_nature = {one.measure for one in found if one.claim is Claim.WITHHELD}
    assert {
        "crossing",
        "mixing",
        "assortativity",
        "coverage",
    } <= by_nature or not facts.evidence.ties
