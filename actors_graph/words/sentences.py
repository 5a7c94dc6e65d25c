"""Putting words together: lists, quotations, the first capital and the final dot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.words.numbers import number

if TYPE_CHECKING:
    from collections.abc import Sequence


def listing(items: Sequence[str], *, limit: int = 0, conjunction: str = "et") -> str:
    """Return « a, b et c »; beyond the limit, « a, b et 3 autres ».

    Args:
        items: what is listed, in the order in which it is written; none gives the empty text.
        limit: how many are named at most (0 = all). One too many is named rather than called
            « 1 autre ».
        conjunction: « et » or « ou ».

    >>> listing(["Moulins", "Vichy", "Cusset"]), listing(list("abcde"), limit=2)
    ('Moulins, Vichy et Cusset', 'a, b et 3 autres')
    """
    named = list(items)
    if limit and len(named) > limit + 1:
        named = [*named[:limit], f"{number(len(named) - limit)} autres"]
    if len(named) < 2:
        return "".join(named)
    return f"{', '.join(named[:-1])} {conjunction} {named[-1]}"


def quoted(text: str) -> str:
    """Return the text between French quotation marks, which never part from it at a line end."""
    return f"«\xa0{text}\xa0»"


def capital(text: str) -> str:
    """Return the text with a first capital; the rest stays as written.

    >>> capital("élus et services du Département")
    'Élus et services du Département'
    """
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return the text as a sentence: first capital, and a final dot where no mark ends it.

    >>> sentence("aucune structure n’est documentée"), sentence("qui inviter ?")
    ('Aucune structure n’est documentée.', 'Qui inviter ?')
    """
    text = capital(text.strip())
    return text if not text or text[-1] in ".?!…:" else f"{text}."
