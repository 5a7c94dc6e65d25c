"""Same actor at import: numbers tell, names ask, answers are kept, all of it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from actors_graph.changes.imports import import_files
from actors_graph.changes.planning.questions import Candidate
from actors_graph.changes.same_actor.answers import known_pairs
from actors_graph.changes.undoing.undo import undo
from actors_graph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actors_graph.access.session import Session
    from actors_graph.changes.report import ImportReport

    Give = Callable[..., ImportReport]

KNOWN = (
    "id,nom,type,siret,rna,code_insee,telephone,source\n"
    "rotonde,Centre social La Rotonde,association,,W032000001,03095,,base\n"
    "parents,Parents en chemin,association,,,03095,,base\n"
    "ccas-c,CCAS,service_public,26030001500012,,03095,,base\n"
    "ccas-v,CCAS,service_public,,,03310,,base\n"
)
LIST = "Nom de la structure;Type;Ville;Code postal;N° SIRET;RNA;Tél.\n"


@pytest.fixture
def give(session: Session, tmp_path: Path) -> Give:
    """Import a list as people write it, on a store that knows four actors."""
    base = tmp_path / "acteurs.csv"
    base.write_text(KNOWN, encoding="utf-8")
    import_files(session, [base])

    def give_list(
        lines: str,
        *,
        name: str = "liste.csv",
        answers: dict[str, str] | None = None,
        dry_run: bool = False,
    ) -> ImportReport:
        path = tmp_path / name
        path.write_text(lines, encoding="utf-8")
        return import_files(session, [path], answers=answers, dry_run=dry_run)

    return give_list


def actors(session: Session) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in session.tables(["actors"])["actors"].to_pylist()}


def test_an_equal_number_is_the_same_actor_and_is_said(give: Give, session: Session) -> None:
    report = give(LIST + "C.S. Rotonde;association;Cusset;03300;;W032000001;04 70 11 22 33\n")

    assert (report.files[0].new, report.files[0].changed) == (0, 1)
    assert report.questions == ()
    row = actors(session)["rotonde"]
    # The phone that was not known is filled, the name that was known stays.
    assert (row["name"], row["phone"]) == ("Centre social La Rotonde", "04 70 11 22 33")
    said = [problem.message for problem in report.files[0].problems]
    assert any("même numéro RNA" in message for message in said)
    assert any("nom gardé" in message for message in said)


def test_a_near_name_of_one_commune_is_asked_and_not_merged(give: Give, session: Session) -> None:
    report = give(LIST + "Ass. PARENTS EN CHEMIN;association;Cusset;03300;;;\n")

    (question,) = report.questions
    assert (question.line, question.value) == (2, "Ass. PARENTS EN CHEMIN")
    assert [(one.id, one.commune) for one in question.candidates] == [("parents", "Cusset")]
    assert question.sentence == (
        "Ligne 2 : «\u00a0Ass. PARENTS EN CHEMIN\u00a0» est-il "
        "«\u00a0Parents en chemin\u00a0», Cusset ?"
    )
    assert report.files[0].new == 1
    assert len(actors(session)) == 5


@pytest.mark.parametrize("answer", ["meme:parents", "different", "rattache:parents"])
def test_an_answer_is_obeyed_kept_and_taken_back(give: Give, session: Session, answer: str) -> None:
    lines = LIST + "Ass. PARENTS EN CHEMIN;association;Cusset;03300;;;04 70 11 22 33\n"
    before = session.canonical_hash()
    (question,) = give(lines, dry_run=True).questions

    report = give(lines, answers={question.key: answer})

    row = question.key.partition(":")[2]
    assert report.questions == ()
    assert known_pairs(session) == {tuple(sorted([row, "parents"])): answer}
    there = actors(session)
    if answer == "meme:parents":
        assert row not in there
        assert there["parents"]["phone"] == "04 70 11 22 33"
    else:
        assert there[row]["part_of"] == ("parents" if answer.startswith("rattache") else None)
    # The same file again asks nothing and changes nothing.
    again = give(lines)
    assert (again.changes, again.questions) == (0, ())

    undo(session, report.import_id)
    assert session.canonical_hash() == before
    assert len(give(lines, dry_run=True).questions) == 1


def test_a_known_number_stays_when_a_row_named_otherwise_says_another(
    give: Give, session: Session
) -> None:
    lines = LIST + "Cssc;service public;Cusset;03300;732 829 320 00074;;\n"
    key = "meme_acteur:siret:73282932000074"

    report = give(lines, answers={key: "meme:ccas-c"})

    assert actors(session)["ccas-c"]["siret"] == "26030001500012"
    said = [problem.message for problem in report.files[0].problems]
    assert "numéro gardé : «\u202f26030001500012\u202f», celui de vos données." in [
        message.replace("\xa0", "\u202f") for message in said
    ]


def test_an_answer_left_for_later_keeps_asking(give: Give, session: Session) -> None:
    lines = LIST + "Ass. PARENTS EN CHEMIN;association;Cusset;03300;;;\n"
    (question,) = give(lines, dry_run=True).questions

    report = give(lines, answers={question.key: "plus_tard"}, dry_run=True)

    assert [one.key for one in report.questions] == [question.key]
    assert known_pairs(session) == {}


@pytest.mark.parametrize("answer", ["peut-être", "meme:", "meme:personne"])
def test_an_answer_that_says_nothing_is_refused(give: Give, session: Session, answer: str) -> None:
    lines = LIST + "Ass. PARENTS EN CHEMIN;association;Cusset;03300;;;\n"
    (question,) = give(lines, dry_run=True).questions
    before = session.canonical_hash()

    with pytest.raises(InputError):
        give(lines, answers={question.key: answer})

    assert session.canonical_hash() == before


def test_two_homonyms_of_two_communes_stay_two(give: Give, session: Session) -> None:
    report = give(
        LIST + "Amicale du lac;association;Vichy;03200;;;\n"
        "Amicale du lac;association;Cusset;03300;;;\n"
    )

    assert (report.files[0].new, report.questions) == (2, ())
    assert len(actors(session)) == 6


def test_the_lines_of_one_structure_are_one_actor(give: Give, session: Session) -> None:
    lines = (
        "Nom de la structure;Commune;Code postal;Contact;Fonction;Téléphone du contact\n"
        "Le Relais du Sichon;Cusset;03300;Mme Anne Testard;directrice;04 70 00 00 01\n"
        "Le Relais du Sichon;CUSSET;03300;M. Paul Essaimin;trésorier;04 70 00 00 02\n"
    )

    report = give(lines)

    assert report.files[0].made["actors"]["new"] == 1
    assert report.files[0].made["contacts"]["new"] == 2
    contacts = session.tables(["contacts"])["contacts"].to_pylist()
    assert len({contact["actor"] for contact in contacts}) == 1
    assert give(lines).changes == 0


def test_a_name_in_a_cell_finds_the_actor_of_the_commune_of_its_line(
    give: Give, session: Session
) -> None:
    report = give(
        "Nom;Commune;Code postal;Partenaires\n"
        "Le Fournil;Cusset;03300;CCAS / Croix-Verte\n"
        "La Fabrique;Vichy;03200;CCAS / Croix-Verte\n"
        "Le Verger;Commentry;03600;CCAS\n"
        "La Source;Vichy;03200;Centre social La Rotonde\n"
    )

    found = actors(session)
    names = {row["id"]: (row["name"], row["status"]) for row in found.values()}
    new = {actor: said for actor, said in names.items() if said[1] == "a_identifier"}
    assert sorted(new.values()) == [("CCAS", "a_identifier"), ("Croix-Verte", "a_identifier")]
    ties = session.tables(["collaborations"])["collaborations"].to_pylist()
    assert len(ties) == 6
    ends = {frozenset((tie["a"], tie["b"])) for tie in ties}
    by_name = {row["name"]: row["id"] for row in found.values() if row["name"] != "CCAS"}
    assert frozenset((by_name["Le Fournil"], "ccas-c")) in ends
    assert frozenset((by_name["La Source"], "rotonde")) in ends
    assert frozenset((by_name["La Fabrique"], "ccas-v")) in ends
    (ccas,) = (row for row in found.values() if row["id"] in new and row["name"] == "CCAS")
    # Nobody knows the one of Commentry: it is to be identified there, not taken for another.
    assert ccas["commune_code"] == "03082"
    said = [p for p in report.files[0].problems if "à identifier" in p.message]
    assert [(p.value, p.line) for p in said] == [("Croix-Verte", 2), ("CCAS", 4)]
    assert "aussi ligne 3" in said[0].message


def test_a_stub_becomes_an_actor_when_a_file_describes_it(give: Give, session: Session) -> None:
    give("Nom;Commune;Code postal;Partenaires\nLe Fournil;Cusset;03300;Croix-Verte\n")

    report = give(LIST + "Croix-Verte;association;;;;;04 70 11 22 33\n", name="autre.csv")

    row = actors(session)["loc:croix-verte"]
    assert (row["status"], row["kind"], row["phone"]) == (
        None,
        "association",
        "04 70 11 22 33",
    )
    assert report.files[0].changed == 1


def test_one_number_on_two_sorts_of_organisation_makes_no_merge(
    give: Give, session: Session
) -> None:
    lines = (
        LIST + "Mairie de Molles;collectivite;Molles;03300;21030174300014;;\n"
        "CCAS de Molles;service_public;Molles;03300;21030174300014;;\n"
    )

    report = give(lines)

    found = {row["name"] for row in actors(session).values()}
    assert {"Mairie de Molles", "CCAS de Molles"} <= found
    assert report.files[0].new == 2
    assert give(lines).changes == 0


@pytest.mark.parametrize("siret", ["00000000000000", "73282932000075"])
def test_a_number_that_is_none_joins_nobody(give: Give, session: Session, siret: str) -> None:
    lines = (
        LIST + f"La Bobine;association;Cusset;;{siret};;\nLe Tamis;association;Vichy;;{siret};;\n"
    )

    assert give(lines).files[0].new == 2
    assert {"La Bobine", "Le Tamis"} <= {row["name"] for row in actors(session).values()}


@pytest.mark.parametrize("prefix", ["meme:", "rattache:"])
def test_an_answer_names_the_actor_that_stays(give: Give, session: Session, prefix: str) -> None:
    """The question shows a line of the list, which is a known actor by its number."""
    lines = (
        LIST
        + "Amis du Lac;association;Cusset;03300;;W032000001;\n"
        + "Ass. les amis du lac;association;Cusset;03300;;;\n"
    )
    (question,) = give(lines, dry_run=True).questions
    proposed = question.candidates[0].id

    give(lines, answers={question.key: f"{prefix}{proposed}"})

    row = question.key.partition(":")[2]
    assert known_pairs(session) == {tuple(sorted([row, "rotonde"])): f"{prefix}rotonde"}
    again = give(lines)
    assert (again.changes, again.questions) == (0, ())


PARTNERS = (
    "Structure;Type;Ville;Partenaires\n"
    "Médiathèque;service public;Bellerive-sur-Allier;\n"
    "Les Jardins;association;Vichy;Médiathèque\n"
    "Le Club;association;Saint-Yorre;CCAS\n"
)


def test_the_only_one_of_a_name_elsewhere_is_asked_about(give: Give, session: Session) -> None:
    """A médiathèque serves its neighbours; each commune has a CCAS of its own."""
    report = give(PARTNERS, dry_run=True)

    (question,) = report.questions
    (candidate,) = question.candidates
    assert question.sentence == (
        "Ligne 3 : «\xa0Médiathèque\xa0» est-il «\xa0Médiathèque\xa0», Bellerive-sur-Allier ?"
    )
    assert candidate.reason == "même nom, mais dans une autre commune"

    give(PARTNERS, answers={question.key: f"meme:{candidate.id}"})

    assert [i for i in actors(session) if "mediatheque" in i] == [candidate.id]
    assert not give(PARTNERS).questions


def test_the_one_elsewhere_that_is_another_is_not_asked_again(give: Give, session: Session) -> None:
    (question,) = give(PARTNERS, dry_run=True).questions

    give(PARTNERS, answers={question.key: "different"})

    assert len([i for i in actors(session) if "mediatheque" in i]) == 2
    assert not give(PARTNERS).questions


def test_a_separator_without_a_name_leaves_nothing_behind(give: Give, session: Session) -> None:
    give("Structure;Type;Ville;Partenaires\nLe Club;association;Vichy;CCAS / -, Le Phare /\n")

    ties = session.tables(["collaborations"])["collaborations"].to_pylist()
    assert {row["a"] for row in ties} | {row["b"] for row in ties} == {
        "ccas-v",
        "loc:le-club-vichy",
        "loc:le-phare",
    }
    assert actors(session)["loc:le-phare"]["name"] == "Le Phare"


def test_a_commune_in_a_name_is_not_said_twice() -> None:
    vichy = Candidate("a", "CCAS de Vichy", "Vichy", "")
    cusset = Candidate("b", "CCAS", "Cusset", "")

    assert (vichy.words, cusset.words) == ("«\xa0CCAS de Vichy\xa0»", "«\xa0CCAS\xa0», Cusset")
