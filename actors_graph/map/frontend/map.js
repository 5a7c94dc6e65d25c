// One map on the page: two canvases, a scene, and what the person does with them.

import { AROUND, buildControls, fillLegend, showTip, updateAround } from "./controls.js";
import { downloadPng, downloadSvg } from "./download.js";
import { paintFocus } from "./focus.js";
import { bindKeyboard } from "./keyboard.js";
import { lookOf } from "./look.js";
import { paintMap } from "./paint.js";
import { bindPointer } from "./pointer.js";
import { Scene } from "./scene.js";
import { selected, sentence } from "./words.js";

const REST = 130; // milliseconds without a move before the map is painted anew
const MOST_SENT = 2000; // identifiers sent to the page

export class ActorMap {
  constructor(root) {
    this.parts = buildControls(root);
    this.scene = this.lasso = this.job = null;
    this.cursor = -1;
    this.lassoMode = false;
    this.back = document.createElement("canvas"); // being painted
    this.snap = document.createElement("canvas"); // painted last
    bindPointer(this);
    bindKeyboard(this);
    this.bindButtons();
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.parts.stage);
  }

  /** Takes what the page says; its selection counts only when the page changed it itself. */
  update({ data, setStateValue }) {
    this.send = setStateValue;
    this.parts.box.style.height = `${data.height}px`;
    this.told = data.dark;
    this.restyle();
    if (data.turn === this.turn) return;
    this.turn = data.turn;
    this.wanted = data.selected ?? [];
    if (this.scene) this.applyWanted();
  }

  restyle() {
    const look = lookOf(this.parts.box, this.told);
    const changed = look.dark !== this.look?.dark || look.font !== this.look?.font;
    this.look = look;
    this.parts.box.classList.toggle("dark", look.dark);
    if (this.scene && changed) {
      this.refillLegend();
      this.ask(true);
    }
  }

  setModel(model) {
    const before = this.scene;
    this.scene = new Scene(model);
    this.cursor = -1;
    if (before) {
      this.scene.steps = before.steps;
      this.wanted ??= [...before.chosen].map((row) => before.model.ids[row]);
      const off = new Set([...before.hidden].map((code) => before.model.kinds[code].key));
      model.kinds.forEach((kind, code) => off.has(kind.key) && this.scene.hidden.add(code));
    }
    this.parts.top.setAttribute("aria-label", model.description);
    this.refillLegend();
    this.snapView = this.job = null;
    this.size = "";
    this.resize();
    this.applyWanted();
  }

  applyWanted() {
    const rows = (this.wanted ?? []).map((id) => this.scene.model.row.get(id)).filter((row) => row !== undefined);
    this.wanted = null;
    this.scene.chosen = new Set(rows);
    if (this.scene.width) this.scene.show(rows);
    this.showAround();
    this.ask(true);
  }

  refillLegend() {
    const { scene } = this;
    fillLegend(this.parts.legend, scene, this.look, {
      onKind: (code) => {
        if (!scene.hidden.delete(code)) scene.hidden.add(code);
        this.ask(true);
        return !scene.hidden.has(code);
      },
      onHinges: () => {
        scene.hingesOnly = !scene.hingesOnly;
        this.ask();
        return scene.hingesOnly;
      },
    });
  }

  bindButtons() {
    const { box, help, top, tools } = this.parts;
    const centre = (factor) => () => this.zoomAt(this.scene.width / 2, this.scene.height / 2, factor);
    const acts = {
      plus: centre(1.4),
      minus: centre(1 / 1.4),
      fit: () => this.fit(),
      lasso: (button) => {
        this.lassoMode = !this.lassoMode;
        button.setAttribute("aria-pressed", String(this.lassoMode));
        top.classList.toggle("lassoing", this.lassoMode);
      },
      full: () => (document.fullscreenElement ? document.exitFullscreen() : box.requestFullscreen?.()),
      png: () => downloadPng(this.scene, this.look),
      svg: () => downloadSvg(this.scene, this.look),
      help: (button) => {
        help.hidden = !help.hidden;
        button.setAttribute("aria-expanded", String(!help.hidden));
      },
      clear: () => {
        this.clear();
        top.focus();
      },
    };
    tools.querySelector("[data-do=lasso]").setAttribute("aria-pressed", "false");
    tools.querySelector("[data-do=help]").setAttribute("aria-expanded", "false");
    box.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button || !this.scene) return;
      acts[button.dataset.do]?.(button);
      if (button.dataset.around) this.lookAround(AROUND[button.dataset.around][0]);
    });
  }

  lookAround(steps) {
    this.scene.steps = steps;
    this.showAround();
    this.ask();
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.parts.stage;
    const scale = Math.min(2, devicePixelRatio || 1);
    const size = `${width} ${height} ${scale}`;
    if (!width || !height || !this.scene || size === this.size) return;
    this.size = size;
    this.scale = scale;
    for (const canvas of [this.parts.base, this.parts.top, this.back, this.snap]) {
      canvas.width = width * scale;
      canvas.height = height * scale;
    }
    this.scene.commandsBelow = this.parts.tools.offsetWidth > this.parts.tools.offsetHeight;
    const whole = !this.scene.k || Math.abs(this.scene.k / this.scene.k0 - 1) < 1e-6;
    if (this.scene.resize(width, height) || whole) this.scene.fit();
    this.reserve();
    this.snapView = null;
    this.ask(true);
  }

  /** No name goes under the commands. */
  reserve() {
    const boxes = [this.parts.tools, this.parts.around].filter((part) => !part.hidden);
    this.scene.reserved = boxes.map((part) => [
      part.offsetLeft - 4, part.offsetTop - 4, part.offsetWidth + 8, part.offsetHeight + 8,
    ]);
  }

  showAround() {
    updateAround(this.parts.around, this.scene);
    this.reserve();
  }

  // --- what a person does -------------------------------------------------------------------

  choose(rows) {
    const { scene } = this;
    const same = rows.length === scene.chosen.size && rows.every((row) => scene.chosen.has(row));
    scene.chosen = new Set(rows);
    this.cursor = rows.length === 1 ? rows[0] : this.cursor;
    this.say(selected(scene.model, rows));
    this.showAround();
    this.ask();
    if (!same) this.send?.("selection", rows.slice(0, MOST_SENT).map((row) => scene.model.ids[row]));
  }

  clear() {
    const something = this.scene.chosen.size || this.cursor >= 0 || this.lasso;
    [this.cursor, this.lasso] = [-1, null];
    this.hover(-1);
    if (this.scene.chosen.size) this.choose([]);
    this.ask();
    return Boolean(something);
  }

  /** The next or previous visible actor, in the order in which names are written. */
  step(by) {
    const { order } = this.scene;
    let at = order.indexOf(this.cursor);
    for (let tries = 0; tries < order.length; tries++) {
      at = at < 0 && by < 0 ? order.length - 1 : (at + by + order.length) % order.length;
      if (!this.scene.isHidden(order[at])) break;
    }
    this.cursor = this.scene.hover = order[at] ?? -1;
    if (this.cursor < 0) return;
    this.say(sentence(this.scene.model, this.cursor));
    this.ask(this.scene.show([this.cursor]));
  }

  hover(row, x = 0, y = 0) {
    const { scene, parts } = this;
    showTip(parts.tip, scene, row, x, y);
    if (row === scene.hover) return;
    scene.hover = row;
    parts.top.classList.toggle("near", row >= 0);
    this.ask();
  }

  say(text) { this.parts.live.textContent = text; }

  /** A hint shown for a moment. */
  tell(text) {
    this.parts.hint.textContent = text;
    this.parts.hint.hidden = false;
    clearTimeout(this.hintTimer);
    this.hintTimer = setTimeout(() => (this.parts.hint.hidden = true), 1600);
  }

  fit() {
    this.scene.fit();
    this.settle();
  }

  zoomAt(x, y, factor) {
    this.scene.zoomAt(x, y, factor);
    this.hover(-1);
    this.settle();
  }

  // --- painting -----------------------------------------------------------------------------

  /** While the map moves its last picture is shifted; it is painted anew at rest. */
  settle() {
    this.moving = true;
    // One finger scrolls the page while the whole map is seen, and moves the map when zoomed.
    this.parts.top.classList.toggle("zoomed", this.scene.k > 1.05 * this.scene.k0);
    this.ask();
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => {
      this.moving = false;
      this.ask(true);
    }, REST);
  }

  ask(dirty = false) {
    this.dirty ||= dirty;
    this.request ??= requestAnimationFrame(() => this.frame());
  }

  frame() {
    this.request = null;
    if (!this.scene?.k) return;
    if (this.dirty && !(this.moving && this.snapView)) this.startPainting();
    if (this.job) this.continuePainting();
    if (this.moving && this.snapView) this.shiftPicture();
    const dim = paintFocus(this.parts.top.getContext("2d"), this.scene, this.look, this);
    this.parts.base.classList.toggle("dim", dim);
  }

  startPainting() {
    this.dirty = false;
    const { k, tx, ty } = this.scene;
    this.jobView = { k, tx, ty };
    this.job = paintMap(this.back.getContext("2d", { alpha: false }), this.scene, this.look, this);
  }

  continuePainting() {
    if (!this.job.next().done) {
      this.ask();
      return;
    }
    this.job = null;
    [this.back, this.snap] = [this.snap, this.back];
    this.snapView = this.jobView;
    const g = this.parts.base.getContext("2d", { alpha: false });
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.drawImage(this.snap, 0, 0);
    this.onPainted?.();
  }

  shiftPicture() {
    const { scene, snapView, scale } = this;
    const g = this.parts.base.getContext("2d", { alpha: false });
    const ratio = scene.k / snapView.k;
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.fillStyle = this.look.ground;
    g.fillRect(0, 0, g.canvas.width, g.canvas.height);
    g.setTransform(
      ratio, 0, 0, ratio, scale * (scene.tx - snapView.tx * ratio), scale * (scene.ty - snapView.ty * ratio),
    );
    g.drawImage(this.snap, 0, 0);
  }

  destroy() {
    this.observer.disconnect();
    this.parts.box.remove();
    cancelAnimationFrame(this.request);
    clearTimeout(this.restTimer);
    clearTimeout(this.hintTimer);
  }
}
