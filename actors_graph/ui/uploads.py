"""Files dropped on a page, put for a moment where the readers of files can open them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Protocol

from actors_graph.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST_NAME: Final = 120
_UNNAMED: Final = "fichier.csv"


class Upload(Protocol):
    """A file that a browser sent."""

    @property
    def name(self) -> str:
        """Return the name that the browser gave, which may hold anything."""

    def getvalue(self) -> bytes:
        """Return its content."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file kept for as long as its import is prepared: its safe name and its content."""

    name: str
    content: bytes

    def getvalue(self) -> bytes:
        """Return its content."""
        return self.content


def dropped(uploads: Sequence[Upload]) -> tuple[Dropped, ...]:
    """Return the files that a browser sent, under names that are unique and never a path.

    Two files of one name are told apart: « liste.csv », « liste (2).csv ».
    """
    kept: dict[str, Dropped] = {}
    for upload in uploads:
        name = safe_name(upload.name)
        stem, suffix = Path(name).stem, Path(name).suffix
        place = 1
        while name in kept:
            place += 1
            name = f"{stem} ({place}){suffix}"
        kept[name] = Dropped(name, upload.getvalue())
    return tuple(kept.values())


def safe_name(sent: str) -> str:
    r"""Return the last part of a name sent by a browser, which may hold anything.

    >>> safe_name("../../etc/acteurs.csv"), safe_name("C:\\x\\mes acteurs.csv"), safe_name("..")
    ('acteurs.csv', 'mes acteurs.csv', 'fichier.csv')
    """
    last = clean(sent).replace("\\", "/").rpartition("/")[2].strip()
    return last[-_LONGEST_NAME:] if last.strip(".") else _UNNAMED


@contextmanager
def files_on_disk(uploads: Sequence[Upload]) -> Iterator[list[Path]]:
    """Give the paths of the files, each in a folder of its own; they are gone afterwards."""
    with TemporaryDirectory(prefix="actors-graph-") as folder:
        paths = []
        for place, upload in enumerate(uploads):
            path = Path(folder, str(place), safe_name(upload.name))
            path.parent.mkdir()
            path.write_bytes(upload.getvalue())
            paths.append(path)
        yield paths
