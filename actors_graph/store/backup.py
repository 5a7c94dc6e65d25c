"""Backups: everything a store holds, as JSON lines in one compressed file (MODEL rules 12, 13).

    manifest.json            versions, date, the hash of each part, the canonical hash
    tables/<name>.jsonl      the rows
    journal/operations.jsonl, journal/payloads.jsonl, journal/touched.jsonl

The same file restores into either engine. An older schema is upgraded on the way (`upgrades`).
A backup of a demonstration and of real data differ in nothing: the file is private (mode 0600).
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import os
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Any, Final

import pyarrow as pa

from actors_graph.errors import StoreBrokenError, StoreUnavailableError
from actors_graph.model import SCHEMA_VERSION, TABLES, Counts, Operation
from actors_graph.model.canonical import canonical_hash
from actors_graph.store.contract import Dump, Payload, Revision, StoreInfo
from actors_graph.store.upgrades import upgraded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from actors_graph.store.upgrades import Records

_FORMAT: Final = "actors-graph backup"
# A member may not swell beyond this when it is read: a damaged or hostile file.
_MAX_MEMBER_BYTES: Final = 4 * 1024**3
# What zipfile and json raise on a file that was cut or changed, wherever the damage lies; the
# last is a compression that zipfile does not know, RuntimeError a bit that says « encrypted ».
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    KeyError,
    TypeError,
    ValueError,
    RuntimeError,
    NotImplementedError,
)


def write_backup(dump: Dump, path: Path, *, at: str) -> str:
    """Write a dump to a file, whole or not at all; return the canonical hash of its content.

    Args:
        dump: what `Store.dump` gave.
        path: the file, replaced if it exists.
        at: the instant of the backup, ISO 8601.

    Raises:
        StoreUnavailableError: the file cannot be written; nothing is left behind.
    """
    content_hash = canonical_hash(TABLES, dump.tables)
    manifest = {
        "schema_version": dump.info.schema_version,
        "revision": dump.revision.number,
        "stamps": dict(dump.revision.stamps),
        "info": dataclasses.asdict(dump.info),
        "canonical_hash": content_hash,
        "at": at,
    }
    _write_file(path, manifest, _members(dump))
    return content_hash


def write_records(records: Records, path: Path, *, at: str) -> None:
    """Write the records of an older schema to a file, as that schema's backup would be."""
    members = ((name, map(_line, rows)) for name, rows in records.items() if name != "manifest")
    _write_file(path, {**records["manifest"], "at": at}, members)


def _write_file(
    path: Path, manifest: dict[str, object], members: Iterable[tuple[str, Iterable[str]]]
) -> None:
    partial = path.with_name(f".{path.name}.partiel")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            _write_members(file, manifest, members)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        if partial.is_file():
            partial.unlink()
        raise StoreUnavailableError(
            f"La sauvegarde « {path} » n’a pas pu être écrite ({error.strerror}).",
            remedy="Vérifiez le dossier et la place qui reste.",
        ) from error


def _write_members(
    file: IO[bytes], manifest: dict[str, object], members: Iterable[tuple[str, Iterable[str]]]
) -> None:
    parts: dict[str, str] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, lines in members:
            text = "\n".join(lines).encode()
            parts[name] = hashlib.sha256(text).hexdigest()
            archive.writestr(name, text)
        whole = {**manifest, "format": _FORMAT, "parts": parts}
        archive.writestr("manifest.json", _line(whole))


def _members(dump: Dump) -> Iterable[tuple[str, Iterable[str]]]:
    for name, columns in dump.tables.items():
        rows = columns.to_pylist()
        present = ({k: v for k, v in row.items() if v is not None} for row in rows)
        yield f"tables/{name}.jsonl", map(_line, present)
    yield "journal/operations.jsonl", (_line(dataclasses.asdict(o)) for o in dump.operations)
    yield "journal/payloads.jsonl", (_line(payload_record(p)) for p in dump.payloads)
    yield "journal/touched.jsonl", (_line(list(pair)) for pair in sorted(dump.touched))


def _line(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def payload_record(payload: Payload) -> dict[str, object]:
    """The values of an operation as the record that a backup keeps."""
    record = dataclasses.asdict(payload)
    return {**record, "data": base64.b64encode(payload.data).decode()}


def read_backup(path: Path) -> Dump:
    """Read and verify a backup, upgraded to the schema of today.

    Raises:
        StoreUnavailableError: the file cannot be read.
        StoreBrokenError: it is not a backup, was cut or changed, or is from a newer program.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            records = _read_members(archive)
    except OSError as error:
        if path.is_file() and os.access(path, os.R_OK):
            raise _damaged(path) from error  # an offset that the damage sent before the file
        raise StoreUnavailableError(
            f"La sauvegarde « {path} » ne peut pas être lue ({error.strerror}).",
            remedy="Vérifiez son nom et qu’elle vous appartient.",
        ) from error
    except _DAMAGE as error:
        raise _damaged(path) from error
    manifest = records["manifest"]
    if manifest["schema_version"] > SCHEMA_VERSION:
        raise StoreBrokenError(
            f"La sauvegarde « {path} » vient d’une version plus récente du programme.",
            remedy="Mettez le programme à jour.",
        )
    try:
        dump = dump_of_records(upgraded(records, to_version=SCHEMA_VERSION))
    except (ValueError, KeyError, TypeError, pa.ArrowException) as error:
        raise _damaged(path) from error
    if manifest["schema_version"] == SCHEMA_VERSION and (
        canonical_hash(TABLES, dump.tables) != manifest["canonical_hash"]
    ):
        raise _damaged(path)
    return dump


def _damaged(path: Path) -> StoreBrokenError:
    return StoreBrokenError(
        f"« {path} » n’est pas une sauvegarde du programme, ou elle est abîmée.",
        remedy="Choisissez une autre sauvegarde ; vos données n’ont pas changé.",
    )


def _read_members(archive: zipfile.ZipFile) -> dict[str, Any]:
    manifest = json.loads(archive.read("manifest.json"))
    if manifest.get("format") != _FORMAT:
        message = "not a backup"
        raise ValueError(message)
    records: dict[str, Any] = {"manifest": manifest}
    for name, digest in manifest["parts"].items():
        if archive.getinfo(name).file_size > _MAX_MEMBER_BYTES:
            message = f"{name} is too large"
            raise ValueError(message)
        text = archive.read(name)
        if hashlib.sha256(text).hexdigest() != digest:
            message = f"{name} was changed"
            raise ValueError(message)
        # Split on \n only: str.splitlines would also cut at U+2028 inside a value.
        lines = text.decode().split("\n")
        records[name] = [json.loads(line) for line in lines if line]
    return records


def dump_of_records(records: Records) -> Dump:
    """The dump that the records of a backup at today's schema describe."""
    manifest = records["manifest"]
    return Dump(
        info=StoreInfo(**{**manifest["info"], "schema_version": SCHEMA_VERSION}),
        revision=Revision(manifest["revision"], manifest["stamps"]),
        tables={
            name: pa.Table.from_pylist(records[f"tables/{name}.jsonl"], schema=table.arrow_schema)
            for name, table in TABLES.items()
        },
        operations=[
            Operation(**{**record, "counts": Counts(**record["counts"])})
            for record in records["journal/operations.jsonl"]
        ],
        payloads=[
            Payload(**{**record, "data": _bytes_of(record["data"])})
            for record in records["journal/payloads.jsonl"]
        ],
        touched=[(seq, entity) for seq, entity in records["journal/touched.jsonl"]],
    )


def _bytes_of(data: str | bytes) -> bytes:
    return data if isinstance(data, bytes) else base64.b64decode(data)


def prune(folder: Path, *, keep: int, suffix: str) -> None:
    """Keep the newest backups of a folder; their names sort by date."""
    backups = sorted(folder.glob(f"*{suffix}"))
    for old in backups[: max(0, len(backups) - keep)]:
        old.unlink(missing_ok=True)


def rewrite(path: Path, change: Callable[[Dump], Dump], *, at: str) -> None:
    """Replace a backup by what `change` makes of it; used to erase a person from it."""
    write_backup(change(read_backup(path)), path, at=at)
