"""The Neo4j server's program: fetched by Maven into the user's cache, and its configuration.

Neo4j Community is a program of its own, under GPL v3: it is never shipped with the project, only
fetched and started on the user's machine. Two folders keep apart what may be lost and what may not:

- the cache holds the program (about 125 MB), which can be deleted and comes back;
- the data folder holds the home: database, password, logs, configuration.

Needs `java` 17 or later and `mvn` on the path.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from actors_graph.errors import StoreUnavailableError

if TYPE_CHECKING:
    from pathlib import Path

VERSION = "5.26.30"
"""Long-term support: the last series that runs on Java 17."""

JAVA_MINIMUM = 17
_HOW = "Sous Debian ou Ubuntu : sudo apt install default-jre-headless maven"

_POM = f"""<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>actors-graph</groupId>
  <artifactId>neo4j-server</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.neo4j.app</groupId>
      <artifactId>neo4j-server</artifactId>
      <version>{VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.neo4j</groupId>
      <artifactId>neo4j</artifactId>
      <version>{VERSION}</version>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-dependency-plugin</artifactId>
        <version>3.8.1</version>
      </plugin>
    </plugins>
  </build>
</project>
"""

# db.tx_log.preallocate: a home takes 530 MB before its first node otherwise.
_CONFIGURATION = """server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.memory.pagecache.size={page_cache}
db.tx_log.preallocate=false
db.tx_log.rotation.retention_policy=1 files
"""

# Netty and the page cache reach into the JDK; without these the server refuses to start.
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


def java_program() -> str:
    """Path of a `java` recent enough.

    Raises:
        StoreUnavailableError: none is installed, or it is too old.
    """
    java = _program("java")
    # S603: our own argument list, the program found on the user's path.
    done = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)  # noqa: S603
    found = re.search(r'version "(\d+)', done.stderr + done.stdout)
    if found is None or int(found[1]) < JAVA_MINIMUM:
        version = found[1] if found else "inconnue"
        message = (
            f"Neo4j demande Java {JAVA_MINIMUM} ou plus récent ; la version trouvée est {version}."
        )
        raise StoreUnavailableError(message, remedy=_HOW)
    return java


def program_jars(cache_dir: Path) -> Path:
    """Folder of the server's jars, fetched by Maven when it is not in the cache yet (6-12 s).

    Raises:
        StoreUnavailableError: Maven is not installed or cannot fetch.
    """
    root = cache_dir / "neo4j" / VERSION
    jars = root / "lib"
    if jars.is_dir():
        return jars
    maven = _program("mvn")
    root.mkdir(parents=True, exist_ok=True)
    (root / "pom.xml").write_text(_POM, encoding="utf-8")
    partial = root / "lib.partial"
    shutil.rmtree(partial, ignore_errors=True)
    copy = ["dependency:copy-dependencies", f"-DoutputDirectory={partial}"]
    # S603: our own argument list, the program found on the user's path.
    done = subprocess.run(  # noqa: S603
        [maven, "-q", "-B", *copy], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        last = "\n".join((done.stdout + done.stderr).strip().splitlines()[-5:])
        message = f"Maven n’a pas pu obtenir Neo4j {VERSION} :\n{last}\n"
        remedy = (
            "Vérifiez l’accès au réseau (et le fichier settings.xml de Maven), puis recommencez."
        )
        raise StoreUnavailableError(message, remedy=remedy)
    partial.rename(jars)
    return jars


def write_configuration(home: Path, *, port: int, page_cache: str) -> None:
    """Make the folders of a home and write its `neo4j.conf`; the data in it are left alone."""
    for name in ("conf", "data", "logs", "plugins", "import"):
        (home / name).mkdir(parents=True, exist_ok=True)
    text = _CONFIGURATION.format(port=port, page_cache=page_cache)
    (home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")


def server_command(java: str, jars: Path, home: Path, *, heap: str) -> list[str]:
    """Arguments that run the server of a home in the foreground.

    The serial collector and small thread stacks keep it near 400 MB at rest with a heap of 512 MB.
    """
    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED]
    memory = [f"-Xmx{heap}", "-XX:+UseSerialGC", "-Xss512k"]
    entry = "org.neo4j.server.CommunityEntryPoint"
    return [
        java,
        *memory,
        "-cp",
        str(jars / "*"),
        *opened,
        "-Dio.netty.tryReflectionSetAccessible=true",
        entry,
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
    ]


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        message = f"Neo4j demande « {name} », qui n’est pas installé sur cet ordinateur."
        raise StoreUnavailableError(message, remedy=_HOW)
    return path
