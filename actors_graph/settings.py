"""What can be set from outside, read once at the edge and passed down.

Each setting is a field of `Settings` with its default and its help, and an environment variable
`ACTORS_GRAPH_<FIELD>`. An unknown variable of that prefix is an error: a misspelt setting that is
silently ignored is worse than none. The date of the day is a setting too: nothing else in the
code asks the clock which day it is.
"""

from __future__ import annotations

import difflib
import os
import re
import stat
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import platformdirs

from actors_graph.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PREFIX = "ACTORS_GRAPH_"
SERVER_SCHEMES = ("bolt", "neo4j", "neo4j+s")
REQUIREMENTS = ("neo4j", "browser", "shared")

_YES = {"1", "oui", "true", "yes"}
_NO = {"0", "non", "false", "no", ""}
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_APP = "actors-graph"


def is_server(store: str) -> bool:
    """Whether a store location is the address of a Neo4j server rather than a path.

    >>> is_server("bolt://127.0.0.1:7687"), is_server("territoire.sqlite")
    (True, False)
    """
    return store.partition("://")[0] in SERVER_SCHEMES and "://" in store


def read_secret(path: Path) -> str:
    """Return the one-line secret kept in a file that only its owner may read.

    Raises:
        SettingsError: when the file cannot be read, is empty, or others may read it.
    """
    try:
        mode = path.stat().st_mode
        secret = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"Le fichier de mot de passe « {path} » ne peut pas être lu.",
            remedy="Vérifiez qu’il existe et qu’il vous appartient.",
        ) from error
    # Windows has no such bits; there the folder of the user is what protects the file.
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise SettingsError(
            f"Le fichier de mot de passe « {path} » est lisible par d’autres que vous.",
            remedy=f"Lancez : chmod 600 {path}",
        )
    if not secret:
        raise SettingsError(f"Le fichier de mot de passe « {path} » est vide.")
    return secret


def _about(shown: str, text: str) -> dict[str, str]:
    return {"default": shown, "help": text}


def _data_dir() -> Path:
    return platformdirs.user_data_path(_APP, appauthor=False)


def _cache_dir() -> Path:
    return platformdirs.user_cache_path(_APP, appauthor=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting of the program; built by `from_environment`, or directly in tests."""

    store: str = field(
        default="",
        metadata=_about(
            "le fichier du dossier de données",
            "Où sont les données : rien, un chemin de fichier, ou l’adresse d’un serveur Neo4j "
            "(bolt://, neo4j:// ou neo4j+s://).",
        ),
    )
    data_dir: Path = field(
        default_factory=_data_dir,
        metadata=_about(
            "le dossier de données de l’utilisateur",
            "Dossier où le programme range vos données et les mots de passe qu’il génère.",
        ),
    )
    cache_dir: Path = field(
        default_factory=_cache_dir,
        metadata=_about(
            "le dossier de cache de l’utilisateur",
            "Dossier de ce qui peut être recalculé ou téléchargé à nouveau ; il peut être effacé.",
        ),
    )
    neo4j_user: str = field(
        default="neo4j", metadata=_about("neo4j", "Compte utilisé sur le serveur Neo4j.")
    )
    neo4j_password: str = field(
        default="",
        repr=False,
        metadata=_about(
            "aucun", "Mot de passe de ce compte ; préférez ACTORS_GRAPH_NEO4J_PASSWORD_FILE."
        ),
    )
    neo4j_password_file: Path | None = field(
        default=None,
        metadata=_about(
            "celui du serveur local démarré par « neo4j start »",
            "Fichier d’une ligne qui contient le mot de passe, lisible de vous seul (mode 0600).",
        ),
    )
    neo4j_database: str = field(
        default="neo4j", metadata=_about("neo4j", "Base utilisée sur le serveur Neo4j.")
    )
    neo4j_allow_foreign: bool = field(
        default=False,
        metadata=_about(
            "non",
            "« oui » pour utiliser une base qui contient déjà d’autres données que celles du "
            "programme ; elles ne sont ni lues ni modifiées.",
        ),
    )
    neo4j_port: int = field(
        default=0,
        metadata=_about(
            "celui du dernier démarrage, sinon 7687, sinon un port libre",
            "Port du serveur Neo4j local que démarre « neo4j start ».",
        ),
    )
    neo4j_heap: str = field(
        default="512m",
        metadata=_about(
            "512m",
            "Mémoire du serveur Neo4j local (« 512m », « 2g ») : environ 60 000 changements en une "
            "fois par Go.",
        ),
    )
    identity_key: str = field(
        default="",
        repr=False,
        metadata=_about(
            "tirée au hasard à la création des données",
            "Clé dont dépendent les identifiants des élus ; la même clé donne les mêmes "
            "identifiants dans deux bases.",
        ),
    )
    perimeter: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            "tous les territoires des données",
            "Territoires proposés à l’ouverture, séparés par des virgules (« arr:031,com:03190 »).",
        ),
    )
    role: str = field(
        default="",
        metadata=_about(
            "administrateur",
            "Rôle sous lequel le programme est ouvert : lecteur, charge_de_mission, directeur ou "
            "administrateur.",
        ),
    )
    user_name: str = field(
        default="",
        metadata=_about(
            "celui de votre compte sur l’ordinateur",
            "Nom qui signe vos gestes dans le journal (« Moulins », « Jeanne Exemple »).",
        ),
    )
    logo: Path | None = field(
        default=None,
        metadata=_about(
            "le signe du programme",
            "Image (PNG ou SVG) montrée en haut de chaque page ; les deux couleurs se règlent dans "
            ".streamlit/config.toml.",
        ),
    )
    today: date = field(
        # The one place that asks which day it is.
        default_factory=date.today,
        metadata=_about(
            "la date de l’ordinateur",
            "Date du jour, au format AAAA-MM-JJ ; la seule horloge du programme.",
        ),
    )
    require: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            "rien",
            "Pour les tests : ce qui doit être présent (neo4j, browser, shared), séparé par des "
            "virgules ; sans quoi les tests échouent au lieu d’être passés.",
        ),
    )
    shared: Path | None = field(
        default=None,
        metadata=_about(
            "le dossier « shared » voisin du projet",
            "Pour les tests : dossier des fichiers de référence.",
        ),
    )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read the settings of the process, or of the mapping given.

        Raises:
            SettingsError: unknown ACTORS_GRAPH_* variable (the nearest known one is named), or a
                value that cannot be used.
        """
        given = os.environ if environ is None else environ
        ours = {name: value for name, value in given.items() if name.startswith(PREFIX)}
        known = {variable(name) for name in setting_names()}
        for name in sorted(ours.keys() - known):
            raise SettingsError(f"Le réglage {name} n’existe pas.", remedy=_nearest(name, known))
        values = {
            name: _READERS.get(name, _text)(variable(name), ours[variable(name)])
            for name in setting_names()
            if variable(name) in ours
        }
        # The readers give each field its declared type, which a mapping cannot express.
        return cls(**values)  # type: ignore[arg-type]

    @property
    def store_path(self) -> Path | None:
        """The file of the embedded store; None when the store is a server."""
        if is_server(self.store):
            return None
        return Path(self.store).expanduser() if self.store else self.data_dir / "territoire.sqlite"

    @property
    def generated_password_file(self) -> Path:
        """Where the local Neo4j server started by the program keeps its generated password."""
        return self.data_dir / "neo4j" / "mot-de-passe"

    def password_for(self, uri: str) -> str:
        """Return the password to use on that server; empty when none is known.

        The generated password of the local server is only ever sent to this computer.

        Raises:
            SettingsError: when a password file is unusable.
        """
        if self.neo4j_password:
            return self.neo4j_password
        if self.neo4j_password_file is not None:
            return read_secret(self.neo4j_password_file)
        local = urlsplit(uri).hostname in _LOOPBACK
        if local and self.generated_password_file.exists():
            return read_secret(self.generated_password_file)
        return ""


@dataclass(frozen=True, slots=True)
class SettingHelp:
    """One setting as documentation: the variable, its default in words, what it does."""

    variable: str
    default: str
    help: str


def setting_names() -> tuple[str, ...]:
    """Return the names of the settings, in the order in which they are documented."""
    return tuple(setting.name for setting in fields(Settings))


def variable(name: str) -> str:
    """Return the environment variable of a setting.

    >>> variable("data_dir")
    'ACTORS_GRAPH_DATA_DIR'
    """
    return PREFIX + name.upper()


def settings_help() -> Iterator[SettingHelp]:
    """Give the documentation of every setting, in order."""
    for setting in fields(Settings):
        yield SettingHelp(
            variable=variable(setting.name),
            default=setting.metadata["default"],
            help=setting.metadata["help"],
        )


def _nearest(name: str, known: set[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
    return f"Vouliez-vous dire {near[0]} ?"


def _text(_: str, value: str) -> str:
    return value.strip()


def _path(name: str, value: str) -> Path:
    if not value.strip():
        raise SettingsError(f"{name} est vide.", remedy="Donnez un chemin, ou retirez ce réglage.")
    return Path(value.strip()).expanduser()


def _names(_: str, value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))


def _required(name: str, value: str) -> tuple[str, ...]:
    asked = _names(name, value)
    for word in asked:
        if word not in REQUIREMENTS:
            raise SettingsError(
                f"{name} : « {word} » n’est pas connu.",
                remedy=f"Valeurs possibles : {', '.join(REQUIREMENTS)}.",
            )
    return asked


def _yes_or_no(name: str, value: str) -> bool:
    word = value.strip().lower()
    if word not in _YES | _NO:
        raise SettingsError(f"{name} : « {value} » n’est ni « oui » ni « non ».")
    return word in _YES


def _port(name: str, value: str) -> int:
    number = int(value) if value.strip().isdecimal() else -1
    if not 0 <= number < 65536:
        raise SettingsError(f"{name} : « {value} » n’est pas un port (1 à 65535).")
    return number


def _heap(name: str, value: str) -> str:
    size = value.strip().lower()
    if re.fullmatch(r"[1-9][0-9]{0,5}[mg]", size) is None:
        raise SettingsError(
            f"{name} : « {value} » n’est pas une taille de mémoire.",
            remedy="Écrivez par exemple 512m ou 2g.",
        )
    return size


def _day(name: str, value: str) -> date:
    try:
        return date.fromisoformat(value.strip())
    except ValueError as error:
        raise SettingsError(
            f"{name} : « {value} » n’est pas une date.",
            remedy="Écrivez-la AAAA-MM-JJ, par exemple 2026-03-01.",
        ) from error


def _store(name: str, value: str) -> str:
    location = value.strip()
    if "://" not in location:
        return location
    if not is_server(location):
        raise SettingsError(
            f"{name} : « {location.partition('://')[0]}:// » n’est pas une adresse de données.",
            remedy="Donnez un chemin, ou une adresse bolt://, neo4j:// ou neo4j+s://.",
        )
    # An address is shown and logged; a password in it would be too. It is not repeated here.
    if "@" in urlsplit(location).netloc:
        raise SettingsError(
            f"{name} ne doit contenir ni compte ni mot de passe.",
            remedy=f"Utilisez {variable('neo4j_user')} et {variable('neo4j_password_file')}.",
        )
    return location


_READERS: Mapping[str, Callable[[str, str], object]] = {
    "store": _store,
    "data_dir": _path,
    "cache_dir": _path,
    "neo4j_password_file": _path,
    "neo4j_allow_foreign": _yes_or_no,
    "neo4j_port": _port,
    "neo4j_heap": _heap,
    "perimeter": _names,
    "today": _day,
    "require": _required,
    "shared": _path,
    "logo": _path,
}
