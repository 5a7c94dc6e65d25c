"""docs/alertes.md says what the simulation gives: a part at each run, all of it in make prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import simulate_alerts

from actors_graph.algorithms.dropping import Dropping, dropped
from actors_graph.algorithms.thinning import thinned
from actors_graph.measures.about import BY_FIELD
from actors_graph.measures.standing import HOLDS_FROM, LEAST_LINKS, Holds
from actors_graph.words import share

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.shared


def lines() -> list[str]:
    return simulate_alerts.PAGE.read_text(encoding="utf-8").splitlines(keepends=True)


def test_page_says_what_the_small_networks_give(shared: Path) -> None:
    small = [
        truth
        for truth in simulate_alerts.truths(shared)
        if len(truth.network.weights) < simulate_alerts.LARGE
    ]
    found = [line for truth in small for line in simulate_alerts.false_lines(truth)]

    assert len(found) == 3 * 3 * 3
    assert [line for line in found if line not in lines()] == []


def test_page_names_the_thresholds_of_the_program() -> None:
    text = "".join(lines())

    assert f"des liens manquent » à partir de {share(HOLDS_FROM)} des essais" in text
    assert f"{LEAST_LINKS} liens de cette sorte" in text


def test_networks_are_those_of_the_files(shared: Path) -> None:
    """Numbers of the reference cases and of the files of the Allier."""
    sizes = [
        (len(truth.network.weights), len(truth.network.edges))
        for truth in simulate_alerts.truths(shared)
    ]

    assert sizes == [(16, 20), (34, 78), (25, 42), (4886, 5347)]


def test_what_misleads_is_said_with_the_figures_of_the_page() -> None:
    """The least and the most of the false alerts at 20 %, where the network has true ones."""
    rows = [line.strip("| \n").split(" | ") for line in lines() if line.startswith("| ")]
    fields = {"lone": "isolates", "hinges": "articulation_points", "links": "only_links"}
    for sort, field in fields.items():
        title = simulate_alerts.SORTS[sort]
        false = [
            int(row[5].removesuffix("\xa0%"))
            for row in rows
            if row[1:3] == [share(0.2), title] and row[3] != "0"
        ]

        assert f"de {min(false)} à {max(false)} %" in BY_FIELD[field].misleads
    assert f"à partir de {share(HOLDS_FROM)}".replace("\xa0", " ") in BY_FIELD["standing"].reading


# METHOD §5: precision and recall of articulation points, bridges and isolates at 20 %, measured by
# another program in some hundred draws, as the mean over those that show any.
PUBLISHED = {
    "Familles de Florence": ((0.80, 0.79), (0.74, 0.79), (0.63, 1.0)),
    "Club de Zachary": ((0.27, 1.0), (0.16, 0.82), (0.0, None)),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_draws_give_what_another_program_measured(shared: Path, name: str) -> None:
    network = next(one.network for one in simulate_alerts.truths(shared) if one.name == name)
    real = simulate_alerts.whole(network)
    present = np.concatenate(list(dropped(network.edges, Dropping(0.2, 600, simulate_alerts.SEED))))
    copies = thinned(network.edges, present, weights=network.weights)
    sorts = (
        (copies.cut_off > 0, real.cut_off > 0),
        (copies.side >= 0, real.side >= 0),
        (~copies.tied, ~real.tied),
    )
    for (seen, true), (precision, recall) in zip(sorts, PUBLISHED[name], strict=True):
        shown = seen.sum(axis=1)
        found = (seen & true).sum(axis=1)
        shares = found[shown > 0] / shown[shown > 0]

        assert shares.mean() == pytest.approx(precision, abs=0.05)
        assert recall is None or found.mean() / true.sum() == pytest.approx(recall, abs=0.05)


@pytest.mark.prove
def test_the_whole_page_is_what_the_simulation_gives(shared: Path) -> None:
    assert simulate_alerts.page(shared).splitlines(keepends=True) == lines()


@pytest.mark.prove
def test_what_is_said_to_hold_is_true(shared: Path) -> None:
    """Of what « tient », 85 % is true or more, on each network; less of what is to be checked."""
    for truth in simulate_alerts.truths(shared):
        said = simulate_alerts.told(truth)
        for counts in (said.hinges, said.links):
            yes, check = (counts[holds] for holds in Holds)
            assert yes.true >= 0.85 * yes.seen
            assert not yes.seen or check.true / check.seen < yes.true / yes.seen
        assert said.announced
        assert sum(said.announced) / len(said.announced) >= said.lone.true / said.lone.seen
