// Names that hide nothing: four positions round a shape, tried on a grid of what is occupied.

import { short } from "./words.js";

const CELL = 6; // pixels
const MOST = 130;
const SEPARATOR = " · "; // between the theme and the place that name a group
const LINE = 15, NARROWEST = 76; // pixels: lines of a dock's label, and its least width
const TRIES = 900;
// World units from a shape to beyond one or two rings of petals (petals.py): the name of an actor
// whom others surround is written outside them.
const CROWNS = [0, 16, 27, 40];

/** What is occupied on the stage: cells under shapes (counted), boxes of texts (forbidden). */
export class Occupation {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.columns = Math.ceil(width / CELL) + 1;
    this.cells = new Uint8Array(this.columns * (Math.ceil(height / CELL) + 1));
    this.boxes = [];
  }

  range(from, to, limit) {
    const first = Math.max(0, Math.floor(from / CELL));
    return [first, Math.min(Math.floor(limit / CELL), Math.floor(to / CELL))];
  }

  addShape(x, y, r) {
    if (x + r < 0 || y + r < 0 || x - r > this.width || y - r > this.height) return;
    const [left, right] = this.range(x - r, x + r, this.width);
    const [top, bottom] = this.range(y - r, y + r, this.height);
    for (let line = top; line <= bottom; line++) {
      for (let column = left; column <= right; column++) this.cells[line * this.columns + column] = 1;
    }
  }

  addBox(x, y, w, h) { this.boxes.push([x, y, x + w, y + h]); }

  isFree(x, y, w, h) {
    if (x < 2 || y < 2 || x + w > this.width - 2 || y + h > this.height - 2) return false;
    return !this.boxes.some(([l, t, r, b]) => x < r && x + w > l && y < b && y + h > t);
  }

  /** How many cells of shapes a text would cover. */
  cost(x, y, w, h) {
    const [left, right] = this.range(x, x + w, this.width);
    const [top, bottom] = this.range(y, y + h, this.height);
    let covered = 0;
    for (let line = top; line <= bottom; line++) {
      for (let column = left; column <= right; column++) covered += this.cells[line * this.columns + column];
    }
    return covered;
  }
}

export function writeText(g, text, x, y, { ink, ground, halo = 3.4 }) {
  g.lineJoin = "round";
  g.strokeStyle = ground;
  g.lineWidth = halo;
  g.strokeText(text, x, y);
  g.fillStyle = ink;
  g.fillText(text, x, y);
}

/** The shapes of the stage as occupation; very small ones hide nothing worth it. */
export function occupied(scene) {
  const found = new Occupation(scene.width, scene.height);
  const { n } = scene.model;
  for (const box of scene.reserved) found.addBox(...box);
  if (n > 40000 && scene.k < 2 * scene.k0) return found;
  for (let row = 0; row < n; row++) {
    const r = scene.radius(row);
    if (r >= 1.6 && !scene.isHidden(row)) found.addShape(scene.x(row), scene.y(row), r);
  }
  return found;
}

/** The groups that have a name, the largest first. */
export const namedGroups = ({ groups }) =>
  groups.map((_, i) => i).filter((i) => groups[i].label).sort((a, b) => groups[b].n - groups[a].n);

/** Writes these names above their hulls, or at any price; returns the groups left without. */
export function writeGroups(g, scene, look, { order, taken, anywhere = false }) {
  const { groups, hues } = scene.model;
  const left = [];
  g.textAlign = "center";
  for (const i of order) {
    const hull = scene.hulls[i];
    if (!hull) continue;
    const wide = 2 * scene.frame.circles[3 * i + 2] * scene.k;
    if (wide < 44) continue;
    const size = Math.max(10.5, Math.min(14.5, wide / 13));
    g.font = `600 ${size.toFixed(1)}px ${look.font}`;
    const ink = look.mixed(hues[look.dark ? 1 : 0][i % hues[0].length]);
    const { top, bottom } = edgesOf(hull, scene);
    const asked = { size, ink, ground: look.ground, taken };
    const ways = waysToWrite(groups[i].label, { top, bottom, anywhere });
    if (!ways.some((way) => writeGroup(g, scene, { ...way, ...asked }))) left.push(i);
  }
  g.textAlign = "left";
  return left;
}

/** Above the hull in one line, or two at the separator; then below it, and cut as a last resort. */
function waysToWrite(label, { top, bottom, anywhere }) {
  const parts = label.split(SEPARATOR);
  const whole = [[short(label, 60)], ...(parts.length === 2 ? [parts.map((part) => short(part, 34))] : [])];
  const at = (place) => whole.map((lines) => ({ lines, ...place }));
  return anywhere ? [...at({ bottom }), { lines: [short(label, 24)], top, bottom }] : at({ top });
}

/** The top and the bottom of a hull on the stage. */
function edgesOf(hull, { k, tx, ty }) {
  const most = (sign) => hull.reduce((best, point) => (sign * point[1] > sign * best[1] ? point : best));
  const [top, bottom] = [most(-1), most(1)];
  return {
    top: [top[0] * k + tx, top[1] * k + ty - 4],
    bottom: [bottom[0] * k + tx, bottom[1] * k + ty + 4],
  };
}

/** Writes one name above a hull or aside of its top, or below it: where it hides nothing. */
function writeGroup(g, scene, { lines, top, bottom, size, ink, ground, taken }) {
  const w = Math.max(...lines.map((line) => g.measureText(line).width));
  const step = size + 1, high = lines.length * step, half = w / 2 + 6;
  const above = top ? [0, -0.25, 0.25, -0.5, 0.5].map((aside) => [top[0] + aside * w, top[1] - high]) : [];
  for (const [wished, y] of [...above, ...(bottom ? [bottom] : [])]) {
    if (wished < -half || wished > scene.width + half) continue;
    const x = Math.max(half, Math.min(scene.width - half, wished));
    if (!taken.isFree(x - w / 2 - 3, y, w + 6, high + 3)) continue;
    if (taken.cost(x - w / 2, y + 2, w, high - 4) > 3) continue;
    taken.addBox(x - w / 2 - 3, y, w + 6, high + 3);
    lines.forEach((line, i) => writeText(g, line, x, y + size + i * step, { ink, ground, halo: 4 }));
    return true;
  }
  return false;
}

/** Writes what a dock counts above it, in as many lines as the room beside it asks for. */
export function writeDock(g, scene, look, { dock, taken }) {
  const { k, tx, ty } = scene;
  g.font = `600 12.5px ${look.font}`;
  g.textAlign = "left";
  const low = dock.box[1] * k + ty - 7, left = Math.max(8, dock.box[0] * k + tx + 2);
  const limit = Math.min(...rightsOf(dock, scene, low), scene.width - 8);
  const lines = wrapped(g, dock.label, Math.max(limit - left, NARROWEST));
  const w = Math.max(...lines.map((line) => g.measureText(line).width));
  const x = Math.max(8, Math.min(left, limit - w)), top = low - (lines.length - 1) * LINE;
  lines.forEach((line, i) => writeText(g, line, x, top + i * LINE, look));
  taken.addBox(x, top - 13, w, 17 + (lines.length - 1) * LINE);
}

/** Where a label must end: before the next dock of the same line, before the commands. */
function rightsOf(dock, scene, low) {
  const { k, tx } = scene;
  const beside = scene.frame.docks.filter((one) => one.box[0] > dock.box[0] && one.box[1] === dock.box[1]);
  const commands = scene.reserved.filter(([x, y, w, h]) => y < low + 4 && y + h > low - 13 - LINE && x + w > scene.width / 2);
  return [...beside.map((one) => one.box[0] * k + tx - 8), ...commands.map(([x]) => x - 4)];
}

/** A text cut into lines of that width at its spaces, never inside a word. */
function wrapped(g, text, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && g.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Writes the names of actors in this order, where they hide nothing. */
export function writeNames(g, scene, look, { rows, taken, strong, smallest, most = MOST }) {
  let written = 0, tried = 0;
  g.textAlign = "left";
  for (const row of rows) {
    if (written >= most || tried > TRIES) break;
    const bold = strong(row), r = scene.radius(row);
    if (scene.isHidden(row) || r < (bold ? Math.min(2.6, smallest) : smallest)) continue;
    const x = scene.x(row), y = scene.y(row);
    if (scene.isOut(x, y, 0)) continue;
    tried++;
    const size = bold ? 12.5 : 11.5;
    g.font = `${bold ? 600 : 400} ${size}px ${look.font}`;
    const text = short(scene.model.names[row], bold ? 44 : 34);
    const width = g.measureText(text).width, near = r + (bold ? 6 : 3.5);
    let spot = null;
    for (const crown of scene.isHinge(row) ? CROWNS : [0]) {
      spot ??= place(taken, x, y, width, near + crown * scene.k, bold ? 3 : 1);
    }
    if (!spot) continue;
    taken.addBox(spot[0] - 3, spot[1] - 1, spot[2] + 6, 16);
    writeText(g, text, spot[0], spot[1] + 11, look);
    written++;
  }
}

/** Below, above, right, left, then aslant: the first place that costs nothing, else the cheapest. */
function place(taken, x, y, w, away, bearable) {
  const near = 0.7 * away;
  const spots = [
    [x - w / 2, y + away], [x - w / 2, y - away - 14], [x + away, y - 7], [x - away - w, y - 7],
    [x + near, y - near - 14], [x - near - w, y - near - 14], [x + near, y + near], [x - near - w, y + near],
  ];
  let best = null, least = bearable + 1;
  for (const [left, top] of spots) {
    if (!taken.isFree(left - 2, top, w + 4, 14)) continue;
    const cost = taken.cost(left, top, w, 14);
    if (cost < least) [best, least] = [[left, top, w], cost];
    if (!cost) break;
  }
  return best;
}
