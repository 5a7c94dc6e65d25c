"""The bytes a map travels in: a header, columns of numbers, then texts.

A hundred actors or a hundred thousand cross the websocket once, in about 60 bytes an actor, and
are read in the browser without parsing one object an actor. ``decode`` is the reference of the
format: the JavaScript module ``decode.js`` reads the same.

    "AGM1" | id (16 hexadecimal digits) | u32 length of the header | header (JSON, UTF-8)
    | for each frame: u16 x, y of every actor, in 1/65535 of the frame's box
    | ends of the edges | u8 level of the edges
    | group | place (index in the header) | u16 partners | u8 radius × 10 | u8 kind
    | u8 flags | u8 actors cut off | names and ids, one a line

Every section begins at a multiple of four. Ends, groups and places are u16, or u32 from 65,536
actors. The edges inside a group come first; the header says how many.
"""

from __future__ import annotations

import hashlib
import json
import struct
from dataclasses import asdict, dataclass
from enum import IntFlag
from typing import TYPE_CHECKING, TypedDict, cast

import numpy as np

from actors_graph.text import clean

if TYPE_CHECKING:
    from numpy.typing import DTypeLike, NDArray

    from actors_graph.map.arrays import FloatArray, IntArray

MAGIC = b"AGM1"
STEPS = 65_535
HEAD = 24  # magic, id, length of the header


class Flag(IntFlag):
    """What is said of an actor beside its numbers; bits of one byte."""

    HINGE = 1
    ALONE = 2
    UNDOCUMENTED = 4
    ELSEWHERE = 8
    STUB = 16
    UNASKED = 32


@dataclass(frozen=True, slots=True)
class KindEntry:
    """A line of the legend."""

    key: str
    one: str
    many: str
    shape: str
    light: str
    dark: str
    n: int


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A group: its label and how many actors are drawn in it."""

    label: str
    n: int


@dataclass(frozen=True, slots=True)
class DockEntry:
    """A dock: its flag, its label and its box (left, top, right, bottom)."""

    flag: int
    label: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """Positions for one shape of frame.

    ``circles`` holds x, y, radius of every group, flat; radius 0 where nothing is drawn.
    """

    aspect: float
    box: tuple[float, float, float, float]
    circles: tuple[float, ...]
    dock_radius: float
    docks: tuple[DockEntry, ...]


@dataclass(frozen=True, slots=True)
class Payload:
    """Everything the component draws, row by row.

    ``places_xy`` holds one ``(n, 2)`` array a frame; ``inner`` is the number of edges, the first
    ones, whose two ends are in one group.
    """

    description: str
    kinds: tuple[KindEntry, ...]
    groups: tuple[GroupEntry, ...]
    hues: tuple[tuple[str, ...], tuple[str, ...]]
    frames: tuple[Frame, ...]
    places: tuple[str, ...]
    places_xy: tuple[FloatArray, ...]
    edges: IntArray
    inner: int
    levels: IntArray
    group: IntArray
    place: IntArray
    partners: IntArray
    radii: FloatArray
    kind: IntArray
    flags: IntArray
    cuts_off: IntArray
    names: tuple[str, ...]
    ids: tuple[str, ...]


class _FrameHeader(TypedDict):
    aspect: float
    box: list[float]
    circles: list[float]
    dock_radius: float
    docks: list[_DockHeader]


class _DockHeader(TypedDict):
    flag: int
    label: str
    box: list[float]


class _Header(TypedDict):
    n: int
    m: int
    inner: int
    description: str
    kinds: list[dict[str, str | int]]
    groups: list[dict[str, str | int]]
    hues: list[list[str]]
    frames: list[_FrameHeader]
    places: list[str]


def payload_id(data: bytes) -> str:
    """Return the content hash of a payload, by which the two halves of the component meet."""
    return data[4:20].decode("ascii")


def encode(payload: Payload) -> bytes:
    """Write a payload; equal payloads give equal bytes. O(n + m)."""
    header = json.dumps(_header(payload), ensure_ascii=False, separators=(",", ":"))
    body = bytearray(_padded(header.encode("utf-8")))
    length = len(header.encode("utf-8"))
    for kind, column in _columns(payload):
        body += _padded(np.ascontiguousarray(column, kind).tobytes())
    body += "\n".join([*map(clean, payload.names), *map(clean, payload.ids)]).encode("utf-8")
    name = hashlib.blake2b(bytes(body), digest_size=8).hexdigest()
    return MAGIC + name.encode("ascii") + struct.pack("<I", length) + bytes(body)


def _header(payload: Payload) -> dict[str, object]:
    return {
        "n": len(payload.ids),
        "m": len(payload.edges),
        "inner": payload.inner,
        "description": clean(payload.description),
        "kinds": [asdict(kind) for kind in payload.kinds],
        "groups": [{"label": clean(group.label), "n": group.n} for group in payload.groups],
        "hues": payload.hues,
        "frames": [asdict(frame) for frame in payload.frames],
        "places": [clean(place) for place in payload.places],
    }


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def _wide(count: int) -> str:
    return "<u4" if count > STEPS else "<u2"


def _columns(payload: Payload) -> list[tuple[str, NDArray[np.generic]]]:
    """The sections of numbers with their types, in the order of the format."""
    wide = _wide(len(payload.ids))
    frames = [
        ("<u2", _steps(points, frame.box))
        for points, frame in zip(payload.places_xy, payload.frames, strict=True)
    ]
    return [
        *frames,
        (wide, payload.edges),
        ("u1", payload.levels),
        (wide, payload.group),
        (wide, payload.place),
        ("<u2", np.minimum(payload.partners, STEPS)),
        ("u1", np.clip(np.round(payload.radii * 10), 0, 255)),
        ("u1", payload.kind),
        ("u1", payload.flags),
        ("u1", np.minimum(payload.cuts_off, 255)),
    ]


def _steps(points: FloatArray, box: tuple[float, float, float, float]) -> FloatArray:
    low, high = np.array(box[:2]), np.array(box[2:])
    share = (points - low) / np.maximum(high - low, 1e-9)
    return np.asarray(np.clip(np.round(share * STEPS), 0, STEPS))


class PayloadError(ValueError):
    """Bytes that are no payload of this version."""


def decode(data: bytes) -> Payload:
    """Read a payload back: exact but for positions (1/65535 of the box) and radii (0.05).

    Raises:
        PayloadError: the bytes are no payload of this version.
    """
    if data[:4] != MAGIC:
        raise PayloadError("not a map payload")
    (length,) = struct.unpack("<I", data[20:HEAD])
    header = cast("_Header", json.loads(data[HEAD : HEAD + length]))
    reader = _Reader(data, HEAD + length + -length % 4)
    n, m, wide = header["n"], header["m"], _wide(header["n"])
    frames = tuple(_frame(frame) for frame in header["frames"])
    return Payload(
        description=header["description"],
        kinds=tuple(KindEntry(**kind) for kind in header["kinds"]),  # type: ignore[arg-type]  # JSON
        groups=tuple(GroupEntry(str(g["label"]), int(g["n"])) for g in header["groups"]),
        hues=(tuple(header["hues"][0]), tuple(header["hues"][1])),
        frames=frames,
        places=tuple(header["places"]),
        places_xy=tuple(_world(reader.take("<u2", 2 * n), frame.box) for frame in frames),
        edges=reader.take(wide, 2 * m).reshape(-1, 2),
        inner=header["inner"],
        levels=reader.take("u1", m),
        group=reader.take(wide, n),
        place=reader.take(wide, n),
        partners=reader.take("<u2", n),
        radii=reader.take("u1", n) / 10,
        kind=reader.take("u1", n),
        flags=reader.take("u1", n),
        cuts_off=reader.take("u1", n),
        names=reader.lines(2 * n)[:n],
        ids=reader.lines(2 * n)[n:],
    )


def _frame(frame: _FrameHeader) -> Frame:
    return Frame(
        aspect=frame["aspect"],
        box=_box(frame["box"]),
        circles=tuple(frame["circles"]),
        dock_radius=frame["dock_radius"],
        docks=tuple(DockEntry(d["flag"], d["label"], _box(d["box"])) for d in frame["docks"]),
    )


def _box(sides: list[float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = sides
    return (left, top, right, bottom)


def _world(steps: IntArray, box: tuple[float, float, float, float]) -> FloatArray:
    low, high = np.array(box[:2]), np.array(box[2:])
    return np.asarray(low + steps.reshape(-1, 2) / STEPS * np.maximum(high - low, 1e-9))


class _Reader:
    """Takes section after section."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        self._at = at

    def take(self, kind: DTypeLike, count: int) -> IntArray:
        found = np.frombuffer(self._data, dtype=kind, count=count, offset=self._at)
        self._at += found.nbytes + -found.nbytes % 4
        return found.astype(np.int64)

    def lines(self, count: int) -> tuple[str, ...]:
        """The texts at the end, without moving; none for a map without an actor."""
        return tuple(self._data[self._at :].decode("utf-8").split("\n")) if count else ()
