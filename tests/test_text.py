"""The laws of folding and cleaning, and the cases that taught them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.text import _long_fold, clean, fold, slug


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_fold_ignores_case_and_composition(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(text.casefold()) == fold(text)


@given(st.text())
def test_fold_leaves_single_spaces(text: str) -> None:
    folded = fold(text)

    assert folded == " ".join(folded.split())


@given(st.text())
def test_clean_is_idempotent_and_storable(text: str) -> None:
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in cleaned)
    cleaned.encode("utf-8")


@given(st.text())
def test_clean_does_not_change_what_is_compared(text: str) -> None:
    printable = "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cs"})

    assert fold(clean(printable)) == fold(printable)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Échassières", "echassieres"),
        ("CŒUR de l’Allier", "coeur de l allier"),
        ("Saint-Pourçain-sur-Sioule", "saint pourcain sur sioule"),
        ("  L'Étoile <b>du</b> *Bocage* & Cie ", "l etoile b du b bocage cie"),
        ("ﬁnances²", "finances2"),
        ("co\u00adopérative", "cooperative"),  # a soft hyphen is not a space
        ("e\u0301cole", "ecole"),
        ("İstanbul", "istanbul"),
        ("Straße", "strasse"),
        ("C.C.A.S.", "c c a s"),
        ("Ελλάδα", "ελλαδα"),
        ("🌳", ""),
        ("", ""),
    ],
)
def test_fold_known_spellings(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("\ufeffnom", "\ufeffnom"),  # a byte order mark is the business of the reader of files
        (" a\r\nb ", "a b"),
        ("Régie\x00\x1b", "Régie"),
        ("a\ud800b", "ab"),
        ("e\u0301cole", "école"),
        ("🌳 Les Amis", "🌳 Les Amis"),
        ("1\u202f014,50 €", "1\u202f014,50 €"),
    ],
)
def test_clean_known_texts(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_slug_has_no_space() -> None:
    assert slug("Régie de quartier — L’Ancre") == "regie-de-quartier-l-ancre"


@given(st.text([*map(chr, range(0x180)), *"\u2009\u202f’–—•…€\u0301½²ﬁ"]))
def test_the_short_way_folds_as_the_long_one(text: str) -> None:
    assert fold(text) == _long_fold(text)
