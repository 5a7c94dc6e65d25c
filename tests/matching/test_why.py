"""The reason of a pair, as who decides reads it."""

from __future__ import annotations

import pytest

from actors_graph.matching import (
    Doubt,
    Likeness,
    Pair,
    Reason,
    Records,
    Verdict,
    same_actor_pairs,
    why,
)

VICHY = "03310"
LONGER_AND_ANOTHER = (
    "un nom plus long que l’autre (« Parents »), "
    "mais peut-être un service ou un organisme de l’autre"
)


@pytest.mark.parametrize(
    ("a", "b", "sentence"),
    [
        ("Le Fil bleu", "Fil bleu", "mêmes mots"),
        ("Le Fil bleu", "Les Amies du Fil bleu", "un nom plus long que l’autre (« Amies »)"),
        (
            "École Jules Ferry",
            "Parents de l’École Jules Ferry",
            LONGER_AND_ANOTHER,
        ),
        ("Les Passerelles", "Les Paserelles", "presque les mêmes lettres"),
        ("UMR", "Union des maisons rouges", "un sigle et un nom en entier (« UMR »)"),
        ("Vichy", "Mairie de Vichy", "mêmes mots, mais un nom de commune sans autre mot"),
    ],
)
def test_reason_of_two_names_is_said(a: str, b: str, sentence: str) -> None:
    names = Records(ids=(a, b), names=(a, b), communes=(VICHY, VICHY))

    (pair,) = same_actor_pairs(names)

    assert why(pair).replace("\xa0", " ") == sentence


@pytest.mark.parametrize("likeness", Likeness)
@pytest.mark.parametrize("doubt", [None, *Doubt])
def test_every_reason_has_words(likeness: Likeness, doubt: Doubt | None) -> None:
    sentence = why(Pair(0, 1, Verdict.GREY, Reason(likeness, ("umr",), doubt)))

    assert sentence[0].islower()
    assert sentence[-1] != "."
    assert (", mais " in sentence) is (doubt is not None)
