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
    AUTHORITY_ALONE,
    HEADS,
    LEGAL,
    LINKS,
    NUMBERS,
    TWO_MEANINGS,
    singular,
)
from actors_graph.matching.places import NARROWEST, departement_words, place_words, without_place
from actors_graph.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from actors_graph.matching.bodies import Body
    from actors_graph.matching.lexicon import (
        Words,
    )

_ELIDED: Final = re.compile(r"\b([cdjlmnst]|qu)'", re.IGNORECASE)
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘`´ʼ", "'"))
_COMPANY: Final = re.compile(r"\bsté\b", re.IGNORECASE)  # « Ste » may be « Sainte »
_COM_COM: Final = re.compile(r"\bcom com\b")
_LITTLE: Final = re.compile(r"\bp[' ]tit", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\bcd(\d\d)\b")
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
        flat: its folded words without spaces.
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
    acronyms: Words
    given: Words
    shortened: Words
    open_end: bool
    body: Body
    whole: Words


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
    given: Words = (fold(acronym).replace(" ", ""),) if acronym else ()
    named, written = _split_acronym(tokens)
    whole: Words = ()
    readings = []
    for reading in _readings(list(_with_departement(named, commune))):
        content = _with_head([word for word in reading if word not in LINKS])
        whole = whole or _kept(content)
        bare = without_place(content, commune=commune, cut=len(text) >= NARROWEST)
        readings.append(_kept(bare) or _fallback(text))
    words = readings[0]
    if words and words == _kept(place_words(commune)):
        readings.append(AUTHORITY_ALONE)  # « Vichy » alone may be the town hall
    return Name(
        words=words,
        readings=tuple(dict.fromkeys(readings)),
        flat="".join(tokens),
        length=len(text.strip()),
        acronyms=tuple({*given, *written, *_initials(named)}),
        given=given + written,
        shortened=_shortened(text),
        open_end=_is_open(text, tokens) and len(whole) <= len(words),
        body=body_of(words),
        whole=whole or words,
    )


def _with_head(words: list[str]) -> list[str]:
    """Put what a council governs in the place of the council, and the like."""
    head = HEADS.get(tuple(words[:2]))
    return [*head, *words[2:]] if head else words


def _with_departement(words: Sequence[str], commune: str) -> Words:
    """Put the name of the commune's département in the place of its number: « UDAF 03 »."""
    number, name = departement_words(commune)
    if not number or number not in words:
        return tuple(words)
    return tuple([one for word in words for one in (name if word == number else (word,))])


def _shortened(text: str) -> Words:
    if "." not in text:
        return ()
    return tuple(singular(fold(word)) for word in _SHORTENED.findall(text))


def _is_open(text: str, tokens: Sequence[str]) -> bool:
    """Whether the text stops before a word that it asks for; « Amis (Les) » does not."""
    ended = not tokens or tokens[-1] not in LINKS or not text.rstrip()[-1].isalpha()
    return not ended and len(text.strip()) >= NARROWEST


def _tokens(text: str) -> list[str]:
    """Folded words, elided articles parted, dotted or spaced initials joined."""
    text = text.translate(_APOSTROPHES)
    if "." in text:
        text = _DOTTED.sub(_undotted, text)
    if "'" in text:
        text = _LITTLE.sub("petit", text)
        text = _ELIDED.sub(r"\1 ", text)
    if "té" in text or "TÉ" in text:
        text = _COMPANY.sub("societe", text)
    words = _NUMBERED.sub(r"cd \1", fold(text)).split()
    if words.count("com") > 1:
        words = _COM_COM.sub("comcom", " ".join(words)).split()
    return list(_joined(words)) if any(len(word) == 1 for word in words) else words


def _undotted(found: re.Match[str]) -> str:
    return found.group().replace(".", "").replace(" ", "") + " "


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
        yield from filter(None, ["".join(words[article:last])])
        yield from words[last:end]
        place = end


def _readings(tokens: list[str]) -> Iterator[Words]:
    """Every way to write the abbreviations out, the likeliest first; links still there."""
    first = next((token for token in tokens if token not in LINKS), "")
    if first in AUTHORITY:
        tokens = ["commune" if token == first else token for token in tokens]
    if TWO_MEANINGS.keys().isdisjoint(tokens):
        yield tuple([word for token in tokens for word in ABBREVIATIONS.get(token) or (token,)])
        return
    choices = [TWO_MEANINGS.get(t) or (ABBREVIATIONS.get(t) or (t,),) for t in tokens]
    for reading in itertools.islice(itertools.product(*choices), _MOST_READINGS):
        yield tuple(itertools.chain.from_iterable(reading))


def _kept(words: Iterable[str]) -> Words:
    """Words with weight, in the singular."""
    return tuple([singular(NUMBERS.get(w, w)) for w in words if not _weightless(w)])


@functools.lru_cache(maxsize=100_000)
def _weightless(word: str) -> bool:
    """Whether a word is a link or a legal form, perhaps mistyped."""
    if word in LEGAL or word in LINKS:
        return True
    return word[0] == "a" and OSA.distance(word, "association", score_cutoff=2) <= 2


def _fallback(text: str) -> Words:
    """What stands for a name without any word of weight."""
    return tuple(fold(text).split()) or tuple(clean(text).split())


def _split_acronym(tokens: list[str]) -> tuple[list[str], Words]:
    """Part a name from its acronym where it bears both: « UMC Union des maisons communes »."""
    for acronym, rest in ((tokens[-1:], tokens[:-1]), (tokens[:1], tokens[1:])):
        size = len("".join(acronym))
        if _FEWEST_INITIALS <= size <= len(rest) and acronym[0] in _initials(rest):
            return rest, tuple(acronym)
    return tokens, ()


def _initials(tokens: Sequence[str]) -> list[str]:
    """Initials of all words, of those that are not links, of those with weight."""
    content = [token for token in tokens if token not in LINKS]
    weighty = [token for token in content if token not in LEGAL]
    found = ["".join([token[0] for token in each]) for each in (tokens, content, weighty)]
    return [initials for initials in found if len(initials) >= _FEWEST_INITIALS]
