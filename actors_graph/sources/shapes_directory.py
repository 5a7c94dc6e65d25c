"""The actors that the tables of one file describe or name, and how cells refer to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from actors_graph.model.place_names import place_key, without_article
from actors_graph.sources.mapping_content import bare, is_commune
from actors_graph.sources.shapes_names import NameCutter
from actors_graph.sources.shapes_slips import is_slip
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COMMUNE_WORDS: Final = 5
_LINKS: Final = frozenset(["de", "d", "a", "du"])
_NEAR: Final = 85
_NEAR_LENGTH: Final = 6
# A shorter name without its article is too common a word to be a name.
_SHORT: Final = 4
# Names that every commune may have one of.
_EVERYWHERE_TEXT: Final = (
    "ccas|cias|mairie|la mairie|ecole|college|lycee|mjc|centre social|mission locale|ehpad|"
    "creche|commune|ville|mediatheque|bibliotheque|comite des fetes|foyer rural|"
    "office de tourisme|ecole primaire|club de foot|maison france services|france services|"
    "secours populaire|secours catholique|restos du coeur|les restos du coeur|"
    "familles rurales|croix rouge|amicale"
)
_EVERYWHERE: Final = frozenset(_EVERYWHERE_TEXT.split("|"))


@dataclass(slots=True)
class Directory:
    """Handles of the actors of a file by name, acronym and reference.

    A name of two actors leads to neither: the cell keeps it as written and the import asks.

    Attributes:
        names: handles by folded name or acronym.
        references: handles by number.
        communes: key of the commune of each handle.
        titles: name of each handle, as the file writes it first.
        slips: names of a cell that were read as that of an actor but for a slip, by the text.
    """

    names: dict[str, set[str]] = field(default_factory=dict)
    references: dict[str, set[str]] = field(default_factory=dict)
    communes: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    slips: dict[str, str] = field(default_factory=dict)
    _keys: list[str] = field(default_factory=list)
    _texts: dict[str, None] = field(default_factory=dict)
    _cutter: NameCutter | None = None
    _forms: dict[str, set[str]] = field(default_factory=dict)
    _unformed: list[tuple[str, str, str]] = field(default_factory=list)

    def add(
        self,
        handle: str,
        *,
        names: Iterable[str] = (),
        references: Iterable[str] = (),
        commune: str = "",
    ) -> None:
        """Make an actor known by its names and numbers."""
        place = place_key(commune)
        self.communes.setdefault(handle, place)
        self._keys = []
        for name in filter(None, names):
            self.titles.setdefault(handle, name)
            self.names.setdefault(fold(name), set()).add(handle)
            self._unformed.append((name, place, handle))
            self.learn([name])
        for reference in references:
            if bare(reference):
                self.references.setdefault(fold(bare(reference)), set()).add(handle)

    def learn(self, names: Iterable[str]) -> None:
        """Make names known to the cutting of cells only."""
        self._texts.update(dict.fromkeys(names))
        self._cutter = None

    @property
    def forms(self) -> dict[str, set[str]]:
        """Handles by other ways of writing their names; made when a cell is first read so."""
        for name, place, handle in self._unformed:
            for form in _other_forms(name, place):
                self._forms.setdefault(form, set()).add(handle)
        self._unformed.clear()
        return self._forms

    @property
    def cutter(self) -> NameCutter:
        """What cuts the cells that list names."""
        if self._cutter is None:
            self._cutter = NameCutter([*self._texts, *self.forms])
        return self._cutter

    def refer(self, text: str, *, commune: str = "", own: bool = False) -> str:
        """Return what a cell that names an actor holds: its handle where only one can be meant.

        A bare number is the reference of a row of the file. A name that several actors bear, or
        that every commune has (« CCAS »), is that of the commune of the row; « CCAS de Cusset »
        that of Cusset. Otherwise the text is returned as written, and the import looks further.
        """
        if not self.names:
            return text.strip()
        key = fold(text)
        found = self.names.get(key) or self.references.get(fold(bare(text)), set())
        if len(found) > 1 or (found and key in _EVERYWHERE and not own):
            found = self._here(found, commune)
        if not found:
            found = self.forms.get(place_key(text), set())
            found = self._here(found, commune) if len(found) > 1 else found
        if not found and key not in self.names and key not in _EVERYWHERE:
            found = self._placed(text) or self._near(text, commune)
        return next(iter(found)) if len(found) == 1 else text.strip()

    def _here(self, found: set[str], commune: str) -> set[str]:
        """Keep the actors of a commune; none where it is not said."""
        here = place_key(commune)
        return {handle for handle in found if here and self.communes[handle] == here}

    def _placed(self, text: str) -> set[str]:
        """Return the actor named before a commune, where the file does not say its own."""
        words = place_key(text).split()
        for end in range(len(words) - 1, max(0, len(words) - _COMMUNE_WORDS) - 1, -1):
            head = " ".join(words[: end - (words[end - 1] in _LINKS)])
            found = self.names.get(head, set())
            if len(found) == 1 and is_commune(" ".join(words[end:])):
                return {handle for handle in found if not self.communes[handle]}
        return set()

    def _near(self, text: str, commune: str) -> set[str]:
        """Return the actors whose name a slip of the keyboard turns into a text."""
        key = place_key(text)
        if len(key) < _NEAR_LENGTH:
            return set()
        known = self._keys or list(dict.fromkeys([*self.names, *self.forms]))
        self._keys = known
        close = process.extract(key, known, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=8)
        found: set[str] = set()
        for name, _, _ in close:
            if is_slip(key, name):
                found |= self.names.get(name, set()) | self.forms.get(name, set())
        if len(found) > 1:
            found = self._here(found, commune)
        if len(found) == 1:
            self.slips[text.strip()] = self.titles[next(iter(found))]
        return found


def _other_forms(name: str, place: str) -> Iterator[str]:
    """Give other ways of writing a name: without its article, with its commune."""
    key = place_key(name)
    bare_key = without_article(key)
    if bare_key != key and len(bare_key) > _SHORT:
        yield bare_key
    for form in {key, bare_key} if place and place not in key else ():
        for link in (" ", " de ", " d ", " a ", " du "):
            yield f"{form}{link}{place}"
