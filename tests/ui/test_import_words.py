"""What the pages of an import say, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actors_graph.changes.report import FileReport, ImportReport, group_sentence, grouped
from actors_graph.sources import Problem, Severity, read_tables
from actors_graph.ui.importing.questions import refused_sentence
from actors_graph.ui.importing.reading import accented, reading_sentence
from actors_graph.ui.importing.replies import Reply, answer_of, reply_of
from actors_graph.ui.importing.report import (
    counts_sentence,
    headline,
    numbers_sentence,
    ties_sentence,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_reading_is_said_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    title = "Partenaires du quartier;;\n;;\nNom de la structure;Type;Ville\n"
    path.write_text(title + "Les Amis;association;Vichy\n" * 3, encoding="utf-8")
    raw = read_tables(path)[0]

    assert reading_sentence(raw) == (
        "Colonnes séparées par des points-virgules. Titres des colonnes lus à la ligne 3 ; les "
        "lignes au-dessus sont laissées de côté."
    )
    assert accented(raw) == []


@pytest.mark.parametrize("reply", Reply)
def test_reply_comes_back_from_its_answer(reply: Reply) -> None:
    named = "loc:mairie" if reply in {Reply.SAME, Reply.PART_OF} else ""

    assert reply_of(answer_of(reply, "loc:mairie")) == (reply, named)


def test_refused_lines_are_said_in_agreement() -> None:
    assert refused_sentence(1) == "1\xa0ligne ne peut pas entrer telle quelle"
    assert refused_sentence(2) == "2\xa0lignes ne peuvent pas entrer telles quelles"


def test_report_says_in_words_what_comes_and_what_comes_with_it() -> None:
    file = FileReport(
        file="liste.csv",
        kind="acteurs",
        encoding="utf-8",
        separator=";",
        header_row=1,
        rows_read=26,
        kept=25,
        new=20,
        changed=0,
        unchanged=5,
        repaired=3,
        refused=1,
        problems=(),
        made={
            "actors": {"new": 20, "changed": 0, "unchanged": 5},
            "collaborations": {"new": 34, "changed": 1, "unchanged": 0},
        },
    )
    report = ImportReport((file,), 55)

    assert counts_sentence(file).replace("\xa0", " ") == (
        "26 lignes lues : 20 nouvelles, 5 inchangées et 1 refusée ; 3 réparées."
    )
    assert ties_sentence(file).replace("\xa0", " ") == ("Et aussi, d’après ses lignes : 34 liens.")
    assert headline(report, valid_only=True).replace("\xa0", " ") == (
        "Cet import va ajouter 20 structures et 34 liens et compléter 1 lien. "
        "Rien n’est encore écrit."
    )
    assert headline(report, valid_only=False).startswith("Rien n’est importé")


def test_report_explains_why_its_numbers_differ() -> None:
    read = "liste.csv", "acteurs", "utf-8", ";", 1, 28
    made = {"actors": {"new": 27, "changed": 0, "unchanged": 2}}
    file = FileReport(*read, 26, 24, 0, 2, 0, 1, (), made=made)
    whole = FileReport(*read, 28, 28, 0, 0, 0, 0, (), made={"actors": {"new": 28}})

    assert numbers_sentence(ImportReport((file,), 27)).replace("\xa0", " ") == (
        "D’où viennent ces nombres : 28 lignes lues, dont 24 à écrire (2 ne changent rien, 1 est "
        "refusée et 1 est réunie à une autre ou ne dit rien) ; 3 structures ne sont que des noms "
        "dans des cellules : leurs fiches seront à compléter."
    )
    assert not numbers_sentence(ImportReport((whole,), 28))


def test_numbers_written_with_spaces_are_said_in_one_sentence() -> None:
    numbers = ["384 138 996 00028", "384.138.996.00036", "0384"]
    read = ["lu 38413899600028.", "lu 38413899600036.", "lu 00384 (le zéro s’était perdu)."]
    problems = [
        Problem(line, "SIRET", value, message, Severity.REPAIRED)
        for line, (value, message) in enumerate(zip(numbers, read, strict=True), start=2)
    ]

    assert [group_sentence(group).replace("\xa0", " ") for group in grouped(problems)] == [
        (
            "ligne 2 et 1 autre, colonne « SIRET » : « 384 138 996 00028 » lu 38413899600028. "
            "1 autre numéro de même."
        ),
        "ligne 4, colonne « SIRET » : « 0384 » lu 00384 (le zéro s’était perdu).",
    ]
