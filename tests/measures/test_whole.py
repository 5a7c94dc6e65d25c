from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.measures.concentration import concentration
from actors_graph.measures.findings import family_findings, findings, whole_findings
from actors_graph.measures.groups import By
from actors_graph.measures.movement import movement
from actors_graph.measures.partners import committee_ties, partners
from actors_graph.measures.sentences_whole import (
    committee_finding,
    concentration_finding,
    movement_finding,
    partners_finding,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


def star(n: int) -> list[tuple[str, str]]:
    return [("a00", f"a{place:02d}") for place in range(1, n)]


def actors(n: int, **more: Any) -> list[dict[str, Any]]:  # noqa: ANN401  columns of an actor
    return [{"id": f"a{place:02d}", "checked_on": "2026"} | more for place in range(n)]


# METHOD A8 on Indiana: .504 with the lead agency, .360 without.
@pytest.mark.shared
def test_indiana_is_concentrated_by_its_lead_agency(measure_case: Callable[..., Facts]) -> None:
    found = concentration(measure_case("v10"), without=["ITPC"])

    assert found.value == pytest.approx(0.504, abs=0.0005)
    assert found.alone is not None
    assert found.alone.value == pytest.approx(0.360, abs=0.0005)
    assert (found.ties, found.alone.ties) == (161, 137)
    assert found.without == ("ITPC",)
    assert found.judged is not None
    assert found.judged.verdict == "more"
    finding = concentration_finding(measure_case("v10"), found)
    assert "la concentration des liens est de 50 % " in plain(finding.sentence)
    assert " ; de 36 % sans « Itpc »" in plain(finding.sentence)


def test_star_of_documented_actors_is_whole(measure: Callable[..., Facts]) -> None:
    """Freeman 1979: a star is 1; ten actors of whom nothing is known change nothing."""
    facts = measure(actors=[*actors(10), *[f"x{n}" for n in range(10)]], collaborations=star(10))

    found = concentration(facts)

    assert (found.actors, found.value) == (10, 1)
    assert (found.without, found.alone) == ((), None)
    assert "100 % (100 % : tout passerait par un seul acteur)." in plain(
        concentration_finding(facts, found).sentence
    )


def test_institution_is_left_out_with_its_services(measure: Callable[..., Facts]) -> None:
    people = actors(12)
    people[0] |= {"kind": "collectivite", "subtype": "département", "name": "Le Département"}
    people[1] |= {"part_of": "a00"}
    people[2] |= {"part_of": "a01"}
    ring = [(f"a{n:02d}", f"a{n + 1:02d}") for n in range(3, 11)]
    facts = measure(actors=people, collaborations=star(12) + ring)

    found = concentration(facts)

    assert found.without == ("a00", "a01", "a02")
    assert found.alone is not None
    assert (found.alone.actors, found.alone.ties) == (9, 8)
    assert "sans le Département et ses services" in concentration_finding(facts, found).sentence
    assert partners(facts).mean_alone == pytest.approx(16 / 9)


def test_too_few_without_the_institution_are_not_told(measure: Callable[..., Facts]) -> None:
    people = actors(9)
    for place in range(5):
        people[place] |= {"kind": "collectivite", "subtype": "département"}
    facts = measure(actors=people, collaborations=star(9))

    found = concentration(facts)

    assert found.alone is not None
    assert (found.claim, found.alone.claim) == ("ok", "withheld")
    assert "sans le Département" not in concentration_finding(facts, found).sentence
    assert partners(facts).mean_alone is None


def test_mandates_are_beside_no_chance(measure: Callable[..., Facts]) -> None:
    """Everybody holds office in one organ: a star that nobody chose."""
    offices = [{"elu": f"a{n:02d}", "organ": "a00"} for n in range(1, 10)]
    facts = measure({"families": "mandat"}, actors=actors(10), mandates=offices)

    found = concentration(facts)

    assert (found.value, found.judged) == (1, None)


def test_partners_are_those_of_documented_actors(measure: Callable[..., Facts]) -> None:
    facts = measure(actors=[*actors(7), "x", "y"], collaborations=[*star(6), ("a06", "a01")])

    found = partners(facts)

    assert (found.actors, found.median) == (7, 1)
    assert found.mean == pytest.approx(12 / 7)
    assert plain(partners_finding(facts, found).sentence) == (
        "D’après les liens connus au 1er septembre 2026, la moitié des acteurs documentés ont au "
        "plus 1 partenaire ; 1,7 en moyenne."
    )


def test_committee_says_what_says_nothing(measure: Callable[..., Facts]) -> None:
    tables = {
        "actors": [*actors(10), "out"],
        "committees": [{"id": "c", "name": "Comité"}],
        "participations": [{"actor": f"a{n:02d}", "target": "c"} for n in range(10)],
        "collaborations": [*star(10), ("a01", "out")],
    }
    facts = measure({"committee": "c"}, **tables)

    found = committee_ties(facts)

    assert (found.members, found.pairs) == (10, 9)
    assert found.density == pytest.approx(0.2)
    assert found.claim == "ok"
    assert found.error is not None
    assert 0.05 < found.error < 0.2
    points = round(200 * found.error)
    assert plain(committee_finding(facts, found).sentence) == (
        "D’après les liens connus au 1er septembre 2026 dans ce choix, 20 % des paires de membres "
        f"du comité ont un lien noté. Avec 10 membres, un écart de moins de {points} points d’une "
        "année à l’autre ne dit rien."
    )
    assert committee_finding(facts, found) in whole_findings(facts)


@pytest.mark.parametrize(
    "options", [{}, {"committee": "c", "families": "collaboration,adhesion"}, {"committee": "d"}]
)
def test_density_out_of_a_committee_is_withheld(
    measure: Callable[..., Facts], options: dict[str, str]
) -> None:
    facts = measure(
        options,
        actors=actors(10),
        committees=[{"id": "c", "name": "C"}, {"id": "d", "name": "D"}],
        participations=[{"actor": f"a{n:02d}", "target": "c"} for n in range(10)]
        + [{"actor": f"a{n:02d}", "target": "d"} for n in range(4)],
        collaborations=star(10),
    )

    found = committee_ties(facts)

    assert (found.claim, found.error) == ("withheld", None)
    assert committee_finding(facts, found).sentence.startswith("On ne peut pas le dire ici")


@pytest.fixture
def years(measure: Callable[..., Facts]) -> Callable[..., tuple[Facts, Facts]]:
    """Thirty actors at two dates: 24 ties that stay, some new, one ended, one undated."""

    def facts(*, new: int = 4) -> tuple[Facts, Facts]:
        people = actors(30)
        people[28] |= {"created_on": "2026-02"}
        people[29] |= {"dissolved_on": "2026-01", "status": "dissous"}
        ties = [{"a": f"a{n:02d}", "b": f"a{n + 1:02d}", "starts_on": "2020"} for n in range(24)]
        ties += [
            {"a": f"a{n:02d}", "b": f"a{(n + 7) % 28:02d}", "starts_on": "2026-03"}
            for n in range(new)
        ]
        ties += [{"a": "a05", "b": "a09", "starts_on": "2021", "ends_on": "2026-01"}]
        # Of unknown start, then stated again with one: it may have been there before.
        ties += [{"a": "a20", "b": "a24"}, {"a": "a20", "b": "a24", "starts_on": "2026-04"}]
        ties += [{"a": "a28", "b": "a01", "starts_on": "2026-05"}]
        before, after = (
            measure({"on": day}, actors=people, collaborations=ties)
            for day in ("2025-09-01", "2026-09-01")
        )
        return before, after

    return facts


def test_movement_counts_what_stayed_came_and_went(
    years: Callable[..., tuple[Facts, Facts]],
) -> None:
    before, after = years()

    found = movement(before, after)

    assert (len(found.kept), len(found.new), found.lost) == (24, 4, (("a05", "a09"),))
    assert (found.stayers, found.entries, found.exits) == (28, ("a28",), ("a29",))
    assert found.undated == 1
    assert found.jaccard == pytest.approx(24 / 29)
    assert plain(movement_finding(after, found).sentence) == (
        "D’après les liens connus au 1er septembre 2026, depuis le 1er septembre 2025, entre les "
        "28 acteurs présents aux deux dates : 24 liens maintenus, 4 nouveaux et 1 qui n’est plus "
        "noté (1 lien sans date non compté). 1 acteur arrivé, 1 acteur parti. Avec si peu de "
        "changements, on ne peut pas dire qu’ils travaillent plus ou moins ensemble."
    )


def test_many_new_ties_are_more(years: Callable[..., tuple[Facts, Facts]]) -> None:
    before, after = years(new=26)

    found = movement(before, after)

    assert found.judged is not None
    assert found.judged.verdict == "more"
    assert "mieux noter les liens" in movement_finding(after, found).sentence
    assert movement(after, before).claim == "withheld"


def test_few_ties_or_one_date_say_no_movement(measure: Callable[..., Facts]) -> None:
    ties = [{"a": "a00", "b": f"a{n:02d}", "starts_on": "2020"} for n in range(1, 10)]
    before, after = (
        measure({"on": day}, actors=actors(10), collaborations=ties) for day in ("2024", "2026")
    )

    found = movement(before, after)

    assert (found.claim, found.judged) == ("withheld", None)
    assert "20 liens datés" in plain(movement_finding(after, found).sentence)


def test_findings_tell_the_whole_then_the_families(measure: Callable[..., Facts]) -> None:
    facts = measure(actors=actors(26), collaborations=star(26))

    assert [one.measure for one in findings(facts)][:2] == ["components", "mean_partners"]
    assert [one.measure for one in whole_findings(facts)] == [
        "mean_partners",
        "degree_centralisation",
    ]
    # All are associations: there is nothing to cross, and no table.
    assert [one.claim for one in family_findings(facts)] == ["withheld", "withheld"]
    assert family_findings(facts, by=By.NONE) == ()
    assert family_findings(measure(actors=["a", "b"])) == whole_findings(measure()) == ()
