"""The French of the program, as a proofreader would check it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.words import (
    agreed,
    as_of,
    at_place,
    capital,
    count,
    date_words,
    de,
    decimal,
    listing,
    moment,
    money,
    number,
    of_place,
    plural,
    que,
    quoted,
    sentence,
    share,
    the,
    when,
)

if TYPE_CHECKING:
    from datetime import date

NARROW = "\u202f"
WIDE = "\xa0"


@pytest.mark.parametrize(
    ("n", "phrase", "written"),
    [
        (0, "acteur", "aucun acteur"),
        (0, "structure", "aucune structure"),
        (0, "association documentée", "aucune association documentée"),
        (1, "structure", f"1{WIDE}structure"),
        (2, "lien noté", f"2{WIDE}liens notés"),
        (41, "groupe d’habitants", f"41{WIDE}groupes d’habitants"),
        (3, "acteur sans partenaire connu", f"3{WIDE}acteurs sans partenaire connu"),
        (2, "comité local", f"2{WIDE}comités locaux"),
        (2, "nouveau lien", f"2{WIDE}nouveaux liens"),
        (12, "mois", f"12{WIDE}mois"),
        (4886, "acteur", f"4{NARROW}886{WIDE}acteurs"),
        (1_000_000, "lien", f"1{NARROW}000{NARROW}000{WIDE}liens"),
    ],
)
def test_count_agrees(n: int, phrase: str, written: str) -> None:
    assert count(n, phrase) == written


def test_unknown_noun_is_a_mistake_of_the_code() -> None:
    with pytest.raises(LookupError, match="zorglub"):
        count(2, "zorglub")


@pytest.mark.parametrize(
    ("word", "n", "noun", "written"),
    [
        ("documenté", 1, "acteur", "documenté"),
        ("documenté", 2, "acteur", "documentés"),
        ("documenté", 0, "structure", "documentée"),
        ("documenté", 2, "structure", "documentées"),
        ("nouveau", 2, "adhésion", "nouvelles"),
        ("actif", 3, "association", "actives"),
        ("local", 2, "action", "locales"),
        ("est", 2, "structure", "sont"),
        ("est", 1, "structure", "est"),
        ("a", 2, "acteur", "ont"),
    ],
)
def test_words_agree_with_what_is_counted(word: str, n: int, noun: str, written: str) -> None:
    assert agreed(word, n=n, noun=noun) == written


@pytest.mark.parametrize(
    ("singular", "written"),
    [
        ("réseau", "réseaux"),
        ("lieu", "lieux"),
        ("travail", "travaux"),
        ("festival", "festivals"),
        ("service public", "services publics"),
        ("avis", "avis"),
        ("choix", "choix"),
        ("fiche à vérifier", "fiches à vérifier"),
    ],
)
def test_plural_of_the_field(singular: str, written: str) -> None:
    assert plural(singular) == written


@pytest.mark.parametrize(
    ("following", "written"),
    [
        ("associations", "d’associations"),
        ("élus", "d’élus"),
        ("habitants", "d’habitants"),
        ("hameaux", "de hameaux"),
        ("handicap", "de handicap"),
        ("œuvres", "d’œuvres"),
        ("onze structures", "de onze structures"),
        ("Yzeure", "d’Yzeure"),
        ("12 acteurs", "de 12 acteurs"),
        ("", "de "),
    ],
)
def test_de_before_a_vowel(following: str, written: str) -> None:
    assert de(following) == written


def test_que_and_article_elide() -> None:
    assert que("une association") == "qu’une association"
    assert que("le Département") == "que le Département"
    assert the("épicerie sociale", feminine=True) == "l’épicerie sociale"
    assert the("régie", feminine=True) == "la régie"
    assert the("hameau") == "le hameau"


@pytest.mark.parametrize(
    ("name", "of", "at"),
    [
        ("Vichy", "de Vichy", "à Vichy"),
        ("Abrest", "d’Abrest", "à Abrest"),
        ("Le Donjon", "du Donjon", "au Donjon"),
        ("Les Ancizes", "des Ancizes", "aux Ancizes"),
        ("La Chapelle", "de La Chapelle", "à La Chapelle"),
        ("L’Isle", "de L’Isle", "à L’Isle"),
        ("Lenax", "de Lenax", "à Lenax"),
        ("Lalizolle", "de Lalizolle", "à Lalizolle"),
    ],
)
def test_places_contract_their_article(name: str, of: str, at: str) -> None:
    assert of_place(name) == of
    assert at_place(name) == at


def test_numbers_are_grouped_and_rounded() -> None:
    assert number(34_875) == f"34{NARROW}875"
    assert decimal(3.64) == "3,6"
    assert decimal(4.0) == "4"
    assert decimal(-0.01) == "0"
    assert decimal(1234.567, places=2) == f"1{NARROW}234,57"
    assert decimal(2.6, places=0) == "3"


def test_money_hides_cents_that_are_none() -> None:
    assert money(101_450) == f"1{NARROW}014,50{WIDE}€"
    assert money(150_000) == f"1{NARROW}500{WIDE}€"
    assert money(0) == f"0{WIDE}€"
    assert money(-250) == f"-2,50{WIDE}€"


@given(st.floats(min_value=0, max_value=1))
def test_share_never_rounds_to_none_or_all(value: float) -> None:
    written = share(value)

    assert (written == f"0{WIDE}%") == (value == 0)
    assert (written == f"100{WIDE}%") == (value == 1)


@pytest.mark.parametrize(
    ("iso", "words", "complement", "state"),
    [
        ("2026-03-01", "1er mars 2026", "le 1er mars 2026", "au 1er mars 2026"),
        ("2019-04-12", "12 avril 2019", "le 12 avril 2019", "au 12 avril 2019"),
        ("2026-08", "août 2026", "en août 2026", "en août 2026"),
        ("1998", "1998", "en 1998", "en 1998"),
    ],
)
def test_dates_keep_their_precision(iso: str, words: str, complement: str, state: str) -> None:
    assert (date_words(iso), when(iso), as_of(iso)) == (words, complement, state)


@given(st.dates())
def test_every_day_can_be_written(day: date) -> None:
    written = date_words(day)

    assert written == date_words(day.isoformat())
    assert written.startswith("1er " if day.day == 1 else f"{day.day} ")


@pytest.mark.parametrize("text", ["", "hier", "2026-13-01", "2026-02-30", "26-03-01", "2026-3"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        date_words(text)


def test_moment_is_on_the_clock_asked() -> None:
    at = datetime(2026, 3, 1, 13, 5, tzinfo=UTC)

    assert moment(at) == f"1er mars 2026 à 13{WIDE}h{WIDE}05"
    assert moment(at, zone=ZoneInfo("Europe/Paris")) == f"1er mars 2026 à 14{WIDE}h{WIDE}05"


@pytest.mark.parametrize(
    ("items", "limit", "written"),
    [
        ([], 0, ""),
        (["a"], 0, "a"),
        (["a", "b"], 0, "a et b"),
        (["a", "b", "c"], 2, "a, b et c"),
        (["a", "b", "c", "d"], 2, "a, b et 2 autres"),
    ],
)
def test_lists_are_joined(items: list[str], limit: int, written: str) -> None:
    assert listing(items, limit=limit) == written


def test_alternatives_are_joined_by_ou() -> None:
    assert listing(["rna", "siret"], conjunction="ou") == "rna ou siret"


def test_sentences_begin_and_end_well() -> None:
    assert quoted("Solid'Auto") == f"«{WIDE}Solid'Auto{WIDE}»"
    assert capital("élus") == "Élus"
    assert sentence("") == ""
    assert sentence("rien n’a changé") == "Rien n’a changé."
    assert sentence("Fini.") == "Fini."
