"""Pages run in the process (AppTest) and one server for all the tests in a browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from actors_graph.access import open_session
from actors_graph.changes.demonstration import open_demonstration
from actors_graph.settings import Settings
from actors_graph.ui import standing as page_standing
from actors_graph.ui.importing import work as importing_work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Literal

    from playwright.sync_api import Browser, ConsoleMessage, Page

    from actors_graph.access import Session

ROOT = Path(__file__).resolve().parents[2]
# Streamlit's own limit is for a page alone on a quiet machine.
PATIENCE = 60

FRAME = """
from actors_graph.errors import ActorsGraphError
from actors_graph.ui.errors import show_error
from actors_graph.ui.pages import {page}
from actors_graph.ui.shell import footer, header

try:
    header()
    {page}.show()
except ActorsGraphError as error:
    show_error(error)
footer()
"""


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the fictional territory, made once; never written by a test."""
    folder = tmp_path_factory.mktemp("demonstration")
    settings = Settings(data_dir=folder, cache_dir=folder / "cache")
    with open_demonstration(settings) as session:
        return Path(session.location)


@pytest.fixture(autouse=True)
def work_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page run in the process does not draw itself again while a reading goes on."""
    monkeypatch.setattr(importing_work, "AT_ONCE", float(PATIENCE))
    monkeypatch.setattr(page_standing, "WAIT", float(PATIENCE))


@pytest.fixture
def use_store(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Turn the pages to a store."""

    def use(path: Path) -> None:
        monkeypatch.setenv("ACTORS_GRAPH_STORE", str(path))
        monkeypatch.setenv("ACTORS_GRAPH_DATA_DIR", str(path.parent))

    return use


@pytest.fixture
def copied(demonstration: Path, tmp_path: Path) -> Path:
    """A copy of the store of the fictional territory, to write in."""
    with open_session(Settings(data_dir=tmp_path), store=str(demonstration)) as session:
        backup = tmp_path / "copie"
        session.backup(backup)
    target = tmp_path / "territoire.sqlite"
    with open_session(Settings(data_dir=tmp_path), store=str(target)) as session:
        session.restore(backup)
    return target


@pytest.fixture
def session_on() -> Iterator[Callable[[Path], Session]]:
    """Sessions beside the one of the pages, closed at the end."""
    opened: list[Session] = []

    def open_one(path: Path) -> Session:
        opened.append(open_session(Settings(data_dir=path.parent), store=str(path)))
        return opened[-1]

    yield open_one
    for session in opened:
        session.close()


@pytest.fixture
def open_page() -> Callable[..., AppTest]:
    """Run a page of the application, with the parameters of its address."""

    def run(page: str, **query: str) -> AppTest:
        opened = AppTest.from_string(FRAME.format(page=page), default_timeout=PATIENCE)
        for name, value in query.items():
            opened.query_params[name] = value
        opened.run()
        assert not opened.exception, opened.exception[0].value
        return opened

    return run


@pytest.fixture
def read() -> Callable[[AppTest], str]:
    """All the sentences of a page, in order."""

    def texts(page: AppTest) -> str:
        kinds = ("title", "header", "subheader", "markdown", "text", "caption", "error", "success")
        return "\n".join(str(getattr(one, "value", "")) for kind in kinds for one in page.get(kind))

    return texts


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the application, started as users start it, on data of its own."""
    folder = tmp_path_factory.mktemp("serveur")
    environment = os.environ | {
        "ACTORS_GRAPH_DATA_DIR": str(folder),
        "ACTORS_GRAPH_CACHE_DIR": str(folder / "cache"),
        "PYTHONPATH": str(ROOT),
    }
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "streamlit_app.py")]
    command += ["--server.port", str(port), "--server.headless", "true"]
    with (folder / "journal.txt").open("wb") as log:
        process = subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=log)
        try:
            _wait(process, f"http://127.0.0.1:{port}/sante", folder / "journal.txt")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
    shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            pytest.fail(f"the server stopped:\n{log.read_text(errors='replace')}")
        try:
            with urllib.request.urlopen(address, timeout=1):  # noqa: S310  ours, on this computer
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not answer")


class Visit:
    """A visit in a browser: what it asked, what it complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def open(self, path: str, *, fictional: bool = True) -> Page:
        """Open a page, of the fictional territory or of the user's data; wait until it is drawn."""
        mark = "&" if "?" in path else "?"
        self.page.goto(f"{self.address}{path}{f'{mark}donnees=fictives' if fictional else ''}")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the script has ended and the title is there."""
        self.page.locator("h1").first.wait_for()
        self.page.wait_for_selector(
            '[data-testid="stApp"][data-test-script-state="notRunning"]', state="attached"
        )

    def check(self) -> None:
        """Nothing was asked elsewhere, nothing was refused by the policy or broken."""
        outside = [
            url for url in self.asked if not url.startswith((self.address, "blob:", "data:"))
        ]

        assert not outside
        assert not self.complaints


# Closed with its module: its event loop is in the way of the tests of asynchronous code.
@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """The Chromium of the machine, without any traffic of its own."""
    from playwright.sync_api import sync_playwright

    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    quiet += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as tools:
        opened = tools.chromium.launch(executable_path=str(chromium), args=quiet)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Callable[..., Visit]]:
    """Visits of a given width; each is checked at the end of the test."""
    made: list[Visit] = []

    def start(width: int = 1440, scheme: Literal["light", "dark"] = "light") -> Visit:
        page = browser.new_page(
            viewport={"width": width, "height": 900}, color_scheme=scheme, locale="fr-FR"
        )
        page.set_default_timeout(PATIENCE * 500)
        made.append(Visit(page, server))
        return made[-1]

    yield start
    for one in made:
        one.check()
        one.page.close()
