"""Which records are compared at all: those of one commune that share a word, a number, an acronym.

All pairs of 100,000 records would be five billion. A record looks for others by its rarest words
only: a name that is another one's, give or take two words, has one of its three rarest words.
Rarity is counted among the records and changes with them; what is found does not, but for two
limits. Where more than `MOST` records share a key, the others are compared with the first only.
A record without commune is compared with those that share a word which is not generic and which
at most `MOST_ANYWHERE` records have.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from actors_graph.matching.vocabulary import GENERIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from actors_graph.matching.lexicon import Words
    from actors_graph.matching.verdicts import Subject

# A commune or a mark, and a word.
_Key: TypeAlias = tuple[str, str]
Index: TypeAlias = "Mapping[_Key, Sequence[int]]"

MOST: Final = 400
MOST_ANYWHERE: Final = 50
_PROBES: Final = 3
# A name of so few words may share none with itself mistyped: it looks by its ends.
_FEW_WORDS: Final = 2
_END: Final = 3
_NUMBER, _WHOLE, _ANYWHERE = "#", "+", "*"


def candidates(
    ours: Sequence[Subject], theirs: Sequence[Subject] | None = None
) -> set[tuple[int, int]]:
    """Positions of the records to compare.

    Args:
        ours: records.
        theirs: those that they are compared with; None = each other, the lower position first.
    """
    others = ours if theirs is None else theirs
    lost = any(not subject.commune for subject in chain(ours, others))
    index = keyed(others, lost=lost)
    found = set(looked_up(ours, index, lost=lost))
    if theirs is None:
        return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}
    back = looked_up(others, keyed(ours, lost=lost), lost=lost)
    return found | {(a, b) for b, a in back}


def keyed(subjects: Sequence[Subject], *, lost: bool) -> Index:
    """Positions by every key that a record can be found by, ascending.

    Args:
        subjects: records.
        lost: whether some are looked for without a commune.
    """
    index: dict[_Key, list[int]] = defaultdict(list)
    for position, subject in enumerate(subjects):
        name, commune = subject.name, subject.commune
        words = frozenset(chain.from_iterable(name.readings))
        keys = set(_common_keys(subject))
        if commune:
            keys.update([(commune, word) for word in words])
            keys.update([(commune, f"={acronym}") for acronym in name.acronyms])
        if lost:
            keys.update([(_ANYWHERE, word) for word in words if word not in GENERIC])
            keys.update([(_ANYWHERE, f"={acronym}") for acronym in name.given])
        for key in keys:
            index[key].append(position)
    return index


def _common_keys(subject: Subject) -> Iterator[_Key]:
    """Keys by which a record both looks and is found."""
    for number in subject.numbers.keys:
        yield _NUMBER, number
    yield _WHOLE, " ".join(sorted(subject.name.whole))
    for words in subject.name.readings:
        if subject.commune and len(words) <= _FEW_WORDS:
            joined = "".join(words)
            yield subject.commune, f"^{joined[:_END]}"
            yield subject.commune, f"{joined[-_END:]}$"


def looked_up(
    subjects: Sequence[Subject], index: Index, *, lost: bool
) -> Iterator[tuple[int, int]]:
    """Positions of records, each with that of one in the index to compare it with."""
    for position, subject in enumerate(subjects):
        commune = subject.commune
        keys = set(_common_keys(subject))
        for words in subject.name.readings if commune else ():
            keys.update(_rarest([(commune, word) for word in words], index))
            if len(words) == 1:
                keys.add((commune, f"={words[0]}"))
        for key in keys:
            places = index.get(key, ())
            for other in places if len(places) <= MOST else places[:1]:
                yield position, other
        if lost and not commune:
            for other in anywhere(subject.name.words, index):
                yield position, other


def anywhere(words: Words, index: Index) -> Iterator[int]:
    """Positions of the records of any commune that share a rare word."""
    keys = _rarest([(_ANYWHERE, word) for word in words if word not in GENERIC], index)
    if len(words) == 1:
        keys.append((_ANYWHERE, f"={words[0]}"))
    for key in keys:
        places = index.get(key, ())
        yield from places if len(places) <= MOST_ANYWHERE else ()


def _rarest(keys: Iterable[_Key], index: Index) -> list[_Key]:
    return sorted(keys, key=lambda key: (len(index.get(key, ())), key))[:_PROBES]
