"""The measures that `palette` claims, taken again with the published formulas.

Contrast: WCAG 2.1. Colour-blind sight: Machado, Oliveira, Fernandes 2009 (severity 1.0).
Distance: CIEDE2000, checked on pairs of Sharma, Wu, Dalal 2005.
"""

from __future__ import annotations

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import numpy as np
import pytest

from actors_graph.map.palette import DARK_GROUND, LIGHT_GROUND, STYLES
from actors_graph.model.kinds import ActorKind

SIGHTS = {
    "ordinary": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
Lab = tuple[float, float, float]


def linear(colour: str) -> np.ndarray:
    value = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def contrast(first: str, second: str) -> float:
    dark, light = sorted(float(linear(c) @ TO_XYZ[1]) for c in (first, second))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, sight: np.ndarray) -> Lab:
    seen = np.clip(sight @ linear(colour), 0, 1)
    xyz = TO_XYZ @ seen / np.array([0.95047, 1, 1.08883])
    x, y, z = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return float(116 * y - 16), float(500 * (x - y)), float(200 * (y - z))


def ciede2000(first: Lab, second: Lab) -> float:
    mean = (hypot(*first[1:]) + hypot(*second[1:])) / 2
    stretch = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + 25**7))
    (l1, a1, b1), (l2, a2, b2) = first, second
    c1, c2 = hypot(a1 * stretch, b1), hypot(a2 * stretch, b2)
    h1, h2 = (degrees(atan2(b, a * stretch)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    hue = h1 + h2 if not c1 * c2 else (h1 + turn / 2) % 360
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    weight = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    dl = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * weight)
    tilt = -2 * sqrt(chroma**7 / (chroma**7 + 25**7))
    tilt *= sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    return sqrt(dl**2 + dc**2 + dh**2 + tilt * dc * dh)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_distance_is_that_of_sharma_2005(first: Lab, second: Lab, expected: float) -> None:
    assert ciede2000(first, second) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("kind", list(ActorKind))
def test_every_kind_stands_out_from_both_grounds(kind: ActorKind) -> None:
    assert contrast(STYLES[kind].light, LIGHT_GROUND) >= 3
    assert contrast(STYLES[kind].dark, DARK_GROUND) >= 3


@pytest.mark.parametrize("sight", list(SIGHTS))
def test_colours_stay_apart_in_every_sight(sight: str) -> None:
    for ground, least in (("light", 9.7), ("dark", 10.4)):
        seen = [lab(getattr(style, ground), SIGHTS[sight]) for style in STYLES.values()]
        assert min(ciede2000(a, b) for a, b in combinations(seen, 2)) >= least


def test_every_kind_has_a_shape_of_its_own() -> None:
    assert set(STYLES) == set(ActorKind)
    assert len({style.shape for style in STYLES.values()}) == len(ActorKind)
