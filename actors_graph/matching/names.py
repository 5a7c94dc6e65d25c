"""A name taken apart: the words that tell an actor from its neighbours.

Case, accents, articles and the legal form go; abbreviations are written out; the commune's own
name goes; plurals are cut. What is left is compared word by word (see `alignment`).
"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from actors_graph.matching.bodies import body_of
from actors_graph.matching.lexicon import (
    ABBREVIATIONS,
    AUTHORITY,
    COUNCILS,
    LEGAL,
    LINKS,
    NUMBERS,
    TWO_MEANINGS,
    singular,
)
from actors_graph.matching.places import NARROWEST, place_words, without_place
from actors_graph.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from actors_graph.matching.bodies import Body
    from actors_graph.matching.lexicon import (
        Words,
    )

_ELIDED: Final = re.compile(r"\b([cdjlmnst]|qu)['’‘`´ʼ]", re.IGNORECASE)
_COMPANY: Final = re.compile(r"\bsté\b", re.IGNORECASE)  # « Ste » may be « Sainte »
_COM_COM: Final = re.compile(r"\bcom\.?[ -]+com\b\.?", re.IGNORECASE)
_DOTTED: Final = re.compile(r"\b(?:\w\.)+\w\b\.?|\b(?:\w\. ?){2,}", re.ASCII)
_SHORTENED: Final = re.compile(r"\b(\w{2,})\.(?=\s|$)")
_VOWELS: Final = frozenset("aeiouyh")
_FEWEST_INITIALS: Final = 3
_MOST_READINGS: Final = 4


@dataclass(frozen=True, slots=True)
class Name:
    """What is compared of a name.

    Attributes:
        words: in the order written, singular, at least one unless the name has no letter.
        readings: every way to read it, `words` first; more than one where an abbreviation has
            several meanings.
        flat: the folded text without spaces.
        length: characters of the text, from which a name that a column cut is known.
        acronyms: those given with it and the initials of its words, folded, of three letters or
            more.
        given: those of the acronyms that its author gave.
        shortened: words that end with a dot: « coop. ».
        open_end: whether the last word asks for another, as a cut name may: « amis de la ».
        body: what sort of organisation it says it is.
        whole: the words with those of the commune.
    """

    words: Words
    readings: tuple[Words, ...]
    flat: str
    length: int
    acronyms: frozenset[str]
    given: frozenset[str]
    shortened: frozenset[str]
    open_end: bool
    body: Body
    whole: Words

    @property
    def key(self) -> Words:
        """The words in one order: equal for names that say the same."""
        return tuple(sorted(self.words))


def parsed(text: str, *, commune: str = "", acronym: str = "") -> Name:
    """Take a name apart; about 20 µs.

    Args:
        text: the name as written.
        commune: INSEE code of its commune, empty if unknown.
        acronym: as written beside it, empty if none.

    >>> parsed("Les Notes du Sichon (Les)").words
    ('note', 'sichon')
    >>> parsed("C.C.A.S. d’Yzeure", commune="03321").words
    ('centre', 'communal', 'action', 'sociale')
    """
    tokens = _tokens(text)
    flat = "".join(fold(text).split())
    given = frozenset(filter(None, ["".join(fold(acronym).split())]))
    named, written = _split_acronym(tokens)
    whole: Words = ()
    readings = []
    for reading in _readings(named):
        content = _with_authority([word for word in reading if word not in LINKS])
        whole = whole or _kept(content)
        bare = without_place(content, commune=commune, cut=len(text) >= NARROWEST)
        readings.append(_kept(bare) or _fallback(text))
    words = readings[0]
    if words and words == _kept(place_words(commune)):
        readings.append(("commune",))  # « Vichy » alone may be the town hall
    return Name(
        words=words,
        readings=tuple(dict.fromkeys(readings)),
        flat=flat,
        length=len(text.strip()),
        acronyms=given | written | _initials(named),
        given=given | written,
        shortened=_shortened(text),
        open_end=_is_open(text, tokens) and len(whole) <= len(words),
        body=body_of(words),
        whole=whole or words,
    )


def _with_authority(words: list[str]) -> list[str]:
    """Put what a council governs in the place of the council."""
    governed = COUNCILS.get(tuple(words[:2]))
    return [governed, *words[2:]] if governed else words


def _shortened(text: str) -> frozenset[str]:
    if "." not in text:
        return frozenset()
    return frozenset(singular(fold(word)) for word in _SHORTENED.findall(text))


def _is_open(text: str, tokens: Sequence[str]) -> bool:
    """Whether the text stops before a word that it asks for; « Amis (Les) » does not."""
    ended = not tokens or tokens[-1] not in LINKS or not text.rstrip()[-1].isalpha()
    return not ended and len(text.strip()) >= NARROWEST


def _tokens(text: str) -> list[str]:
    """Folded words, elided articles parted, dotted or spaced initials joined."""
    text = _ELIDED.sub(r"\1 ", _COMPANY.sub("societe", text))
    text = _COM_COM.sub("comcom", text)
    if "." in text:
        text = _DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found.group()) + " ", text)
    words = fold(text).split()
    if sum(len(word) == 1 for word in words) < 2:
        return words
    return list(_joined(words))


def _joined(words: Sequence[str]) -> Iterator[str]:
    """Join runs of single letters: « c c a s d avermes » → « ccas d avermes »."""
    place = 0
    while place < len(words):
        end = place
        while end < len(words) and len(words[end]) == 1 and words[end].isalpha():
            end += 1
        if end - place < 2:
            yield words[place]
            place += 1
            continue
        article = place if words[place] not in "dl" else place + 1  # « l’é » cut short
        yield from words[place:article]
        last = end
        if end < len(words) and words[end - 1] in "dl" and words[end][0] in _VOWELS:
            last = max(article, end - 1)
        yield "".join(words[article:last])
        yield from words[last:end]
        place = end


def _readings(tokens: list[str]) -> Iterator[Words]:
    """Every way to write the abbreviations out, the likeliest first; links still there."""
    first = next((token for token in tokens if token not in LINKS), "")
    choices = [TWO_MEANINGS.get(token) or (_written_out(token),) for token in tokens]
    if first in AUTHORITY:
        choices[tokens.index(first)] = (("commune",),)
    for reading in itertools.islice(itertools.product(*choices), _MOST_READINGS):
        yield tuple(itertools.chain.from_iterable(reading))


def _written_out(token: str) -> Words:
    return ABBREVIATIONS.get(token) or (token,)


def _kept(words: Iterable[str]) -> Words:
    """Words with weight, in the singular."""
    return tuple(singular(NUMBERS.get(word, word)) for word in words if not _weightless(word))


@functools.lru_cache(maxsize=100_000)
def _weightless(word: str) -> bool:
    """Whether a word is a link or a legal form, perhaps mistyped."""
    if word in LEGAL or word in LINKS:
        return True
    return word[0] == "a" and OSA.distance(word, "association", score_cutoff=2) <= 2


def _fallback(text: str) -> Words:
    """What stands for a name without any word of weight."""
    return tuple(fold(text).split()) or tuple(clean(text).split())


def _split_acronym(tokens: list[str]) -> tuple[list[str], frozenset[str]]:
    """Part a name from its acronym where it bears both: « UMC Union des maisons communes »."""
    if len(tokens) > _FEWEST_INITIALS:
        for acronym, rest in ((tokens[-1], tokens[:-1]), (tokens[0], tokens[1:])):
            if len(acronym) >= _FEWEST_INITIALS and acronym in _initials(rest):
                return rest, frozenset([acronym])
    return tokens, frozenset()


def _initials(tokens: Sequence[str]) -> frozenset[str]:
    """Initials of all words, of those that are not links, of those with weight."""
    content = [token for token in tokens if token not in LINKS]
    weighty = [token for token in content if token not in LEGAL]
    found = {"".join([token[0] for token in each]) for each in (tokens, content, weighty)}
    return frozenset(initials for initials in found if len(initials) >= _FEWEST_INITIALS)
