"""The small words that change before another: « d’associations », « qu’un », « du Donjon ».

Elision follows the sound: a vowel or a mute h, except before the words of `_NO_ELISION` (aspirated
h, « onze », « oui », a y that sounds as a consonant). The list holds what a directory of local
actors meets; a name that sounds otherwise than it is written cannot be guessed and is taken as
it is written.
"""

from __future__ import annotations

import re

from actors_graph.text import fold

_VOWELS = "aeiouyh"
_ASPIRATED = (
    "haie halle halles halte hameau hameaux hand handball handicap handicape handicapes "
    "handicapee handicapees handisport hangar harcelement harki harkis hasard haut haute hautes "
    "hauteur hauteurs hauts havre heros hierarchie hip hockey hollande hors huit huitieme"
)
_NO_ELISION = frozenset(
    (*_ASPIRATED.split(), "onze", "onzieme", "oui", "ouistiti", "uhlan", "yaourt", "yoga", "yole")
)
# « le » must be followed by a space: in « Lenax » it is the beginning of a word.
_ARTICLE = re.compile(r"(?:(le|la|les)\s+|l[’']\s*)(?=\S)", re.IGNORECASE)


def elides(following: str) -> bool:
    """Whether « le », « de », « que » lose their vowel before that text.

    >>> elides("associations"), elides("handicap"), elides("habitants"), elides("12 acteurs")
    (True, False, True, False)
    """
    first = fold(following).split(" ", 1)[0]
    return bool(first) and first[0] in _VOWELS and first not in _NO_ELISION


def de(following: str) -> str:
    """Return « de » or « d’ » and the text that follows, which takes no article.

    >>> de("associations"), de("communes"), de("onze structures")
    ('d’associations', 'de communes', 'de onze structures')
    """
    return _joined("de", following)


def que(following: str) -> str:
    """Return « que » or « qu’ » and the text that follows.

    >>> que("un appel"), que("la régie")
    ('qu’un appel', 'que la régie')
    """
    return _joined("que", following)


def the(following: str, *, feminine: bool = False) -> str:
    """Return the singular definite article and the noun.

    >>> the("association", feminine=True), the("commune", feminine=True), the("élu")
    ('l’association', 'la commune', 'l’élu')
    """
    article = "la" if feminine else "le"
    return f"l’{following}" if elides(following) else f"{article} {following}"


def of_place(name: str) -> str:
    """Return the name of a place or structure after « de », its own article contracted.

    >>> of_place("Vichy"), of_place("Yzeure"), of_place("Le Donjon"), of_place("L’Isle")
    ('de Vichy', 'd’Yzeure', 'du Donjon', 'de L’Isle')
    """
    contracted = _contracted(name, le="du", les="des")
    return contracted or (f"de {name}" if _ARTICLE.match(name) else de(name))


def at_place(name: str) -> str:
    """Return the name of a place after « à », its own article contracted.

    >>> at_place("Cusset"), at_place("Le Donjon"), at_place("Les Ancizes"), at_place("La Palisse")
    ('à Cusset', 'au Donjon', 'aux Ancizes', 'à La Palisse')
    """
    return _contracted(name, le="au", les="aux") or f"à {name}"


def _contracted(name: str, *, le: str, les: str) -> str:
    found = _ARTICLE.match(name)
    article = (found.group(1) or "").lower() if found else ""
    if not found or article not in {"le", "les"}:
        return ""
    return f"{le if article == 'le' else les} {name[found.end() :]}"


def _joined(word: str, following: str) -> str:
    return f"{word[:-1]}’{following}" if elides(following) else f"{word} {following}"
