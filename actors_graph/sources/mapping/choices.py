"""What the columns of a table mean: one choice a column, which a person may correct.

A choice names its target by a French word: a column of the model (`nom`, `siret`…), a part of
another row (`contact.nom`), or one of the shapes in which people write ties (`partenaires`,
`participe`, `relie`). `ignorer` and `remarques` feed nothing, and the report says so.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from actors_graph.errors import InputError
from actors_graph.sources.columns import column_key
from actors_graph.sources.mapping.targets import nearest_target, target_words
from actors_graph.words import listing, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Mapping as Dictionary

IGNORED: Final = "ignorer"
REMARKS: Final = "remarques"
CERTAIN: Final = 1.0


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """Where one column goes.

    `position` counts from 0; `header` is its name as written (empty: it has none); `target` the
    French word of what it holds; `confidence` goes from 0 (no idea) to 1 (said, or beyond doubt);
    `why` is the reason, in French.
    """

    position: int
    header: str
    target: str
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a table is (`kind`, a word of the user) and where each of its columns goes."""

    kind: str
    columns: tuple[ColumnChoice, ...]
    fingerprint: str
    _by_target: dict[str, list[int]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Index the columns: rows ask for them one by one."""
        for choice in self.columns:
            self._by_target.setdefault(choice.target, []).append(choice.position)

    def positions(self, target: str) -> list[int]:
        """Positions of the columns of a target, in the order of the file."""
        return self._by_target.get(target, [])

    def labels(self) -> list[str]:
        """Return a name for each column that no other column has.

        The second « Commune » is « Commune (2) »; a column without a name is « colonne 4 ».
        """
        seen: dict[str, int] = {}
        labels = []
        for choice in self.columns:
            key = column_key(choice.header)
            seen[key] = seen.get(key, 0) + 1
            repeated = f"{choice.header} ({seen[key]})" if seen[key] > 1 else choice.header
            labels.append(repeated if choice.header else f"colonne {choice.position + 1}")
        return labels

    def to_dict(self) -> dict[str, Any]:  # Any: what json takes
        """Return the mapping as plain values."""
        return {
            "kind": self.kind,
            "fingerprint": self.fingerprint,
            "columns": [
                {
                    "position": choice.position,
                    "header": choice.header,
                    "target": choice.target,
                    "confidence": choice.confidence,
                    "why": choice.why,
                }
                for choice in self.columns
            ],
        }

    @classmethod
    def from_dict(cls, values: Dictionary[str, Any]) -> Mapping:  # Any: what json gives
        """Return the mapping that `to_dict` wrote."""
        columns = tuple(
            ColumnChoice(
                int(column["position"]),
                str(column["header"]),
                str(column["target"]),
                float(column["confidence"]),
                str(column["why"]),
            )
            for column in values["columns"]
        )
        return cls(str(values["kind"]), columns, str(values["fingerprint"]))


def fingerprint(header: Sequence[str]) -> str:
    """Return what two tables of the same columns share: 16 hex digits of their folded names."""
    text = "\n".join(map(column_key, header))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def corrected(
    mapping: Mapping, targets: Dictionary[str, str], *, kind: str = "", file: str = ""
) -> Mapping:
    """Return the mapping with the columns that a person placed herself.

    Args:
        mapping: what was proposed.
        targets: target by name of column; see `Mapping.labels` for columns of one name.
        kind: what the table is, where that is corrected too.
        file: where the correction is written, for the message.

    Raises:
        InputError: an unknown column or an unknown target.
    """
    wanted_kind = kind or mapping.kind
    keys = [column_key(label) for label in mapping.labels()]
    columns = list(mapping.columns)
    for name, target in targets.items():
        if column_key(name) not in keys:
            raise _unknown_column(name, mapping.labels(), file=file)
        if target not in target_words(wanted_kind):
            raise _unknown_target(target, kind=wanted_kind, column=name, file=file)
        place = keys.index(column_key(name))
        columns[place] = replace(
            columns[place], target=target, confidence=CERTAIN, why="choisi par vous"
        )
    return Mapping(wanted_kind, tuple(columns), mapping.fingerprint)


def _unknown_column(name: str, known: Iterable[str], *, file: str) -> InputError:
    return InputError(
        "cette colonne n’est pas dans le tableau.",
        file=file,
        column=name,
        remedy=f"Ses colonnes : {listing([quoted(label) for label in known], limit=12)}.",
    )


def _unknown_target(target: str, *, kind: str, column: str, file: str) -> InputError:
    near = nearest_target(target, kind)
    hint = f"Vouliez-vous dire {quoted(near)} ? " if near else ""
    return InputError(
        f"n’est pas une place possible dans {quoted(kind)}.",
        file=file,
        column=column,
        value=target,
        remedy=f"{hint}Places possibles : {listing(target_words(kind), conjunction='ou')}.",
    )
