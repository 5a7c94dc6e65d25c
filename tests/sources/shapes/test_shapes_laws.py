"""Laws of reading any table by any mapping: it never fails, and drops nothing in silence."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from actors_graph.errors import InputError
from actors_graph.model import TABLES
from actors_graph.model.geography import geography
from actors_graph.sources import RawTable
from actors_graph.sources.mapping.content import is_blank_mark, is_cross
from actors_graph.sources.mapping.proposal import ColumnChoice, Mapping, fingerprint, proposed
from actors_graph.sources.mapping.targets import kind_words, target_words
from actors_graph.sources.shapes.directory import Directory
from actors_graph.sources.shapes.extracting import extracts
from actors_graph.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actors_graph.sources.extracts import TableContent

HEADERS = (
    "Nom de la structure", "Structure", "Ville", "Commune", "CP", "Référent", "Prénom", "Nom",
    "Tél", "Mail", "N° SIRET", "Réf", "Domaine", "Partenaires", "Comité 2024", "Réseau",
    "Montant voté", "Bénéficiaire", "Date", "Projet", "Remarques", "Date de naissance", "Statut",
    "Type", "Id", "Secteur d'intervention", "Partenaire", "Niveau", "", "???",
    "Réunion du 12/03/2024", "2024",
)  # fmt: skip
CELLS = (
    "", "", "CCAS", "Sport et Souffle", "sport et soufle", "Emmaüs, MJC et CAF", "- Emmaüs\n- MJC",
    "X", "non", "2024", "2023, 2024", "titulaire", "3", "Vichy", "Moulins", "03300", "03300 Cusset",
    "04 70 00 00 00", "06 12 34 56 78", "a.b@exemple.example", "Mme Claire DUPONT (présidente)",
    "Dupont / 06 12 34 56 78", "101", "association", "Asso loi 1901", "1 014,50 €", "12/03/2024",
    "aucun", "les écoles", "@SUM(A1)", "convention", "|", "(((", "Emmaüs (convention)",
    "En sommeil", "Allier",
)  # fmt: skip
# Words that a reading puts into others (« En sommeil » is « inactif »), or that say nothing.
NOISE = frozenset(
    ["sommeil", "mme", "mlle", "tel", "etc", "ainsi", "que", "puis", "avec", "dont", "monsieur"]
)

headers = st.sampled_from(HEADERS) | st.text(max_size=12)
cells = st.sampled_from(CELLS) | st.text(max_size=20)


@st.composite
def tables(draw: st.DrawFn, file: str = "liste.csv") -> RawTable:
    names = tuple(draw(st.lists(headers, min_size=1, max_size=7)))
    rows = draw(st.integers(0, 6))
    columns = [draw(st.lists(cells, min_size=rows, max_size=rows)) for _ in names]
    return RawTable(file, "utf-8", ";", 1, names, list(range(2, rows + 2)), columns)


@st.composite
def mappings(draw: st.DrawFn, raw: RawTable) -> Mapping:
    """Any mapping at all, as a person might make one in the page."""
    kind = draw(st.sampled_from(kind_words()))
    targets = st.sampled_from(target_words(kind))
    choices = tuple(
        ColumnChoice(position, name, draw(targets), 1.0, "choisi par vous")
        for position, name in enumerate(raw.header)
    )
    return Mapping(kind, choices, fingerprint(raw.header))


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", fold(clean(text))) if len(word) > 2}


def said(content: TableContent) -> set[str]:
    """All the words that a content holds or quotes."""
    found: set[str] = set()
    for extract in content.extracts:
        for column in extract.cells.values():
            for cell in column:
                found |= words(cell)
                for part in re.findall(r"[a-z]+:\w+", cell):
                    if geography().territory(part):
                        found |= words(geography().name(part))
    for problem in content.problems:
        found |= words(problem.value)
    return found


def incomplete(content: TableContent) -> Iterator[int]:
    """Lines that the import will refuse, and name: a value that the model requires is missing."""
    for extract in content.extracts[:1]:
        for field in TABLES[extract.table].fields:
            if field.required and field.column and field.name != "id":
                column = extract.cells.get(field.name, [""] * len(extract.lines))
                pairs = zip(extract.lines, column, strict=True)
                yield from (line for line, cell in pairs if not cell.strip())


def lost(content: TableContent) -> Iterator[tuple[int, str, str]]:
    """Cells of which a word is neither in what is read nor in what is said."""
    raw = content.raw
    known = said(content)
    whole = {problem.column for problem in content.problems if problem.line in {None, 1}}
    lines = {
        (problem.line, name)
        for problem in content.problems
        for name in (problem.column, *problem.column.split(" | "))
    }
    refused = set(incomplete(content))
    for position, name in enumerate(raw.header):
        unnamed = f"la colonne {position + 1} n’a pas de nom"
        if name in whole or any(unnamed in problem.message for problem in content.problems):
            continue
        for line, cell in zip(raw.lines, raw.columns[position], strict=True):
            if line in refused:
                continue
            if is_cross(cell) or is_blank_mark(cell) or (line, name) in lines:
                continue
            if words(cell) - known - NOISE:
                yield line, name, cell


def check(content: TableContent) -> None:
    for extract in content.extracts:
        assert extract.table in TABLES
        assert set(extract.cells) <= set(TABLES[extract.table].by_name)
        assert all(len(column) == len(extract.lines) for column in extract.cells.values())
        assert set(extract.lines) <= {*content.raw.lines, content.raw.header_row}
        assert not extract.handles or len(extract.handles) == len(extract.lines)
        assert extract.labels.keys() == extract.cells.keys()
    handles = {handle for extract in content.extracts for handle in extract.handles}
    for extract in content.extracts:
        for field, column in extract.cells.items():
            if TABLES[extract.table].by_name[field].refers_to:
                assert {cell for cell in column if cell.startswith("@liste")} <= handles
    assert list(lost(content)) == []


@settings(max_examples=80)
@given(tables())
def test_any_table_is_read_as_proposed_and_nothing_is_dropped_in_silence(raw: RawTable) -> None:
    with contextlib.suppress(InputError):
        for content in extracts([(raw, proposed(raw))]):
            check(content)


@settings(max_examples=80)
@given(st.data())
def test_any_mapping_of_any_table_is_followed_without_loss(data: st.DataObject) -> None:
    raw = data.draw(tables())
    mapping = data.draw(mappings(raw))

    for content in extracts([(raw, mapping)]):
        check(content)


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=5))
def test_any_cell_is_cut_into_words_of_its_own(cell: str, names: list[str]) -> None:
    directory = Directory()
    directory.learn(names)

    cut = directory.cutter.cut(cell)

    kept = "".join([*(name.text + name.note for name in cut.names), *cut.vague])
    assert set(fold(kept).replace(" ", "")) <= set(fold(cell).replace(" ", ""))
