from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from actors_graph.map import positions as kept_positions
from actors_graph.map.drawing import ASPECTS, map_payload
from actors_graph.map.positions import FOLDER, positions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from actors_graph.map.arrays import IntArray
    from actors_graph.map.figure import MapInput
    from actors_graph.map.layout import Layout


def placed(figure: MapInput, folder: Path | None) -> tuple[Layout, ...]:
    return positions(figure.ids, figure.topology(), aspects=ASPECTS, cache_dir=folder)


def test_the_second_time_nothing_is_computed(
    figure: MapInput, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = placed(figure, tmp_path)

    def refuse(*_: object, **__: object) -> list[Layout]:
        raise AssertionError

    monkeypatch.setattr(kept_positions, "layouts", refuse)
    monkeypatch.setattr(kept_positions, "layout", refuse)
    second = placed(figure, tmp_path)
    for one, other in zip(first, second, strict=True):
        assert np.array_equal(one.places, other.places)
        assert np.array_equal(one.reach, other.reach)
        assert one.box == other.box
        assert one.docks == other.docks


def test_the_payload_is_the_same_with_and_without_the_folder(
    figure: MapInput, tmp_path: Path
) -> None:
    fresh = map_payload(figure)
    assert map_payload(figure, cache_dir=tmp_path) == fresh
    assert map_payload(figure, cache_dir=tmp_path) == fresh


def test_another_network_starts_from_the_last_picture(
    fictional: Callable[..., MapInput], tmp_path: Path
) -> None:
    smaller, larger = fictional(120), fictional(132)
    before = placed(smaller, tmp_path)[0]
    after = placed(larger, tmp_path)[0]
    afresh = placed(larger, None)[0]
    common = np.arange(100)
    assert moved_between(before, after, common) < 0.5 * moved_between(before, afresh, common)


def moved_between(before: Layout, after: Layout, rows: IntArray) -> float:
    shift = after.places[rows] - before.places[rows]
    return float(np.median(np.hypot(shift[:, 0], shift[:, 1])))


def test_a_damaged_file_is_computed_again(figure: MapInput, tmp_path: Path) -> None:
    first = placed(figure, tmp_path)
    for path in (tmp_path / FOLDER).glob("*.npz"):
        path.write_bytes(path.read_bytes()[:100])
    assert np.array_equal(placed(figure, tmp_path)[0].places, first[0].places)


def test_a_folder_that_cannot_be_written_is_no_error(figure: MapInput, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    assert len(placed(figure, file)) == len(ASPECTS)


def test_old_files_go(
    fictional: Callable[..., MapInput], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_positions, "KEPT_FILES", 2)
    for count in (30, 42, 54, 66):
        placed(fictional(count), tmp_path)
    assert len(list((tmp_path / FOLDER).iterdir())) == 2


def test_the_folder_holds_no_id_and_no_name(
    fictional: Callable[..., MapInput], tmp_path: Path
) -> None:
    figure = fictional(names={0: "Madame Untel"})
    map_payload(figure, cache_dir=tmp_path)
    (path,) = (tmp_path / FOLDER).glob("*.npz")
    with np.load(path, allow_pickle=False) as file:
        assert all(file[name].dtype.kind in "fui" for name in file.files)
    assert b"Untel" not in path.read_bytes()
