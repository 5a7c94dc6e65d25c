"""Public registers, from the files as they are downloaded: recognised by content, streamed.

Three of them: grants (SCDL), elected people (RNE), associations (RNA). A file may be a CSV, or a
zip of one CSV for each département. What is read of each, and what is never read, is said in its
module; all end as `Extract`s, like any other file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors_graph.sources.registers.reading import Asked, RegisterReading
from actors_graph.sources.registers.rna import is_rna, read_rna
from actors_graph.sources.registers.rne import BIRTH_DATE, read_rne, rne_file
from actors_graph.sources.registers.scdl import is_scdl, official_names, read_scdl
from actors_graph.sources.registers.stream import header_of, member_of, members_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from actors_graph.sources.registers.stream import Header

__all__ = ["BIRTH_DATE", "RegisterReading", "is_register", "read_register"]


def is_register(path: Path) -> bool:
    """Whether a file is one of the registers, by its first line; reads 16 kB of it."""
    members = members_of(path)
    header = header_of(path, member=members[0] if members else "")
    return header is not None and _reader(header) is not None


def read_register(path: Path, *, departement: str = "") -> RegisterReading:
    """Read what a register says of a département (of all of France when none is given).

    Args:
        path: a file for which `is_register` holds.
        departement: its number, as in a commune code: `03`, `2A`, `974`. Grants are all read.

    Raises:
        InputError: an archive of several départements when none is given, a damaged file.
        ValueError: the file is no register.
    """
    members = members_of(path)
    member = member_of(path, members, departement=departement) if members else ""
    header = header_of(path, member=member)
    reader = _reader(header) if header is not None else None
    if header is None or reader is None:
        raise ValueError(path)
    return reader(Asked(path, header, member, departement))


def _reader(header: Header) -> Callable[[Asked], RegisterReading] | None:
    keys = frozenset(header.keys)
    if is_rna(keys):
        return read_rna
    if rne_file(keys) is not None:
        return read_rne
    if is_scdl(official_names(header.names)):
        return read_scdl
    return None
