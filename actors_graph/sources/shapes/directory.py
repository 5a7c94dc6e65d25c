"""The actors that the tables of one file describe or name, and how cells refer to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.model.place_names import place_key, without_article
from actors_graph.sources.mapping.content import bare, is_commune
from actors_graph.sources.shapes.names import NameCutter, name_keys
from actors_graph.sources.shapes.slips import SlipIndex
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COMMUNE_WORDS: Final = 5
_LINKS: Final = frozenset(["de", "d", "a", "du"])
# A short word is a slip of too many others, unless the cell can only name few.
_NEAR_LENGTH: Final = 6
_OWN_LENGTH: Final = 5
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
        cells: cells of each structure that the file describes, by handle.
        titles: name of each handle, as the file writes it first.
        slips: texts that were read as the name of an actor but for a slip: that name, and where.
        where: line and column of the cell that is being read.
    """

    names: dict[str, set[str]] = field(default_factory=dict)
    references: dict[str, set[str]] = field(default_factory=dict)
    communes: dict[str, str] = field(default_factory=dict)
    cells: dict[str, dict[str, str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    slips: dict[str, tuple[str, int, str]] = field(default_factory=dict)
    where: tuple[int, str] = (0, "")
    _bare: dict[str, set[str]] = field(default_factory=dict)
    _learnt: set[str] = field(default_factory=set)
    _slip_index: SlipIndex | None = None
    _cutter: NameCutter | None = None

    def add(
        self,
        handle: str,
        *,
        names: Iterable[str] = (),
        references: Iterable[str] = (),
        commune: str = "",
    ) -> None:
        """Make an actor known by its names and numbers."""
        self.communes.setdefault(handle, place_key(commune))
        for name in filter(None, names):
            self.titles.setdefault(handle, name)
            self.names.setdefault(fold(name), set()).add(handle)
            without = without_article(place_key(name))
            if len(without) > _SHORT:
                self._bare.setdefault(without, set()).add(handle)
        for reference in references:
            if bare(reference):
                self.references.setdefault(fold(bare(reference)), set()).add(handle)
        self._slip_index = self._cutter = None

    def learn(self, names: Iterable[str]) -> None:
        """Make names known to the cutting of cells only."""
        self._learnt.update(key for name in names for key in name_keys(name))
        self._slip_index = self._cutter = None

    @property
    def cutter(self) -> NameCutter:
        """What cuts the cells that list names."""
        if self._cutter is None:
            self._cutter = NameCutter(self._knows, self._nearly)
        return self._cutter

    def refer(self, text: str, *, commune: str = "", own: bool = False, exact: bool = False) -> str:
        """Return what a cell that names an actor holds: its handle where only one can be meant.

        A bare number is the reference of a row of the file. A name that several actors bear, or
        that every commune has (« CCAS »), is that of the commune of the row; « CCAS de Cusset »
        that of Cusset. Otherwise the text is returned as written, and the import looks further.

        Args:
            text: the cell, or a piece of it.
            commune: where the row is.
            own: the cell can only name actors of the file (a grid, a sheet of pairs), so that the
                only « CCAS » of the file is the one that is meant.
            exact: read no other way of writing a name than the one of the file.
        """
        if not self.names:
            return text.strip()
        key = fold(text)
        found = self.names.get(key) or self.references.get(fold(bare(text)), set())
        if len(found) > 1 or (found and key in _EVERYWHERE and not own):
            found = self._here(found, commune)
        if not found and not exact:
            found = self._bare.get(without_article(place_key(text)), set())
            is_vague = len(found) > 1 or (found and key in _EVERYWHERE and not own)
            found = self._here(found, commune) if is_vague else found
        if not found and not exact and key not in self.names:
            found = self._placed(text)
        if not found and not exact and key not in self.names and key not in _EVERYWHERE:
            found = self._near(text, commune, least=_OWN_LENGTH if own else _NEAR_LENGTH)
        return next(iter(found)) if len(found) == 1 else text.strip()

    def _here(self, found: set[str], commune: str) -> set[str]:
        """Keep the actors of a commune; none where it is not said."""
        here = place_key(commune)
        return {handle for handle in found if here and self.communes[handle] == here}

    def _placed(self, text: str) -> set[str]:
        """Return the actors that a name and a commune after it mean."""
        for head, place in _parted(text):
            found = self.names.get(head) or self._bare.get(without_article(head), set())
            here = {handle for handle in found if self.communes[handle] == place}
            if here:
                return here
            if len(found) == 1 and is_commune(place):
                # The file does not say where the only one of that name is.
                return {handle for handle in found if not self.communes[handle]}
        return set()

    def _near(self, text: str, commune: str, *, least: int) -> set[str]:
        """Return the actors whose name a slip of the keyboard turns into a text."""
        if _is_acronym(text):
            return set()  # « CPAM » is no slip of « CPAC »
        key = place_key(text)
        found = self._slipped(key) if len(key) >= least else set()
        places = set(self.communes.values()) if not found else set()
        for head, place in _parted(text):
            if not found and place in places and len(head) >= least:
                found = {one for one in self._slipped(head) if self.communes[one] == place}
        if len(found) > 1:
            found = self._here(found, commune)
        if len(found) == 1:
            title = self.titles[next(iter(found))]
            self.slips.setdefault(text.strip(), (title, *self.where))
        return found

    def _slipped(self, key: str) -> set[str]:
        names = self._index.near(key)
        return {
            handle
            for name in names
            for handle in (*self.names.get(name, ()), *self._bare.get(name, ()))
        }

    @property
    def _index(self) -> SlipIndex:
        if self._slip_index is None:
            self._slip_index = SlipIndex(dict.fromkeys([*self.names, *self._bare, *self._learnt]))
        return self._slip_index

    def _knows(self, text: str) -> bool:
        """Whether a text is a name to the letter, perhaps with its commune."""
        for key in name_keys(text):
            if key in self.names or key in self._learnt:
                return True
        key = place_key(text)
        return without_article(key) in self._bare or bool(self._placed(text))

    def _nearly(self, text: str) -> bool:
        """Whether a text is a name but for a slip, perhaps with its commune."""
        key = place_key(text)
        return len(key) >= _NEAR_LENGTH and not _is_acronym(text) and bool(self._index.near(key))


def _is_acronym(text: str) -> bool:
    """Whether a text is one word in capitals."""
    word = text.strip()
    return word.isupper() and " " not in word


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """Give the ways of reading a text as a name and a commune after it."""
    words = place_key(text).split()
    for end in range(len(words) - 1, max(0, len(words) - _COMMUNE_WORDS) - 1, -1):
        head = words[: end - (words[end - 1] in _LINKS)] if end else []
        if head:
            yield " ".join(head), " ".join(words[end:])
