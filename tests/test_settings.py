"""Settings are read once, whole, and a mistake is said."""

from __future__ import annotations

import os
from dataclasses import FrozenInstanceError, fields
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors_graph.access.roles import Role
from actors_graph.errors import SettingsError
from actors_graph.settings import (
    Settings,
    is_server,
    read_secret,
    setting_names,
    settings_help,
    variable,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_no_variable_gives_the_defaults() -> None:
    settings = Settings.from_environment({"PATH": "/usr/bin", "HOME": "/home/claire"})

    assert settings == Settings()
    assert settings.store_path == settings.data_dir / "territoire.sqlite"
    assert settings.neo4j_user == settings.neo4j_database == "neo4j"


def test_every_variable_is_read(tmp_path: Path) -> None:
    settings = Settings.from_environment(
        {
            "ACTORS_GRAPH_STORE": "bolt://127.0.0.1:7687",
            "ACTORS_GRAPH_DATA_DIR": str(tmp_path / "données"),
            "ACTORS_GRAPH_CACHE_DIR": str(tmp_path / "cache"),
            "ACTORS_GRAPH_NEO4J_USER": "equipe",
            "ACTORS_GRAPH_NEO4J_PASSWORD": "s3cret",
            "ACTORS_GRAPH_NEO4J_PASSWORD_FILE": str(tmp_path / "mdp"),
            "ACTORS_GRAPH_NEO4J_DATABASE": "allier",
            "ACTORS_GRAPH_NEO4J_ALLOW_FOREIGN": "oui",
            "ACTORS_GRAPH_NEO4J_PORT": "7690",
            "ACTORS_GRAPH_NEO4J_HEAP": "2G",
            "ACTORS_GRAPH_IDENTITY_KEY": "abcd",
            "ACTORS_GRAPH_PERIMETER": "arr:031, com:03190,arr:031",
            "ACTORS_GRAPH_ROLE": "lecteur",
            "ACTORS_GRAPH_TODAY": "2026-03-01",
            "ACTORS_GRAPH_REQUIRE": "neo4j,browser",
            "ACTORS_GRAPH_SHARED": str(tmp_path),
        }
    )

    assert settings == Settings(
        store="bolt://127.0.0.1:7687",
        data_dir=tmp_path / "données",
        cache_dir=tmp_path / "cache",
        neo4j_user="equipe",
        neo4j_password="s3cret",  # noqa: S106  not a password of anything
        neo4j_password_file=tmp_path / "mdp",
        neo4j_database="allier",
        neo4j_allow_foreign=True,
        neo4j_port=7690,
        neo4j_heap="2g",
        identity_key="abcd",
        perimeter=("arr:031", "com:03190"),
        role="lecteur",
        today=date(2026, 3, 1),
        require=("neo4j", "browser"),
        shared=tmp_path,
    )
    assert settings.store_path is None


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("ACTORS_GRAPH_STOR", "ACTORS_GRAPH_STORE"),
        ("ACTORS_GRAPH_NEO4J_PASWORD", "ACTORS_GRAPH_NEO4J_PASSWORD"),
        ("ACTORS_GRAPH_DATADIR", "ACTORS_GRAPH_DATA_DIR"),
    ],
)
def test_misspelt_variable_names_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} n’existe pas.*dire {nearest} \\?"):
        Settings.from_environment({name: "x"})


@given(st.from_regex(r"ACTORS_GRAPH_[A-Z0-9_]{1,30}", fullmatch=True))
def test_unknown_variable_is_always_refused(name: str) -> None:
    if name in {variable(known) for known in setting_names()}:
        return
    with pytest.raises(SettingsError):
        Settings.from_environment({name: "1"})


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("TODAY", "1er mars", "n’est pas une date"),
        ("TODAY", "2026-02-30", "n’est pas une date"),
        ("NEO4J_ALLOW_FOREIGN", "peut-être", "ni « oui » ni « non »"),
        ("NEO4J_PORT", "70000", "n’est pas un port"),
        ("NEO4J_PORT", "-1", "n’est pas un port"),
        ("NEO4J_HEAP", "512", "n’est pas une taille de mémoire"),
        ("NEO4J_HEAP", "1g -XX:OnError=ls", "n’est pas une taille de mémoire"),
        ("REQUIRE", "neo4j,docker", "« docker » n’est pas connu"),
        ("STORE", "http://127.0.0.1:7474", "« http:// » n’est pas une adresse"),
        ("STORE", "bolt://neo4j:secret@127.0.0.1", "ni compte ni mot de passe"),
        ("DATA_DIR", " ", "est vide"),
    ],
)
def test_unusable_value_is_said(name: str, value: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        Settings.from_environment({f"ACTORS_GRAPH_{name}": value})

    assert f"ACTORS_GRAPH_{name}" in str(caught.value)


def test_password_in_an_address_is_not_repeated() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"ACTORS_GRAPH_STORE": "bolt://neo4j:hunter2@127.0.0.1"})

    assert "hunter2" not in str(caught.value)


def test_secrets_are_not_shown() -> None:
    settings = Settings(neo4j_password="hunter2", identity_key="k3y")  # noqa: S106  a test value

    assert "hunter2" not in repr(settings)
    assert "k3y" not in repr(settings)


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().store = "x"  # type: ignore[misc]  # the point of the test


def test_every_setting_is_documented() -> None:
    documented = list(settings_help())

    assert [line.variable for line in documented] == [variable(f.name) for f in fields(Settings)]
    assert all(line.help.endswith(".") and line.default for line in documented)


def test_roles_of_the_help_are_those_that_exist() -> None:
    (role,) = (line for line in settings_help() if line.variable == "ACTORS_GRAPH_ROLE")

    assert role.default == Role.ADMINISTRATOR
    assert all(str(known) in role.help for known in Role)


def write_secret(path: Path, *, text: str = "tres-secret\n", mode: int = 0o600) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def test_secret_is_read_without_its_line_end(tmp_path: Path) -> None:
    assert read_secret(write_secret(tmp_path / "mdp")) == "tres-secret"


@pytest.mark.skipif(os.name != "posix", reason="les droits de fichier sont ceux de POSIX")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_secret_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = write_secret(tmp_path / "mdp", mode=mode)

    with pytest.raises(SettingsError, match="chmod 600"):
        read_secret(path)


def test_secret_absent_or_empty_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="ne peut pas être lu"):
        read_secret(tmp_path / "rien")
    with pytest.raises(SettingsError, match="est vide"):
        read_secret(write_secret(tmp_path / "mdp", text="\n"))


def test_generated_password_stays_on_this_computer(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    write_secret(settings.generated_password_file, text="local")

    assert settings.password_for("bolt://127.0.0.1:7687") == "local"
    assert settings.password_for("bolt://localhost:7687") == "local"
    assert settings.password_for("neo4j+s://graphe.exemple.fr") == ""


def test_password_given_wins(tmp_path: Path) -> None:
    file = write_secret(tmp_path / "mdp", text="du fichier")

    assert Settings(neo4j_password_file=file).password_for("neo4j+s://x.fr") == "du fichier"
    given = Settings(neo4j_password="donné", neo4j_password_file=file)  # noqa: S106  a test value
    assert given.password_for("bolt://127.0.0.1") == "donné"


@pytest.mark.parametrize(
    ("location", "server"),
    [
        ("bolt://127.0.0.1:7687", True),
        ("neo4j+s://graphe.exemple.fr", True),
        ("neo4j", False),
        ("", False),
        ("C:\\Users\\claire\\territoire.sqlite", False),
    ],
)
def test_address_or_path(location: str, server: bool) -> None:  # noqa: FBT001  a parameter of the test
    assert is_server(location) is server
