"""`measures`: its numbers, and what is added only when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., Any]


def test_measures_follow_the_scope(filled: Command) -> None:
    report = filled("measures", "--json").json

    assert set(report) >= {"scope", "evidence", "network", "actors", "only_links", "claims"}
    assert (report["network"]["ties"], report["network"]["isolates"]) == (2, 1)
    assert report["only_links"] == [["a", "b"], ["b", "c"]]
    strict = filled("measures", "--min-level", "3", "--summary", "--json").json
    assert strict["network"]["ties"] == 1
    assert "actors" not in strict
    assert "liens notés" in filled("measures").out


def test_measures_say_how_alerts_stand_when_asked(filled: Command) -> None:
    assert "standing" not in filled("measures", "--json").json

    report = filled("measures", "--standing", "--summary", "--json").json

    assert (report["standing"]["draws"], report["standing"]["dropped_share"]) == (200, 0.2)
    assert [row["actors"] for row in report["standing"]["only_links"]] == report["only_links"]
    assert "liens notés" in filled("measures", "--standing").out


def test_measures_compare_with_an_earlier_date(filled: Command) -> None:
    ran = filled("measures", "--json", "--compare", "2022")

    moved = ran.json["movement"]
    assert (moved["before"], moved["after"]) == ("2022", "2026-09-01")
    assert (moved["kept"], moved["new"], moved["lost"]) == (1, [["b", "c"]], [])
    assert moved["claim"] == "withheld"
    assert "movement" not in filled("measures", "--json").json
    assert "Mouvement : On ne peut pas le dire ici" in filled("measures", "--compare", "2022").out


@pytest.mark.parametrize(
    ("day", "words"),
    [("2026", "n’est pas avant"), ("2027-01-01", "n’est pas avant"), ("hier", "pas une date")],
)
def test_a_date_that_cannot_be_compared_is_refused(filled: Command, day: str, words: str) -> None:
    ran = filled("measures", "--compare", day)

    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


def test_measures_leave_the_institution_out(command: Command, tmp_path: Path) -> None:
    actors = tmp_path / "acteurs.csv"
    actors.write_text(
        "id;nom;type;sous_type;rattache_a;source\n"
        "d;Le Département;collectivite;département;;s\n"
        "e;Direction;service_public;direction;d;s\n"
        "a;Club;association;;;s\nb;Centre;association;;;s\n",
        encoding="utf-8",
    )
    ties = tmp_path / "collaborations.csv"
    ties.write_text("acteur_a;acteur_b;source\nd;a;s\ne;b;s\na;b;s\n", encoding="utf-8")
    assert command("import", actors, ties).code == 0

    whole = command("measures", "--json").json
    left = command("measures", "--json", "--without-institution", "--compare", "2020").json

    assert whole["concentration"]["without"] == left["scope"]["without"] == ["d", "e"]
    assert [one["id"] for one in left["actors"]] == ["a", "b"]
    assert (whole["network"]["ties"], left["network"]["ties"]) == (3, 1)
    assert left["movement"]["stayers"] == 2
    asked = command("measures", "--json", "--without", "d,e").json
    assert asked["network"] == left["network"]
    assert asked["actors"] == left["actors"]


def test_measures_judge_only_when_asked(filled: Command) -> None:
    plain, judged = (filled("measures", "--json", *more).json for more in ([], ["--verdicts"]))

    assert plain["crossing"][0]["share"] == judged["crossing"][0]["share"] == 1
    # Four actors: too few to judge, whatever is asked.
    assert judged["crossing"][0]["verdict"] is None
    assert judged["crossing"][0]["claim"] == "withheld"
