"""Two ways of reading a text: as it must be kept, and as it must be compared.

`clean` is what enters the store: the author's own words, in one Unicode form, without what no
screen can show. `fold` is what is compared and searched: no case, accent, ligature or punctuation.
Nothing here judges a name, corrects a spelling or expands an abbreviation: that belongs to the
rooms that know what the text is.
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")
# Line breaks and tabs separate words; the other controls (and lone surrogates, which UTF-8 cannot
# hold) are dropped without leaving a space.
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]+")
_DIACRITICS = re.compile("[\u0300-\u036f]+")
# Letters that Unicode does not decompose but that a French keyboard replaces by these.
_PLAIN_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th"}
)


def clean(text: str) -> str:
    r"""Return the text as it is kept: NFC, trimmed, without control characters.

    Line breaks and tabs become one space, other control characters and lone surrogates disappear;
    everything else (emoji, narrow spaces, doubled spaces, markup) stays as its author wrote it.
    Idempotent.

    >>> clean("  Régie\tde quartier\x00 ")
    'Régie de quartier'
    """
    if not text.isprintable():
        text = _CONTROLS.sub("", _BREAKS.sub(" ", text))
    return unicodedata.normalize("NFC", text).strip()


def fold(text: str) -> str:
    """Return the text as it is compared: lower case, no accents, words parted by one space.

    Ligatures are opened (œ → oe), compatibility forms reduced (² → 2, ﬁ → fi), invisible
    characters dropped, punctuation and symbols become a space. A text of symbols alone folds to
    the empty text. Idempotent.

    >>> fold("L’Œuvre du Bocage – C.C.A.S. d'Échassières")
    'l oeuvre du bocage c c a s d echassieres'
    """
    # All that French texts are made of, one character at a time; any other goes the long way.
    quick = text.translate(_QUICK)
    return " ".join(quick.split()) if quick.isascii() else _long_fold(text)


def slug(text: str) -> str:
    """Return the folded text as an identifier: words parted by hyphens, empty when none is left.

    >>> slug("Comité des fêtes (Saint-Pourçain)")
    'comite-des-fetes-saint-pourcain'
    """
    return fold(text).replace(" ", "-")


def _long_fold(text: str) -> str:
    text = unicodedata.normalize("NFKD", text).casefold()
    # casefold may bring back letters that decompose (İ), hence the second pass.
    text = unicodedata.normalize("NFKD", text).translate(_PLAIN_LETTERS)
    text = _DIACRITICS.sub("", text)
    if not text.isascii():
        text = "".join(map(_folded_character, text))
        return _SPACES.sub(" ", text).strip()
    return _NOT_ASCII_WORD.sub(" ", text).strip()


def _folded_character(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] in "LN" or category == "Mc":
        return character
    return "" if category in {"Mn", "Me", "Cf"} else " "


def _quick_table() -> dict[int, str]:
    """Fold of each character of Latin-1, Latin Extended-A and French punctuation."""
    characters = [*map(chr, range(0x180)), *"\u2009\u202f‐‑–—‘’“”•…€"]
    # Between two letters, so that a sign which folds to a space keeps it.
    folded = {ord(c): _long_fold(f"a{c}b")[1:-1] for c in characters}
    return {code: text for code, text in folded.items() if text.isascii()}


_QUICK = _quick_table()
