"""What a sentence shown to people must keep to: the words that WORDS refuses, and plain French."""

from __future__ import annotations

import re

from actors_graph.text import fold

# WORDS: « never on a screen »; they live in Méthode, among the words of the field.
FORBIDDEN = (
    "nœud", "arête", "graphe", "degré", "centralité", "résidu", "bootstrap", "intervalle", "borne",
    "optimum", "densité", "centralisation", "E-I", "Gould", "Fernandez", "courtage", "barreau",
    "îlot", "révision", "fragile", "solide", "résilience", "isolé", "silo",
)  # fmt: skip
# « p » is refused as a word of its own.
_REFUSED = re.compile(rf"\b({'|'.join([*(fold(word) for word in FORBIDDEN), 'p'])})(e?s|x|e)?\b")
# What somebody wrote is not ours to correct.
_QUOTED = re.compile("«\xa0.*?\xa0»")
_FAULTS = {
    "elision": re.compile(r"\b(?:[Ll][ea]|[Dd]e|[Qq]ue|[NnSs]e) (?=[aeiouéèêàâîôû])(?!onze|oui)"),
    "singular": re.compile(r"(?<![\d,\xa0\u202f])[01]\xa0(?:acteur|structure|lien|paire|fiche)s\b"),
    "plural": re.compile(
        r"(?<![,\d])(?:[2-9]|\d\d+)\xa0(?:acteur|structure|lien|paire|fiche|partenaire)\b"
    ),
    "many of none": re.compile(r"\baucune? (?!des\b)\w+(?<!s)s\b(?! d’)"),
    "space": re.compile(r"  |\s[,.]|\(\s|\s\)"),
    "end": re.compile(r"[^.?!…]$"),
    "start": re.compile(r"^[a-zéèàêâîôûç]"),
    "nothing": re.compile(r"\b(?:None|nan|inf|True|False)\b|-\d"),
}


def refused_words(text: str) -> list[str]:
    """The words of a text that no screen may show."""
    return [found.group() for found in _REFUSED.finditer(fold(text))]


def begun_words(text: str) -> list[str]:
    """The refused words that a word of a text begins with, « p » left aside: for source texts."""
    return [word for word in FORBIDDEN if re.search(rf"\b{word}", text, re.IGNORECASE)]


def faults(text: str) -> list[str]:
    """The kinds of faults of a sentence, outside what it quotes."""
    own = _QUOTED.sub("«\xa0X\xa0»", text)
    return [name for name, wrong in _FAULTS.items() if wrong.search(own)]
