"""The ids of rows (MODEL rule 1): given, from a public register, or made from the row itself."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from typing import TYPE_CHECKING

from actors_graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actors_graph.model.fields import Table, Value

_DIGEST_CHARACTERS = 16


def _digest(parts: list[Value]) -> str:
    text = json.dumps(["" if part is None else part for part in parts], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_CHARACTERS]


def tie_id(table: Table, row: Mapping[str, Value]) -> str:
    """Id of a tie: first 16 hex digits of SHA-256 of its family, ends and identity fields.

    The ends of an undirected tie are sorted, so that « A with B » and « B with A » are one.
    """
    ends = [row.get(table.source), row.get(table.target)]
    if table.undirected:
        ends.sort(key=str)
    return _digest([table.family, *ends, *(row.get(name) for name in table.identity)])


def slug(text: str) -> str:
    """Folded words joined by hyphens.

    >>> slug("Les Amis de l’Étoile")
    'les-amis-de-l-etoile'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def actor_id(row: Mapping[str, Value]) -> str:
    """Id of an actor that gives none: RNA, SIRET, SIREN, else a slug of its name and commune."""
    for prefix in ("rna", "siret", "siren"):
        if row.get(prefix):
            return f"{prefix}:{row[prefix]}"
    place = row.get("commune_code") or row.get("commune") or ""
    words = f"{row.get('name') or ''} {place}"
    return f"loc:{slug(words)}"


def row_id(table: Table, row: Mapping[str, Value]) -> str:
    """Id of a row that does not give one; empty where the table asks for a given id."""
    if table.is_tie:
        return tie_id(table, row)
    if table.name == "actors":
        return actor_id(row)
    if table.identity:
        return f"{table.name}:{_digest([row.get(name) for name in table.identity])}"
    label = row.get("label") or row.get("name") or row.get("title")
    return f"loc:{slug(str(label))}" if label else ""


def elu_id(*, name: str, birth_date: str, identity_key: bytes) -> str:
    """Id of an élu: a keyed hash of folded name and birth date; the date itself is not kept.

    The key is random and belongs to one store, because a name and a birth date can be guessed.
    """
    message = f"{fold(name)}|{birth_date}".encode()
    return f"elu:{hmac.new(identity_key, message, hashlib.sha256).hexdigest()[:_DIGEST_CHARACTERS]}"


def territory_ref(table: Table, field: str, value: str) -> str:
    """Id of the row that a reference names: a commune code stands for `com:<code>`."""
    return f"com:{value}" if table.name == "actors" and field == "commune_code" else value
