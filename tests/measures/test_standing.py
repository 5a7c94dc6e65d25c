from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from spoken import faults, refused_words

from actors_graph.algorithms.dropping import Dropping, Seen
from actors_graph.jobs import JobCancelledError, Progress
from actors_graph.measures import Claim, Holds, Stands, standing
from actors_graph.measures.standing import HOLDS_FROM, LEAST_LINKS, hinge_stands, link_stands
from actors_graph.measures.standing_sentences import (
    alone_standing,
    hinge_standing,
    link_standing,
    standing_summary,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.measures import Facts

# A well tied four (a-d) and, held by a alone, six actors of one tie each; b alone holds x and y.
TIES = [
    *[(one, two) for one in "abcd" for two in "abcd" if one < two],
    *[("a", f"leaf{i}") for i in range(6)],
    ("b", "x"),
    ("x", "y"),
]
ACTORS = [*"abcdxy", *(f"leaf{i}" for i in range(6)), "lone"]


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


@pytest.fixture(scope="module")
def facts(measure: Callable[..., Facts]) -> Facts:
    actors = [{"id": one, "checked_on": "2026-05"} for one in ACTORS]
    actors[-1]["partners_asked_on"] = "2026-05"
    return measure(actors=actors, collaborations=TIES)


def test_a_hinge_of_many_holds_and_one_of_few_is_checked_first(facts: Facts) -> None:
    """By hand: a keeps two of its six unless five or more go; b needs b-x and x-y: 0.8² = 0.64."""
    found = standing(facts)

    assert list(found.hinges) == ["a", "b"]
    assert found.hinges["a"].holds is Holds.YES
    assert found.hinges["b"].share == pytest.approx(0.64, abs=0.1)
    assert found.hinges["b"].holds is Holds.CHECK
    assert found.dropping == Dropping(share=0.2, draws=200, seed=2026)
    assert standing(facts) == found


def test_links_are_told_by_those_alike_and_lone_actors_by_all(facts: Facts) -> None:
    """Seven links hold one actor, b-x two: too few of either to say that one holds."""
    found = standing(facts)

    assert len(found.only_links) == 8
    one, several = found.only_links["a", "leaf0"], found.only_links["b", "x"]
    assert one == found.only_links["x", "y"]
    assert one.share is not None
    assert several.share is not None
    assert one.share > several.share
    assert {one.holds, several.holds} == {Holds.CHECK}
    # One lone actor, and one in five of the seven leaves in each draw: 1 / (1 + 7 × 0.2), about.
    assert found.alone == pytest.approx(1 / 2.4, abs=0.06)


def test_thresholds_are_reached_from_the_number_on() -> None:
    assert hinge_stands(HOLDS_FROM) == Stands(HOLDS_FROM, Holds.YES)
    assert hinge_stands(HOLDS_FROM - 0.005).holds is Holds.CHECK
    assert link_stands(Seen(LEAST_LINKS, 100, 95)) == Stands(0.95, Holds.YES)
    assert link_stands(Seen(LEAST_LINKS - 1, 100, 95)) == Stands(0.95, Holds.CHECK)
    assert link_stands(Seen(LEAST_LINKS, 100, 94)).holds is Holds.CHECK
    assert link_stands(Seen(0)) == Stands(None, Holds.CHECK)


def test_an_actor_nobody_asked_counts_for_no_lone_one(measure: Callable[..., Facts]) -> None:
    """MODEL rule 7: the truth has no lone actor then, and nothing is said of any."""
    found = standing(measure(actors=ACTORS, collaborations=TIES))

    assert found.alone is None
    assert alone_standing(found) == ""


def test_a_network_without_ties_says_nothing(measure: Callable[..., Facts]) -> None:
    found = standing(measure(actors=["a", "b"]))

    assert (dict(found.hinges), dict(found.only_links)) == ({}, {})
    assert standing_summary(found) == ()


def test_too_few_actors_give_numbers_and_no_words(measure: Callable[..., Facts]) -> None:
    found = standing(measure(actors=list("abcd"), collaborations=[("a", "b"), ("b", "c")]))
    values: Any = json.loads(json.dumps(found.to_dict(), allow_nan=False))

    assert found.claims["only_links"] is Claim.WITHHELD
    assert [row["holds"] for row in values["only_links"]] == [None, None]
    assert link_standing(found, "a", "b") == ""
    assert standing_summary(found) == ()


def test_values_for_programs_have_every_key(facts: Facts) -> None:
    values: Any = json.loads(json.dumps(standing(facts).to_dict(), allow_nan=False))

    assert list(values) == [
        "draws",
        "dropped_share",
        "seed",
        "holds_from",
        "hinges",
        "only_links",
        "isolates_share",
    ]
    assert [(row["id"], row["holds"]) for row in values["hinges"]] == [("a", "yes"), ("b", "check")]
    assert values["only_links"][0].keys() == {"actors", "share", "holds"}


def test_work_tells_how_far_it_is_and_stops_when_asked(facts: Facts) -> None:
    progress = Progress()
    standing(facts, progress=progress)
    assert progress.share == 1
    assert progress.step == "Essais avec des liens en moins…"

    progress.stop()
    with pytest.raises(JobCancelledError):
        standing(facts, progress=progress)


def test_sentences_say_what_was_tried_and_what_came_of_it(facts: Facts) -> None:
    found = standing(facts)
    lost = plain(hinge_standing(found, "b"))
    held = plain(hinge_standing(found, "a"))

    assert held.startswith("Cela tient même si des liens manquent : c’est encore le cas dans ")
    assert held.endswith(" 200 essais où 20 % des liens sont effacés.")
    assert lost.startswith("À vérifier d’abord : ce n’est plus le cas dans ")
    assert hinge_standing(found, "c") == ""
    assert link_standing(found, "a", "b") == ""
    assert link_standing(found, "x", "b") == link_standing(found, "b", "x") != ""
    assert plain(link_standing(found, "b", "x")).startswith(
        "À vérifier d’abord : quand 20 % des liens sont effacés, "
    )
    assert plain(alone_standing(found)).startswith(
        "Si 20 % des liens manquaient dans votre fichier, "
    )
    assert plain(" ".join(standing_summary(found))).startswith(
        "Acteurs qui font seuls le lien : 2 (tient même si des liens manquent : 1 ; "
        "à vérifier d’abord : 1). Seuls liens : 8 ("
    )


def test_sentences_are_plain_french(facts: Facts, measure: Callable[..., Facts]) -> None:
    star = [("a", f"leaf{i:02}") for i in range(LEAST_LINKS)]
    alike = measure(actors=["a", *(end for _, end in star)], collaborations=star)
    for found in (standing(facts), standing(alike)):
        said = [
            *(hinge_standing(found, actor) for actor in found.hinges),
            *(link_standing(found, *ends) for ends in found.only_links),
            *standing_summary(found),
        ]

        assert len(said) >= 3
        assert [text for text in said if refused_words(text) or faults(text)] == []


def test_too_few_links_of_a_sort_are_said_to_be_too_few(measure: Callable[..., Facts]) -> None:
    """A star of eight: what looks like an only link always is one, and eight are too few."""
    star = [("a", f"leaf{i}") for i in range(8)]
    found = standing(measure(actors=["a", *(end for _, end in star)], collaborations=star))

    assert found.only_links["a", "leaf0"].share == 1.0
    assert plain(link_standing(found, "a", "leaf0")) == (
        "À vérifier d’abord : moins de 20 liens de cette sorte, trop peu pour en dire plus."
    )


def test_many_links_that_are_always_true_hold(measure: Callable[..., Facts]) -> None:
    star = [("a", f"leaf{i:02}") for i in range(LEAST_LINKS)]
    found = standing(measure(actors=["a", *(end for _, end in star)], collaborations=star))

    assert plain(link_standing(found, "leaf00", "a")) == (
        "Cela tient même si des liens manquent : quand 20 % des liens sont effacés, tous les "
        "liens qui paraissent seuls le sont vraiment."
    )
