"""The map in a real browser: a small page served on 127.0.0.1, Chromium, no other network."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from http.client import HTTPConnection
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from actors_graph.map.drawing import map_payload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from actors_graph.map.figure import MapInput

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
HOSTILE = {
    3: "<img src=x onerror=\"document.title='pris'\">",
    4: "</script><script>document.title='pris'</script>",
    5: "L'Étoile <b>du</b> *Bocage* & Cie",
    6: "🌻 Jardin partagé",
    7: "x" * 180,
    8: "مركز الشباب",
}
GROUP = "Citoyenneté et fraternité · Saint-Pourçain-sur-Sioule"
DOCKS = {
    "Sans partenaire connu : 1, à appeler : 1",
    "Non documentés : 3",
    "Partenaires hors de cette carte : 1",
}
# The lines of texts of a drawing, and their boxes: left, top, right, bottom.
TEXTS = """(drawing) => {
  const holder = document.createElement("div");
  document.body.append(holder);
  const root = holder.attachShadow({ mode: "open" });
  const svg = new DOMParser().parseFromString(drawing, "image/svg+xml").documentElement;
  root.append(document.adoptNode(svg));
  const filled = (text) => text.getAttribute("fill") !== "none";
  const found = [...svg.querySelectorAll("text")].filter(filled);
  const boxes = found.map((text) => {
    const { x, y, width, height } = text.getBBox();
    return [text.textContent, x, y + height * 0.2, x + width, y + height * 0.8];
  });
  holder.remove();
  return boxes;
}"""
APP = """
import streamlit as st
from starlette.middleware import Middleware
from actors_graph.map.assets import asset_routes

POLICY = (
    b"default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    b"style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; "
    b"font-src 'self' data:"
)

class Headers:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def sent(message):
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"content-security-policy", POLICY)]
            await send(message)
        await self.app(scope, receive, sent if scope["type"] == "http" else send)

app = st.App("page.py", routes=asset_routes(), middleware=[Middleware(Headers)])
"""
PAGE = """
from pathlib import Path
import streamlit as st
from actors_graph.map.component import actor_map

wanted = ["A20", "A21"] if st.button("Montrer deux acteurs") else None
dark = st.query_params.get("dark") == "1"
drawn = "small.bin" if st.query_params.get("petite") else "map.bin"
chosen = actor_map(
    Path(drawn).read_bytes(), key="carte", selected=wanted, height=560, dark=dark or None
)
st.text("choix : " + (", ".join(chosen) or "aucun"))
"""


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory, fictional: Callable[..., MapInput]
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("page")
    (folder / "app.py").write_text(APP, encoding="utf-8")
    (folder / "page.py").write_text(PAGE, encoding="utf-8")
    (folder / "map.bin").write_bytes(map_payload(fictional(names=HOSTILE)))
    (folder / "small.bin").write_bytes(map_payload(small_map(fictional(30, size=8))))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {
        "server.headless": "true",
        "server.address": "127.0.0.1",
        "server.port": str(port),
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "client.toolbarMode": "minimal",
    }
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += [f"--{name}={value}" for name, value in options.items()]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_healthy(port, server, folder / "log")
            yield url
        finally:
            server.terminate()
            server.wait(10)


def small_map(figure: MapInput) -> MapInput:
    """Few actors, three docks of one to three, groups whose names are as long as names get."""
    partners = figure.partners.copy()
    partners[26] = 1  # of those documented without a tie here
    return replace(
        figure,
        partners=partners,
        to_call=1,
        unasked=np.arange(30) == 25,
        group_labels=tuple(f"{GROUP} {n}" for n in range(len(figure.group_labels))),
    )


def wait_until_healthy(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        connection = HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    pytest.fail(f"the page did not start: {log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield opened
        opened.close()


@contextmanager
def opened_page(browser: Browser, url: str, **options: object) -> Iterator[Page]:
    """A page with its map painted; at the end: no error, no request that left the machine."""
    settings: dict[str, object] = {"viewport": {"width": 1280, "height": 800}, "locale": "fr-FR"}
    context = browser.new_context(**(settings | options))  # type: ignore[arg-type]  # of any type
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    page.on("request", lambda request: errors.extend(left_machine(request.url)))
    page.goto(url)
    page.wait_for_function("() => globalThis.__carte?.firstFrame", timeout=60_000)
    yield page
    assert errors == []
    context.close()


def left_machine(url: str) -> list[str]:
    return [] if re.match(r"(http|ws)://127\.0\.0\.1:|(data|blob):", url) else [url]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with opened_page(browser, address) as opened:
        yield opened


def place(page: Page, actor: str) -> tuple[float, float]:
    x, y = page.evaluate("(id) => globalThis.__carte.position(id)", actor)
    return float(x), float(y)


def click(page: Page, actor: str) -> None:
    page.mouse.click(*place(page, actor))


def said(page: Page) -> str:
    return page.locator(".said").inner_text().replace("\u202f", " ")


def expect_choice(page: Page, text: str) -> None:
    page.get_by_text(f"choix : {text}", exact=True).wait_for(timeout=20_000)


def test_a_click_reaches_the_page_and_a_click_beside_takes_it_back(page: Page) -> None:
    click(page, "A14")
    expect_choice(page, "A14")
    assert said(page).startswith("Structure 14, ")
    box = page.locator(".stage").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 5, box["y"] + box["height"] - 5)
    expect_choice(page, "aucun")
    assert page.evaluate("document.documentElement.lang") == "fr"


def test_the_page_chooses_on_the_map_and_the_map_answers_after(page: Page) -> None:
    page.get_by_role("button", name="Montrer deux acteurs").click()
    expect_choice(page, "A20, A21")
    page.wait_for_function("() => globalThis.__carte.chosen().join() === 'A20,A21'")
    click(page, "A30")
    expect_choice(page, "A30")
    page.wait_for_function("() => globalThis.__carte.chosen().join() === 'A30'")


def test_the_keyboard_finds_chooses_and_leaves(page: Page) -> None:
    page.locator(".top").focus()
    page.keyboard.press("n")
    assert said(page) == ("Structure 1, élu, Cusset, 2 partenaires, fait le lien entre des groupes")
    page.keyboard.press("n")
    page.keyboard.press("p")
    page.keyboard.press("Enter")
    expect_choice(page, "A1")
    page.keyboard.press("v")
    expect_choice(page, "A1, A0, A2")
    assert said(page) == "3 acteurs sélectionnés."
    page.keyboard.press("Escape")
    expect_choice(page, "aucun")
    before = place(page, "A9")
    for key in ("ArrowLeft", "+", "ArrowUp"):
        page.keyboard.press(key)
    assert place(page, "A9") != before
    page.keyboard.press("0")
    assert place(page, "A9") == pytest.approx(before, abs=0.5)


def test_lone_actors_are_said_for_what_they_are(page: Page) -> None:
    for actor, words in (("A54", "sans partenaire connu"), ("A58", "non documenté, ses")):
        click(page, actor)
        expect_choice(page, actor)
        assert words in said(page)


def test_the_legend_filters_what_can_be_picked(page: Page) -> None:
    chip = page.get_by_role("button", name="Groupes d’habitants 7")
    assert chip.get_attribute("aria-pressed") == "true"
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    click(page, "A12")  # of that kind
    page.wait_for_timeout(300)
    assert page.evaluate("globalThis.__carte.chosen()") == []
    chip.press("Enter")
    click(page, "A12")
    expect_choice(page, "A12")


def test_steps_round_the_choice(page: Page) -> None:
    click(page, "A14")
    expect_choice(page, "A14")
    around = page.get_by_role("group", name="Voir autour du choix")
    assert around.get_by_role("button", name="1 pas").get_attribute("aria-pressed") == "true"
    around.get_by_role("button", name="2 pas").click()
    assert around.get_by_role("button", name="2 pas").get_attribute("aria-pressed") == "true"
    assert page.locator(".base.dim").count() == 1
    around.get_by_role("button", name="tout").click()
    page.locator(".base:not(.dim)").wait_for(state="attached")
    around.get_by_role("button", name="Effacer").click()
    expect_choice(page, "aucun")


def test_the_lasso_takes_what_it_surrounds(page: Page) -> None:
    x, y = place(page, "A14")
    page.keyboard.down("Shift")
    page.mouse.move(x - 14, y - 14)
    page.mouse.down()
    for dx, dy in ((14, -14), (14, 14), (-14, 14), (-14, -14)):
        page.mouse.move(x + dx, y + dy, steps=4)
    page.mouse.up()
    page.keyboard.up("Shift")
    page.get_by_text(re.compile(r"choix : .*\bA14\b")).wait_for(timeout=20_000)


def test_hostile_names_are_read_letter_by_letter(page: Page) -> None:
    for row, name in HOSTILE.items():
        x, y = place(page, f"A{row}")
        page.mouse.move(x - 1, y)
        page.mouse.move(x, y)
        tip = page.locator(".tip b")
        tip.wait_for()
        assert tip.inner_text() == name
        click(page, f"A{row}")
        expect_choice(page, f"A{row}")
        assert said(page).startswith(name)
    assert page.title() != "pris"
    assert page.locator(".map img, .map script").count() == 0


def test_the_drawing_is_saved_with_its_names_escaped(page: Page, tmp_path: Path) -> None:
    for name, start in (("SVG", b"<svg xmlns="), ("PNG", b"\x89PNG")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        target = tmp_path / name
        download.value.save_as(target)
        content = target.read_bytes()
        assert content.startswith(start)
    drawing = (tmp_path / "SVG").read_text(encoding="utf-8")
    assert "Structure" in drawing
    assert "<img" not in drawing
    assert "<script" not in drawing


@pytest.mark.parametrize("width", [1280, 760, 390])
def test_texts_of_a_small_choice_hide_nothing(
    browser: Browser, address: str, tmp_path: Path, width: int
) -> None:
    """Each dock and each group is named whole; no text is over another or under a command."""
    with opened_page(
        browser, f"{address}/?petite=1", viewport={"width": width, "height": 800}
    ) as page:
        with page.expect_download() as download:
            page.locator("[data-do=svg]").dispatch_event("click")
        download.value.save_as(tmp_path / "svg")
        texts = page.evaluate(TEXTS, (tmp_path / "svg").read_text(encoding="utf-8"))
        stage, tools = (page.locator(part).bounding_box() for part in (".stage", ".tools"))
    assert stage is not None
    assert tools is not None
    texts = [text for text in texts if text[2] < stage["height"]]  # without the legend
    said = " ".join(text[0].replace("\xa0", " ") for text in texts)
    for words in DOCKS:
        assert words in said
    for n in range(3):
        assert f"{GROUP} {n}" in said or f"{GROUP} {n}".replace("· ", "") in said
    left, top = tools["x"] - stage["x"], tools["y"] - stage["y"]
    commands = ["commandes", left, top, left + tools["width"], top + tools["height"]]
    for one, other in combinations([*texts, commands], 2):
        apart = one[3] <= other[1] or other[3] <= one[1] or one[4] <= other[2] or other[4] <= one[2]
        assert apart, (one, other)


def test_a_phone_taps_and_finds_large_controls(browser: Browser, address: str) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    with opened_page(browser, f"{address}/?dark=1", **phone) as page:
        x, y = place(page, "A14")
        page.touchscreen.tap(x, y)
        expect_choice(page, "A14")
        for button in page.locator(".tools button:visible, .chip").all():
            box = button.bounding_box()
            assert box is not None
            assert box["height"] >= 44
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390


def test_a_click_costs_less_than_20_kilobytes(browser: Browser, address: str) -> None:
    received = [0]

    def count(data: str | bytes) -> None:
        received[0] += len(data)

    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.on("websocket", lambda socket: socket.on("framereceived", count))
    page.goto(address)
    page.wait_for_function("() => globalThis.__carte?.firstFrame", timeout=60_000)
    click(page, "A14")
    expect_choice(page, "A14")
    page.wait_for_timeout(500)
    before = received[0]
    click(page, "A30")
    expect_choice(page, "A30")
    page.wait_for_timeout(500)
    assert 0 < received[0] - before < 20_000
    context.close()
