from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from actors_graph.algorithms.dropping import Alerts, Dropping, dropped, survey

if TYPE_CHECKING:
    from actors_graph.algorithms.plain import IntArray


def pairs(*ties: str) -> IntArray:
    """Edges of rows written as letters: "ab" ties rows 0 and 1."""
    rows = sorted(sorted(ord(letter) - ord("a") for letter in tie) for tie in ties)
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


def alerts(n: int, edges: IntArray) -> Alerts:
    return Alerts(edges, np.ones(n, dtype=np.int64), np.ones(n, dtype=np.bool_))


@pytest.mark.parametrize(("k", "gone"), [(20, 4), (7, 1), (2, 1), (1, 1)])
def test_each_draw_drops_the_share_exactly(k: int, gone: int) -> None:
    edges = np.stack([np.zeros(k, dtype=np.int64), np.arange(1, k + 1)], axis=1)

    draws = np.concatenate(list(dropped(edges, Dropping(draws=35))))
    again = np.concatenate(list(dropped(edges, Dropping(draws=35))))
    other = np.concatenate(list(dropped(edges, Dropping(draws=35, seed=7))))

    assert draws.shape == (35, k)
    assert ((~draws).sum(axis=1) == gone).all()
    assert (draws == again).all()
    assert k < 3 or (draws != other).any()


def test_ties_are_dropped_all_alike() -> None:
    """Each tie of 10 goes in a fifth of the draws: 400 of 2,000, within five standard errors."""
    edges = np.stack([np.zeros(10, dtype=np.int64), np.arange(1, 11)], axis=1)

    gone = sum((~part).sum(axis=0) for part in dropped(edges, Dropping(draws=2_000)))

    assert (np.abs(np.asarray(gone) - 400) < 5 * np.sqrt(2_000 * 0.2 * 0.8)).all()


def test_a_hinge_that_holds_two_by_one_tie_each_stays_when_both_are_left() -> None:
    """By hand: a triangle abc, and d, e, each tied to c only: 1 of 5 ties goes in each draw.

    c stays a hinge of two actors if neither cd nor ce goes (3 of 5); if ab goes, it cuts off
    three; if ac or bc goes, two.
    """
    found = survey(alerts(5, pairs("ab", "ac", "bc", "cd", "ce")), Dropping(draws=1_000))

    assert found.stays[2] == pytest.approx(0.6, abs=0.05)
    assert (found.hinges.recorded, found.hinges.share) == (1, 1.0)


def test_an_only_link_seen_is_true_unless_its_detour_went() -> None:
    """By hand: a circle of four; one tie goes and the three others look like only links.

    Two hold one actor (the ends of the path), the middle one two; none is true.
    """
    found = survey(alerts(4, pairs("ab", "bc", "cd", "ad")), Dropping(draws=20))

    assert (found.links_of_one.recorded, found.links_of_one.seen) == (0, 40)
    assert (found.links_of_several.seen, found.links_of_several.true) == (20, 0)
    assert found.links_of_one.share == 0.0


def test_lone_rows_count_where_they_were_asked_about() -> None:
    """By hand: a-b tied, c and d alone, d never asked: each draw takes the one tie away."""
    known = np.array([True, True, True, False])
    network = Alerts(pairs("ab"), np.ones(4, dtype=np.int64), known)

    found = survey(network, Dropping(draws=10))

    assert (found.lone.recorded, found.lone.seen, found.lone.true) == (1, 30, 10)


def test_a_network_without_ties_shows_no_alert_but_lone_rows() -> None:
    found = survey(alerts(3, pairs()), Dropping(draws=5))

    assert found.lone.share == 1.0
    assert found.hinges.share is found.links_of_one.share is None
    assert found.stays.tolist() == [0, 0, 0]


def test_what_progress_raises_stops_the_work() -> None:
    class StoppedError(Exception):
        pass

    told = []

    def tell(share: float) -> None:
        told.append(share)
        if share >= 0.5:
            raise StoppedError

    with pytest.raises(StoppedError):
        survey(alerts(3, pairs("ab", "bc")), progress=tell)

    assert told == sorted(told)
    assert told[-1] < 1
