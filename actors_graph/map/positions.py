"""Positions kept from one time to the next, in a folder that may be deleted at any time.

They are keyed by the topology: the same actors, ties and groups find their picture again at
once, and a slightly different network starts from the nearest picture, so that nobody has to
look for an actor anew after each import. Files hold numbers and hashes of ids, no id and no
name: erasing a person leaves nothing to erase here.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from actors_graph.map.docks import Dock
from actors_graph.map.layout import Layout, layout, layouts
from actors_graph.map.topology import Standing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from actors_graph.map.arrays import FloatArray, IntArray
    from actors_graph.map.topology import Topology

FOLDER = "positions"
KEPT_FILES = 24
LOOKED_AT = 6  # how many of the newest files may serve as a start
LEAST_COMMON = 0.6
FORMAT = "1"  # of the files and of the layout: a change of either makes the old files useless

_BROKEN = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile)


def positions(
    ids: tuple[str, ...],
    topology: Topology,
    *,
    aspects: tuple[float, ...],
    cache_dir: Path | None,
) -> tuple[Layout, ...]:
    """Return one layout for each frame, from the folder or computed and kept there.

    Args:
        ids: identifiers of the actors, in row order.
        topology: what they are placed by.
        aspects: width / height of each frame.
        cache_dir: parent of the folder; None keeps nothing. A folder that cannot be written
            is no error: the positions are computed each time.
    """
    if cache_dir is None or not ids:
        return tuple(layouts(topology, aspects))
    folder = cache_dir / FOLDER
    marks = _marks(ids)
    path = folder / f"{topology_key(marks, topology, aspects=aspects)}.npz"
    found = _read(path, count=topology.count, frames=len(aspects))
    if found is not None:
        with contextlib.suppress(OSError):
            path.touch()
        return found
    kept = _nearest(folder, marks, frames=len(aspects))
    if kept is None:
        placed = tuple(layouts(topology, aspects))
    else:
        placed = tuple(
            layout(topology, aspect=aspect, kept=start)
            for aspect, start in zip(aspects, kept, strict=True)
        )
    with contextlib.suppress(OSError):
        _write(path, marks, placed)
    return placed


def topology_key(
    marks: NDArray[np.uint64], topology: Topology, *, aspects: tuple[float, ...]
) -> str:
    """Return the hash of everything a layout depends on."""
    found = hashlib.blake2b(f"{FORMAT} {aspects}".encode(), digest_size=16)
    columns = (
        marks, topology.edges, topology.weights, topology.groups, topology.radii,
        topology.standing, topology.kinds,
    )  # fmt: skip
    for column in columns:
        found.update(np.ascontiguousarray(column).tobytes())
        found.update(b"|")
    return found.hexdigest()


def _marks(ids: tuple[str, ...]) -> NDArray[np.uint64]:
    """Eight bytes of hash for each id."""
    digests = b"".join(
        hashlib.blake2b(text.encode("utf-8"), digest_size=8).digest() for text in ids
    )
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)


def _write(path: Path, marks: NDArray[np.uint64], placed: tuple[Layout, ...]) -> None:
    """Write beside, then rename: a reader never meets half a file. Old files go."""
    path.parent.mkdir(parents=True, exist_ok=True)
    columns: dict[str, NDArray[np.generic]] = {"marks": marks}
    for number, frame in enumerate(placed):
        columns |= {f"{number}_{name}": column for name, column in _columns(frame).items()}
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            # numpy's stub mistakes the keywords for its own option.
            np.savez_compressed(file, **columns)  # type: ignore[arg-type]
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
    for old in _newest_first(path.parent)[KEPT_FILES:]:
        old.unlink(missing_ok=True)


def _columns(frame: Layout) -> dict[str, NDArray[np.generic]]:
    return {
        "places": frame.places,
        "centres": frame.centres,
        "reach": frame.reach,
        "docks": np.array([[int(dock.standing), dock.n, *dock.box] for dock in frame.docks]),
        "rest": np.array([frame.dock_radius, *frame.box]),
    }


def _newest_first(folder: Path) -> list[Path]:
    try:
        dated = [(path.stat().st_mtime_ns, path.name, path) for path in folder.glob("*.npz")]
    except OSError:
        return []
    return [path for _, _, path in sorted(dated, reverse=True)]


def _read(path: Path, *, count: int, frames: int) -> tuple[Layout, ...] | None:
    """Return the layouts of a file; None where it is absent, damaged or of another size."""
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            read = tuple(_layout(file, number) for number in range(frames))
    except _BROKEN:
        return None
    return read if all(len(frame.places) == count for frame in read) else None


def _layout(file: np.lib.npyio.NpzFile, number: int) -> Layout:
    def column(name: str) -> FloatArray:
        return np.asarray(file[f"{number}_{name}"], dtype=np.float64)

    docks = column("docks").reshape(-1, 6).tolist()
    radius, left, top, right, bottom = column("rest").tolist()
    return Layout(
        places=column("places"),
        centres=column("centres"),
        reach=column("reach"),
        docks=tuple(
            Dock(Standing(int(code)), int(n), (x, y, wide, low))
            for code, n, x, y, wide, low in docks
        ),
        dock_radius=radius,
        box=(left, top, right, bottom),
    )


def _nearest(
    folder: Path, marks: NDArray[np.uint64], *, frames: int
) -> tuple[FloatArray, ...] | None:
    """The places of last time in row order, NaN where unknown; None if too few are known."""
    for path in _newest_first(folder)[:LOOKED_AT]:
        try:
            with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
                known, rows = _common(np.asarray(file["marks"], dtype=np.uint64), marks)
                if known.mean() < LEAST_COMMON:
                    continue
                return tuple(
                    _taken(np.asarray(file[f"{number}_places"]), known=known, rows=rows)
                    for number in range(frames)
                )
        except _BROKEN:
            continue
    return None


def _common(old: NDArray[np.uint64], new: NDArray[np.uint64]) -> tuple[NDArray[np.bool_], IntArray]:
    """Which of the new marks are among the old ones, and where."""
    order = np.argsort(old)
    at = np.minimum(np.searchsorted(old[order], new), max(len(old) - 1, 0))
    rows = order[at] if len(old) else np.zeros(len(new), dtype=np.int64)
    known = old[rows] == new if len(old) else np.zeros(len(new), dtype=np.bool_)
    return known, rows


def _taken(places: FloatArray, *, known: NDArray[np.bool_], rows: IntArray) -> FloatArray:
    taken = np.full((len(rows), 2), np.nan)
    taken[known] = places[rows[known]]
    return taken
