"""The facts of a fiche in French: what a field is called in a sentence, how its value is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.model import TABLES, FieldType
from actors_graph.model.kind_words import KIND_NOUNS, STATUS_WORDS
from actors_graph.words import date_words, money

if TYPE_CHECKING:
    from actors_graph.model import Value

# The fields whose column is no word that a sentence may hold.
_WORDS: Final = {
    "acronym": "sigle",
    "siren": "SIREN",
    "siret": "SIRET",
    "rna": "numéro RNA",
    "commune_code": "code de la commune",
    "postal_code": "code postal",
    "lat": "latitude",
    "lon": "longitude",
    "themes": "thèmes",
    "acts_in": "territoires où il agit",
    "part_of": "rattachement",
    "phone": "téléphone",
    "website": "site internet",
    "subtype": "précision du type",
    "status": "situation",
    "steward": "suivi par",
    "partners_asked_on": "date de la question sur ses partenaires",
    "created_on": "création",
    "dissolved_on": "dissolution",
    "visibility": "diffusion",
    "checked_on": "dernière vérification",
    "reference": "numéro dans la source",
}
_VALUES: Final = {
    str(value): words for value, words in (*KIND_NOUNS.items(), *STATUS_WORDS.items())
}


def fact_words(name: str) -> str:
    """Return what a field of an actor is called.

    >>> fact_words("phone"), fact_words("name"), fact_words("siret")
    ('téléphone', 'nom', 'SIRET')
    """
    return _WORDS.get(name) or TABLES["actors"].by_name[name].column or name


def shown_fact(name: str, value: Value) -> str:
    """Return a value of an actor as a reader writes it; nothing for an empty one."""
    if value is None or value == []:
        return ""
    target = TABLES["actors"].by_name[name]
    if target.type is FieldType.MONEY and isinstance(value, int):
        return money(value)
    if target.type is FieldType.DATE:
        return date_words(str(value))
    if target.values is not None:
        return _VALUES.get(str(value), str(value))
    return ", ".join(value) if isinstance(value, list) else str(value)
