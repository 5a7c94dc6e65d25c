"""What a cell shows where its formula went wrong, in French and in English."""

from __future__ import annotations

from typing import Final

_SHOWN: Final = frozenset(
    {
        "#n/a", "#ref!", "#value!", "#valeur!", "#name?", "#nom?", "#div/0!", "#null!", "#nul!",
        "#num!", "#nombre!",
    }
)  # fmt: skip


def is_formula_error(text: str) -> bool:
    """Whether a text is all that a wrong formula shows.

    >>> is_formula_error("#N/A"), is_formula_error("#Jeunes 03")
    (True, False)
    """
    return text[:1] == "#" and text.strip().lower() in _SHOWN
