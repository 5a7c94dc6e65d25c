"""Whatever the network, no sentence claims below its minimum, holds a refused word or a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spoken import faults, refused_words

from actors_graph.measures import By, profile
from actors_graph.measures.about import BY_FIELD, MEASURES
from actors_graph.measures.diversity import diversity, diversity_finding
from actors_graph.measures.evidence import Claim
from actors_graph.measures.sentences_expert import expert_lines
from actors_graph.measures.telling import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from actors_graph.measures import Facts
    from actors_graph.measures.evidence import Finding

KINDS = ("association", "elu", "service_public", "groupe_habitants", "entreprise_ess")
# METHOD §3, column « Min. »: fewest actors, fewest ties.
MINIMA = {
    "components": (5, 1),
    "mean_partners": (5, 1),
    "density": (5, 1),
    "articulation_points": (8, 1),
    "cuts_off": (8, 1),
    "only_links": (8, 1),
    "degree_centralisation": (8, 1),
    "pairs_bridged": (8, 1),
    "pairs_only_way": (8, 1),
    "roles": (8, 1),
    "crossing": (12, 20),
    "mixing": (20, 1),
    "movement": (1, 20),
}
# What depends on ties that may be missing is a question under 80 % of recent checks.
QUESTIONS = ("isolates", "articulation_points", "cuts_off", "only_links", "pairs_only_way")
# Of a committee, of two dates, of somebody it concerns, of hundreds of draws only.
SOMETIMES = {"density", "movement", "cuts_off", "one_partner", "standing"}
ALWAYS = {about.field for about in MEASURES} - SOMETIMES


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


@st.composite
def tables(draw: st.DrawFn) -> dict[str, list[Any]]:
    """Rows of a small territory: who, what is known of them, who works with whom, since when."""
    n = draw(st.sampled_from([0, 1, 2, 4, 5, 7, 8, 11, 12, 24]))
    ids = [f"a{place:02d}" for place in range(n)]
    dates = st.sampled_from([None, "2020", "2025-03", "2026-08-01"])
    checked = draw(st.sampled_from(["2026-01-01", None, "mixed"]))
    actors = [
        {
            "id": one,
            "kind": draw(st.sampled_from(KINDS)),
            "checked_on": draw(dates) if checked == "mixed" else checked,
            "partners_asked_on": draw(st.sampled_from([None, "2025"])),
            "themes": draw(st.sampled_from([[], ["sport"], ["sport", "jeux"]])),
            "commune_code": draw(st.sampled_from([None, "03310", "03190"])),
            "source": draw(st.sampled_from([None, "annuaire", "mairie"])),
        }
        for one in ids
    ]
    pairs = [(a, b) for place, a in enumerate(ids) for b in ids[place + 1 :]]
    kept = draw(st.lists(st.sampled_from(pairs), max_size=60, unique=True)) if pairs else []
    ties = [
        {
            "a": a,
            "b": b,
            "level": draw(st.sampled_from([None, 1, 2, 4])),
            "starts_on": draw(st.sampled_from([None, "2021", "2026-06"])),
        }
        for a, b in kept
    ]
    members = draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    return {
        "actors": actors,
        "collaborations": ties,
        "memberships": draw(st.lists(st.sampled_from(pairs), max_size=4)) if pairs else [],
        "themes": [{"id": "sport", "label": "Sport"}, {"id": "jeux", "label": "Jeux"}],
        "committees": [{"id": "k", "name": "Comité", "level": "local"}],
        "participations": [{"actor": one, "target": "k", "role": "membre"} for one in members],
    }


OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "families": st.sampled_from(
            ["collaboration", "adhesion", "collaboration,adhesion", "participation",
             "collaboration,participation"]
        ),
        "min_level": st.sampled_from(["1", "2", "4"]),
        "kinds": st.sampled_from(["", "association,elu"]),
        "perimeter": st.sampled_from(["", "dep:03", "com:03310"]),
        "committee": st.just("k"),
        "boundary": st.just("documented"),
    },
)  # fmt: skip


@settings(max_examples=60)
@given(tables(), OPTIONS, st.sampled_from(list(By)))
def test_nothing_is_said_below_its_minimum_nor_in_wrong_words(
    measure: Callable[..., Facts], rows: dict[str, list[Any]], options: dict[str, str], by: By
) -> None:
    facts, before = measure(options, **rows), measure(options | {"on": "2025"}, **rows)
    found = told(facts, by=by, before=before)

    for one in found:
        check(one, facts)
        assert refused_words(one.sentence) == [], one
        assert faults(one.sentence) == [], one
    assert {one.measure for one in found} <= set(BY_FIELD)
    if facts.evidence.ties:
        every = ALWAYS - ({"crossing", "mixing"} if by is By.NONE else set())
        assert {one.measure for one in found} >= every | {"movement"}
        assert ("density" in {one.measure for one in found}) == ("committee" in options)
    for actor in facts.network.ids[: facts.network.actor_count]:
        check_actor(facts, actor, by)


def check(one: Finding, facts: Facts) -> None:
    """The claim of a finding is no stronger than its measure's, nor than METHOD's minimum."""
    allowed = facts.claims[one.measure]
    if one.claim is Claim.WITHHELD:
        assert one.value is None
        return
    assert allowed is not Claim.WITHHELD, one
    assert one.claim is Claim.QUESTION or allowed is Claim.OK, one
    n, ties = MINIMA.get(one.measure, (1, 0))
    # At a closer level there are fewer ties: the level's own are counted elsewhere.
    assert facts.evidence.n >= n, one
    if "de niveau" not in one.sentence:
        assert facts.evidence.ties >= ties, one
    if one.measure in QUESTIONS and (facts.evidence.completeness or 0) < 0.8:
        assert one.claim is Claim.QUESTION, one


def check_actor(facts: Facts, actor: str, by: By) -> None:
    said = profile(facts, actor, by=by).sentences
    finding = diversity_finding(facts, diversity(facts, actor))
    for sentence in (*said, finding.sentence):
        assert refused_words(sentence) == [], sentence
        assert faults(sentence) == [], sentence
    partners = diversity(facts, actor).partners
    assert (finding.claim is Claim.WITHHELD) == (partners < 4)
    for field, value in expert_lines(facts, actor):
        assert facts.evidence.n >= 8
        assert not faults(f"{BY_FIELD[field].name} : {value}."), value


@pytest.mark.parametrize("field", [about.field for about in MEASURES])
def test_reason_of_a_silence_is_a_sentence(field: str) -> None:
    about = BY_FIELD[field]

    assert faults(f"On ne peut pas le dire ici (il faut {about.minimum}).") == []
    shown = (about.question, about.name, about.reading, about.misleads, about.minimum)
    for text in (*shown, about.caveat):
        assert refused_words(text) == [], text


def ring(n: int) -> list[tuple[str, str]]:
    return [(f"a{i}", f"a{(i + 1) % n}") for i in range(n)]


def sentences(found: Iterable[Finding], measure: str) -> list[str]:
    return [plain(one.sentence) for one in found if one.measure == measure]


def test_wheel_is_told_measure_by_measure(measure: Callable[..., Facts]) -> None:
    """Nine around one: the hub is between all that are not neighbours on the rim."""
    actors: list[dict[str, Any]] = [
        {"id": f"a{i}", "checked_on": "2026", "source": "essai"} for i in range(9)
    ]
    actors.append({"id": "moyeu", "checked_on": "2026", "kind": "service_public"})
    spokes: list[Any] = [
        {"a": "moyeu", "b": f"a{i}", "level": 3, "declared_by": "moyeu"} for i in range(9)
    ]
    spokes.append({"a": "moyeu", "b": "a0", "level": 3, "declared_by": "a0"})
    found = told(measure(actors=actors, collaborations=[*ring(9), *spokes]))
    known = "D’après les liens connus au 1er septembre 2026, "

    assert sentences(found, "completeness") == [
        "Au 1er septembre 2026, 100 % des fiches ont été vérifiées depuis 2 ans.",
        "Les fiches viennent de 1 source : « essai » (9 fiches).",
    ]
    assert sentences(found, "confirmed") == [
        (
            "Au 1er septembre 2026, 6 % des liens notés (1 sur 18) sont confirmés : dits par les "
            "deux acteurs, ou par un acte."
        )
    ]
    assert sentences(found, "components") == [
        f"{known}100 % des acteurs sont reliés de proche en proche.",
        (
            f"{known}par les liens de niveau 2 et plus, 100 % des acteurs sont reliés de proche en "
            "proche."
        ),
    ]
    assert sentences(found, "largest_component") == [
        f"{known}le plus grand groupe relié compte 10 acteurs sur 10."
    ]
    assert sentences(found, "connectedness") == [
        f"{known}100 % des paires d’acteurs peuvent se joindre, au besoin par d’autres."
    ]
    assert sentences(found, "articulation_points") == [
        f"{known}aucun acteur ne fait seul le lien entre d’autres."
    ]
    assert sentences(found, "only_links") == [f"{known}chaque lien noté a un détour."]
    # All the partners of the hub are associations; so are two of the three of each other.
    assert sentences(found, "diversity") == [
        (
            f"{known}sur 1 acteur d’au moins 4 partenaires, 1 acteur n’a que des partenaires d’un "
            "seul type : « Moyeu »."
        )
    ]
    assert sentences(found, "core") == [
        f"{known}le noyau réunit 10 acteurs qui ont chacun au moins 3 partenaires dans ce noyau."
    ]
    assert sentences(found, "betweenness") == [
        (
            f"{known}les plus courts chemins entre les autres passent le plus souvent par "
            "« Moyeu » (premiers 10 %, par ordre de nom)."
        )
    ]
    assert sentences(found, "fragmentation") == [
        f"{known}aucun acteur, en s’arrêtant, ne séparerait les autres."
    ]
    # Burt's effective size of the hub: 9 - 2 x 9 / 9.
    assert dict(expert_lines(measure(actors=actors, collaborations=[*ring(9), *spokes]), "moyeu"))[
        "effective_size"
    ].replace("\xa0", " ") == ("7 sur 9 partenaires")


def test_partners_are_told_by_counts(measure: Callable[..., Facts]) -> None:
    """METHOD A10: eight partners, five associations, two services, one élu; K = 8 kinds."""
    kinds = ["association"] * 5 + ["service_public"] * 2 + ["elu"]
    actors: list[Any] = [{"id": f"p{i}", "kind": kind} for i, kind in enumerate(kinds)]
    facts = measure(actors=[*actors, "x"], collaborations=[("x", f"p{i}") for i in range(8)])
    found = diversity(facts, "x")

    assert plain(diversity_finding(facts, found).sentence) == (
        "Ses 8 partenaires notés au 1er septembre 2026 : 5 associations, 2 services publics et "
        "1 élu."
    )
    # 1 - (25 + 4 + 1) / 64, times 8 / 7.
    assert found.blau == pytest.approx(34 / 64)
    assert found.iqv == pytest.approx(34 / 64 * 8 / 7)
    assert diversity_finding(facts, diversity(facts, "p0")).claim == "withheld"
    lone = measure(actors=["x"])
    assert (diversity(lone, "x").blau, diversity(lone, "x").iqv) == (None, None)


def test_one_weak_tie_joins_two_worlds(measure: Callable[..., Facts]) -> None:
    strong: list[Any] = [
        {"a": a, "b": b, "level": 3} for a, b in (("a", "b"), ("b", "c"), ("d", "e"), ("e", "f"))
    ]
    facts = measure(actors=list("abcdef"), collaborations=[*strong, {"a": "c", "b": "d"}])

    assert [text.partition(", ")[2] for text in sentences(told(facts), "components")] == [
        "100 % des acteurs sont reliés de proche en proche.",
        (
            "par les liens de niveau 2 et plus, les acteurs reliés forment 2 groupes sans lien "
            "entre eux ; le plus grand réunit 50 % des acteurs."
        ),
    ]


def test_elu_is_in_no_list_by_score(measure: Callable[..., Facts]) -> None:
    """METHOD §3: no ranking of élus by any score."""
    rim = [f"a{i}" for i in range(12)]
    elu = {"id": "elue", "name": "Jeanne Exemple", "kind": "elu"}
    facts = measure(actors=[*rim, elu], collaborations=[("elue", one) for one in rim])

    by_score = [
        one
        for one in told(facts)
        if one.measure in {"betweenness", "constraint"} and one.claim is not Claim.WITHHELD
    ]
    assert len(by_score) == 2
    assert all("Jeanne" not in one.sentence for one in by_score)


def test_hinges_after_the_first_are_counted(measure: Callable[..., Facts]) -> None:
    legs = [(f"h{i}", f"m{i}{j}") for i in range(10) for j in range(2)]
    ties = [*[("centre", f"h{i}") for i in range(10)], *legs]
    ids = sorted({end for tie in ties for end in tie})
    facts = measure(actors=[{"id": one, "checked_on": "2026"} for one in ids], collaborations=ties)
    found = sentences(told(facts), "cuts_off")

    assert len(found) == 9
    assert found[-1].endswith("3 autres font de même, pour 2 acteurs au plus.")


def test_file_without_tie_is_told_its_next_step(measure: Callable[..., Facts]) -> None:
    found = told(measure(actors=["a", "b"]))

    assert [one.measure for one in found] == ["completeness", "isolates"]
    assert "c’est normal" in found[-1].sentence
