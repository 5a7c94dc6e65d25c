"""Themes by territory: what is expected, what may be claimed, how it is asked."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors_graph.measures.coverage import Lack, coverage, coverage_findings
from actors_graph.model.kinds import TerritoryKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from actors_graph.measures import Facts

BASSINS = [
    {"id": f"bassin:{name}", "kind": "bassin", "name": name.title(), "communes": communes}
    for name, communes in (
        ("vichy", ["03310", "03095"]),
        ("moulins", ["03190"]),
        ("montlucon", ["03185"]),
    )
]
COMMUNES = ("03310", "03190", "03185")
THEMES = [
    {"id": "loisirs", "label": "Loisirs"},
    {"id": "sport", "label": "Sport", "parent": "loisirs"},
    {"id": "isolement", "label": "Lutte contre l'isolement"},
]


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


@pytest.fixture(scope="session")
def covered(measure: Callable[..., Facts]) -> Callable[..., Facts]:
    """Facts of so many actors by (theme, commune), two of them tied."""

    def facts(
        counts: dict[tuple[str, str], int],
        more: Sequence[dict[str, Any]] = (),
        options: dict[str, str] | None = None,
    ) -> Facts:
        actors: list[dict[str, Any]] = [
            {"id": f"{theme}-{commune}-{i}", "themes": [theme], "commune_code": commune}
            for (theme, commune), n in counts.items()
            for i in range(n)
        ]
        actors += [{"id": "x"}, {"id": "y"}, *more]
        return measure(
            options, actors=actors, collaborations=[("x", "y")], themes=THEMES, territories=BASSINS
        )

    return facts


def test_hole_is_asked_where_three_would_be_expected(covered: Callable[..., Facts]) -> None:
    # 24 actors, 8 in each bassin, 9 of the theme: 9 x 8 / 24 = 3 expected in Vichy, none found.
    facts = covered(
        {
            ("isolement", "03190"): 5,
            ("isolement", "03185"): 4,
            ("sport", "03310"): 8,
            ("sport", "03190"): 3,
            ("sport", "03185"): 4,
        }
    )
    found = coverage(facts)
    hole = found.gaps[0]

    assert found.table.total == 24
    assert (hole.lack, hole.theme, hole.territory) == (Lack.HOLE, "isolement", "bassin:vichy")
    assert (hole.observed, hole.expected) == (0, 3)
    # Haberman: -3 / sqrt(3 x (1 - 9/24) x (1 - 8/24)).
    assert hole.residual == pytest.approx(-3 / math.sqrt(3 * 15 / 24 * 16 / 24))
    assert next(plain(one.sentence) for one in coverage_findings(facts, found)) == (
        "Lutte contre l'isolement, bassin de Vichy : personne dans votre annuaire au 1er septembre "
        "2026 ; au vu de l’ensemble, on attendrait environ 3 acteurs. Personne n’agit, ou nous ne "
        "les connaissons pas ?"
    )


def test_empty_cell_under_three_expected_is_not_claimed(covered: Callable[..., Facts]) -> None:
    # 8 x 8 / 24 = 2.7.
    facts = covered(
        {
            ("isolement", "03190"): 4,
            ("isolement", "03185"): 4,
            ("sport", "03310"): 8,
            ("sport", "03190"): 4,
            ("sport", "03185"): 4,
        }
    )
    found = coverage(facts)

    assert found.can_tell
    assert found.gaps == ()
    (said,) = coverage_findings(facts, found)
    assert plain(said.sentence) == (
        "Dans votre annuaire au 1er septembre 2026, aucun thème ne manque nettement à un "
        "territoire."
    )


def test_few_are_asked_where_five_would_be_expected(covered: Callable[..., Facts]) -> None:
    facts = covered(
        {
            ("isolement", "03310"): 1,
            ("isolement", "03190"): 12,
            ("isolement", "03185"): 12,
            ("sport", "03310"): 24,
            ("sport", "03190"): 12,
            ("sport", "03185"): 12,
        }
    )
    found = coverage(facts)
    (low,) = (gap for gap in found.gaps if gap.lack is Lack.LOW)

    assert (low.theme, low.territory, low.observed) == ("isolement", "bassin:vichy", 1)
    assert low.expected == pytest.approx(25 * 25 / 73)
    (said,) = coverage_findings(facts, found)
    assert plain(said.sentence) == (
        "Lutte contre l'isolement, bassin de Vichy : 1 acteur dans votre annuaire au 1er "
        "septembre 2026 ; au vu de l’ensemble, on attendrait environ 9 acteurs. Sont-ils moins "
        "nombreux qu’ailleurs, ou ne les connaissons-nous pas tous ?"
    )


def test_actor_counts_where_it_acts_and_for_broader_themes(covered: Callable[..., Facts]) -> None:
    everywhere = {"id": "tout", "themes": ["sport", "isolement"], "acts_in": ["dep:03"]}
    at_home = {"id": "ici", "themes": ["loisirs"], "commune_code": "03095"}
    facts = covered({("sport", commune): 1 for commune in COMMUNES}, [everywhere, at_home])
    found = coverage(facts)

    assert found.table.total == 5
    assert found.themes == ("loisirs", "isolement", "sport")
    assert found.territories == ("bassin:montlucon", "bassin:moulins", "bassin:vichy")
    assert found.table.observed.tolist() == [[2, 2, 3], [1, 1, 1], [2, 2, 2]]


def test_hole_of_a_broader_theme_speaks_for_the_narrower(covered: Callable[..., Facts]) -> None:
    facts = covered(
        {("isolement", "03310"): 20, ("sport", "03190"): 20, ("isolement", "03185"): 20}
    )

    found = coverage(facts)

    holes = {(gap.theme, gap.territory) for gap in found.gaps if gap.lack is Lack.HOLE}
    assert holes == {
        ("loisirs", "bassin:vichy"),
        ("loisirs", "bassin:montlucon"),
        ("isolement", "bassin:moulins"),
    }


def test_perimeter_compares_what_lies_inside_it(covered: Callable[..., Facts]) -> None:
    counts = {("sport", "03310"): 9, ("isolement", "03190"): 9, ("isolement", "03185"): 9}
    everywhere = {"id": "tout", "themes": ["sport"], "acts_in": ["dep:03"]}
    facts = covered(counts, [everywhere], {"perimeter": "bassin:vichy,bassin:moulins"})

    found = coverage(facts)

    assert found.territories == ("bassin:moulins", "bassin:vichy")
    alone = coverage(covered(counts, [everywhere], {"perimeter": "bassin:vichy"}))
    assert not alone.can_tell
    assert alone.gaps == ()


def test_nothing_is_said_without_a_tie_or_with_too_few(measure: Callable[..., Facts]) -> None:
    few = measure(actors=["a", "b"], collaborations=[("a", "b")])
    rows: list[dict[str, Any]] = [
        {"id": f"a{i}", "themes": [theme], "commune_code": commune}
        for i, (theme, commune) in enumerate([("x", "03310"), ("y", "03190")] * 20)
    ]
    labels = [{"id": "x", "label": "X"}, {"id": "y", "label": "Y"}]
    without = measure(actors=rows, themes=labels, territories=BASSINS)

    assert len(coverage(without).gaps) == 2
    for facts in (few, without):
        (said,) = coverage_findings(facts, coverage(facts))
        assert said.claim == "withheld"
        assert said.sentence.startswith("On ne peut pas le dire ici (il faut 3 acteurs attendus")
    assert coverage(few).table.total == 0


def test_level_may_be_chosen(covered: Callable[..., Facts]) -> None:
    facts = covered({("sport", commune): 3 for commune in COMMUNES})

    found = coverage(facts, level=TerritoryKind.COMMUNE)

    assert found.territories == ("com:03185", "com:03190", "com:03310")
    assert found.to_dict() == {"level": "commune", "actors": 9, "gaps": []}
    # By name: Montluçon, Moulins, Vichy.
    places = coverage(facts, level=TerritoryKind.ARRONDISSEMENT).territories
    assert places == ("arr:031", "arr:032", "arr:033")


@settings(max_examples=25)
@given(st.data())
def test_counts_are_those_of_a_count_by_hand(
    measure: Callable[..., Facts], data: st.DataObject
) -> None:
    actors: list[dict[str, Any]] = [
        {
            "id": f"a{i}",
            "commune_code": data.draw(st.sampled_from([*COMMUNES, "03095", None])),
            "themes": data.draw(st.lists(st.sampled_from(["sport", "isolement"]), unique=True)),
            "acts_in": data.draw(
                st.lists(st.sampled_from([one["id"] for one in BASSINS]), max_size=2, unique=True)
            ),
        }
        for i in range(data.draw(st.integers(0, 14)))
    ]
    found = coverage(measure(actors=actors, themes=THEMES, territories=BASSINS))

    home = {code: one["id"] for one in BASSINS for code in one["communes"]}
    counted: Counter[tuple[str, str]] = Counter()
    total = 0
    for actor in actors:
        places = {*actor["acts_in"], home.get(actor["commune_code"])} - {None}
        themes = {*actor["themes"], *(["loisirs"] if "sport" in actor["themes"] else [])}
        counted.update((theme, place) for theme in themes for place in places)
        total += bool(places and themes)
    assert found.table.total == total
    assert {
        (found.themes[line], found.territories[column]): int(found.table.observed[line, column])
        for line, column in np.argwhere(found.table.observed).tolist()
    } == dict(counted)
    for gap in found.gaps:
        assert gap.expected >= (3 if gap.lack is Lack.HOLE else 5)
        assert gap.observed == counted[gap.theme, gap.territory]
        assert gap.residual < (0 if gap.lack is Lack.HOLE else -2)
