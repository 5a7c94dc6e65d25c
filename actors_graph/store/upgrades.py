"""Upgrading a backup of an older schema to the one of today (MODEL rule 12).

One mechanism for both engines: opening an older store dumps it, upgrades the records, fills the
store again. An upgrader takes the records of one version to the next; add it to `UPGRADERS`
with the change of SCHEMA_VERSION, and a test on a record of the old version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# The parts of a backup by name: lists of JSON records, and the manifest.
Records: TypeAlias = dict[str, Any]
Upgrader: TypeAlias = "Callable[[Records], Records]"

# From the version of the key to the next one.
UPGRADERS: Final[dict[int, Upgrader]] = {}


def upgraded(
    records: Records, *, to_version: int, upgraders: Mapping[int, Upgrader] = UPGRADERS
) -> Records:
    """The records at the version asked for, through each version between.

    Raises:
        KeyError: no upgrader leads there.
    """
    version = records["manifest"]["schema_version"]
    while version < to_version:
        records = upgraders[version](records)
        version += 1
        records["manifest"] = {**records["manifest"], "schema_version": version}
    return records
