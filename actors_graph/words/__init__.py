"""How the program writes French: plurals, elision, numbers, dates, lists.

The rooms above write their sentences with these and never glue an « s » by hand. Babel knows the
plural rule, the separators and the names of the months; what it does not know (elision, articles,
« aucune structure », « 1er ») is here.
"""

from __future__ import annotations

from actors_graph.words.dates import as_of, date_words, moment, when
from actors_graph.words.elision import at_place, de, of_place, que, the
from actors_graph.words.numbers import decimal, money, number, share
from actors_graph.words.plurals import agreed, count, plural
from actors_graph.words.sentences import capital, listing, quoted, sentence

__all__ = [
    "agreed",
    "as_of",
    "at_place",
    "capital",
    "count",
    "date_words",
    "de",
    "decimal",
    "listing",
    "moment",
    "money",
    "number",
    "of_place",
    "plural",
    "que",
    "quoted",
    "sentence",
    "share",
    "the",
    "when",
]
