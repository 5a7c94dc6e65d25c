"""« Importer les lignes valables » : as if the refused lines were not in the files."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actors_graph.access.opening import open_session
from actors_graph.changes.imports import import_files
from actors_graph.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.access.session import Session
    from actors_graph.settings import Settings

COMMITTEES = "id,nom,niveau,parent\na,A,local,zz\nb,B,local,a\nc,C,local,b\nd,D,local,\n"


def written(folder: Path, **files: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = []
    for name, content in files.items():
        paths.append(folder / f"{name}.csv")
        paths[-1].write_text(content, encoding="utf-8")
    return paths


def test_what_names_a_line_left_out_is_left_out_too(session: Session, tmp_path: Path) -> None:
    report = import_files(session, written(tmp_path, comites=COMMITTEES), valid_only=True)

    assert report.applied
    assert (report.files[0].new, report.files[0].refused) == (1, 3)
    refused = [p.line for p in report.files[0].problems if p.severity == "refused"]
    assert refused == [2, 3, 4]
    assert session.tables(["committees"])["committees"].column("id").to_pylist() == ["d"]
    assert "3\u00a0lignes laissées de côté" in report.conclusion()


def test_a_tie_to_an_actor_left_out_meets_a_stub(session: Session, tmp_path: Path) -> None:
    files = written(
        tmp_path,
        acteurs="id,nom,type,lat,source\na,A,autre,nord,s\nb,B,autre,,s\n",
        collaborations="acteur_a,acteur_b,source\na,b,s\n",
    )

    assert import_files(session, files).refused == 1
    assert session.journal() == []

    report = import_files(session, files, valid_only=True)

    assert (report.files[0].new, report.files[1].new) == (1, 1)
    status = session.tables(["actors"])["actors"].select(["id", "status"]).to_pylist()
    assert status == [{"id": "a", "status": "inconnu"}, {"id": "b", "status": None}]
    assert session.check().sound


def test_no_valid_line_is_an_error(session: Session, tmp_path: Path) -> None:
    files = written(tmp_path, acteurs="id,nom,type,source\na,,autre,s\n")

    with pytest.raises(InputError, match="aucune de ses 1"):
        import_files(session, files, valid_only=True)


def test_a_complete_file_with_lines_left_out_ends_nothing(session: Session, tmp_path: Path) -> None:
    head = "id,nom,type,lat,source\n"
    good = written(tmp_path, acteurs=f"{head}a,A,autre,,s\nb,B,autre,,s\n")
    import_files(session, good)

    bad = written(tmp_path, acteurs=f"{head}a,A,autre,,s\nb,B,autre,nord,s\n")
    report = import_files(session, bad, valid_only=True, complete=True)

    assert report.changes == 0


CELLS = {
    "id": ["a", "b", "c", "d", ""],
    "nom": ["Régie", "CCAS", "Le Relais", ""],
    "type": ["association", "autre", "faux"],
    "code_insee": ["03095", "3310", "99999", ""],
    "rattache_a": ["a", "b", "inconnue", ""],
    "lat": ["46,1", "nord", ""],
}
ROWS = st.lists(
    st.tuples(*(st.sampled_from(cells) for cells in CELLS.values())), min_size=1, max_size=8
)
TIES = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"), st.sampled_from(["1", "9", ""])),
    max_size=6,
)


def content_of(columns: str, rows: list[tuple[str, ...]]) -> str:
    return "".join(
        f"{line}\n" for line in (f"{columns},source", *(",".join((*r, "s")) for r in rows))
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actors=ROWS, ties=TIES)
def test_a_dry_run_counts_what_is_done_and_left_lines_do_as_if_absent(
    settings: Settings,
    tmp_path: Path,
    actors: list[tuple[str, ...]],
    ties: list[tuple[str, ...]],
) -> None:
    files = {"acteurs": content_of(",".join(CELLS), actors)}
    if ties:
        files["collaborations"] = content_of("acteur_a,acteur_b,niveau", ties)
    paths = written(tmp_path / "files", **files)
    with fresh(settings, tmp_path) as session:
        try:
            dry = import_files(session, paths, valid_only=True, dry_run=True)
        except InputError:
            with pytest.raises(InputError):
                import_files(session, paths, valid_only=True)
            assert session.journal() == []
            return
        real = import_files(session, paths, valid_only=True)
        content = session.canonical_hash()
        assert session.check().sound
        made = sum(n["new"] + n["changed"] for f in real.files for n in f.made.values())
        assert made == real.changes
    assert [file.to_dict() for file in dry.files] == [file.to_dict() for file in real.files]
    for path, file in zip(paths, real.files, strict=True):
        gone = {p.line for p in file.problems if p.severity == "refused"}
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for n, line in enumerate(lines, start=1) if n not in gone]
        path.write_text("".join(kept), encoding="utf-8")
    with fresh(settings, tmp_path) as session:
        assert import_files(session, paths).refused == 0
        assert session.canonical_hash() == content


def fresh(settings: Settings, folder: Path) -> Session:
    """A session on a new empty store."""
    place = folder / f"store-{len(list(folder.iterdir()))}"
    return open_session(dataclasses.replace(settings, data_dir=place))
