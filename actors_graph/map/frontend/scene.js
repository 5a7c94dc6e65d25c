// The state of one map: what is drawn, from where it is seen, what is chosen. No drawing here.

import { Flag, LONE } from "./decode.js";
import { Grid, isInside, softHull } from "./geometry.js";

const PAD = 9; // layout.PADDING: the hull is drawn this far outside its shapes
const STRONG_HALOS = 24;
const MANY = 8; // above so many chosen actors their partners are not shown unasked
const ZOOM_OUT = 0.5, ZOOM_IN = 40;

export class Scene {
  constructor(model) {
    this.model = model;
    this.hidden = new Set(); // kinds switched off in the legend
    this.chosen = new Set();
    this.hover = -1;
    this.steps = null; // 1, 2, Infinity, or null while nobody asked
    this.hingesOnly = false;
    this.width = this.height = 0;
    this.commandsBelow = false; // a phone: in a line under the map, not at its right
    this.reserved = []; // boxes of the stage that no name may enter: the commands
    this.prepared = new Map();
    this.order = priorities(model);
    this.strong = new Set(hinges(model).slice(0, STRONG_HALOS));
  }

  /** Takes the size of the stage; picks the frame whose aspect is nearest to what is left of it. */
  resize(width, height) {
    this.width = width;
    this.height = height;
    const { wide, high } = this.room();
    const distance = (frame) => Math.abs(Math.log((frame.aspect * high) / wide));
    const frames = this.model.frames;
    const best = frames.reduce((a, b) => (distance(b) < distance(a) ? b : a));
    const changed = best !== this.frame;
    this.frame = best;
    if (!this.prepared.has(best)) this.prepared.set(best, prepare(this.model, best));
    Object.assign(this, this.prepared.get(best));
    return changed;
  }

  /** The stage without its margins: labels at the top, commands at the right or the bottom. */
  room() {
    const below = this.commandsBelow;
    const margin = { left: 14, right: below ? 14 : 54, top: 24, bottom: below ? 64 : 14 };
    const wide = Math.max(1, this.width - margin.left - margin.right);
    const high = Math.max(1, this.height - margin.top - margin.bottom);
    return { margin, wide, high };
  }

  /** Sees everything. */
  fit() {
    const [left, top, right, bottom] = this.frame.box;
    const { margin, wide, high } = this.room();
    this.k = this.k0 = Math.min(wide / (right - left || 1), high / (bottom - top || 1), 3);
    this.tx = margin.left + wide / 2 - (this.k * (left + right)) / 2;
    this.ty = margin.top + high / 2 - (this.k * (top + bottom)) / 2;
  }

  zoomAt(x, y, factor) {
    const k = Math.max(this.k0 * ZOOM_OUT, Math.min(this.k0 * ZOOM_IN, this.k * factor));
    const ratio = k / this.k;
    this.tx = x - (x - this.tx) * ratio;
    this.ty = y - (y - this.ty) * ratio;
    this.k = k;
  }

  /** Brings rows into view, moving only when one of them is out of it or too small to see. */
  show(rows) {
    const margin = 40;
    const out = rows.some((row) => {
      const x = this.x(row), y = this.y(row);
      return x < margin || y < margin || x > this.width - margin || y > this.height - margin;
    });
    if (!rows.length || (!out && this.radius(rows[0]) >= 3)) return false;
    const xs = rows.map((row) => this.frame.xy[2 * row]);
    const ys = rows.map((row) => this.frame.xy[2 * row + 1]);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    const room = Math.min(this.width / (right - left + 260), this.height / (bottom - top + 260));
    this.k = Math.max(this.k0, Math.min(room, Math.max(this.k, this.k0 * 2.2)));
    this.tx = this.width / 2 - (this.k * (left + right)) / 2;
    this.ty = this.height / 2 - (this.k * (top + bottom)) / 2;
    return true;
  }

  x(row) { return this.frame.xy[2 * row] * this.k + this.tx; }
  y(row) { return this.frame.xy[2 * row + 1] * this.k + this.ty; }

  radius(row) {
    const lone = this.model.flags[row] & LONE;
    return Math.max(0.8, (lone ? this.frame.dock_radius : this.model.radius[row]) * this.k);
  }

  isHidden(row) { return this.hidden.has(this.model.kind[row]); }
  isHinge(row) { return (this.model.flags[row] & Flag.HINGE) !== 0; }

  isOut(x, y, margin) {
    return x < -margin || y < -margin || x > this.width + margin || y > this.height + margin;
  }

  /** The actor at a point of the stage, or -1; `reach` in pixels round its outline. */
  pick(px, py, reach) {
    const x = (px - this.tx) / this.k, y = (py - this.ty) / this.k;
    let best = -1, least = reach;
    for (const row of this.grid.around(x, y, 15 + reach / this.k)) {
      if (this.isHidden(row)) continue;
      const distance = Math.hypot(this.x(row) - px, this.y(row) - py) - this.radius(row);
      if (distance < least) [best, least] = [row, distance];
    }
    return best;
  }

  /** The visible actors inside a polygon of the stage. */
  inside(polygon) {
    const rows = [];
    for (let row = 0; row < this.model.n; row++) {
      if (!this.isHidden(row) && isInside(polygon, this.x(row), this.y(row))) rows.push(row);
    }
    return rows;
  }

  neighbours(row) {
    const { offset, neighbour } = this.model;
    return neighbour.subarray(offset[row], offset[row + 1]);
  }

  groupOf(row) {
    const { n, group, flags } = this.model;
    const alone = flags[row] & LONE;
    const rows = [];
    for (let other = 0; other < n; other++) {
      const same = alone ? flags[other] & alone : group[other] === group[row];
      if (same && (alone || !(flags[other] & LONE))) rows.push(other);
    }
    return rows;
  }

  /** Where the eye is called: hovered, chosen, or all hinges; and how many steps round them. */
  focus() {
    if (this.chosen.size) {
      const asked = this.steps ?? (this.chosen.size > MANY ? 0 : 1);
      return { rows: [...this.chosen], steps: asked, dims: asked !== Infinity };
    }
    if (this.hover >= 0) return { rows: [this.hover], steps: 1, dims: true };
    if (this.hingesOnly) return { rows: hinges(this.model), steps: 0, dims: true };
    return { rows: [], steps: 0, dims: false };
  }

  /** Rows at 1, 2 … steps of the given ones (Map row → steps), the given ones at 0. */
  around(rows, steps) {
    const distance = new Map(rows.map((row) => [row, 0]));
    let edgeRows = rows;
    for (let step = 1; step <= Math.min(steps, 2); step++) {
      const next = [];
      for (const row of edgeRows) {
        for (const other of this.neighbours(row)) {
          if (distance.has(other) || this.isHidden(other)) continue;
          distance.set(other, step);
          next.push(other);
        }
      }
      edgeRows = next;
    }
    return distance;
  }
}

/** Hinges, those that cut off most first. */
export function hinges(model) {
  const rows = [];
  for (let row = 0; row < model.n; row++) if (model.flags[row] & Flag.HINGE) rows.push(row);
  return rows.sort((a, b) => model.cuts[b] - model.cuts[a] || a - b);
}

/** The order in which names are written: hinges, then by number of partners; lone actors last. */
function priorities(model) {
  const rows = Array.from({ length: model.n }, (_, row) => row);
  const rank = (row) => (model.flags[row] & Flag.HINGE ? 2 : model.flags[row] & LONE ? 0 : 1);
  return rows.sort(
    (a, b) =>
      rank(b) - rank(a) || model.cuts[b] - model.cuts[a] ||
      model.partners[b] - model.partners[a] || a - b,
  );
}

/** Hulls, picking grid and dock sizes of a frame. */
function prepare(model, frame) {
  const members = model.groups.map(() => []);
  for (let row = 0; row < model.n; row++) {
    if (model.flags[row] & LONE) continue;
    const r = model.radius[row];
    members[model.group[row]].push([frame.xy[2 * row], frame.xy[2 * row + 1], r]);
  }
  return {
    grid: new Grid(frame.xy, frame.box),
    hulls: members.map((circles) => (circles.length < 3 ? null : softHull(circles, PAD))),
  };
}
