"""The reason of a pair, in the words of who must decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.matching.records import Doubt, Likeness
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.matching.records import Pair

_LIKENESS: Final[Mapping[Likeness, str]] = {
    Likeness.RNA: "même numéro RNA",
    Likeness.SIRET: "même SIRET",
    Likeness.SIREN: "même SIREN",
    Likeness.WORDS: "mêmes mots",
    Likeness.ACRONYM: "un sigle et un nom en entier",
    Likeness.TRUNCATED: "un nom coupé avant la fin",
    Likeness.TYPO: "presque les mêmes lettres",
    Likeness.EXTRA_WORDS: "un nom plus long que l’autre",
}
_DOUBTS: Final[Mapping[Doubt, str]] = {
    Doubt.ESTABLISHMENTS: "deux établissements",
    Doubt.OTHER_NUMBER: "un numéro officiel diffère",
    Doubt.OTHER_BODY: "peut-être un service ou un organisme de l’autre",
    Doubt.OTHER_KIND: "deux types d’acteur",
    Doubt.OTHER_COMMUNE: "dans deux communes",
    Doubt.NO_COMMUNE: "on ne sait pas dans quelle commune est l’un des deux",
    Doubt.TWO_MEANINGS: "une abréviation à deux sens",
    Doubt.PLACE_ALONE: "un nom de commune sans autre mot",
    Doubt.NAMESAKES: "peut-être des homonymes",
}
_SHOWN: Final = frozenset((Likeness.ACRONYM, Likeness.EXTRA_WORDS))


def why(pair: Pair) -> str:
    """Return why two records may be one actor, without capital nor final dot.

    >>> from actors_graph.matching.records import Pair, Reason, Verdict
    >>> why(Pair(0, 1, Verdict.GREY, Reason(Likeness.WORDS, doubt=Doubt.OTHER_COMMUNE)))
    'mêmes mots, mais dans deux communes'
    """
    reason = pair.reason
    text = _LIKENESS[reason.likeness]
    if reason.words and reason.likeness in _SHOWN:
        upper = reason.likeness is Likeness.ACRONYM
        words = [quoted(word.upper() if upper else word) for word in reason.words]
        text += f" ({listing(words, limit=3)})"
    return f"{text}, mais {_DOUBTS[reason.doubt]}" if reason.doubt else text
