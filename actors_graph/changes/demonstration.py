"""The demonstration: a fictional territory, imported once into a store of its own.

Its files lie in the folder `import/demo` of the project; `demo.toml` holds the date at which it
is looked at, its title and the words that every page shows.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from actors_graph.access.opening import demonstration_path, open_session
from actors_graph.changes.imports import import_files
from actors_graph.errors import InputError, StoreBrokenError

if TYPE_CHECKING:
    from actors_graph.access.session import Session
    from actors_graph.settings import Settings

_PACKAGE: Final = Path(__file__).resolve().parent.parent
# In the checkout, and in an installed wheel.
_FOLDERS: Final = (_PACKAGE.parent / "import" / "demo", _PACKAGE / "_import" / "demo")


def demonstration_folder() -> Path:
    """Return the folder of the files of the demonstration.

    Raises:
        InputError: the program was installed without them.
    """
    for folder in _FOLDERS:
        if (folder / "demo.toml").is_file():
            return folder
    raise InputError(
        "Les fichiers du territoire fictif sont absents de cette installation.",
        remedy="Lancez le programme depuis le dossier du projet.",
    )


def open_demonstration(settings: Settings) -> Session:
    """Open the store of the demonstration, made at the first use."""
    session = open_session(settings, store=str(demonstration_path(settings)))
    fill_demonstration(session)
    return session


def fill_demonstration(session: Session) -> None:
    """Import the files of the demonstration into an empty store; otherwise do nothing.

    Raises:
        StoreBrokenError: the files are not those that the program was made with.
    """
    if session.revision().number:
        return
    folder = demonstration_folder()
    about = tomllib.loads((folder / "demo.toml").read_text(encoding="utf-8"))
    session.describe(
        as_of=str(about["as_of"]), title=str(about["title"]), notice=str(about["notice"])
    )
    report = import_files(session, sorted(folder.glob("*.csv")))
    if not report.applied:
        raise StoreBrokenError(
            "Les fichiers du territoire fictif ont été modifiés et ne peuvent plus être lus.",
            remedy="Reprenez le dossier import/demo du projet.",
        )
