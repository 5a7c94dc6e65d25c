"""The actors that the tables of one file describe or name, and how cells refer to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from actors_graph.model.place_names import place_key
from actors_graph.sources.mapping_content import bare
from actors_graph.sources.shapes_names import NameCutter
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    """

    names: dict[str, set[str]] = field(default_factory=dict)
    references: dict[str, set[str]] = field(default_factory=dict)
    communes: dict[str, str] = field(default_factory=dict)
    _texts: dict[str, None] = field(default_factory=dict)
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
            self.names.setdefault(fold(name), set()).add(handle)
            self.learn([name])
        for reference in references:
            if bare(reference):
                self.references.setdefault(fold(bare(reference)), set()).add(handle)

    def learn(self, names: Iterable[str]) -> None:
        """Make names known to the cutting of cells only."""
        self._texts.update(dict.fromkeys(names))
        self._cutter = None

    @property
    def cutter(self) -> NameCutter:
        """What cuts the cells that list names."""
        if self._cutter is None:
            self._cutter = NameCutter(self._texts)
        return self._cutter

    def refer(self, text: str, *, commune: str = "") -> str:
        """Return what a cell that names an actor holds: its handle where only one can be meant.

        A bare number is the reference of a row of the file. A name that several actors bear, or
        that every commune has (« CCAS »), is that of the commune of the row. Otherwise the text is
        returned as written, and the import looks further.
        """
        key = fold(text)
        found = self.names.get(key) or self.references.get(fold(bare(text)), set())
        if len(found) > 1 or key in _EVERYWHERE:
            here = place_key(commune)
            found = {handle for handle in found if here and self.communes[handle] == here}
        return next(iter(found)) if len(found) == 1 else text.strip()
