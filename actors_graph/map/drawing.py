"""From the columns of a map to its bytes: positions, flags, legend, labels of the docks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from actors_graph.map.figure import FEWEST_CUT_OFF
from actors_graph.map.layout import LANDSCAPE, PORTRAIT, SQUARE
from actors_graph.map.palette import GROUP_COLOURS, GROUP_COLOURS_DARK, STYLES
from actors_graph.map.payload import (
    DockEntry,
    Flag,
    Frame,
    GroupEntry,
    KindEntry,
    Payload,
    encode,
)
from actors_graph.map.positions import positions
from actors_graph.map.topology import Standing
from actors_graph.model.kinds import ActorKind
from actors_graph.words import agreed, capital, count, number

if TYPE_CHECKING:
    from pathlib import Path

    from actors_graph.map.arrays import IntArray
    from actors_graph.map.figure import MapInput
    from actors_graph.map.layout import Layout

ASPECTS = (LANDSCAPE, SQUARE, PORTRAIT)
_FLAGS = {
    Standing.TIED: Flag(0),
    Standing.ALONE: Flag.ALONE,
    Standing.UNDOCUMENTED: Flag.UNDOCUMENTED,
    Standing.ELSEWHERE: Flag.ELSEWHERE,
}
_DOCK_WORDS = {
    Standing.ALONE: "sans partenaire connu",
    Standing.UNDOCUMENTED: "non documenté",
    Standing.ELSEWHERE: "partenaires hors de cette carte",
}


def map_payload(figure: MapInput, *, cache_dir: Path | None = None) -> bytes:
    """Return the bytes of a map.

    Args:
        figure: the columns.
        cache_dir: where positions are kept from one time to the next; None keeps none.

    Returns:
        A payload in about 60 to 80 bytes an actor. About 20 ms for 5,000 actors when the
        positions are kept; see ``layout`` for their first computation.
    """
    topology = figure.topology()
    placed = positions(figure.ids, topology, aspects=ASPECTS, cache_dir=cache_dir)
    order, inner = _inner_first(figure)
    places, place = _distinct(figure.places)
    codes = figure.kind_codes()
    kinds, kind = _legend(codes)
    standing = topology.standing
    words = _dock_words(figure, standing)
    drawn = np.bincount(figure.groups[standing == 0], minlength=len(figure.group_labels))
    return encode(
        Payload(
            description=description(figure, standing),
            kinds=kinds,
            groups=tuple(
                GroupEntry(label, int(n))
                for label, n in zip(figure.group_labels, drawn, strict=True)
            ),
            hues=(GROUP_COLOURS, GROUP_COLOURS_DARK),
            frames=tuple(
                _frame(layout, aspect, words=words, to_call=figure.to_call)
                for layout, aspect in zip(placed, ASPECTS, strict=True)
            ),
            places=places,
            places_xy=tuple(layout.places for layout in placed),
            edges=figure.edges[order],
            inner=inner,
            levels=figure.levels[order],
            group=figure.groups,
            place=place,
            partners=figure.partners,
            radii=topology.radii,
            kind=kind,
            flags=_flags(figure, standing),
            cuts_off=figure.cuts_off,
            names=figure.names,
            ids=figure.ids,
        )
    )


def description(figure: MapInput, standing: IntArray) -> str:
    """Return the sentence that stands for the picture where it cannot be seen."""
    if not figure.count:
        return "Carte vide : aucun acteur ne correspond."
    text = f"Carte : {count(figure.count, 'acteur')}, {count(len(figure.edges), 'lien noté')}."
    for code, words in _dock_words(figure, standing).items():
        n = int((standing == code).sum())
        if n:
            text += f" {_dock_label(code, n, words=words, to_call=figure.to_call)}."
    return f"{text} La liste des mêmes acteurs accompagne la carte."


def _dock_words(figure: MapInput, standing: IntArray) -> dict[Standing, str]:
    """What each dock counts; where nobody was asked, « sans partenaire connu » is not said."""
    lone = standing == Standing.ALONE
    if figure.unasked is None or not lone.any() or not figure.unasked[lone].all():
        return _DOCK_WORDS
    return _DOCK_WORDS | {Standing.ALONE: "partenaires à demander"}


def _dock_label(code: Standing, n: int, *, words: str, to_call: int) -> str:
    """« Sans partenaire connu : 18, à appeler : 9 », « Non documentés : 45 »."""
    if code is Standing.ALONE and to_call:
        call = f"à appeler\N{NO-BREAK SPACE}: {number(to_call)}"
        if to_call >= n:
            return capital(call)
        return f"{_dock_label(code, n - to_call, words=words, to_call=0)}, {call}"
    said = agreed(words, n=n, noun="acteur") if code is Standing.UNDOCUMENTED else words
    return f"{capital(said)}\N{NO-BREAK SPACE}: {number(n)}"


def _inner_first(figure: MapInput) -> tuple[IntArray, int]:
    ends = figure.groups[figure.edges]
    across = ends[:, 0] != ends[:, 1]
    return np.argsort(across, kind="stable"), int((~across).sum())


def _distinct(texts: tuple[str, ...]) -> tuple[tuple[str, ...], IntArray]:
    number_of = {text: code for code, text in enumerate(dict.fromkeys(texts))}
    return tuple(number_of), np.array([number_of[text] for text in texts], dtype=np.int64)


def _legend(codes: IntArray) -> tuple[tuple[KindEntry, ...], IntArray]:
    """The kinds that are present, in the order of the model, and each actor's line."""
    counts = np.bincount(codes, minlength=len(ActorKind))
    line = np.cumsum(counts > 0) - 1
    entries = tuple(
        KindEntry(
            key=kind.value,
            one=STYLES[kind].one,
            many=STYLES[kind].many,
            shape=STYLES[kind].shape.value,
            light=STYLES[kind].light,
            dark=STYLES[kind].dark,
            n=int(n),
        )
        for kind, n in zip(ActorKind, counts, strict=True)
        if n
    )
    return entries, line[codes]


def _flags(figure: MapInput, standing: IntArray) -> IntArray:
    by_standing = np.array([int(_FLAGS[code]) for code in Standing], dtype=np.int64)
    flags = by_standing[standing]
    flags |= np.where(figure.cuts_off >= FEWEST_CUT_OFF, int(Flag.HINGE), 0)
    if figure.unasked is not None:
        unasked = figure.unasked & (standing == Standing.ALONE)
        flags |= np.where(unasked, int(Flag.UNASKED), 0)
    return flags | np.where(figure.stub, int(Flag.STUB), 0)


def _frame(layout: Layout, aspect: float, *, words: dict[Standing, str], to_call: int) -> Frame:
    circles = np.column_stack([layout.centres, layout.reach]).round(1)
    return Frame(
        aspect=aspect,
        box=layout.box,
        circles=tuple(map(float, circles.ravel())),
        dock_radius=layout.dock_radius,
        docks=tuple(
            DockEntry(
                flag=int(_FLAGS[dock.standing]),
                label=_dock_label(
                    dock.standing, dock.n, words=words[dock.standing], to_call=to_call
                ),
                box=dock.box,
            )
            for dock in layout.docks
        ),
    )
