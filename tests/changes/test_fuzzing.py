"""A million files mutated under the guidance of coverage: nothing but sentences."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.prove, pytest.mark.shared]

PROCESS = Path(__file__).with_name("fuzzing_process.py")
ROOT = PROCESS.parent.parent.parent
RUNS = int(os.environ.get("FUZZ_RUNS", "1000000"))
LONGEST = 1024
SLOWEST_S = 10
SEEDS = (
    "corpora/csv-spectrum", "corpora/csvlint", "corpora/scdl", "corpora/naughty",
    "data/networks", "data/subventions", "data/rna",
)  # fmt: skip


def test_no_mutated_file_gets_past_the_sentences(shared: Path, tmp_path: Path) -> None:
    """Decoding, columns and checks; libFuzzer reads its seeds where they are."""
    if importlib.util.find_spec("atheris") is None:
        pytest.fail("atheris is absent: run make prove (Linux, Python 3.11 to 3.13)", pytrace=False)
    found = tmp_path / "found"
    found.mkdir()
    options = [f"-runs={RUNS}", f"-max_len={LONGEST}", f"-timeout={SLOWEST_S}"]
    options += [f"-artifact_prefix={tmp_path}/", "-print_final_stats=1"]

    ended = subprocess.run(
        [sys.executable, str(PROCESS), *options, str(found), *(str(shared / one) for one in SEEDS)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
    )

    assert ended.returncode == 0, ended.stderr[-4000:]
    figures = [line for line in ended.stderr.splitlines() if line.startswith("stat::")]
    assert f"stat::number_of_executed_units: {RUNS}" in figures
    print(*figures, sep="\n")
