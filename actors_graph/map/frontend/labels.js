// Names that hide nothing: four positions round a shape, tried on a grid of what is occupied.

import { short } from "./words.js";

const CELL = 6; // pixels
const MOST = 130;
const TRIES = 900;
// World units from a shape to beyond one or two rings of petals (petals.py): the name of an actor
// whom others surround is written outside them.
const CROWNS = [0, 16, 27];

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

/** Writes the names of groups above their hulls, the largest first. */
export function writeGroups(g, scene, look, taken) {
  const { groups, hues } = scene.model;
  const order = groups.map((_, i) => i).sort((a, b) => groups[b].n - groups[a].n);
  g.textAlign = "center";
  for (const i of order) {
    const hull = scene.hulls[i];
    if (!groups[i].label || !hull) continue;
    const wide = 2 * scene.frame.circles[3 * i + 2] * scene.k;
    if (wide < 44) continue;
    const size = Math.max(10.5, Math.min(14.5, wide / 13));
    g.font = `600 ${size.toFixed(1)}px ${look.font}`;
    const top = hull.reduce((least, point) => (point[1] < least[1] ? point : least));
    const at = [top[0] * scene.k + scene.tx, top[1] * scene.k + scene.ty - 4];
    const ink = look.mixed(hues[look.dark ? 1 : 0][i % hues[0].length]);
    for (const letters of [44, 24, 14]) {
      const text = short(groups[i].label, letters);
      if (writeGroup(g, scene, { text, at, size, ink, ground: look.ground, taken })) break;
    }
  }
  g.textAlign = "left";
}

/** Writes one name centred above a point, inside the stage, if it hides nothing. */
function writeGroup(g, scene, { text, at, size, ink, ground, taken }) {
  const w = g.measureText(text).width, half = w / 2 + 6, y = at[1];
  if (at[0] < -half || at[0] > scene.width + half) return true;
  const x = Math.max(half, Math.min(scene.width - half, at[0]));
  if (!taken.isFree(x - w / 2 - 3, y - size, w + 6, size + 4)) return false;
  if (taken.cost(x - w / 2, y - size + 2, w, size - 3) > 3) return false;
  taken.addBox(x - w / 2 - 3, y - size, w + 6, size + 4);
  writeText(g, text, x, y, { ink, ground, halo: 4 });
  return true;
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

/** Below, above, right, left: the first place that costs nothing, else the cheapest bearable. */
function place(taken, x, y, w, away, bearable) {
  const spots = [[x - w / 2, y + away], [x - w / 2, y - away - 14], [x + away, y - 7], [x - away - w, y - 7]];
  let best = null, least = bearable + 1;
  for (const [left, top] of spots) {
    if (!taken.isFree(left - 2, top, w + 4, 14)) continue;
    const cost = taken.cost(left, top, w, 14);
    if (cost < least) [best, least] = [[left, top, w], cost];
    if (!cost) break;
  }
  return best;
}
