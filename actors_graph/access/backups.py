"""The backups kept beside the data: before each import, ten of them (MODEL rule 13)."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from actors_graph.settings import is_server
from actors_graph.store.backup import prune, read_backup, rewrite, write_backup
from actors_graph.store.places import server_backups

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors_graph.settings import Settings
    from actors_graph.store.contract import Dump, Store

SUFFIX: Final = ".sauvegarde"
KEPT: Final = 10


@dataclass(frozen=True, slots=True)
class Backups:
    """The backups of one store, and the caches made from it."""

    store: Store
    folder: Path
    cache_dir: Path

    @classmethod
    def of(cls, store: Store, settings: Settings) -> Backups:
        """Beside the file of an embedded store; in the data folder for a server."""
        if is_server(store.location):
            folder = server_backups(settings.data_dir, store.location)
        else:
            folder = Path(f"{store.location}.sauvegardes")
        return cls(store, folder, settings.cache_dir)

    def write(self, path: Path, *, at: str) -> str:
        """Write a backup where the user asks."""
        return write_backup(self.store.dump(), path, at=at)

    def keep(self, *, at: str) -> Path | None:
        """Write a backup of this revision unless one is kept; return it, None when empty."""
        operations = self.store.journal()
        if not operations:
            return None
        last = operations[-1]
        # The chain tells apart two histories that reached the same number (after a restore).
        name = f"r{last.seq:06d}-{last.chain[:8]}{SUFFIX}"
        found = sorted(self.folder.glob(f"*-{name}"))
        if found:
            return found[-1]
        path = self.folder / f"{re.sub('[^0-9TZ]', '', at)}-{name}"
        self.write(path, at=at)
        prune(self.folder, keep=KEPT, suffix=SUFFIX)
        return path

    def paths(self) -> list[Path]:
        """The backups kept, oldest first."""
        return sorted(self.folder.glob(f"*{SUFFIX}"))

    def restore(self, path: Path, *, at: str) -> None:
        """Replace the content of the store by a backup, after keeping what was there."""
        dump = read_backup(path)
        self.keep(at=at)
        self.store.fill(dump)

    def rewrite(self, change: Callable[[Dump], Dump], *, at: str) -> None:
        """Change every backup kept; used to erase a person from them."""
        for path in self.paths():
            rewrite(path, change, at=at)

    def clear_caches(self) -> None:
        """Delete what can be made again and might name the erased: positions, payloads."""
        shutil.rmtree(self.cache_dir / "positions", ignore_errors=True)
