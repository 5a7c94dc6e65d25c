"""Columns and closed values as people write them: « Vérifié le », « Groupe habitants ».

A title folds back to the word it stands for, so that a file or a form that uses it is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.words import capital

if TYPE_CHECKING:
    from actors_graph.model.fields import Field

# The words of the model have no accents (MODEL.md); French does.
_ACCENTED: Final = """
    accepté accordé abandonné à bénéficiaire collectivité collège comité consulté créé
    coprésence début décidé décision décisions déclaration déclaré demandés découvrir
    département départemental échéance édition élu établissement état événement excusé envisagé
    fréquence informé invité libellé prénom présent publié rattaché référence refusé refusée
    résultat résumé région rôle séance séminaire siège suppléant téléphone terminé thématique thème
    thèmes validé vérifié versé voté
"""
_PLAIN: Final = str.maketrans("àâéèêëîïôûüç", "aaeeeeiiouuc")
_WORDS: Final = {word.translate(_PLAIN): word for word in _ACCENTED.split()}
_CAPITALS: Final = {"insee", "siren", "siret", "rna", "qpv", "epci", "ess"}
# Where a word alone would mislead.
_WHOLE: Final = {
    "acteur_a": "Acteur A",
    "acteur_b": "Acteur B",
    "a_construit_avec": "A construit avec",
}


def in_words(code: str) -> str:
    """Return a column or a closed value of the model as people write it.

    >>> in_words("rattache_a"), in_words("code_insee"), in_words("service_public")
    ('Rattaché à', 'Code INSEE', 'Service public')
    """
    if code in _WHOLE:
        return _WHOLE[code]
    words = [
        part.upper() if part in _CAPITALS else _WORDS.get(part, part) for part in code.split("_")
    ]
    return capital(" ".join(words))


def column_title(field: Field) -> str:
    """Return the title of a column, marked « * » where a row needs it."""
    needed = field.required and field.column != "id"
    return f"{in_words(field.column)} *" if needed else in_words(field.column)
