"""Committees and projects named by their name: found where one alone bears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport

ACTORS = "id,nom,type,source\na,Régie,association,s\n"
TAKES_PART = "acteur,cible,role,source\na,comite LOCAL de vichy,membre,s\n"


def test_name_of_a_committee_of_the_store_or_of_a_file_is_its_id(
    bring: Callable[..., ImportReport], session: Session
) -> None:
    bring(acteurs=ACTORS, comites="id,nom,niveau\nloc:c,Comité local de Vichy,local\n")
    report = bring(participations=TAKES_PART)

    assert report.applied, list(report.lines())
    (row,) = session.tables(["participations"])["participations"].to_pylist()
    assert row["target"] == "loc:c"


def test_name_of_two_is_refused(bring: Callable[..., ImportReport]) -> None:
    report = bring(
        acteurs=ACTORS,
        comites="id,nom,niveau\nc,Comité local de Vichy,local\n",
        projets="id,nom,type\np,Comité local de Vichy,initiative\n",
        participations=TAKES_PART,
    )

    assert report.refused == 1
    assert not report.applied
