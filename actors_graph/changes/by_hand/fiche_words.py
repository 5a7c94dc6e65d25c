"""The facts of a row in French: what a field is called in a sentence, how its value is shown."""

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
    "partners_asked_on": "partenaires demandés le",
    "created_on": "date de création",
    "dissolved_on": "date de dissolution",
    "visibility": "diffusion",
    "checked_on": "dernière vérification",
    "reference": "numéro dans la source",
}
# The same for the other tables, whose columns are without accents.
_OTHERS: Final = {
    "first_name": "prénom",
    "phone": "téléphone",
    "told_on": "personne informée le",
    "level_wording": "niveau tel qu’il est dit",
    "frequency": "fréquence",
    "declared_by": "dit par",
    "starts_on": "début",
    "checked_on": "dernière vérification",
    "theme": "thème",
    "themes": "thèmes",
    "year": "année",
    "decided_on": "date de décision",
    "role": "rôle",
    "college": "collège",
    "seat": "titulaire ou suppléant",
    "state": "état",
    "edition_of": "édition de",
    "committee": "comité",
    "summary": "résumé",
    "audience": "pour qui",
    "inhabitants": "part des habitants",
    "result": "résultat",
    "reuse": "ce qui peut être repris",
    "agenda": "ordre du jour",
    "decisions": "décisions",
    "due_on": "échéance",
    "granted": "montant accordé",
    "paid": "montant versé",
    "asked": "montant demandé",
    "voted": "montant voté",
    "decided_by": "décidé par",
    "synonyms": "autres mots",
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


def field_words(table: str, name: str) -> str:
    """Return what a field of any table is called.

    >>> field_words("collaborations", "declared_by"), field_words("actors", "phone")
    ('dit par', 'téléphone')
    """
    if table == "actors":
        return fact_words(name)
    return _OTHERS.get(name) or TABLES[table].by_name[name].column or name


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
