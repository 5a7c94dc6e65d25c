"""Two names compared word by word.

Words that are equal, or nearly, are set aside; what is left decides. Nothing left: the same name.
Something left on one side: perhaps. Something left on both sides: two actors, however long the
rest in common (« Judo club de Vichy », « Tennis club de Vichy »).

Every comparison here is symmetric and looks at the two names alone, never at the other records.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, TypeAlias

from actors_graph.matching.cut import cut_of
from actors_graph.matching.lexicon import AUTHORITY_ALONE
from actors_graph.matching.nearness import Nearness, is_link_mistyped, nearness
from actors_graph.matching.places import NARROWEST, names_of_departements
from actors_graph.matching.records import Doubt, Likeness, Reason, Verdict
from actors_graph.matching.vocabulary import BRANCH, GENERIC, ONE_PER_COMMUNE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from actors_graph.matching.lexicon import Words
    from actors_graph.matching.names import Name

Finding: TypeAlias = "tuple[Verdict, Reason]"

_GROUPING: Final = "communaute"
# Words that one name may have more than the other, to be asked about.
_MOST_EXTRA: Final = 2
# Beyond that many different words on the poorer side, typing errors do not explain.
_MOST_DIFFERENT: Final = 2
# One typing error is likely in a name, two in a long one only.
_LONG_NAME: Final = 5
# A mistyped word alone tells something if it is long.
_LONG_WORD: Final = 6


def likeness(a: Name, b: Name) -> Finding | None:
    """Compare two names of one commune. None: nothing says they are one actor."""
    shortened = a.shortened + b.shortened
    if len(a.readings) == len(b.readings) == 1:
        read = [_aligned(a.words, b.words, shortened=shortened)]
    else:
        both = product(a.readings, b.readings)
        read = [_aligned(first, second, shortened=shortened) for first, second in both]
    found = [_doubted(finding, a, b) for finding in read if finding is not None]
    if len(a.words) == 1 or len(b.words) == 1:
        found += filter(None, (_acronym(a, b), _acronym(b, a)))
    if max(a.length, b.length) >= NARROWEST:
        found += filter(None, (cut_of(a, b), cut_of(b, a)))
    return max(found, key=_rank, default=None)


def _rank(finding: Finding) -> tuple[int, int]:
    verdict, reason = finding
    return verdict, -[*Likeness].index(reason.likeness)


def _aligned(a: Words, b: Words, *, shortened: Words) -> Finding | None:
    more_a, more_b = _left(a, b)
    if not more_a and not more_b:
        return Verdict.STRICT, Reason(Likeness.WORDS)
    shared = len(a) - len(more_a)
    if not more_a or not more_b:
        return _extra(more_a or more_b, [word for word in a if word in b])
    if min(len(more_a), len(more_b)) > _MOST_DIFFERENT:
        return None
    if "".join(more_a) == "".join(more_b):
        return Verdict.STRICT, Reason(Likeness.WORDS)  # « omni sports »
    initials = _initials_of(more_a, more_b) or _initials_of(more_b, more_a)
    if initials and shared:
        sure = len(initials) > 2
        return (Verdict.STRICT if sure else Verdict.GREY), Reason(Likeness.ACRONYM, (initials,))
    return _mistyped(more_a, more_b, shared=shared, shortened=shortened)


def _left(a: Words, b: Words) -> tuple[Words, Words]:
    """Words of each that the other has not, in order."""
    rest = list(b)
    more = []
    for word in a:
        if word in rest:
            rest.remove(word)
        else:
            more.append(word)
    return tuple(more), tuple(rest)


def _extra(extra: Sequence[str], shared: Sequence[str]) -> Finding | None:
    """One name has all words of the other, and more."""
    if all(is_link_mistyped(word) for word in extra):
        return Verdict.STRICT, Reason(Likeness.TYPO, tuple(extra))
    if any(word.isdigit() for word in extra):
        return None
    telling, several = is_telling(shared), len(shared) > 1
    branch = all(word in BRANCH or word in names_of_departements() for word in extra)
    if branch and (telling or several or shared == [_GROUPING]):
        return Verdict.GREY, Reason(Likeness.EXTRA_WORDS, tuple(extra))
    if len(extra) > _MOST_EXTRA:
        return None
    one_extra = len(extra) == 1 and (telling or (several and not is_telling(extra)))
    two_extra = telling and several
    if not (one_extra or two_extra or frozenset(shared) in ONE_PER_COMMUNE):
        return None
    return Verdict.GREY, Reason(Likeness.EXTRA_WORDS, tuple(extra))


def _mistyped(
    a: Sequence[str], b: Sequence[str], *, shared: int, shortened: Words
) -> Finding | None:
    """Words of both sides, left over, that may be the same ones mistyped."""
    a, b = _without_link(a, b)
    if abs(len(a) - len(b)) > 1:
        return None
    near = sorted(
        (-near, x, y) for x in a for y in b if (near := nearness(x, y, shortened=shortened))
    )
    matched: dict[str, str] = {}
    grades = []
    for grade, x, y in near:
        if x not in matched and y not in matched.values():
            matched[x] = y
            grades.append(-grade)
    if len(matched) < min(len(a), len(b)):
        return None
    words = tuple(sorted({*matched, *matched.values()}))
    whole = len(a) == len(b)
    errors = sum(grade < Nearness.SHORTENED for grade in grades)
    lone = errors and not shared and min(map(len, words)) < _LONG_WORD
    few = errors <= (2 if shared + len(a) >= _LONG_NAME else 1)
    sure = whole and few and min(grades) > Nearness.PERHAPS and not lone
    if not whole and (not shared or min(grades) == Nearness.PERHAPS):
        return None
    return (Verdict.STRICT if sure else Verdict.GREY), Reason(Likeness.TYPO, words)


def _without_link(a: Sequence[str], b: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Drop from the side with more words the links that are mistyped: « Comité ds fêtes »."""
    if len(a) < len(b):
        return a, [word for word in b if not is_link_mistyped(word)]
    if len(a) > len(b):
        return [word for word in a if not is_link_mistyped(word)], b
    return a, b


def _initials_of(short: Sequence[str], long: Sequence[str]) -> str:
    """The one word of the first that is made of the initials of the second, else empty."""
    initials = "".join(word[0] for word in long)
    return initials if len(long) > 1 and list(short) == [initials] else ""


def _acronym(short: Name, full: Name) -> Finding | None:
    """A name that is nothing but the acronym of the other."""
    if len(short.words) != 1 or short.words[0] not in full.acronyms:
        return None
    sure = short.words[0] in full.given
    return (Verdict.STRICT if sure else Verdict.GREY), Reason(Likeness.ACRONYM, short.words)


def _doubted(finding: Finding, a: Name, b: Name) -> Finding:
    """A likeness is a question where it rests on a cut end, or one meaning of an abbreviation."""
    _, reason = finding
    if a.open_end != b.open_end and not (is_telling(a.words) and is_telling(b.words)):
        return Verdict.GREY, Reason(Likeness.TRUNCATED)
    if len(a.readings) == len(b.readings):
        return finding
    if frozenset(a.words).intersection(*a.readings, *b.readings):
        return finding
    alone = any(AUTHORITY_ALONE in name.readings[1:] for name in (a, b))
    doubt = Doubt.PLACE_ALONE if alone else Doubt.TWO_MEANINGS
    return Verdict.GREY, Reason(reason.likeness, reason.words, doubt)


def is_telling(words: Iterable[str]) -> bool:
    """Whether some word is more than what many actors are called.

    >>> is_telling(["comite", "fete"]), is_telling(["ami", "sichon"])
    (False, True)
    """
    return any(word not in GENERIC for word in words)
