"""What the pages may not do, read in their source."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from spoken import begun_words

from actors_graph.ui.entries import Entry

UI = Path(__file__).resolve().parents[2] / "actors_graph" / "ui"
SOURCES = sorted(UI.rglob("*.py"))
IDS = [str(path.relative_to(UI)) for path in SOURCES]
# The rooms whose sentences a page, a workbook or the report of an import shows as they are.
SPEAKING = [
    path
    for room in ("changes", "matching", "reports", "sources", "ui")
    for path in sorted((UI.parent / room).rglob("*.py"))
]
SPEAKING_IDS = [str(path.relative_to(UI.parent)) for path in SPEAKING]

# They read Markdown: a text of a user passes by `esc_md` first, or by `st.text`.
MARKDOWN = {
    "markdown", "write", "caption", "title", "header", "subheader", "info", "success", "warning",
    "error", "badge", "toast", "expander", "popover", "table", "metric",
}  # fmt: skip
REFUSED = {"html", "iframe"}
# A person who is no computer scientist does not know these.
TECHNICAL = (
    "encodage", "mapping", "parser", "upsert", "payload", "snapshot", "métadonnée",
)  # fmt: skip


def calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def streamlit_name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        return function.attr if function.value.id == "st" else ""
    return ""


@pytest.mark.parametrize("path", SOURCES, ids=IDS)
def test_no_html_is_written(path: Path) -> None:
    for call in calls(path):
        keywords = {keyword.arg: keyword.value for keyword in call.keywords}

        assert streamlit_name(call) not in REFUSED, f"{path.name}:{call.lineno}"
        assert "unsafe_allow_html" not in keywords, f"{path.name}:{call.lineno}"
        # The skeleton of a component: no value of anybody is put into it.
        assert isinstance(keywords.get("html", ast.Constant("")), ast.Constant)


@pytest.mark.parametrize("path", SOURCES, ids=IDS)
def test_no_template_is_given_to_markdown(path: Path) -> None:
    for call in calls(path):
        if streamlit_name(call) not in MARKDOWN:
            continue
        raw = [one for one in call.args if isinstance(one, ast.JoinedStr | ast.BinOp)]

        assert not raw, f"{path.name}:{call.lineno}: esc_md or bold first"


def texts(path: Path) -> list[str]:
    """The texts of a module that are neither documentation nor a type."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in documented
        and not node.value.endswith("]")
    ]


@pytest.mark.parametrize("path", SPEAKING, ids=SPEAKING_IDS)
def test_no_forbidden_word_is_shown(path: Path) -> None:
    # A word alone may be a key: only sentences are read by people.
    sentences = [text for text in texts(path) if re.search(r"\S[\s\xa0]\S", text)]
    found = [(word, text) for text in texts(path) for word in begun_words(text)]
    found += [(word, text) for text in sentences for word in TECHNICAL if word in text.lower()]

    assert found == []


def test_every_entry_has_its_page() -> None:
    pages = {path.stem for path in (UI / "pages").glob("*.py")} - {"__init__"}

    assert {entry.module for entry in Entry} == pages
