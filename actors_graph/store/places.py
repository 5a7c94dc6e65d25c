"""Where a store may lie: never on a network drive, whose locks lose data (sqlite.org/faq, q5)."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from actors_graph.errors import StoreUnavailableError

if TYPE_CHECKING:
    from pathlib import PurePath

_REMOTE: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "davfs", "fuse.davfs2"}
)
_MOUNTS: Final = Path("/proc/self/mounts")
_WINDOWS_REMOTE_DRIVE: Final = 4


def refuse_network_drive(path: Path) -> None:
    """Refuse a path on a network drive.

    Raises:
        StoreUnavailableError: with what to do.
    """
    if is_remote(path):
        raise StoreUnavailableError(
            f"« {path} » est sur un lecteur réseau, où des données peuvent se perdre.",
            remedy="Choisissez un dossier de cet ordinateur, ou un serveur Neo4j pour être "
            "plusieurs.",
        )


def is_remote(path: Path) -> bool:
    """Whether the path lies on a network drive, as far as the system tells."""
    if sys.platform == "win32":
        import ctypes

        drive = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\")
        return path.drive.startswith("\\\\") or bool(drive == _WINDOWS_REMOTE_DRIVE)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return file_system_of(path, mounts) in _REMOTE


def file_system_of(path: PurePath, mounts: str) -> str:
    """The type of the file system that holds the path: the longest mount point above it.

    Args:
        path: an absolute path, which need not exist.
        mounts: the text of /proc/self/mounts.
    """
    best, kind = -1, ""
    for line in mounts.splitlines():
        words = line.split(" ")
        if len(words) < 3:
            continue
        point = words[1].replace("\\040", " ")
        if path.is_relative_to(point) and len(point) > best:
            best, kind = len(point), words[2]
    return kind


def server_backups(data_dir: Path, uri: str) -> Path:
    """The folder of the backups of a server's data, on this computer."""
    return data_dir / "sauvegardes" / re.sub(r"[^A-Za-z0-9.]+", "-", uri).strip("-")
