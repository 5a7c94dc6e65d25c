"""Counting things in French: « 12 acteurs », « 1 structure », « aucune structure ».

The gender of a noun is known by the lexicon of the domain below; a noun that is not in it is a
mistake of the code and raises, so that no page says « aucun structure ». French counts 0 and 1 as
singular (the CLDR rule, by Babel).
"""

from __future__ import annotations

from functools import cache

from babel.core import Locale

from actors_graph.words.numbers import LOCALE, number

_MASCULINE = """
    acte acteur agent appel avis besoin bilan canton centre champ changement collège comité compte
    conseil contact département détail document domaine doublon dossier élu enjeu établissement
    euro fichier financement financeur foyer groupe habitant import jour lien lieu mandat mois
    montant mot niveau nom objet ordre organisme onglet partenaire partenariat point plancher
    portage porteur problème projet quartier rapport rappel registre réglage résultat rôle
    secteur séminaire service signe site sujet territoire texte thème titre type village voisin an
"""
_FEMININE = """
    action adhésion adresse année copie antenne association cellule cible collaboration collectivite
    collectivité colonne commune convention copresence coprésence date décision déclaration demande
    direction donnée édition entreprise erreur étape famille feuille fiche heure initiative
    intercommunalité introduction invitation ligne liste mairie mesure minute modification note
    opération paire participation personne place présence preuve proposition question rencontre
    région relation réponse réunion revue séance semaine source structure subvention suite valeur
    ville
"""
_IRREGULAR = {
    "œil": "yeux",
    "bail": "baux",
    "travail": "travaux",
    "vitrail": "vitraux",
    "bijou": "bijoux",
    "caillou": "cailloux",
    "chou": "choux",
    "genou": "genoux",
    "hibou": "hiboux",
    "pneu": "pneus",
    "bleu": "bleus",
    "bal": "bals",
    "carnaval": "carnavals",
    "festival": "festivals",
    "récital": "récitals",
    "régal": "régals",
    "final": "finals",
    "naval": "navals",
    "tout": "tous",
    "ce": "ces",
    "est": "sont",
    "a": "ont",
}
# What follows one of these in a noun phrase does not agree: « groupes d’habitants », « acteurs
# sans partenaire connu », « actions en cours ».
_STOPS = {"de", "du", "des", "à", "au", "aux", "en", "par", "pour", "sans", "sur", "avec", "et"}
_FEMININE_FORMS = {"nouveau": "nouvelle", "seul": "seule", "tout": "toute", "local": "locale"}


def plural(phrase: str) -> str:
    """Return the plural of a noun, adjective or noun phrase.

    >>> plural("lien noté"), plural("groupe d’habitants"), plural("comité local")
    ('liens notés', 'groupes d’habitants', 'comités locaux')
    """
    words = phrase.split(" ")
    agreeing = len(words)
    for position, word in enumerate(words):
        if position and (word in _STOPS or "’" in word or "'" in word):
            agreeing = position
            break
    return " ".join([*map(_plural_word, words[:agreeing]), *words[agreeing:]])


def count(n: int, phrase: str) -> str:
    r"""Return how many there are: the number and the noun phrase, agreed.

    Args:
        n: 0 or more; 0 is written « aucun » or « aucune ».
        phrase: singular noun phrase; its first noun must be in the lexicon. A number-neutral
            tail is kept (« acteur sans partenaire connu »).

    Raises:
        LookupError: when the lexicon does not know the gender of the noun.

    >>> count(0, "structure"), count(1, "acteur"), count(12, "acteur sans partenaire connu")
    ('aucune structure', '1\xa0acteur', '12\xa0acteurs sans partenaire connu')
    """
    feminine = _is_feminine(phrase)
    if n == 0:
        return f"{'aucune' if feminine else 'aucun'} {phrase}"
    return f"{number(n)}\xa0{plural(phrase) if is_plural(n) else phrase}"


def agreed(word: str, *, n: int, noun: str) -> str:
    """Return an adjective, participle or verb (« est », « a ») agreed with so many of that noun.

    Args:
        word: masculine singular form.
        n: how many.
        noun: singular noun phrase, whose first noun is in the lexicon.

    Raises:
        LookupError: when the lexicon does not know the gender of the noun.

    >>> agreed("documenté", n=3, noun="structure"), agreed("est", n=2, noun="acteur")
    ('documentées', 'sont')
    """
    if word not in {"est", "a"} and _is_feminine(noun):
        word = _feminine_form(word)
    return _plural_word(word) if is_plural(n) else word


@cache
def is_plural(n: int) -> bool:
    """Whether so many things are named in the plural (CLDR rule for French: 2 and more)."""
    return Locale(LOCALE).plural_form(abs(n)) != "one"


@cache
def _lexicon() -> dict[str, bool]:
    return dict.fromkeys(_MASCULINE.split(), False) | dict.fromkeys(_FEMININE.split(), True)


def _is_feminine(phrase: str) -> bool:
    lexicon = _lexicon()
    for word in phrase.split(" "):
        if word in lexicon:
            return lexicon[word]
    raise LookupError(f"the lexicon does not know the gender of {phrase!r}")


def _plural_word(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return word[:-1] + "ux"
    if word.endswith(("au", "eu")):
        return word + "x"
    return word + "s"


def _feminine_form(word: str) -> str:
    if word in _FEMININE_FORMS:
        return _FEMININE_FORMS[word]
    if word.endswith("e"):
        return word
    endings = {"er": "ère", "eux": "euse", "if": "ive", "el": "elle", "en": "enne"}
    for ending, feminine in endings.items():
        if word.endswith(ending):
            return word[: -len(ending)] + feminine
    return word + "e"
