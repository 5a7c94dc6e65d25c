"""Méthode: every measure is explained and found; what it does not compute is named."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from actors_graph import ui
from actors_graph.measures import Summary
from actors_graph.measures.about import BY_FIELD, BY_SUBJECT, LEFT_OUT, MEASURES
from actors_graph.ui.lists import _EXPLAINED

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest


UI = Path(str(ui.__file__)).parent
# DESIGN §6: the numbers of an actor in `measures --json`.
ACTOR_NUMBERS = {
    "cuts_off", "constraint", "effective_size", "core", "betweenness", "pairs_bridged",
    "pairs_only_way", "roles", "diversity",
}  # fmt: skip
# Plain counts, said as what they are.
COUNTS = {"actors", "ties", "statements", "isolates_documented", "median_partners"}


@pytest.fixture
def method(
    open_page: Callable[..., AppTest], use_store: Callable[[Path], None], demonstration: Path
) -> Callable[..., AppTest]:
    use_store(demonstration)
    return lambda **query: open_page("method", **query)


def questions(page: AppTest) -> list[str]:
    return [one.label.replace("\\", "") for one in page.expander]


def test_every_measure_is_explained_under_its_subject(method: Callable[..., AppTest]) -> None:
    page = method()

    asked = [about.question for about in MEASURES]
    assert questions(page) == [*asked, "Les mesures laissées de côté, et pourquoi"]
    titles = [one.value.replace("\\", "") for one in page.subheader]
    assert titles[:-1] == [subject.value for subject, held in BY_SUBJECT.items() if held]
    shown = "\n".join(one.value for one in page.markdown).replace("\\", "")
    assert all(about.reading in shown and about.misleads in shown for about in MEASURES)
    assert all(one.why in shown for one in LEFT_OUT)
    assert all(f"{about.term} (en anglais : {about.english})" in shown for about in MEASURES)


def test_address_of_a_measure_unfolds_it_alone(method: Callable[..., AppTest]) -> None:
    page = method(mesure="cuts_off")

    unfolded = [one.label.replace("\\", "") for one in page.expander if one.proto.expanded]
    assert unfolded == [BY_FIELD["cuts_off"].question]
    assert not [one for one in method(mesure="rien").expander if one.proto.expanded]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("betweenness", "betweenness"),
        ("points d'ARTICULATION", "articulation_points"),
        ("charnière", "articulation_points"),
        ("îlot", "components"),
        ("isolé", "isolates"),
        ("silo", "crossing"),
        ("pendants", "one_partner"),
        ("verifiees", "completeness"),
    ],
)
def test_measure_is_found_by_any_of_its_words(
    method: Callable[..., AppTest], asked: str, field: str
) -> None:
    page = method()
    page.text_input(key="recherche-methode").set_value(asked).run()

    assert BY_FIELD[field].question in questions(page)
    assert len(questions(page)) < len(MEASURES)


def test_what_is_left_out_is_found_and_unfolded(method: Callable[..., AppTest]) -> None:
    page = method()
    page.text_input(key="recherche-methode").set_value("pagerank").run()

    assert questions(page) == ["Les mesures laissées de côté, et pourquoi"]
    assert page.expander[0].proto.expanded
    shown = "\n".join(one.value for one in page.markdown)
    assert "vecteur propre" in shown
    assert "Louvain" not in shown


def test_word_that_is_nowhere_is_said(method: Callable[..., AppTest]) -> None:
    page = method()
    page.text_input(key="recherche-methode").set_value("zzzz").run()

    assert not page.expander
    assert "Aucune question" in page.caption[0].value


def test_every_number_of_a_page_is_explained(method: Callable[..., AppTest]) -> None:
    """What a page leads to, and what `measures --json` prints, is in Méthode."""
    asked = {
        argument.value
        for path in UI.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in {"method_link", "method_links", "show_below"}
        for argument in ast.walk(call)
        if isinstance(argument, ast.Constant) and str(argument.value).isidentifier()
    }

    assert asked >= {"completeness", "isolates", "coverage"}
    assert asked <= set(BY_FIELD)
    assert {field for fields in _EXPLAINED.values() for field in fields} <= set(BY_FIELD)
    numbers = {*Summary.__slots__, *ACTOR_NUMBERS} - COUNTS
    assert numbers <= set(BY_FIELD), numbers - set(BY_FIELD)
    assert len(method(mesure="coverage").expander) > len(MEASURES)
