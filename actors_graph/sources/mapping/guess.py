"""Where each column of a table seems to go: its header and its cells, weighed together.

A header that its cells contradict is not believed (« Commune » over INSEE codes); a column
without a known header is judged by its cells alone, less surely.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.sources.mapping.choices import CERTAIN, IGNORED, REMARKS
from actors_graph.sources.mapping.content import profile
from actors_graph.sources.mapping.synonyms import (
    KNOWN_NAME,
    Guess,
    header_guesses,
    header_key,
    is_private,
    is_remarks,
    is_useless,
)
from actors_graph.sources.mapping.targets import PAIRS, takes_several, target_words
from actors_graph.sources.mapping.ties import tie_guesses
from actors_graph.words import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from actors_graph.sources.mapping.content import Profile
    from actors_graph.sources.raw import RawTable

# The form that the cells of a target have, by the last part of its word.
_FORMS: Final = {
    "siret": "siret",
    "siren": "siren",
    "rna": "rna",
    "code_insee": "insee",
    "code_postal": "postal",
    "telephone": "phone",
    "courriel": "email",
    "site_web": "url",
    "montant": "amount",
    "exercice": "year",
    "decide_le": "date",
    "verifie_le": "date",
    "lat": "number",
    "lon": "number",
}
# What a form tells without any header, and how surely; in the order in which they are tried.
_BY_FORM: Final = (
    ("email", "courriel", 0.8, "des adresses de courriel"),
    ("rna", "rna", 0.8, "des numéros RNA"),
    ("siret", "siret", 0.8, "des numéros à 14 chiffres"),
    ("phone", "telephone", 0.75, "des numéros de téléphone"),
    ("siren", "siren", 0.6, "des numéros à 9 chiffres"),
    ("url", "site_web", 0.6, "des adresses de sites"),
    ("commune", "commune", 0.65, "des noms de communes"),
    ("address", "adresse", 0.6, "des adresses"),
)
_FORM_WORDS: Final = {form: words for form, _, _, words in _BY_FORM} | {
    "insee": "des codes INSEE",
    "postal": "des codes postaux",
    "date": "des dates",
    "year": "des années",
    "amount": "des montants",
}
_PARTNERS: Final = "la colonne contient des listes de partenaires"
_ALL_DIFFERENT: Final = "des textes tous différents"
_MOST: Final = 0.7
_SOME: Final = 0.3
# Where a second column of the same words goes.
_SECOND: Final = {
    "telephone": ("contact.telephone", 0.5),
    "courriel": ("contact.courriel", 0.5),
    "nom": ("contact.nom", 0.6),
    "commune": ("agit_sur", 0.3),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column as it is judged: where it is, its header, what its cells look like.

    `words` is the header with the heading above it, as in « Contact » over « Nom ».
    """

    position: int
    header: str
    profile: Profile
    words: str = ""


def columns_of(raw: RawTable) -> list[Column]:
    """Return the columns of a table with their profiles."""
    groups = raw.groups or ("",) * len(raw.header)
    triples = zip(raw.header, raw.columns, groups, strict=True)
    return [
        Column(position, name, profile(cells), f"{name} {group}" if group else "")
        for position, (name, cells, group) in enumerate(triples)
    ]


def assigned(columns: Sequence[Column], *, kind: str, names: frozenset[str]) -> list[Guess]:
    """Return the target of each column in a kind of table, the surest first served.

    Args:
        columns: all columns of the table.
        kind: what the table is.
        names: folded names of the actors of the table, to know a header that is one of them.
    """
    words = frozenset(target_words(kind))
    guesses = [_guesses(column, columns, kind=kind, names=names) for column in columns]
    ranked = sorted(
        (
            (-guess.confidence, place, order, guess)
            for place, found in enumerate(guesses)
            for order, guess in enumerate(found)
            if guess.target in words
        ),
        key=lambda item: item[:3],
    )
    taken: dict[str, int] = {}
    chosen: dict[int, Guess] = {}
    for _, place, _, guess in ranked:
        if place not in chosen and (takes_several(guess.target, kind) or guess.target not in taken):
            chosen[place] = guess
            taken.setdefault(guess.target, place)
    return [
        chosen.get(place) or _left_out(found, columns, taken=taken)
        for place, found in enumerate(guesses)
    ]


def _left_out(found: Sequence[Guess], columns: Sequence[Column], *, taken: dict[str, int]) -> Guess:
    for guess in found:
        # Texts that only look like names are not what another column says already.
        if guess.target in taken and guess.why != _ALL_DIFFERENT:
            other = columns[taken[guess.target]]
            named = quoted(other.header) if other.header else str(other.position + 1)
            return Guess(IGNORED, 0.6, f"la colonne {named} dit déjà cela")
    return Guess(IGNORED, 0.3, "aucune place trouvée")


def _guesses(
    column: Column, columns: Sequence[Column], *, kind: str, names: frozenset[str]
) -> list[Guess]:
    known = _headed(column, kind)
    is_model = any(guess.confidence == CERTAIN for guess in known) and kind != PAIRS
    apart = None if is_model else _apart(column)
    if apart is not None:
        return [apart]
    tied = tie_guesses(column.header, column.profile, kind=kind, names=names)
    headed = [_weighed(guess, column, kind=kind) for guess in known]
    if kind == PAIRS and header_key(column.header) == "source" and _has_target(columns):
        # « source » and « target » are the two ends of a tie in files of networks.
        headed = [Guess("acteur_a", 0.95, "source d’un lien, vers une autre colonne")]
    found = [*tied, *headed, *_by_content(column, kind=kind)]
    if kind == "acteurs":
        found.extend(_seconds(column, columns, headed))
    return sorted(found, key=lambda guess: -guess.confidence)


def _headed(column: Column, kind: str) -> list[Guess]:
    """What a header means; a heading above it that makes a known name of it comes first."""
    whole = header_guesses(column.words, kind) if column.words else []
    if whole and whole[0].why == KNOWN_NAME:
        return whole
    return header_guesses(column.header, kind)


def _has_target(columns: Sequence[Column]) -> bool:
    return any(header_key(column.header) in {"target", "cible"} for column in columns)


def _apart(column: Column) -> Guess | None:
    """What is so whatever the header: private life, opinions, cells that are lists of partners."""
    if is_private(column.header):
        return Guess(IGNORED, CERTAIN, "donnée personnelle : jamais gardée")
    if column.profile["partners"] == 1:
        return Guess("partenaires", 0.9, _PARTNERS)
    if is_remarks(column.header):
        return Guess(REMARKS, 0.9, "des remarques, peut-être des avis sur des personnes")
    if is_useless(column.header):
        return Guess(IGNORED, 0.9, "pas de place dans vos données")
    return None


def _weighed(guess: Guess, column: Column, *, kind: str) -> Guess:
    """Weigh what a header says by what the cells are."""
    shares = column.profile
    if not shares.filled:
        return Guess(guess.target, round(guess.confidence / 2, 2), f"{guess.why}, colonne vide")
    part = guess.target.rpartition(".")[2]
    if part == "id" and kind in {"acteurs", "projets", "financements"} and shares["digits"] > _MOST:
        return Guess("reference", 0.9, "des numéros : l’identifiant chez la source")
    judge = _JUDGES.get(part)
    if judge is not None:
        return judge(guess, shares)
    expected = _FORMS.get(part)
    if expected is None or shares[expected] >= _SOME:
        return guess
    other = _form(shares)
    if other is not None and other[1] != part:
        prefix = guess.target[: -len(part)]
        return Guess(prefix + other[1], 0.8, f"la colonne contient {other[3]}")
    return Guess(guess.target, round(guess.confidence * 0.75, 2), guess.why)


def _number(guess: Guess, shares: Profile) -> Guess:
    """Tell the number of a public register from that of the source."""
    for form in ("siret", "rna"):
        if shares[form] >= _MOST:
            return Guess(form, 0.85, f"la colonne contient {_FORM_WORDS[form]}")
    return guess


def _place(guess: Guess, shares: Profile) -> Guess:
    """Tell names of communes, addresses and codes apart."""
    prefix, part = guess.target[: -len("commune")], guess.target[-len("commune") :]
    if part == "commune":
        return _code(guess, shares) if shares["letters"] < _SOME else guess
    if shares["commune"] >= _SOME > shares["address"]:
        return Guess(f"{prefix}commune", 0.8, "la colonne contient des noms de communes")
    return guess


def _code(guess: Guess, shares: Profile) -> Guess:
    prefix = guess.target[: -len("commune")]
    if shares["insee"] >= max(_MOST, shares["postal"]):
        return Guess(f"{prefix}code_insee", 0.9, "la colonne contient des codes INSEE")
    if shares["postal"] >= _MOST:
        return Guess(f"{prefix}code_postal", 0.9, "la colonne contient des codes postaux")
    return Guess(guess.target, 0.3, guess.why)


def _place_code(guess: Guess, shares: Profile) -> Guess:
    """Tell INSEE codes from postal codes where the header takes one for the other."""
    prefix, _, part = guess.target.rpartition("code_")
    insee, postal = shares["insee"], shares["postal"]
    if part == "insee" and insee < _SOME and postal >= _MOST:
        return Guess(f"{prefix}code_postal", 0.85, "la colonne contient des codes postaux")
    if part == "postal" and postal < _SOME and insee >= _MOST:
        return Guess(f"{prefix}code_insee", 0.85, "la colonne contient des codes INSEE")
    return guess


_JUDGES: Final[dict[str, Callable[[Guess, Profile], Guess]]] = {
    "commune": _place,
    "adresse": _place,
    "code_insee": _place_code,
    "code_postal": _place_code,
    "reference": _number,
}


def _form(shares: Profile) -> tuple[str, str, float, str] | None:
    """Return the form that most cells of a column have."""
    return next((form for form in _BY_FORM if shares[form[0]] >= _MOST), None)


def _by_content(column: Column, *, kind: str) -> list[Guess]:
    """What the cells alone say."""
    prefix = "beneficiaire." if kind == "financements" else ""
    shares = column.profile
    if shares["partners"] >= _MOST:
        return [Guess("partenaires", 0.6, _PARTNERS)]
    form = _form(shares)
    if form is not None:
        return [Guess(prefix + form[1], form[2] - 0.05, f"la colonne contient {form[3]}")]
    if shares["insee"] >= _MOST and shares["insee"] > shares["postal"]:
        return [Guess(f"{prefix}code_insee", 0.65, "la colonne contient des codes INSEE")]
    if shares["postal"] >= _MOST:
        return [Guess(f"{prefix}code_postal", 0.65, "la colonne contient des codes postaux")]
    return _by_kind(shares, kind=kind)


def _by_kind(shares: Profile, *, kind: str) -> list[Guess]:
    """What the cells say where one knows what the table is."""
    if kind == PAIRS and shares["box"] >= _MOST > shares["cross"]:
        return [Guess("niveau", 0.6, "la colonne contient des niveaux")]
    if kind == "financements" and shares["euros"] >= _MOST:
        return [Guess("montant", 0.7, "la colonne contient des montants")]
    is_names = shares["letters"] > _MOST and shares.distinct > _MOST and shares.words < 9
    if kind in {"acteurs", "grille"} and is_names:
        return [Guess("nom", 0.4, _ALL_DIFFERENT)]
    return []


def _seconds(column: Column, columns: Sequence[Column], headed: Sequence[Guess]) -> list[Guess]:
    """Where a column goes when another is surer for the same place, or belongs to a person."""
    found = []
    people = {guess.target for other in columns for guess in _headed(other, "acteurs")}
    has_person = bool({"contact", "contact.nom"} & people) or "contact.prenom" in people
    for guess in headed:
        second = _SECOND.get(guess.target)
        if second is None or (second[0] == "contact.nom" and "contact.prenom" not in people):
            continue
        found.append(Guess(second[0], second[1], "second, déjà lu dans une autre colonne"))
        if has_person and _is_personal(column, guess.target):
            found.append(Guess(second[0], 0.98, "des coordonnées de personnes"))
    return found


def _is_personal(column: Column, target: str) -> bool:
    return target == "telephone" and column.profile["mobile"] > _MOST
