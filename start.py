#!/usr/bin/env python3
"""Start the program on a machine that has only Python: `python3 start.py`.

The first time, and whenever the lock (`requirements.txt`) changes, the exact packages of the lock
are installed into `.venv`, beside this file, each verified by its hash; then the program is
started. Standard library only, and a syntax that older Pythons read, so that they can at least
print which one is needed. Works on Windows (`py start.py`) as far as it was written with care: it
is not tested there.

    python3 start.py [options of « actors-graph serve »]
    python3 start.py --install-only        prepare .venv, start nothing
    python3 start.py --install-dev         the same, with the tools of the tests
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
NEEDED = (3, 11)
RUNTIME_LOCK = "requirements.txt"
DEV_LOCK = "requirements-dev.txt"
PROJECT = "pyproject.toml"

NO_VENV = (
    "Python est là, mais pas de quoi créer un environnement (module venv).\n"
    "  Debian, Ubuntu : sudo apt install python3-venv make\n"
    "Puis relancez la même commande."
)
NO_NETWORK = (
    "L’installation demande un accès à Internet, la première fois seulement, et il a manqué.\n"
    "Vérifiez la connexion (ou le proxy : variables HTTPS_PROXY et PIP_CERT), puis relancez la\n"
    "même commande : elle reprend où elle s’est arrêtée."
)
BAD_HASH = (
    "Un paquet reçu n’est pas celui qui était attendu (empreinte différente) : rien n’a été\n"
    "installé. Relancez la commande ; si cela se répète, le réseau modifie ce qu’il transmet."
)
NO_SPACE = "Il n’y a plus de place sur le disque : il faut environ 1 Go pour l’installation."
# What pip prints when the cause is one that the user can do something about.
CAUSES = (
    ("DO NOT MATCH THE HASHES", BAD_HASH),
    ("No space left on device", NO_SPACE),
    ("NewConnectionError", NO_NETWORK),
    ("Temporary failure in name resolution", NO_NETWORK),
    ("ConnectTimeoutError", NO_NETWORK),
    ("Connection refused", NO_NETWORK),
    ("ProxyError", NO_NETWORK),
    ("SSLError", NO_NETWORK),
    ("ReadTimeoutError", NO_NETWORK),
    ("No matching distribution found", NO_NETWORK),
)


class StartError(Exception):
    """What prevents the start, as a French sentence that says what to do."""


def main(arguments: list[str]) -> int:
    """Prepare the environment if needed, then start the program; return its exit code."""
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a real stream
    try:
        ensure_python(arguments)
        dev = "--install-dev" in arguments
        prepare(dev=dev)
    except StartError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nInstallation interrompue ; relancez la même commande pour la reprendre.")
        return 130
    if dev or "--install-only" in arguments:
        return 0
    return launch(arguments)


def ensure_python(arguments: list[str]) -> None:
    """Go on with a recent enough Python, starting again with another one where there is one.

    Raises:
        StartError: when no Python of the machine is recent enough.
    """
    if sys.version_info[:2] >= NEEDED:
        return
    for name in ("python3.13", "python3.12", "python3.11"):
        found = shutil.which(name)
        if found:
            sys.exit(subprocess.call([found, str(ROOT / "start.py"), *arguments]))
    raise StartError(
        "Il faut Python 3.11 ou plus récent ; celui-ci est le {}.{}.\n"
        "  Debian 12, Ubuntu 24.04 ou plus récents : sudo apt install python3 python3-venv make\n"
        "  Windows, macOS : https://www.python.org/downloads/".format(*sys.version_info[:2])
    )


def prepare(*, dev: bool) -> None:
    """Make `.venv` hold the packages of the lock and the program itself.

    Raises:
        StartError: when it cannot; what was installed stays and is not asked again.
    """
    began = time.monotonic()
    if not is_usable_venv():
        create_venv()
    lock = DEV_LOCK if dev else RUNTIME_LOCK
    stamps = read_stamps()
    changed = stamps.get(lock) != digest(ROOT / lock)
    if changed:
        print(
            f"J’installe ce dont le programme a besoin dans {VENV.name} (environ 1 Go sur le "
            "disque, une à quelques minutes).",
            flush=True,
        )
        pip("install", "--require-hashes", "--requirement", lock)
        # The lock of the tests holds that of the program.
        installed = (RUNTIME_LOCK, DEV_LOCK) if dev else (RUNTIME_LOCK,)
        stamps = {name: digest(ROOT / name) for name in installed}
    if changed or stamps.get(PROJECT) != digest(ROOT / PROJECT):
        pip("install", "--no-deps", "--no-build-isolation", "--no-index", "--editable", ".")
        stamps[PROJECT] = digest(ROOT / PROJECT)
        write_stamps(stamps)
        print(f"Installation terminée en {time.monotonic() - began:.0f} s.", flush=True)


def is_usable_venv() -> bool:
    """Whether `.venv` holds a Python that runs and is recent enough."""
    code = f"import pip, sys; sys.exit(sys.version_info[:2] < {NEEDED})"
    try:
        done = subprocess.run([str(venv_python()), "-c", code], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def create_venv() -> None:
    """Create `.venv` anew, with pip.

    Raises:
        StartError: when Python comes without venv, or the folder cannot be written.
    """
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise StartError(NO_VENV)
    print(f"Première installation : je crée l’environnement {VENV.name}.", flush=True)
    import venv

    try:
        venv.create(VENV, clear=True, with_pip=True)
    except subprocess.CalledProcessError as error:
        raise StartError(NO_VENV) from error
    except OSError as error:
        raise StartError(
            f"Je ne peux pas écrire dans « {ROOT} » ({error.strerror}).\n"
            "Copiez le dossier du programme dans un dossier à vous, puis relancez."
        ) from error


def pip(*arguments: str) -> None:
    """Run the pip of `.venv`, silent when all goes well.

    Raises:
        StartError: the cause in French where it is known, and what pip said.
    """
    command = [str(venv_python()), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        [*command, *arguments],
        cwd=ROOT,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise StartError(explained(done.stdout))


def explained(said: str) -> str:
    """Return why pip failed, in French, followed by the end of what it said."""
    known = (sentence for mark, sentence in CAUSES if mark in said)
    cause = next(known, "L’installation a échoué. Relancez la commande pour la reprendre.")
    tail = "\n".join("  " + line for line in said.strip().splitlines()[-8:])
    return f"{cause}\nDétail technique :\n{tail}"


def launch(arguments: list[str]) -> int:
    """Start the program; on POSIX it takes the place of this process, signals included."""
    command = [str(venv_python()), "-m", "actors_graph", "serve", *arguments]
    if os.name == "posix":
        os.chdir(ROOT)
        os.execv(command[0], command)  # noqa: S606  our own Python, no shell
    try:
        return subprocess.call(command, cwd=ROOT)
    except KeyboardInterrupt:
        return 0


def venv_python() -> Path:
    """Return the Python of `.venv`, whether it exists or not."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_stamps() -> dict[str, str]:
    """Return the digest of each file as it was when `.venv` was last made from it."""
    try:
        lines = stamp_file().read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    return dict(line.split(" ", 1) for line in lines if " " in line)


def write_stamps(stamps: dict[str, str]) -> None:
    """Keep the digests; last, so that an interrupted installation is taken up again."""
    lines = "".join(f"{name} {value}\n" for name, value in sorted(stamps.items()))
    stamp_file().write_text(lines, encoding="utf-8")


def stamp_file() -> Path:
    """Return where the digests are kept, whether the file exists or not."""
    return VENV / "actors-graph.stamp"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
