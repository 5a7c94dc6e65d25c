"""The documents made from the code say what the code says, and miss nothing of it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from actors_graph.measures.about import LEFT_OUT, MEASURES
from actors_graph.model import TABLES
from actors_graph.settings import settings_help

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def build_docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_docs", ROOT / "scripts/build_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_documents_are_up_to_date(
    build_docs: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build_docs.main(["--check"]) == 0, capsys.readouterr().out


def test_every_field_is_in_the_dictionary(build_docs: ModuleType) -> None:
    pages = dict(part.split("\n", 1) for part in build_docs.dictionary().split("\n## ")[1:])
    for table in TABLES.values():
        page = pages[f"{table.title} (`{table.name}`)"]
        rows = [line.split(" | ")[0] for line in page.splitlines() if line.startswith("| `")]

        assert rows == [f"| `{field.name}`" for field in table.fields]


def test_every_column_is_in_the_guide_of_files(build_docs: ModuleType) -> None:
    page = build_docs.columns_page()
    for table in TABLES.values():
        if table.file:
            section = page.split(f"`{table.file}`", 1)[1].split("\n## ", 1)[0]

            assert all(f"| `{f.column}` |" in section for f in table.fields if f.column)


def test_every_setting_is_in_its_page(build_docs: ModuleType) -> None:
    page = build_docs.settings_page()

    assert all(f"| `{s.variable}` | {s.default} | {s.help} |" in page for s in settings_help())


def test_every_measure_is_in_its_page(build_docs: ModuleType) -> None:
    page = build_docs.measures_page()
    sections = page.split("\n### ")[1:]

    assert [section.split("`")[1] for section in sections] == [about.field for about in MEASURES]
    for section, about in zip(sections, MEASURES, strict=True):
        assert about.formula in section
        assert about.reference in section
        assert f"{about.term} (en anglais : {about.english})" in section
    assert all(one.why in page for one in LEFT_OUT)


def test_a_change_of_the_code_is_noticed(
    build_docs: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build_docs, "SETTINGS_HEAD", "# Autre\n")

    assert build_docs.main(["--check"]) == 1
    assert "docs/reglages.md is out of date" in capsys.readouterr().out
