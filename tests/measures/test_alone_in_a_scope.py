"""Nobody becomes « sans partenaire connu » because one looks at fewer actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.access import open_session
from actors_graph.changes.demonstration import fill_demonstration
from actors_graph.measures import Facts, alone
from actors_graph.network import network, parse_scope
from actors_graph.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.access import Session


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with open_session(Settings(data_dir=tmp_path_factory.mktemp("data"))) as session:
        fill_demonstration(session)
        yield session


@pytest.mark.parametrize(
    "options",
    [
        {"perimeter": "com:03310", "kinds": "association"},
        {"perimeter": "arr:033"},
        {"kinds": "groupe_habitants"},
        {"themes": "culture"},
    ],
    ids=["commune-kind", "bassin", "kind", "theme"],
)
def test_who_has_partners_elsewhere_is_not_alone(
    demonstration: Session, options: dict[str, str]
) -> None:
    everywhere = alone(Facts(network(demonstration, parse_scope({}))))
    here = Facts(network(demonstration, parse_scope(options)))

    found = alone(here)
    assert set(found.documented) <= set(everywhere.documented)
    assert set(found.undocumented) <= set(everywhere.undocumented)
    assert here.network.partners_elsewhere.sum() > 0


def test_the_partners_elsewhere_complete_those_of_the_scope(demonstration: Session) -> None:
    whole = Facts(network(demonstration, parse_scope({})))
    part = Facts(network(demonstration, parse_scope({"perimeter": "arr:033"})))

    rows = [whole.network.row_of[actor] for actor in part.network.ids]
    sums = part.partners[: part.network.actor_count] + part.network.partners_elsewhere
    assert sums.tolist() == whole.partners[rows].tolist()
    assert whole.network.partners_elsewhere.sum() == 0
