from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.measures import By
from actors_graph.measures.crossing import crossing, crossing_at_each_level
from actors_graph.measures.mixing_table import mixing_at_each_level, mixing_table
from actors_graph.measures.sentences_families import crossing_findings, mixing_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts

KINDS = ("association", "service_public", "groupe_habitants")


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


@pytest.fixture
def families(measure: Callable[..., Facts]) -> Callable[..., Facts]:
    """Eight actors of each of three kinds, in a ring by kind, some ties between kinds."""

    def facts(*, crossing_ties: int = 3, level: int | None = 2, **more: Any) -> Facts:  # noqa: ANN401
        actors = [
            {"id": f"{kind[0]}{place}", "kind": kind, "checked_on": "2026", "themes": [kind[:3]]}
            for kind in KINDS
            for place in range(8)
        ]
        rings = [
            (f"{kind[0]}{place}", f"{kind[0]}{(place + step) % 8}")
            for kind in KINDS
            for place in range(8)
            for step in (1, 2)
        ]
        ties = [{"a": one, "b": two, "level": level} for one, two in rings]
        ties += [{"a": f"a{n}", "b": f"s{n}", "level": 4} for n in range(crossing_ties)]
        lone = [{"id": f"x{place}", "kind": "elu"} for place in range(30)]
        options = more.pop("options", None)
        return measure(options, actors=[*actors, *lone], collaborations=ties, **more)

    return facts


@pytest.mark.shared
@pytest.mark.parametrize(("name", "by"), [("v04", By.KIND), ("v10", By.KIND), ("v10", By.LEVEL)])
def test_crossing_equals_the_case(
    case: Callable[..., Any], measure_case: Callable[..., Facts], name: str, by: By
) -> None:
    attribute = "faction" if name == "v04" else str(by)
    wanted = {
        one["measure"]: one["values"]
        for one in case(name)["expected"]
        if one.get("attribute") == attribute
    }

    found = crossing(measure_case(name), by=by)

    assert found.judged is not None
    assert [found.counts.internal, found.counts.external] == wanted["ei_internal_external"]
    assert found.counts.ei == pytest.approx(wanted["ei_index"], abs=1e-6)
    assert found.counts.expected_ei == pytest.approx(wanted["ei_expected"], abs=1e-6)
    assert found.judged.chance.p_low == pytest.approx(wanted["ei_permutation"]["p_low"], abs=0.02)
    shares = [one.share for one in found.groups if one.share is not None]
    assert sorted(2 * one - 1 for one in shares) == pytest.approx(
        sorted(wanted["ei_group"].values()), abs=1e-6
    )


# METHOD section 3: by level slightly closed, by kind no evidence.
@pytest.mark.shared
def test_indiana_is_closed_by_level_and_not_by_kind(measure_case: Callable[..., Facts]) -> None:
    facts = measure_case("v10")

    by_level, by_kind = (crossing(facts, by=by).judged for by in (By.LEVEL, By.KIND))

    assert by_level is not None
    assert by_kind is not None
    assert (by_level.verdict, by_kind.verdict) == ("less", "comparable")


def test_undocumented_actors_change_no_expectation(families: Callable[..., Facts]) -> None:
    """Thirty élus of whom nothing is known are no élus that avoid the others."""
    found = crossing(families(), by=By.KIND)

    assert (found.actors, found.unknown, found.ties) == (24, 0, 51)
    assert found.counts.share == pytest.approx(3 / 51)
    assert found.counts.expected_share == pytest.approx(192 / 276)
    assert [one.group for one in found.groups] == sorted(KINDS)


def test_a_closed_network_is_told_with_its_groups(families: Callable[..., Facts]) -> None:
    facts = families(options={"boundary": "documented"})

    whole, *groups = crossing_findings(facts, crossing(facts, by=By.KIND))

    assert whole.claim == "ok"
    assert plain(whole.sentence) == (
        "D’après les liens connus au 1er septembre 2026, 6 % des liens relient des acteurs de "
        "types différents, pour 70 % si chacun choisissait ses partenaires sans préférence : "
        "c’est moins."
    )
    assert [plain(one.sentence) for one in groups] == [
        (
            "D’après les liens connus au 1er septembre 2026, les partenaires des associations "
            "(9 %, pour 70 % sans préférence), des groupes d’habitants (0 %, pour 70 % sans "
            "préférence) et des services publics (9 %, pour 70 % sans préférence) sont moins "
            "souvent d’un autre type."
        )
    ]


def test_unverified_file_asks_to_confirm(families: Callable[..., Facts]) -> None:
    facts = families()

    found = crossing_findings(facts, crossing(facts, by=By.KIND))[0]

    assert facts.evidence.completeness == pytest.approx(24 / 54)
    assert found.sentence.startswith("D’après votre fichier au 1er septembre 2026, à confirmer : ")


def test_levels_count_what_is_said_of_them(families: Callable[..., Facts]) -> None:
    """A tie « non précisé » is known and of no level 2 (MODEL rule 3)."""
    unsaid = crossing_at_each_level(families(level=None), by=By.KIND)
    second = crossing_at_each_level(families(level=2), by=By.KIND)

    assert [one.ties for one in unsaid] == [51, 3, 3, 3]
    assert [one.ties for one in second] == [51, 51, 3, 3]
    assert [one.level for one in second] == [1, 2, 3, 4]
    assert [one.claim for one in second] == ["question", "question", "withheld", "withheld"]
    assert second[2].judged is None
    above = crossing_at_each_level(families(options={"min_level": "3"}), by=By.KIND)
    assert [(one.level, one.ties) for one in above] == [(3, 3), (4, 3)]


def test_actors_of_several_themes_differ_when_they_share_none(
    measure: Callable[..., Facts],
) -> None:
    themes = [["t1"], ["t1", "t2"], ["t2"], ["t3"]]
    actors = [{"id": f"a{n}", "themes": themes[n % 4], "checked_on": "2026"} for n in range(24)]
    ties = [(f"a{n}", f"a{(n + step) % 24}") for n in range(24) for step in (1, 2)]

    found = crossing(measure(actors=actors, collaborations=ties), by=By.THEME)

    # By hand: of 12 ties of step 1 by four, those t2-t3 and t3-t1 cross; of step 2, t1-t2, t12-t3.
    assert found.counts.external == 12 + 24
    assert [(one.group, one.actors) for one in found.groups] == [("t1", 12), ("t2", 12), ("t3", 6)]
    assert [one.share for one in found.groups] == pytest.approx([0.75, 0.75, 1])


@pytest.mark.parametrize(
    ("tables", "options", "words"),
    [
        ({}, {"kinds": "association"}, "12 acteurs documentés"),
        ({}, {"min_level": "4"}, "20 liens"),
        (
            {"memberships": [("a0", "s0")]},
            {"families": "collaboration,adhesion"},
            "relient par nature",
        ),
    ],
)
def test_too_little_or_another_family_is_withheld_with_why(
    families: Callable[..., Facts],
    tables: dict[str, Any],
    options: dict[str, str],
    words: str,
) -> None:
    facts = families(options=options, **tables)

    found = crossing_findings(facts, crossing(facts, by=By.KIND))

    assert [one.claim for one in found] == ["withheld"]
    assert words in plain(found[0].sentence)


def test_a_group_of_one_withholds_the_whole_and_is_named(families: Callable[..., Facts]) -> None:
    facts = families(fundings=[{"funder": "x0", "beneficiary": "a0"}])

    found = crossing(facts, by=By.KIND)

    assert (found.smallest, found.too_small, found.claim) == (1, ("elu",), "withheld")
    whole, *groups = crossing_findings(facts, found)
    assert plain(whole.sentence) == (
        "On ne peut pas le dire ici : il faut 3 acteurs au moins dans chaque famille, et nous en "
        "connaissons moins pour « élu »."
    )
    # The others are told all the same, each beside all the rest.
    assert [one.claim for one in groups] == ["question"]


def test_mixing_table_by_hand(families: Callable[..., Facts]) -> None:
    found = mixing_table(families(options={"boundary": "documented"}), by=By.KIND)

    cells = {(one.first, one.second): one for one in found.cells}
    between = cells["association", "service_public"]
    # 51 ties over 276 pairs; 64 pairs between two kinds, 28 inside one.
    assert (between.ties, between.possible) == (3, 64)
    assert between.expected == pytest.approx(64 * 51 / 276)
    assert between.ratio == pytest.approx(3 / (64 * 51 / 276))
    assert cells["association", "association"].ties == 16
    assert sum(one.ties for one in found.cells) == 51
    assert {one.claim for one in found.cells} == {"ok"}
    assert between.judged is not None
    assert between.judged.verdict == "less"


def test_families_that_meet_less_are_a_question(families: Callable[..., Facts]) -> None:
    facts = families(options={"boundary": "documented"})

    found = [plain(one.sentence) for one in mixing_findings(facts, mixing_table(facts, by=By.KIND))]

    assert (
        "D’après les liens connus au 1er septembre 2026, aucun lien noté entre les associations et "
        "les groupes d’habitants quand on en attendrait 12 : c’est moins. Ne se connaissent-ils "
        "pas, ou ne l’avons-nous pas noté ?"
    ) in found
    assert (
        "D’après les liens connus au 1er septembre 2026, 16 liens notés entre associations quand "
        "on en attendrait 5 : c’est plus."
    ) in found


def test_cells_of_few_expected_ties_are_withheld(families: Callable[..., Facts]) -> None:
    tables = mixing_at_each_level(families(options={"boundary": "documented"}), by=By.KIND)

    strong = tables[3]
    assert all(one.claim == "withheld" and one.judged is None for one in strong.cells)
    assert sum(one.ties for one in strong.cells) == 3


def test_table_of_several_themes_is_not_drawn(measure: Callable[..., Facts]) -> None:
    actors = [{"id": f"a{n:02d}", "themes": ["t1", f"t{n % 3}"]} for n in range(24)]
    ties = [(f"a{n:02d}", f"a{(n + 1) % 24:02d}") for n in range(24)]
    facts = measure(actors=actors, collaborations=ties)

    (found,) = mixing_findings(facts, mixing_table(facts, by=By.THEME))

    assert found.claim == "withheld"
    assert "plusieurs thèmes" in found.sentence


def test_without_verdicts_nothing_is_drawn(families: Callable[..., Facts]) -> None:
    facts = families()

    found = crossing(facts, by=By.KIND, verdicts=False)

    assert found.judged is None
    assert all(one.judged is None for one in found.groups)
    assert found.counts == crossing(facts, by=By.KIND).counts
    assert "sans préférence." in crossing_findings(facts, found)[0].sentence
