"""Levels of a collaboration as people write them: a digit, words of the scale, or other words."""

from __future__ import annotations

import re
from typing import Final

from actors_graph.sources.shapes.names import LEVEL_WORDS
from actors_graph.text import fold

# The four rungs in the words of the model; other words stay words (`level_wording`).
_RUNGS: Final = {
    "se connaissent": "1",
    "se coordonnent": "2",
    "cooperent": "3",
    "portent ensemble": "4",
}
_DIGIT: Final = re.compile(r"([1-4])(?:[.,]0+)?", re.ASCII)


def level_of(text: str) -> str:
    """Return the level that a cell says, "" when it says none.

    A lone « 1 » in a grid of crosses is a cross; the caller knows which it reads.

    >>> level_of("3"), level_of("2.0"), level_of("se coordonnent"), level_of("convention")
    ('3', '2', '2', '')
    """
    found = _DIGIT.fullmatch(text.strip())
    return found.group(1) if found else _RUNGS.get(fold(text), "")


def note_of_header(header: str) -> str:
    """Return what a header of partners says of how they work together.

    >>> note_of_header("Partenaires réguliers"), note_of_header("Partenaires")
    ('réguliers', '')
    """
    words = [word for word in re.findall(r"\w+", header) if fold(word) in LEVEL_WORDS]
    if fold(header).startswith("financeur"):
        return "financeur"
    return " ".join(words) or ("convention" if "convention" in fold(header) else "")
