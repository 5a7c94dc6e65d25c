"""Decoding: laws that hold for any bytes and any French text."""

from __future__ import annotations

import contextlib

from hypothesis import assume, given
from hypothesis import strategies as st

from actors_graph.errors import InputError
from actors_graph.sources.encoding import damage, decoded

FRENCH = st.text(
    alphabet="abcdefghijklmnopqrstuvwxyz ABCDEF àâçéèêëîïôùûüœÀÇÉÈÊ’«»…–;,\n", min_size=1
).filter(str.strip)


@given(st.binary(max_size=300))
def test_any_bytes_end_as_text_or_as_a_sentence(data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert decoded(data, file="x.csv").content.strip()


@given(FRENCH)
def test_a_french_text_comes_back_from_the_forms_that_say_what_they_are(text: str) -> None:
    for form in ("utf-8", "utf-8-sig", "utf-16"):
        assert decoded(text.encode(form), file="x.csv").content == text


@given(FRENCH)
def test_a_text_of_windows_comes_back_or_is_refused_never_changed(text: str) -> None:
    data = text.encode("cp1252")
    with contextlib.suppress(UnicodeDecodeError):
        # A few pairs of letters (« Çœ ») are also UTF-8: no French word has them.
        assume(data.decode() == text)

    with contextlib.suppress(InputError):
        assert decoded(data, file="x.csv").content == text


@given(FRENCH)
def test_a_sound_french_text_is_not_called_damaged(text: str) -> None:
    assert damage(text) is None


@given(FRENCH.filter(lambda text: any(letter in text for letter in "éèçîôû")))
def test_a_text_read_wrongly_then_saved_is_called_damaged(text: str) -> None:
    spoilt = text.encode().decode("cp1252", errors="replace")

    assert damage(spoilt) is not None
