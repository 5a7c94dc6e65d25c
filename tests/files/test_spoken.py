from __future__ import annotations

import pytest
from spoken import faults, refused_words


@pytest.mark.parametrize(
    "text",
    ["Les nœuds.", "Un îlot.", "Deux silos.", "p = 0,02.", "Acteurs isolés.", "L’indice E-I."],
)
def test_refused_words_are_seen(text: str) -> None:
    assert refused_words(text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Il n’a que un partenaire.", "elision"),
        ("Ils ont 1\xa0acteurs.", "singular"),
        ("Ils ont 12\xa0acteur.", "plural"),
        ("Ils n’ont aucun partenaires.", "many of none"),
        ("Un  acteur.", "space"),
        ("Un acteur", "end"),
        ("un acteur.", "start"),
        ("Valeur : nan.", "nothing"),
    ],
)
def test_faults_are_seen(text: str, fault: str) -> None:
    assert faults(text) == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "Les 21\xa0acteurs de «\xa0Commune de Abrest\xa0» n’en ont aucun.",
        "1\xa0acteur de onze ans, «\xa0p nœud\xa0» mis à part ?",
        "La densification est une solidarité.",
    ],
)
def test_right_sentences_are_left_alone(text: str) -> None:
    assert faults(text) == []
