"""Laws of the import of lists: the dry run is the import, twice is once, undone is as before."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from actors_graph.access.opening import open_session
from actors_graph.changes.imports import import_files
from actors_graph.changes.undoing.undo import undo
from actors_graph.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.changes.report import ImportReport
    from actors_graph.settings import Settings

KNOWN = (
    "id,nom,type,siret,code_insee,source\n"
    "rotonde,Centre social La Rotonde,association,,03095,base\n"
    "ccas-c,CCAS,service_public,,03095,base\n"
    "ccas-v,CCAS,service_public,,03310,base\n"
    "four,Le Fournil,association,73282932000074,03310,base\n"
)
NAMES = [
    "C.S. La Rotonde",
    "Centre social La Rotonde",
    "CCAS",
    "Ccas de Cusset",
    "Fournil (Le)",
    "Le Fournil",
    "Les Amis du lac",
    "Amis du Lac",
    "Ass. les amis du lac",
    "???",
    "",
]
PLACES = ["Cusset", "CUSSET", "Vichy", "Cuset", "Commentry", ""]
SIRETS = ["", "", "", "732 829 320 00074", "73282932000075", "12"]
PARTNERS = st.lists(st.sampled_from(["CCAS", "La Rotonde", "Le Fournil", "Inconnus"]))
ROW = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(PLACES),
    st.sampled_from(SIRETS),
    PARTNERS.map(" / ".join),
)
LISTS = st.lists(ROW, min_size=1, max_size=6)


def content_of(rows: list[tuple[str, ...]]) -> str:
    head = "Nom de la structure;Commune;N° SIRET;Partenaires"
    return "".join(f"{';'.join(cells)}\n" for cells in (head.split(";"), *rows))


def answered(report: ImportReport, choices: list[int]) -> dict[str, str]:
    """An answer to each question, chosen by the numbers in turn."""
    answers = {}
    for question, choice in zip(report.questions, choices * len(report.questions), strict=False):
        first = question.candidates[0].id
        words = (f"meme:{first}", "different", f"rattache:{first}", "plus_tard")
        answers[question.key] = words[choice]
    return answers


# Not made smaller when it fails: each example opens a store, and the lists are short.
@settings(
    max_examples=20,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=LISTS, choices=st.lists(st.integers(0, 3), min_size=1, max_size=5))
def test_a_list_is_planned_as_it_is_written_and_comes_back(
    settings: Settings, tmp_path: Path, rows: list[tuple[str, ...]], choices: list[int]
) -> None:
    place = tmp_path / f"store-{len(list(tmp_path.iterdir()))}"
    base, path = tmp_path / "acteurs.csv", tmp_path / "liste.csv"
    base.write_text(KNOWN, encoding="utf-8")
    path.write_text(content_of(rows), encoding="utf-8")
    with open_session(dataclasses.replace(settings, data_dir=place)) as session:
        import_files(session, [base])
        before = session.canonical_hash()
        try:
            asked = import_files(session, [path], valid_only=True, dry_run=True)
        except InputError:
            assert session.canonical_hash() == before
            return
        answers = answered(asked, choices)
        dry = import_files(session, [path], valid_only=True, dry_run=True, answers=answers)
        assert session.canonical_hash() == before
        real = import_files(session, [path], valid_only=True, answers=answers)

        assert dry.files == real.files
        assert (dry.changes, dry.questions) == (real.changes, real.questions)
        left = {key for key, answer in answers.items() if answer != "plus_tard"}
        assert not left & {question.key for question in real.questions}
        assert session.check().sound
        again = import_files(session, [path], valid_only=True)
        assert again.changes == 0
        assert not left & {question.key for question in again.questions}
        if real.applied:
            undo(session, real.import_id)
        assert session.canonical_hash() == before
