"""The documents speak of what exists: links, settings, commands, targets of make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from actors_graph.cli.app import app
from actors_graph.settings import setting_names, variable

ROOT = Path(__file__).resolve().parent.parent
HIDDEN = {".pytest_cache", ".venv", ".git", "node_modules"}
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in ROOT.rglob("*.md")
    if not HIDDEN & set(path.relative_to(ROOT).parts)
)


def page_text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", page_text(page))
    local = [target for target in targets if "://" not in target and target]

    assert [t for t in local if not ((ROOT / page).parent / t).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_settings_named_exist(page: str) -> None:
    named = set(re.findall(r"ACTORS_GRAPH_[A-Z0-9_]+[A-Z0-9]", page_text(page)))

    assert named - {variable(name) for name in setting_names()} == set()


@pytest.mark.parametrize("page", PAGES)
def test_targets_named_exist(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", page_text(page), re.MULTILINE))

    assert named - known == set()


@pytest.mark.parametrize("page", PAGES)
def test_commands_named_exist(page: str) -> None:
    known = set(get_command(app).commands)  # type: ignore[attr-defined]  # the app is a group
    named = set(re.findall(r"actors-graph (?:--\S+ \S+ )?([a-z]\w+)", page_text(page)))

    assert named - known == set()
