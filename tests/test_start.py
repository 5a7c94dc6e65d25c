"""The starter: what it says when something is missing, and when it installs again.

The installation itself is what `make test` begins with on a machine where nothing is.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

SCRIPT = Path(__file__).resolve().parent.parent / "start.py"


class PipRecord:
    """Stands for pip: keeps what was asked, and may fail."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, ...]] = []
        self.failing = False
        self.error: type[Exception] = RuntimeError

    def __call__(self, *arguments: str) -> None:
        self.calls.append(arguments)
        if self.failing:
            raise self.error

    @property
    def locks(self) -> list[str]:
        return [call[-1] for call in self.calls if "--require-hashes" in call]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The starter, as if it lay in a folder of the test with its locks."""
    spec = importlib.util.spec_from_file_location("start", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in (module.RUNTIME_LOCK, module.DEV_LOCK, module.PROJECT):
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "is_usable_venv", lambda: True)
    return module


@pytest.fixture
def pip(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> PipRecord:
    record = PipRecord()
    record.error = start.StartError
    monkeypatch.setattr(start, "pip", record)
    return record


def test_second_start_installs_nothing(start: ModuleType, pip: PipRecord) -> None:
    start.prepare(dev=False)
    first = list(pip.calls)
    start.prepare(dev=False)

    assert pip.calls == first
    assert pip.locks == ["requirements.txt"]
    assert pip.calls[-1][-2:] == ("--editable", ".")


def test_changed_lock_is_installed(start: ModuleType, pip: PipRecord) -> None:
    start.prepare(dev=False)
    (start.ROOT / "requirements.txt").write_text("autre", encoding="utf-8")
    start.prepare(dev=False)

    assert pip.locks == ["requirements.txt", "requirements.txt"]


def test_changed_project_reinstalls_itself_alone(start: ModuleType, pip: PipRecord) -> None:
    start.prepare(dev=False)
    (start.ROOT / "pyproject.toml").write_text("autre", encoding="utf-8")
    start.prepare(dev=False)

    assert pip.locks == ["requirements.txt"]
    assert sum("--editable" in call for call in pip.calls) == 2


def test_lock_of_the_tests_serves_the_program(start: ModuleType, pip: PipRecord) -> None:
    start.prepare(dev=True)
    start.prepare(dev=False)
    start.prepare(dev=True)

    assert pip.locks == ["requirements-dev.txt"]


def test_interrupted_installation_is_taken_up_again(start: ModuleType, pip: PipRecord) -> None:
    pip.failing = True
    with pytest.raises(start.StartError):
        start.prepare(dev=False)
    pip.failing = False
    start.prepare(dev=False)

    assert pip.locks == ["requirements.txt", "requirements.txt"]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("... Temporary failure in name resolution", "accès à Internet"),
        ("ERROR: No matching distribution found for numpy==2.4.6", "accès à Internet"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE", "empreinte différente"),
        ("OSError: [Errno 28] No space left on device", "plus de place sur le disque"),
        ("something else\nlast line", "L’installation a échoué"),
    ],
)
def test_failure_is_explained(start: ModuleType, said: str, sentence: str) -> None:
    explained = start.explained(said)

    assert sentence in explained
    assert explained.endswith(said.splitlines()[-1])


def test_missing_venv_names_the_package(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda _: None)

    with pytest.raises(start.StartError, match="sudo apt install python3-venv make"):
        start.create_venv()


def test_old_python_is_told_which_is_needed(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 8, 18))
    monkeypatch.setattr(start.shutil, "which", lambda _: None)

    with pytest.raises(start.StartError, match=r"Python 3\.11.*celui-ci est le 3\.8"):
        start.ensure_python([])


def test_failure_ends_in_french_without_traceback(tmp_path: Path) -> None:
    copy = tmp_path / "start.py"
    copy.write_bytes(SCRIPT.read_bytes())
    (tmp_path / "requirements.txt").write_text(
        "absent-de-tout-registre==1.0 --hash=sha256:" + "0" * 64, encoding="utf-8"
    )
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    environment = {**os.environ, "PIP_NO_INDEX": "1", "PYTHONIOENCODING": "utf-8"}

    done = subprocess.run(
        [sys.executable, str(copy), "--install-only"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 2
    assert done.stdout.startswith("Première installation")
    assert "accès à Internet" in done.stderr
    assert "Traceback" not in done.stderr
