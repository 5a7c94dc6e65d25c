"""A missing thing is skipped with its remedy, and never hidden where it is required."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
PYPROJECT = '[tool.pytest]\nstrict = true\nmarkers = ["neo4j: n", "browser: b", "shared: s"]\n'
ONE_TEST = """
import pytest

@pytest.mark.{marker}
def test_needs_it():
    pass
"""


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project of one test, with the conftest of this one and an empty machine."""
    source = (HERE / "conftest.py").read_text(encoding="utf-8")
    pytester.makeconftest(source)
    pytester.makepyprojecttoml(PYPROJECT)
    return pytester


@pytest.mark.parametrize("marker", ["neo4j", "browser", "shared"])
@pytest.mark.parametrize(("required", "outcome"), [("", "skipped"), ("{}", "errors")])
def test_absence_is_said_or_fails(
    suite: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
    marker: str,
    required: str,
    outcome: str,
) -> None:
    monkeypatch.setenv("PATH", str(suite.path / "nothing-here"))
    monkeypatch.setenv("PYTHONPATH", str(HERE.parent))
    monkeypatch.setenv("ACTORS_GRAPH_SHARED", str(suite.path / "absent"))
    if required:
        monkeypatch.setenv("ACTORS_GRAPH_REQUIRE", required.format(marker))
    suite.makepyfile(ONE_TEST.format(marker=marker))

    result = suite.runpytest_subprocess("-rs", "-p", "no:cacheprovider")

    result.assert_outcomes(**{outcome: 1})
    result.stdout.re_match_lines([r".*(sudo apt install|ACTORS_GRAPH_SHARED).*"])


def test_what_is_present_runs(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(HERE.parent))
    monkeypatch.setenv("ACTORS_GRAPH_SHARED", str(tmp_path))
    monkeypatch.setenv("ACTORS_GRAPH_REQUIRE", "shared")
    suite.makepyfile(ONE_TEST.format(marker="shared"))

    suite.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)
