"""Cuts a list at its commas by what is known: « Santé, handicap » may be one theme or two.

A cell of a list is parted by « | » or « ; » without a doubt. A comma may also stand inside the name
of a theme: where the whole is known it stays whole, where a part is known it is a list, and where
nothing is known it stays as written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

_LONGEST: Final = 4


def known_items(items: Sequence[str], known: Container[str]) -> list[str]:
    """Return the items of a list, those with commas cut or joined as the known names tell.

    Args:
        items: as they are written, or cut at each comma already.
        known: folded names.

    >>> known_items(["Sport, culture"], {"sport"}), known_items(["Sport, culture"], {"foot"})
    (['Sport', 'culture'], ['Sport, culture'])
    >>> known_items(["Santé", "handicap", "sport"], {"sante handicap", "sport"})
    ['Santé, handicap', 'sport']
    """
    parts: list[str] = []
    for item in items:
        cut = [part.strip() for part in item.split(",") if part.strip()]
        is_list = fold(item) not in known and any(fold(part) in known for part in cut)
        parts += cut if is_list else [item]
    return _joined(parts, known)


def _joined(parts: Sequence[str], known: Container[str]) -> list[str]:
    """Join neighbours that are one known name together."""
    found: list[str] = []
    at = 0
    while at < len(parts):
        ends = range(min(len(parts), at + _LONGEST), at + 1, -1)
        whole = (end for end in ends if fold(" ".join(parts[at:end])) in known)
        end = next(whole, at + 1)
        found.append(", ".join(parts[at:end]))
        at = end
    return found
