"""Whom a cell names: a partner written by hand beside the commune of its row.

« CCAS », « la mairie », « centre social » mean those of the row's commune; « CCAS de Vichy » is
the one of Vichy, wherever the row is; « Banque alimentaire » may sit anywhere. Where nothing
fits, nothing is found: a wild guess costs more than a question.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from actors_graph.matching.alignment import is_telling, likeness
from actors_graph.matching.blocks import anywhere, keyed, looked_up
from actors_graph.matching.lexicon import ABBREVIATIONS, LINKS, TWO_MEANINGS
from actors_graph.matching.places import place_words
from actors_graph.matching.records import Likeness, Verdict
from actors_graph.matching.verdicts import subject, subjects
from actors_graph.matching.vocabulary import LOCAL_HEADS, OF_SCHOOLS, WIDE_BODIES
from actors_graph.model.geography import geography
from actors_graph.model.place_names import departement_of
from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from actors_graph.matching.records import Records
    from actors_graph.matching.verdicts import Subject

_FEWEST_WORDS: Final = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that a cell may name: STRICT = as good as its own name, GREY = to ask."""

    position: int
    verdict: Verdict


class NameIndex:
    """An index of records by what people call them."""

    def __init__(self, records: Records) -> None:
        """Index the records; about 60 µs each."""
        self._subjects = subjects(records)
        self._index = keyed(self._subjects, lost=True)
        self._communes: dict[str, set[str]] = defaultdict(set)
        for commune in set(records.communes):
            for first in place_words(commune)[:1]:
                self._communes[first].add(commune)
        self._by_acronym: dict[str, list[int]] = defaultdict(list)
        for position, each in enumerate(self._subjects):
            for acronym in each.name.given:
                self._by_acronym[acronym].append(position)

    def find(self, text: str, *, commune: str = "") -> list[Hit]:
        """Records that the text may name, the surest first, then by position.

        Among those of the row's commune and of a commune that the text names, names are compared
        as records are. Farther off, only what tells an actor from its kind counts, and it is sure
        only of the one record that it fits. About 0.1 ms.

        Args:
            text: what a cell says of one partner.
            commune: INSEE code of the commune of its row, empty if unknown.
        """
        if not fold(text):
            return []
        found: dict[int, Verdict] = {}
        asked = subject(text, commune=commune)
        named = self._named_communes(asked)
        for place in dict.fromkeys((*named, commune)):
            if place:
                _note(found, self._near(asked.placed(place)))
        if Verdict.STRICT not in found.values():
            far = dict(self._far(asked, without={commune, *named}))
            sure = [position for position, verdict in far.items() if verdict is Verdict.STRICT]
            if len(sure) > 1 or found:
                far = dict.fromkeys(far, Verdict.GREY)
            _note(found, far.items())
        hits = [Hit(position, verdict) for position, verdict in found.items()]
        return sorted(hits, key=lambda hit: (-hit.verdict, hit.position))

    def _named_communes(self, asked: Subject) -> list[str]:
        """Communes of records that the text names: « CCAS de Vichy »."""
        words = [word for word in fold(asked.text).split() if word not in LINKS]
        found = {c for word in words for c in self._communes.get(word, ())}
        return sorted(c for c in found if len(_outside(words, c)) < len(words))

    def _near(self, asked: Subject) -> Iterator[tuple[int, Verdict]]:
        """Records of the commune where the text is taken to be, or of none."""
        pairs = set(looked_up([asked], self._index, lost=False))
        for _, position in pairs:
            record = self._subjects[position]
            if record.commune in ("", asked.commune):
                match = likeness(asked.name, record.placed(asked.commune).name)
                if match is not None:
                    yield position, match[0]

    def _far(self, asked: Subject, *, without: set[str]) -> Iterator[tuple[int, Verdict]]:
        """Records of other communes, known by their acronym, their kind or a telling name."""
        wide = _wide_words(asked)
        positions = {position for _, position in looked_up([asked], self._index, lost=True)}
        positions.update(anywhere(asked.name.words, self._index))
        acronym = asked.name.flat
        if acronym not in ABBREVIATIONS and acronym not in TWO_MEANINGS:
            positions.update(self._by_acronym.get(acronym, ()))
        if wide:
            positions.update(self._wide.get(wide, ()))
        for position in positions:
            record = self._subjects[position]
            if record.commune not in without or (wide and not record.commune):
                verdict = _far_verdict(asked, record, wide=wide)
                if verdict is not None:
                    yield position, verdict

    @functools.cached_property
    def _wide(self) -> dict[frozenset[str], list[int]]:
        """Records by what a whole département has one of."""
        found: dict[frozenset[str], list[int]] = defaultdict(list)
        for position, record in enumerate(self._subjects):
            words = _wide_words(record)
            if words:
                found[words].append(position)
        return found


def _far_verdict(asked: Subject, record: Subject, *, wide: frozenset[str]) -> Verdict | None:
    if wide and wide == _wide_words(record):
        return Verdict.STRICT
    if asked.name.flat in record.name.given:
        return Verdict.STRICT
    match = likeness(asked.name, record.name)
    if match is None or not is_telling(record.name.words) or not is_telling(asked.name.words):
        return None
    verdict, reason = match
    if reason.likeness is Likeness.EXTRA_WORDS:
        shared = set(asked.name.words) & set(record.name.words)
        telling = is_telling(shared) and len(shared) >= _FEWEST_WORDS
        return Verdict.GREY if telling else None
    heads = LOCAL_HEADS.intersection(asked.name.words[:1] + record.name.words[:1])
    local = bool(heads) or not OF_SCHOOLS.isdisjoint(record.name.words)
    sure = reason.likeness is Likeness.WORDS and _within_reach(asked, record, local=local)
    return verdict if sure else Verdict.GREY


def _within_reach(a: Subject, b: Subject, *, local: bool) -> bool:
    """Whether two communes, as far as they are known, are of one département.

    For what every commune may have, of one intercommunalité.
    """
    communes = [geography().commune(each.commune) for each in (a, b) if each.commune]
    if len(communes) < 2:
        return not local
    first, second = communes
    if first is None or second is None:
        return False
    if local:
        return bool(first.epci) and first.epci == second.epci
    return first.departement == second.departement


def _outside(words: list[str], commune: str) -> list[str]:
    """Words that are not of the name of the commune."""
    place = place_words(commune)
    for start in range(len(words)):
        if tuple(words[start : start + len(place)]) == place:
            return [*words[:start], *words[start + len(place) :]]
    return words


def _wide_words(asked: Subject) -> frozenset[str]:
    """Which body of a département or a région the name says, else no word."""
    words = frozenset(asked.name.words)
    if words not in WIDE_BODIES and asked.commune:
        departement = geography().name(f"dep:{departement_of(asked.commune)}")
        words -= {fold(word) for word in fold(departement).split()}
    direction = asked.name.words[:1] == ("direction",) and len(words) >= _FEWEST_WORDS
    return words if direction or words in WIDE_BODIES else frozenset()


def _note(found: dict[int, Verdict], hits: Iterable[tuple[int, Verdict]]) -> None:
    for position, verdict in hits:
        found[position] = max(verdict, found.get(position, verdict))
