"""Each command: what it prints for people and for programs, and its exit code (DESIGN §6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import typer
from typer.main import get_command

from actors_graph.cli.app import app
from actors_graph.cli.scope_options import CONFIRMED, TEXTS
from actors_graph.measures import By
from actors_graph.network.scope import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., Any]

KEYS = {
    "report": {"import_id", "applied", "changes", "files", "questions"},
    "file": {
        "file", "sheet", "format", "kind", "columns", "encoding", "separator", "header_row",
        "rows_read", "kept", "new", "made",
        "changed", "unchanged", "repaired", "refused", "problems",
    },
    "problem": {"line", "column", "value", "message", "severity"},
    "import": {"import_id", "at", "by", "files", "changes", "undone"},
    "status": {
        "store", "revision", "actors", "ties", "statements", "committees", "projects", "meetings",
        "documented", "completeness", "as_of",
    },
    "actor": {"id", "name", "kind", "commune", "territories", "themes", "partners", "documented"},
}  # fmt: skip


def test_import_prints_the_report_that_programs_read(command: Command, files: list[Path]) -> None:
    ran = command("import", *files, "--json")

    assert (ran.code, ran.err) == (0, "")
    report = ran.json
    assert set(report) == KEYS["report"]
    assert all(set(file) == KEYS["file"] for file in report["files"])
    problems = [problem for file in report["files"] for problem in file["problems"]]
    assert problems
    assert all(set(problem) == KEYS["problem"] for problem in problems)
    assert [(file["kind"], file["kept"]) for file in report["files"]] == [
        ("acteurs", 4),
        ("collaborations", 2),
    ]
    assert (report["import_id"], report["applied"]) == ("1", True)


def test_a_refused_import_says_so_and_exits_with_2(command: Command, files: list[Path]) -> None:
    path = files[0]
    path.write_text(path.read_text("utf-8").replace("etablissement", "licorne"), encoding="utf-8")

    ran = command("import", path)

    assert ran.code == 2
    assert "ligne 4, colonne «\u00a0type\u00a0» : «\u00a0licorne\u00a0»" in ran.out
    assert "Rien n’a été importé" in ran.out
    told = command("import", path, "--json")
    assert (told.code, told.json["applied"], told.json["import_id"]) == (2, False, None)
    assert "Rien n’a été importé" in told.err
    assert command("status", "--json").json["revision"] == 0


def test_what_a_terminal_would_obey_is_not_printed(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "acteurs.csv"
    path.write_text("id;nom;type;source\nx;\u202eA\u2066B é\u00a0🌟;autre;s\n", encoding="utf-8")
    command("import", path)

    shown = command("actors").out

    assert " A B é\u00a0🌟 (autre)" in shown
    assert not {"\u202e", "\u2066"} & set(shown)


def test_every_operation_is_listed_and_taken_back(filled: Command) -> None:
    filled("undo", "1")

    listed = filled("imports", "--all").out.splitlines()
    assert [line.split(", ")[-1] for line in listed] == [
        "Import de acteurs.csv et collaborations.csv (annulé)",
        "Annulé : import de acteurs.csv et collaborations.csv",
    ]
    assert [one["undoable"] for one in filled("imports", "--all", "--json").json] == [False, True]
    assert filled("undo", "2").out.startswith("Opération 2 annulée")


def test_import_undo_and_import_again(filled: Command, files: list[Path]) -> None:
    before = filled("hash").out
    assert filled("import", *files, "--json").json["changes"] == 0
    assert filled("undo", "1").code == 0
    assert filled("hash").out != before

    past = filled("imports", "--json").json

    assert all(set(one) == KEYS["import"] for one in past)
    assert [(one["import_id"], one["undone"]) for one in past] == [("1", True)]
    assert past[0]["files"] == ["acteurs.csv", "collaborations.csv"]
    assert filled("import", *files).code == 0
    assert filled("hash").out == before


def test_a_conflict_exits_with_3_and_lists_what_to_decide(filled: Command, tmp_path: Path) -> None:
    path = tmp_path / "acteurs.csv"
    path.write_text("id;nom;type;source\na;Régie neuve;association;s\n", encoding="utf-8")
    assert filled("import", path).code == 0

    ran = filled("undo", "1", "--json")

    assert ran.code == 3
    assert {conflict["field"] for conflict in ran.json["conflicts"]} == {"name"}
    kept = ran.json["kept_with_keep_later"]
    assert {row["state"] for row in kept if row["id"] == "a"} == {"entiere"}
    trial = filled("undo", "1", "--keep-later", "--dry-run", "--json")
    assert (trial.json["import_id"], trial.json["kept"]) == (None, kept)
    assert "Régie neuve" in ran.err
    assert "Traceback" not in ran.err
    assert filled("undo", "1", "--force").code == 0


def test_status_counts_what_the_store_holds(filled: Command) -> None:
    status = filled("status", "--json").json

    assert set(status) == KEYS["status"]
    assert (status["actors"]["association"], status["statements"]) == (2, 2)
    assert status["ties"] == {"collaboration": 2}
    assert (status["documented"], status["as_of"]) == (3, "2026-09-01")
    assert "Acteurs : 4" in filled("status").out


def test_actors_are_searched_and_scoped(filled: Command) -> None:
    everyone = filled("actors", "--json").json

    assert all(set(actor) == KEYS["actor"] for actor in everyone)
    assert [actor["id"] for actor in everyone] == ["b", "d", "c", "a"]
    assert everyone[3]["commune"] == "Moulins"
    assert everyone[3]["territories"] == ["com:03190"]
    assert [a["id"] for a in filled("actors", "--query", "REGIE rq", "--json").json] == ["a"]
    here = filled("actors", "--perimeter", "com:03310", "--kinds", "service_public", "--json").json
    assert [(actor["id"], actor["partners"]) for actor in here] == [("b", 0)]


def test_one_actor_shows_its_fields_ties_and_part(filled: Command) -> None:
    actor = filled("actor", "b", "--json").json

    assert set(actor) >= KEYS["actor"] | {"ties", "role", "sentences", "postal_code", "source"}
    ties = [(tie["other"], tie["family"], tie["level"], tie["since"]) for tie in actor["ties"]]
    assert ties == [("c", "collaboration", 2, "2024-05"), ("a", "collaboration", 3, "2021")]
    assert actor["role"]["partners"] == 2
    assert "Régie de quartier, niveau 3, depuis 2021" in filled("actor", "b").out


def test_what_an_actor_no_longer_takes_part_in_is_told_apart(
    filled: Command, tmp_path: Path
) -> None:
    path = tmp_path / "comites.csv"
    path.write_text(
        "nom;Comité local 2022;Comité local 2024\nCCAS;x;\nÉcole;;x\n", encoding="utf-8"
    )
    filled("import", path)

    actor = filled("actor", "loc:ccas", "--json").json

    assert (actor["ties"], actor["documented"]) == ([], True)
    assert [(one["other"], one["spans"]) for one in actor["past"]] == [
        ("loc:comite-local", [["2022", "2022"]])
    ]
    assert (
        "Auparavant :\n- participation : Comité local, en 2022" in filled("actor", "loc:ccas").out
    )


def test_questions_are_listed_without_a_server(command: Command) -> None:
    shown = command("query").out.splitlines()
    place = shown.index("only_partner")
    assert "seul partenaire connu" in shown[place + 1]
    assert shown[place + 2].strip() == "actor=… [ties=…] [on=…] [limit=…]"

    listed = {one["name"]: one for one in command("query", "--json").json}
    assert len(listed) >= 20
    assert listed["ways_between"]["needs"] == ["from", "to"]


def test_paths_are_lists_of_ids(filled: Command) -> None:
    assert filled("path", "a", "c", "--json").json == [["a", "b", "c"]]
    assert filled("path", "a", "d", "--json").json == []
    assert "Aucun chemin" in filled("path", "a", "d").out
    assert filled("path", "a", "c", "--min-level", "3", "--json").json == []


def test_a_backup_restores_the_same_hash(filled: Command, tmp_path: Path) -> None:
    before = filled("hash", "--json").json["hash"]
    copy = tmp_path / "copie"
    assert filled("backup", copy, "--json").json["hash"] == before
    filled("undo", "1")

    ran = filled("--store", tmp_path / "autre.sqlite", "restore", copy, "--json")

    assert ran.json["hash"] == before
    assert filled("restore", copy).code == 0
    assert filled("hash", "--json").json["hash"] == before
    assert filled("check", "--json").json["ok"] is True


def test_erase_says_what_went(filled: Command) -> None:
    ran = filled("erase", "b", "--json")

    assert ran.json["rows"] == {"actors": 1, "collaborations": 2}
    assert filled("actor", "b").code == 2


def test_report_of_an_import_is_a_workbook(
    command: Command, files: list[Path], tmp_path: Path
) -> None:
    """Also of one that is refused; a place that cannot be written is a sentence."""
    actors = files[0].read_text(encoding="utf-8")
    files[0].write_text(actors.replace("etablissement", "licorne"), encoding="utf-8")
    path = tmp_path / "rapport.xlsx"

    assert command("import", *files, "--report", path, "--json").code == 2
    lines = openpyxl.load_workbook(path)["Lignes"]
    assert "licorne" in [cell.value for cell in lines["D"]]

    ran = command("import", *files, "--dry-run", "--report", tmp_path / "absent" / "r.xlsx")
    assert ran.code == 2
    assert "ne peut pas être écrit" in ran.err


def test_the_demonstration_has_a_store_of_its_own(command: Command) -> None:
    made = command("demo", "--json").json

    status = command("--store", made["store"], "status", "--json").json
    assert (sum(status["actors"].values()), status["as_of"]) == (300, "2026-09-01")
    assert command("demo", "--json").json == made
    assert command("status", "--json").json["revision"] == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["statuss"], "La commande « statuss » n’existe pas. Vouliez-vous dire status ?"),
        (["--stor", "x"], "L’option « --stor » n’existe pas."),
        (["import"], "Il manque « FICHIER… »."),
        (["undo"], "Il manque « IMPORT »."),
        (["undo", "1", "2"], "« 2 » est de trop."),
        (["undo", "9"], "L’opération «\u00a09\u00a0» n’existe pas."),
        (["actor", "zz"], "Aucun acteur"),
        (["measures", "--families", "amitie"], "La famille de liens « amitie » n’existe pas."),
        (["measures", "--by", "taille"], "Le regroupement « taille » n’existe pas."),
        (["serve", "--port", "beaucoup"], "l’option « --port » ne convient pas"),
        (["import", "absent.csv"], "n’existe pas"),
        (["import", "x.csv", "--as", "licornes"], "Sortes possibles"),
        (["query", "partners"], "serveur Neo4j"),
        (["import", "x.csv", "--mapping", "m.toml"], "m.toml"),
        (["--store", "ftp://x", "status"], ""),
    ],
)
def test_a_mistake_ends_as_one_french_sentence(
    command: Command, files: list[Path], tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "x.csv").write_bytes(files[0].read_bytes())
    given = [str(tmp_path / a) if a.endswith(".csv") else a for a in arguments]

    ran = command(*given)

    assert ran.code == 2
    assert sentence in ran.err
    assert "Traceback" not in ran.err
    assert not {"Error", "Usage", "Missing", "Invalid"} & set(ran.err.split())


def test_all_commands_explain_themselves_in_french(command: Command) -> None:
    groups = [[], ["neo4j"]]
    names = list(get_command(app).commands)  # type: ignore[attr-defined]  # it is a group
    for name in [*groups, *([name] for name in names)]:
        shown = command(*name, "--help").out
        assert "Utilisation : actors-graph" in shown
        assert "Affiche cette aide." in shown
        for word in ("Usage", "Show this", "[required]", "[default", "Commands:", "Options:"):
            assert word not in shown


def test_every_command_that_prints_a_result_has_json() -> None:
    group = get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    for name, one in group.commands.items():
        options = {option for parameter in one.params for option in parameter.opts}
        assert "--json" in options or name in {"serve", "neo4j"}


def test_the_options_of_a_scope_are_those_of_the_network() -> None:
    assert {*TEXTS, CONFIRMED} == set(OPTIONS)
    assert {str(member) for member in By} == {"kind", "level", "theme", "territory", "none"}
