"""Names cut by the width of a column: « Maison des jeunes et de la culture Jean Ro »."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.matching.places import NARROWEST
from actors_graph.matching.records import Likeness, Reason, Verdict
from actors_graph.matching.vocabulary import FIRST_NAMES, GENERIC

if TYPE_CHECKING:
    from actors_graph.matching.names import Name

_FEWEST_LETTERS: Final = 3


def cut_of(short: Name, whole: Name) -> tuple[Verdict, Reason] | None:
    """Whether the first name is the beginning of the second, cut inside a word or before one.

    The words before the cut must be the same, in the same order. A cut that leaves too little to
    know which actor it was (« parents d’élèves de l’éco… ») is a question.
    """
    size = len(short.words)
    if short.length < NARROWEST or not 1 <= size <= len(whole.words):
        return None
    last, full = short.words[-1], whole.words[size - 1]
    if short.words[:-1] != whole.words[: size - 1] or not full.startswith(last):
        return None
    inside = last != full
    missing = whole.words[size:]
    if not inside and not (short.open_end and missing):
        return None
    if any(word.isdigit() for word in missing):
        return None
    kept = short.words[:-1] if inside else short.words
    telling = any(word not in GENERIC and word not in FIRST_NAMES for word in kept)
    sure = telling if missing else telling or len(last) >= _FEWEST_LETTERS
    if inside and (last in GENERIC or last in FIRST_NAMES):
        sure = False  # « Marche » is a word, and may not be « Marcheurs » cut
    return (Verdict.STRICT if sure else Verdict.GREY), Reason(Likeness.TRUNCATED)
