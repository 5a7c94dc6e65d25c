"""What the header of a column may mean, by the words people use; content is judged elsewhere.

Three sources, from the surest down: the names of the model; our own words (`synonyms_own`); 141
headers of grants seen in the wild (`synonyms_grants.csv`, collected by Data For Good for
dataforgoodfr/13_eclaireur_public, MIT licence, unchanged).
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from actors_graph.sources.mapping.synonyms_own import OWN, PRIVATE, REMARKS, USELESS
from actors_graph.sources.mapping.targets import GRID, kind_table, kind_words
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Words that change nothing, and the endings of « Thématique(s) » and « Référent·e ».
_STOP_WORDS: Final = frozenset(
    ["de", "du", "des", "d", "la", "le", "les", "l", "un", "une", "en", "et", "s", "e", "es"]
)
# « nomBeneficiaire », as schemas write.
_CAMEL: Final = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")

# Our targets for the fields of the national schema of grants (SCDL « subventions »).
_GRANT_TARGETS: Final = {
    "nomAttribuant": "financeur",
    "idAttribuant": "financeur.siret",
    "nomBeneficiaire": "beneficiaire",
    "idBeneficiaire": "beneficiaire.siret",
    "rnaBeneficiaire": "beneficiaire.rna",
    "dateConvention": "decide_le",
    "referenceDecision": "reference",
    "objet": "objet",
    "montant": "montant",
    "nature": "nature",
    "dispositifAide": "dispositif",
}

# Why a whole known name is believed.
KNOWN_NAME: Final = "nom de colonne connu"
_MODEL: Final = 1.0
_OWN: Final = 0.97
_GRANTS: Final = 0.8
# The first words of a list are the usual ones; the last may mean something else.
_DECAY: Final = 0.15
# A word in the middle of a header says too little (« Pourcentage de la subvention »).
_BELIEVED: Final = 0.55
_FUZZY: Final = 90
_FUZZY_LENGTH: Final = 5
# A longer text is no name that we know.
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Guess:
    """What one sign says of a column: its target, how sure (0 to 1), and why, in French."""

    target: str
    confidence: float
    why: str


def header_key(name: str) -> str:
    """Return the words of a header that count, singular, without years.

    >>> header_key("Nom de la structure"), header_key("Thématique(s)"), header_key("Montant 2024")
    ('nom structure', 'thematique', 'montant')
    """
    parted = _CAMEL.sub(" ", name.replace("_", " "))
    words = _YEAR.sub(" ", fold(parted)).split()
    kept = [_singular(word) for word in words if word not in _STOP_WORDS]
    return " ".join(kept or words)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def header_guesses(name: str, kind: str) -> list[Guess]:
    """What a header may mean in a kind of table, the surest first; none for an unknown one.

    A whole known name first, then one it holds (« Nom de la structure porteuse »), then one that
    is written nearly so (« Télephonne »).
    """
    key = header_key(name)
    known = _known(kind)
    if not key:
        return []
    if key in known:
        return sorted(known[key], key=lambda guess: -guess.confidence)
    held = sorted(_held(key, known), key=lambda guess: -guess.confidence)
    if held or len(key) < _FUZZY_LENGTH:
        return held
    near = process.extractOne(key, known.keys(), scorer=fuzz.ratio, score_cutoff=_FUZZY)
    return (
        [
            Guess(guess.target, round(guess.confidence * 0.8, 2), "nom de colonne presque connu")
            for guess in known[near[0]]
        ]
        if near
        else []
    )


def known_names(cells: Iterable[str]) -> int:
    """How many of the cells of a line are names of columns of some kind of table."""
    return sum(len(cell) < _LONGEST and is_known(cell) for cell in cells if cell)


@lru_cache(maxsize=4096)
def is_known(name: str) -> bool:
    """Whether a text is the whole name of a column in some kind of table."""
    return header_key(name) in _all_keys()


@cache
def _all_keys() -> frozenset[str]:
    keys = (key for kind in kind_words() for key, _ in _all_known(kind))
    return frozenset(key for key in keys if key)


def is_remarks(name: str) -> bool:
    """Whether a header announces remarks, that is, opinions."""
    return _names(name, _words(REMARKS))


def is_private(name: str) -> bool:
    """Whether a header announces the private life of persons."""
    return _names(name, _words(PRIVATE))


def is_useless(name: str) -> bool:
    """Whether a header announces what no place of the model wants (a newsletter, a fax)."""
    return header_key(name) in _words(USELESS)


def _names(name: str, words: frozenset[str]) -> bool:
    key = header_key(name)
    return key in words or any(f" {word} " in f" {key} " for word in words if len(word) > 4)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(header_key(name) for name in text.split("|"))


def _held(key: str, known: dict[str, list[Guess]]) -> Iterator[Guess]:
    """Give what the longest known names inside a header mean."""
    words = key.split()
    for length in range(len(words) - 1, 0, -1):
        found = False
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length])
            for guess in known.get(part, ()) if len(part) > 2 else ():
                # The first word of a French noun phrase says what it is.
                share = 0.4 + 0.3 * length / len(words) + (0.2 if start == 0 else 0)
                confidence = round(guess.confidence * share, 2)
                if confidence >= _BELIEVED:
                    why = "nom de colonne qui contient un nom connu"
                    yield Guess(guess.target, confidence, why)
                    found = True
        if found:
            return


@cache
def _known(kind: str) -> dict[str, list[Guess]]:
    """Guesses by key of header, the surest of each target."""
    best: dict[tuple[str, str], Guess] = {}
    for key, guess in _all_known(kind):
        before = best.get((key, guess.target))
        if key and (before is None or before.confidence < guess.confidence):
            best[key, guess.target] = guess
    known: dict[str, list[Guess]] = {}
    for (key, _), guess in best.items():
        known.setdefault(key, []).append(guess)
    return known


def _all_known(kind: str) -> Iterator[tuple[str, Guess]]:
    table = kind_table(kind)
    if table is not None and kind != GRID:
        for field in table.fields:
            for name in (field.column, *field.synonyms) if field.column else ():
                yield header_key(name), Guess(field.column, _MODEL, "nom de colonne du modèle")
    for target, text in OWN.get(kind, {}).items():
        names = text.split("|")
        for position, name in enumerate(names):
            confidence = round(_OWN - _DECAY * position / len(names), 3)
            yield header_key(name), Guess(target, confidence, KNOWN_NAME)
    if kind == "financements":
        for name, target in _grant_headers():
            yield (
                header_key(name),
                Guess(target, _GRANTS, "nom vu dans des fichiers de subventions"),
            )


def _grant_headers() -> Iterable[tuple[str, str]]:
    content = (
        files("actors_graph.sources.mapping").joinpath("synonyms_grants.csv").read_text("utf-8-sig")
    )
    for row in csv.DictReader(io.StringIO(content), delimiter=";"):
        target = _GRANT_TARGETS.get(row["official_name"])
        if target:
            yield row["original_name"], target
