"""Each shape in which people write structures and ties, from its cells to rows of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from actors_graph.sources import RawTable, read_tables
from actors_graph.sources.mapping.proposal import corrected, proposed
from actors_graph.sources.shapes.extracting import extracts

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.sources.extracts import Extract, TableContent


def table(*rows: str, file: str = "liste.csv", sheet: str = "") -> RawTable:
    """A table whose first row is its header; cells are parted by semicolons."""
    cells = [row.split(";") for row in rows]
    columns = [list(column) for column in zip(*cells[1:], strict=True)]
    lines = list(range(2, len(rows) + 1))
    return RawTable(file, "", "", 1, tuple(cells[0]), lines, columns, sheet=sheet)


def read(*rows: str, file: str = "liste.csv") -> TableContent:
    raw = table(*rows, file=file)
    return extracts([(raw, proposed(raw))])[0]


def part(content: TableContent, name: str) -> Extract:
    return next(extract for extract in content.extracts if extract.table == name)


def rows(content: TableContent, name: str, *fields: str) -> list[tuple[str, ...]]:
    columns = [part(content, name).cells[field] for field in fields]
    return list(zip(*columns, strict=True))


def test_several_persons_of_one_structure_are_its_contacts() -> None:
    content = read(
        "Structure;Ville;Référent;Tél",
        "MJC;Cusset;Mme Claire DUPONT (directrice);04 70 00 00 00",
        "MJC;CUSSET;Marc Petit;06 12 34 56 78",
        ";;Paul Henri;",
        "MJC;Vichy;;",
    )

    assert rows(content, "actors", "name", "commune", "phone") == [
        ("MJC", "Cusset", "04 70 00 00 00"),
        ("MJC", "Vichy", ""),
    ]
    assert part(content, "actors").lines == [2, 5]
    assert rows(content, "contacts", "actor", "last_name", "first_name", "role", "phone") == [
        ("@liste.csv:2", "DUPONT", "Claire", "directrice", ""),
        ("@liste.csv:2", "Petit", "Marc", "", "06 12 34 56 78"),
        ("@liste.csv:2", "Henri", "Paul", "", ""),
    ]
    said = [(one.line, one.message) for one in content.problems if "déjà lue" in one.message]
    assert said == [(3, "complète une structure déjà lue : même nom, même commune.")]


@pytest.mark.parametrize("header", ["Obs.", "Remarques", "Partenaires"])
def test_partners_announced_in_their_cells_are_read_whatever_the_header(header: str) -> None:
    content = read(
        f"Structure;Ville;{header}",
        "Épicerie du Pont;Vichy;partenaires : Amicale, Club",
        "Amicale;Vichy;Partenaires: Épicerie du Pont",
        "Club;Vichy;",
    )

    assert rows(content, "collaborations", "a", "b") == [
        ("@liste.csv:2", "@liste.csv:3"),
        ("@liste.csv:2", "@liste.csv:4"),
    ]


def test_remarks_that_hold_more_than_partners_stay_out() -> None:
    lines = [f"Club {n};Vichy;partenaires : Amicale" for n in range(400)]
    content = read("Structure;Ville;Remarques", "Amicale;Vichy;ne rappelle jamais", *lines)

    assert "collaborations" not in {extract.table for extract in content.extracts}


def test_texts_like_names_are_not_said_to_be_those_of_another_column() -> None:
    content = read("Structure;Ville;Zz", "Amicale;Vichy;tout va bien", "Club;Vichy;à revoir ici")

    assert not [one for one in content.problems if "dit déjà cela" in one.message]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("CCAS, centre social La Rotonde et mission locale", 3),
        ("CAF / MSA / CPAM", 3),
        ("- CAF\n- MSA", 2),
        ("1) CAF 2) MSA", 2),
        ("• CAF • MSA", 2),
        ("CAF+MSA", 2),
        ("Sport et Souffle", 1),
        ("sport et soufle, CAF", 2),
        ("Eau, air et forêt ; CAF", 2),
        ("Danse et musique", 1),
        ("Bellerive/Allier", 1),
        ("CAF, les écoles du secteur, etc.", 1),
        ("aucun", 0),
    ],
)
def test_a_cell_of_partners_is_cut_where_people_part_names(cell: str, names: int) -> None:
    content = read(
        "Structure;Ville;Partenaires",
        f"MJC;Vichy;{cell.replace(';', '|')}",
        "Sport et Souffle;Vichy;",
        "Eau, air et forêt;Vichy;",
    )

    ties = [e for e in content.extracts if e.table == "collaborations"]
    assert sum(len(extract.lines) for extract in ties) == names


def test_a_partner_of_the_file_is_its_row_and_another_stays_as_written() -> None:
    content = read(
        "Nom de la structure;Commune;Partenaires",
        "Centre social La Rotonde (CSR);Cusset;CCAS, Emmaüs (convention)",
        "CCAS;Cusset;CSR",
        "CCAS;Vichy;CCAS de Cusset, Centre social La Rotnde, MJC",
    )

    assert rows(content, "collaborations", "a", "b", "level_wording") == [
        ("@liste.csv:2", "@liste.csv:3", ""),
        ("@liste.csv:2", "Emmaüs", "convention"),
        ("@liste.csv:4", "@liste.csv:3", ""),
        ("@liste.csv:4", "@liste.csv:2", ""),
        ("@liste.csv:4", "MJC", ""),
    ]
    assert rows(content, "actors", "name", "acronym")[0] == ("Centre social La Rotonde", "CSR")
    repaired = [p for p in content.problems if p.severity == "repaired"]
    assert [(p.line, p.value) for p in repaired] == [(4, "Centre social La Rotnde")]


def test_marks_and_years_under_a_committee_or_a_project_are_participations() -> None:
    content = read(
        "Structure;Ville;Comité local 2024;Comité local 2025;Village de la fraternité;Jeunesse",
        "MJC;Vichy;x;titulaire;2023, 2024;X",
        "CCAS;Vichy;non;;depuis 2022;",
    )

    assert rows(content, "committees", "id", "name", "level") == [
        ("loc:comite-local", "Comité local", "local")
    ]
    assert rows(content, "projects", "name", "kind") == [("Village de la fraternité", "evenement")]
    village = "loc:village-de-la-fraternite"
    assert rows(content, "participations", "actor", "target", "role", "starts_on", "ends_on") == [
        ("@liste.csv:2", "loc:comite-local", "membre", "2024", "2024"),
        ("@liste.csv:2", "loc:comite-local", "membre", "2025", ""),
        ("@liste.csv:2", village, "partenaire", "2023", "2023"),
        ("@liste.csv:2", village, "partenaire", "2024", "2024"),
        ("@liste.csv:3", village, "partenaire", "2022", ""),
    ]
    assert part(content, "participations").cells["seat"][1] == "titulaire"
    assert rows(content, "actors", "themes") == [("Jeunesse",), ("",)]


def test_a_symmetric_grid_gives_each_pair_once_with_its_level() -> None:
    content = read(
        ";CCAS de Vichy;Emmaüs;MJC",
        "CCAS de Vichy;X;3;",
        "Emmaüs;3;X;2",
        "MJC;1;2;X",
    )

    assert content.mapping.kind == "grille"
    assert rows(content, "collaborations", "a", "b", "level") == [
        ("@liste.csv:3", "@liste.csv:2", "3"),
        ("@liste.csv:4", "@liste.csv:2", "1"),
        ("@liste.csv:4", "@liste.csv:3", "2"),
    ]
    assert part(content, "actors").named


def test_two_sheets_refer_to_each_other_by_number_or_by_name() -> None:
    first = table(
        "N°;Nom;Commune", "101;MJC;Vichy", "102;Emmaüs;Vichy", file="l.xlsx", sheet="Structures"
    )
    second = table(
        "Structure;Partenaire;Type de partenariat;Niveau",
        "101;102;convention;",
        "emmaus;Secours populaire;;coopèrent",
        file="l.xlsx",
        sheet="Liens",
    )

    contents = extracts([(second, proposed(second)), (first, proposed(first))])

    assert contents[0].mapping.kind == "paires"
    assert rows(contents[1], "actors", "name", "reference") == [("MJC", "101"), ("Emmaüs", "102")]
    assert rows(contents[0], "collaborations", "a", "b", "level", "level_wording") == [
        ("@l.xlsx/Structures:2", "@l.xlsx/Structures:3", "", "convention"),
        ("@l.xlsx/Structures:3", "Secours populaire", "3", ""),
    ]


def test_grants_name_who_gets_and_say_that_nobody_says_who_pays() -> None:
    content = read(
        "Bénéficiaire;Commune;N° SIRET;Subvention 2023;Subvention 2024",
        "MJC;Vichy;732 829 320 00074;1 000 €;2 000 €",
        "MJC;Vichy;732 829 320 00074;;500 €",
        file="aides.csv",
    )

    assert content.mapping.kind == "financements"
    assert rows(content, "fundings", "funder", "beneficiary", "amount", "year") == [
        ("Financeur de aides", "@aides.csv:2.b", "1 000 €", "2023"),
        ("Financeur de aides", "@aides.csv:2.b", "2 000 €", "2024"),
        ("Financeur de aides", "@aides.csv:2.b", "500 €", "2024"),
    ]
    assert rows(content, "actors", "name", "siret", "commune") == [
        ("MJC", "732 829 320 00074", "Vichy")
    ]
    assert any("qui a versé" in problem.message for problem in content.problems)


def test_grants_of_members_of_parliament_name_them() -> None:
    content = read(
        "nom;prenom;beneficiaire;adresse;montant",
        "DUPONT;Claire;MJC;VICHY;2500.00",
        file="reserve-2015.csv",
    )

    assert rows(content, "fundings", "funder", "year") == [("@reserve-2015.csv:2.f", "2015")]
    assert rows(content, "actors", "name", "kind", "commune") == [
        ("Claire DUPONT", "elu", ""),
        ("MJC", "association", "VICHY"),
    ]


def test_a_project_has_its_carrier_and_partners_and_a_meeting_its_attendance() -> None:
    projects = read(
        "Projet;Porteur;Structures associées;État", "Jardin partagé;MJC;CCAS, CAF;en cours"
    )
    meetings = read("Structure;Ville;Réunion du 12/03/2024", "MJC;Vichy;P", "CCAS;Vichy;Excusé")

    assert rows(projects, "participations", "actor", "target", "role") == [
        ("MJC", "@liste.csv:2", "porteur"),
        ("CCAS", "@liste.csv:2", "partenaire"),
        ("CAF", "@liste.csv:2", "partenaire"),
    ]
    assert rows(meetings, "meetings", "held_on") == [("12/03/2024",)]
    assert rows(meetings, "attendances", "state") == [("present",), ("excuse",)]


def test_what_is_private_or_an_opinion_stays_out_and_a_note_is_no_structure() -> None:
    raw = RawTable(
        "liste.csv",
        "",
        "",
        1,
        ("Structure", "Ville", "Remarques", "Date de naissance"),
        [2, 3, 9],
        [
            ["MJC", "CCAS", "x = membre"],
            ["Vichy", "Vichy", ""],
            ["lente", "", ""],
            ["1970", "", ""],
        ],
    )

    content = extracts([(raw, proposed(raw))])[0]

    assert rows(content, "actors", "name") == [("MJC",), ("CCAS",)]
    values = [cell for e in content.extracts for column in e.cells.values() for cell in column]
    assert not {"lente", "1970"} & set(values)
    said = {problem.column: problem.message for problem in content.problems}
    assert "personnes" in said["Remarques"]
    assert "personnelle" in said["Date de naissance"]
    assert any(problem.value == "x = membre" for problem in content.problems)


def test_a_person_may_take_remarks_for_the_description() -> None:
    raw = table("Structure;Ville;Remarques", "MJC;Vichy;ouverte le soir")

    content = extracts([(raw, corrected(proposed(raw), {"Remarques": "description"}))])[0]

    assert rows(content, "actors", "description") == [("Remarques : ouverte le soir",)]


def test_nobody_is_an_answer_where_the_file_says_when() -> None:
    lines = ("Structure;Ville;Partenaires", "MJC;Vichy;aucun", "CAF;Vichy;MJC de Vichy")

    dated = read(*lines, file="enquete-2025.csv")
    undated = read(*lines)

    assert rows(dated, "actors", "name", "partners_asked_on") == [("MJC", "2025"), ("CAF", "")]
    assert "partners_asked_on" not in part(undated, "actors").cells
    assert any(problem.value == "aucun" for problem in undated.problems)
    assert rows(dated, "collaborations", "a", "b") == [
        ("@enquete-2025.csv:3", "@enquete-2025.csv:2")
    ]


def test_headings_over_several_columns_say_what_the_columns_are(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Partenaires de la ville"])
    sheet.append(["Structure", "Commune", "Comité local", "", "Contact", ""])
    sheet.append(["", "", 2024, 2025, "Nom", "Prénom"])
    sheet.append(["MJC", "Vichy", "x", "", "Dupont", "Claire"])
    sheet.append(["Emmaüs", "Cusset", "", "x", "Petit", "Marc"])
    book.save(tmp_path / "liste.xlsx")
    raw = read_tables(tmp_path / "liste.xlsx")[0]

    content = extracts([(raw, proposed(raw))])[0]

    assert raw.header_row == 3
    assert content.mapping.kind == "acteurs"
    assert rows(content, "contacts", "last_name", "first_name") == [
        ("Dupont", "Claire"),
        ("Petit", "Marc"),
    ]
    assert rows(content, "participations", "target", "starts_on") == [
        ("loc:comite-local", "2024"),
        ("loc:comite-local", "2025"),
    ]


def test_coordinates_are_those_of_the_person_named_before_them() -> None:
    content = read(
        "Structure;Ville;Contact 1;Fonction 1;Contact 2;Portable;Mail contact",
        "MJC;Vichy;Claire Dupont;directrice;Marc Petit;06 12 34 56 78;m.petit@mjc.example",
    )

    assert rows(content, "contacts", "last_name", "role", "phone", "email") == [
        ("Dupont", "directrice", "", ""),
        ("Petit", "", "06 12 34 56 78", "m.petit@mjc.example"),
    ]


def test_a_sheet_without_places_names_the_structures_of_another() -> None:
    links = table("Structure;Partenaires;Public", "MJC;CAF, Emmaüs;jeunes", "CAF;;", sheet="A")
    places = table("Structure;Commune;Adresse", "MJC;Vichy;1 rue", "CAF;Moulins;2 rue", sheet="B")

    contents = extracts([(links, proposed(links)), (places, proposed(places))])

    assert rows(contents[1], "actors", "name", "description") == [
        ("MJC", "Public : jeunes"),
        ("CAF", ""),
    ]
    assert part(contents[0], "actors").lines == []
    assert rows(contents[0], "collaborations", "a", "b") == [
        ("@liste.csv/B:2", "@liste.csv/B:3"),
        ("@liste.csv/B:2", "Emmaüs"),
    ]


def test_a_grid_may_be_headed_by_acronyms_or_numbers() -> None:
    names = read(
        "Structure;Commune;MJC;Emaüs;CAF",
        "Maison des jeunes (MJC);Vichy;;3;1",
        "Emmaüs;Vichy;3;;2",
        "CAF;Moulins;;;",
    )
    places = range(1, 13)
    boxes = {row: ";".join("x" if row + at == 7 else "" for at in places) for row in places}
    numbers = read(
        f"N°;Nom;{';'.join(map(str, places))}",
        *(f"{row};Association {row} des champs;{boxes[row]}" for row in places),
    )

    assert rows(names, "collaborations", "a", "b", "level") == [
        ("@liste.csv:3", "@liste.csv:2", "3"),
        ("@liste.csv:2", "@liste.csv:4", "1"),
        ("@liste.csv:3", "@liste.csv:4", "2"),
    ]
    assert numbers.mapping.kind == "grille"
    assert len(part(numbers, "collaborations").lines) == 3


def test_a_type_that_only_the_name_tells_is_a_guess() -> None:
    content = read("Structure;Ville;Type", "MJC de Vichy;Vichy;", "Collège;Vichy;établissement")

    assert rows(content, "actors", "kind") == [("association",), ("etablissement",)]
    assert part(content, "actors").guessed == {"kind": {0}}


def test_an_acronym_is_no_slip_of_another() -> None:
    first = table(
        "Nom;Sigle;Commune", "Culture partagée à Cusset;CPAC;Cusset", "Emmaüs;;Vichy", sheet="A"
    )
    second = table("Structure;Partenaire", "Emmaüs;CPAM", "Emmaüs;CPAC", sheet="B")

    contents = extracts([(first, proposed(first)), (second, proposed(second))])

    assert rows(contents[1], "collaborations", "b") == [("CPAM",), ("@liste.csv/A:2",)]
