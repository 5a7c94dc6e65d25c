"""The locks say everything that is installed, and agree with the project and each other."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
REMEDY = "run: make lock"


def requirement_blocks(lock: str) -> list[str]:
    """The requirements of a lock, each with its hashes, comments left out."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]


def pins(lock: str) -> dict[str, set[str]]:
    """Versions pinned for each name (two where they differ by version of Python)."""
    found: dict[str, set[str]] = {}
    for block in requirement_blocks(lock):
        requirement = Requirement(re.sub(r"\s--hash=\S+", "", block))
        (only,) = requirement.specifier
        assert only.operator == "=="
        found.setdefault(requirement.name.lower(), set()).add(only.version)
    return found


def declared(extra: str | None) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return [Requirement(name) for name in names if not name.startswith("actors-graph")]


@pytest.mark.parametrize(
    "lock", ["requirements.txt", "requirements-dev.txt", "requirements-prove.txt"]
)
def test_every_package_has_hashes_and_no_address(lock: str) -> None:
    blocks = requirement_blocks(lock)

    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lock", "extra"),
    [
        ("requirements.txt", None),
        ("requirements.txt", "build"),
        ("requirements-dev.txt", None),
        ("requirements-dev.txt", "build"),
        ("requirements-dev.txt", "dev"),
        ("requirements-prove.txt", "prove"),
    ],
)
def test_lock_holds_what_the_project_declares(lock: str, extra: str | None) -> None:
    pinned = pins(lock)
    for requirement in declared(extra):
        versions = pinned.get(requirement.name.lower(), set())

        assert versions, f"{requirement} is not in {lock}; {REMEDY}"
        assert all(v in requirement.specifier for v in versions), f"{requirement}; {REMEDY}"


def test_lock_of_the_tests_contains_that_of_the_program() -> None:
    program, tests = pins("requirements.txt"), pins("requirements-dev.txt")

    assert {name: tests.get(name) for name in program} == program, REMEDY


def test_lock_keeps_the_extras_that_its_packages_ask_for() -> None:
    """pytest-cov asks for coverage[toml]: pinned without it, pip takes a newer one unpinned.

    It then refuses the whole lock, from the day on which a newer version comes out.
    """
    lock = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")

    assert "\ncoverage[toml]==" in lock
    assert "--no-strip-extras" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_every_dependency_has_its_reason() -> None:
    page = (ROOT / "docs/decisions/0002-dependencies.md").read_text(encoding="utf-8")
    names = [
        r.name for extra in (None, "build", "dev", "prove", "maintainer") for r in declared(extra)
    ]

    assert [name for name in names if f"`{name}`" not in page] == []


def test_no_package_of_the_lock_is_under_the_gpl() -> None:
    found = []
    for name in pins("requirements.txt"):
        try:
            data = metadata(name)
        except PackageNotFoundError:  # a package of another system or Python
            continue
        said = [*data.get_all("License-Expression", []), *data.get_all("License", [])]
        said = [text[:100] for text in said]  # the name, where the whole text is given
        said += [c for c in data.get_all("Classifier", []) if c.startswith("License ::")]
        found += [name for text in said if re.search(r"\bA?GPL|(?<!Lesser )General Public", text)]

    assert found == []
