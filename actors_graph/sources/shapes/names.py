"""Cuts a cell into the names it lists: « CCAS, centre social La Rotonde et mission locale ».

People part names by commas, semicolons, slashes, « et », line breaks or bullets, and names hold
commas and « et » themselves (« Sport et Souffle »). A run of words that is a known name, exactly
or nearly, is never cut; elsewhere commas cut and « et » cuts where both sides look like names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from actors_graph.sources.mapping.content import without_label
from actors_graph.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Callable

# What always parts names, and what may be inside one.
_HARD: Final = re.compile(r"[;|\n\r\t•●▪◦‣►→■✓✔]+|\s\*\s|(?:^|\s)\(?\d{1,2}[.)]\s")
_SOFT: Final = re.compile(
    r"\s*,\s*|\s+(?:et|ET|Et|&|\+|-|–|—|/|ainsi que|puis)\s+|\s*\+\s*"
    r"|(?<=[A-ZÀ-Ý]{2})/(?=[A-ZÀ-Ý]{2})"
)
_BULLET: Final = re.compile(r"^\s*(?:[-–—*·+>]+|\(?\d{1,2}\s*[.)°-](?!\d)|[a-z]\))\s*")
_TAIL: Final = re.compile(r"\s*(?:\.{2,}|…|,|\betc\.?)+\s*$", re.IGNORECASE)
_LEAD: Final = re.compile(r"^(?:et|ainsi que|avec|dont)\s+", re.IGNORECASE)
_NOTE: Final = re.compile(r"\s*\(([^()]*)\)\s*$")
_AND: Final = frozenset(["et", "&", "ainsi que", "puis"])

# Cells that say that there is nobody, or that nobody knows.
_NOBODY_TEXT: Final = (
    "aucun|aucune|neant|non|ras|rien|personne|sans|sans objet|so|aucun partenaire|"
    "pas de partenaire|pas de partenariat|aucun partenariat|0"
)
_NOBODY: Final = frozenset(_NOBODY_TEXT.split("|"))
_UNKNOWN_TEXT: Final = (
    "|nc|nsp|inconnu|a completer|a preciser|a voir|en cours|idem|x|non renseigne|ne sait pas|"
    "etc|divers|autre|autres|a demander|nr"
)
_UNKNOWN: Final = frozenset(_UNKNOWN_TEXT.split("|"))
_VAGUE: Final = re.compile(
    r"^(?:les|des|autres?|divers(?:es)?|plusieurs|differente?s|quelques|certaine?s|tou(?:te)?s)\b"
)
# Words by which a name of a structure begins, when nothing else tells.
_HEAD_WORDS: Final = """
    mairie ville commune centre maison association asso club ecole college lycee mission caf msa
    ccas cias departement region secours restos croix udaf banque regie office foyer amicale
    comite mjc ehpad creche pole france agence service conseil mediatheque bibliotheque cpam
    communaute prefecture federation union ligue cercle atelier ateliers theatre hopital
    espace collectif resto epicerie jardin jardins compagnons amis carsat bailleur habitat
    chambre syndicat emmaus adil cidff pmi mdph direction pij point relais reseau
"""
_HEADS: Final = frozenset(_HEAD_WORDS.split())
_LONGEST: Final = 6


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a cell, as written, with what follows it in brackets where that is a level."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """What a cell lists.

    `vague` holds pieces that name nobody (« les écoles du secteur »); `nobody` says that the cell
    is an answer: there is none.
    """

    names: tuple[Name, ...] = ()
    vague: tuple[str, ...] = ()
    nobody: bool = False


class NameCutter:
    """Cuts cells by the names that are known."""

    def __init__(self, knows: Callable[[str], bool], nearly: Callable[[str], bool]) -> None:
        """Take what tells a known name, to the letter, and but for a slip of the keyboard."""
        self._is_exact = lru_cache(maxsize=None)(knows)
        self._is_near = lru_cache(maxsize=None)(nearly)
        self.cut = lru_cache(maxsize=None)(self._cut)

    def _cut(self, cell: str) -> Cut:
        """Return what a cell lists, in its order, each name once."""
        cell = without_label(cell)
        if fold(cell) in _NOBODY:
            return Cut(nobody=True)
        names: dict[str, Name] = {}
        vague: list[str] = []
        for chunk in _HARD.split(cell):
            for piece in self._pieces(clean(chunk)):
                name = _named(piece)
                key = fold(name.text)
                if key in _UNKNOWN or not re.search(r"[^\W_]{2}|\d", name.text):
                    vague.extend([piece] if fold(piece) else [])
                elif _VAGUE.match(key) and not self._is_exact(name.text):
                    vague.append(piece)
                else:
                    names.setdefault(key, name)
        return Cut(tuple(names.values()), tuple(vague))

    def _pieces(self, chunk: str) -> list[str]:
        """Cut what stands between two sure separators."""
        chunk = _TAIL.sub("", _BULLET.sub("", chunk))
        if not chunk or self._is_known(chunk):
            return [chunk] if chunk else []
        parts, marks = _parted(chunk)
        pieces: list[str] = []
        start = 0
        while start < len(parts):
            end = self._longest(chunk, parts, start)
            while end < len(parts) and not self._cuts(parts, marks, start, end, chunk):
                end += 1
            piece = chunk[parts[start][0] : parts[end - 1][1]]
            pieces.append(_LEAD.sub("", _BULLET.sub("", piece)))
            start = end
        return [piece for piece in pieces if piece.strip()]

    def _longest(self, chunk: str, parts: list[tuple[int, int]], start: int) -> int:
        """End of the longest run of parts from `start` that is a known name; one part at least.

        A run that is a name to the letter comes before one that is nearly another.
        """
        last = min(len(parts), start + _LONGEST)
        runs = [(end, chunk[parts[start][0] : parts[end - 1][1]]) for end in range(last, start, -1)]
        exact = next((end for end, run in runs if self._is_exact(_named(run).text)), 0)
        if exact:
            return exact
        return next((end for end, run in runs[:-1] if self._is_known(run)), start + 1)

    def _cuts(
        self,
        parts: list[tuple[int, int]],
        marks: list[str],
        start: int,
        end: int,
        chunk: str,
    ) -> bool:
        """Whether the separator before the part `end` parts two names."""
        mark = marks[end - 1].lower()
        if mark not in _AND:
            return True
        before = chunk[parts[start][0] : parts[end - 1][1]]
        after = chunk[parts[end][0] : parts[end][1]]
        run = chunk[parts[end][0] : parts[self._longest(chunk, parts, end) - 1][1]]
        if self._is_exact(_named(before).text) or self._is_known(run):
            return True
        # « A, B et C »: the last of a list.
        listed = any(other == "," for other in marks[: end - 1]) and _AND.isdisjoint(
            other.lower() for other in marks[end:]
        )
        return (listed and _begins(after)) or (_begins(before) and _begins(after))

    def _is_known(self, text: str) -> bool:
        """Whether a run of words is a known name, to the letter or but for a slip."""
        return self._is_exact(_named(text).text) or self._is_near(text)


def name_keys(name: str) -> list[str]:
    """Keys of a name: whole, without its brackets, and its brackets where they are an acronym."""
    found = _NOTE.search(name)
    keys = [fold(name)]
    if found:
        keys.append(fold(_NOTE.sub("", name)))
        if found.group(1).isupper():
            keys.append(fold(found.group(1)))
    return [key for key in keys if len(key) > 1]


def _parted(chunk: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Return where the parts between soft separators are, and the separators."""
    parts: list[tuple[int, int]] = []
    marks: list[str] = []
    start = 0
    for found in _SOFT.finditer(chunk):
        # Inside brackets nothing parts names.
        if chunk.count("(", 0, found.start()) > chunk.count(")", 0, found.start()):
            continue
        if found.start() > start:
            parts.append((start, found.start()))
            marks.append(found.group().strip())
        start = found.end()
    if start < len(chunk):
        parts.append((start, len(chunk)))
    return parts, marks


def _begins(text: str) -> bool:
    """Whether a text begins as the name of a structure does: an acronym, a usual first word."""
    words = text.split()
    if not words:
        return False
    folded = [word for word in fold(text).split() if word not in {"l", "la", "le", "les", "d"}]
    return (bool(folded) and folded[0] in _HEADS) or (words[0].isupper() and len(words[0]) > 1)


# What people write in brackets or beside a name about how they work together.
_LEVEL_TEXT: Final = """
    convention conventionne conventionnee regulier reguliere reguliers ponctuel ponctuelle
    ponctuels occasionnel occasionnelle fort forte faible etroit etroite informel informelle
    formel formelle quotidien hebdomadaire mensuel annuel permanent recurrent frequent rare
    historique nouveau projet orientation financier financeur technique logistique
"""
LEVEL_WORDS: Final = frozenset(_LEVEL_TEXT.split())


def _named(piece: str) -> Name:
    """Part a name from what its brackets say of the tie; an acronym stays with its name."""
    text = piece.strip(' .,;:/-–—"«»“”')
    found = _NOTE.search(text)
    if found and set(fold(found.group(1)).split()) & LEVEL_WORDS:
        return Name(_NOTE.sub("", text), clean(found.group(1)))
    return Name(text)
