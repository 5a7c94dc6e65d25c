// The whole map on a canvas (or on the SVG recorder): ground, docks, groups, ties, shapes, names.
// A generator: a large map is painted over several frames and dropped as soon as it moves.

import { Flag, LONE } from "./decode.js";
import { namedGroups, occupied, writeDock, writeGroups, writeNames } from "./labels.js";
import { trace } from "./shapes.js";

const SLICE = 9; // milliseconds of painting before the page gets its turn
const MANY_TIES = 9000; // above, seen from far, ties between groups are bundled
const TAU = 2 * Math.PI;

/** Paints everything. `look` holds colours and font; `whole` never yields (exports). */
export function* paintMap(g, scene, look, { scale, whole = false }) {
  let since = performance.now();
  const late = () => !whole && performance.now() - since > SLICE;
  const steps = [paintGround, paintHulls, paintInnerTies, paintOuterTies, paintHalos, paintShapes, paintNames];
  g.setTransform(scale, 0, 0, scale, 0, 0);
  for (const step of steps) {
    for (const _ of step(g, scene, look) ?? []) {
      if (!late()) continue;
      yield;
      since = performance.now();
    }
    g.globalAlpha = 1;
  }
}

function paintGround(g, scene, look) {
  g.globalAlpha = 1;
  g.fillStyle = look.ground;
  g.fillRect(0, 0, scene.width, scene.height);
  for (const { box: [left, top, right, bottom] } of scene.frame.docks) {
    const x = left * scene.k + scene.tx, y = top * scene.k + scene.ty;
    g.globalAlpha = 0.05;
    g.fillStyle = look.ink;
    g.beginPath();
    g.roundRect(x, y, (right - left) * scene.k, (bottom - top) * scene.k, 8);
    g.fill();
  }
}

function* paintHulls(g, scene, look) {
  const hues = scene.model.hues[look.dark ? 1 : 0];
  for (let i = 0; i < scene.hulls.length; i++) {
    const hull = scene.hulls[i];
    if (!hull) continue;
    traceHull(g, hull, scene);
    g.fillStyle = g.strokeStyle = hues[i % hues.length];
    g.globalAlpha = look.dark ? 0.14 : 0.11;
    g.fill();
    g.globalAlpha = 0.4;
    g.lineWidth = 1;
    g.stroke();
    if (i % 40 === 39) yield;
  }
}

/** A closed curve through the middles of the hull's sides. */
function traceHull(g, hull, { k, tx, ty }) {
  const at = ([x, y]) => [x * k + tx, y * k + ty];
  const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const points = hull.map(at), count = points.length;
  g.beginPath();
  g.moveTo(...middle(points[count - 1], points[0]));
  points.forEach((point, i) => g.quadraticCurveTo(...point, ...middle(point, points[(i + 1) % count])));
  g.closePath();
}

const isFar = (scene) => scene.model.m > MANY_TIES && scene.k < 1.9 * scene.k0;

function* paintInnerTies(g, scene, look) {
  if (isFar(scene)) return;
  const { m, inner } = scene.model;
  const alpha = m > 60000 ? 0.16 : m > 3500 ? 0.3 : 0.42;
  yield* paintTies(g, scene, { from: 0, to: inner, alpha, width: 0.9, bend: 0, colour: look.tie });
}

function* paintOuterTies(g, scene, look) {
  const { m, inner } = scene.model;
  // Few ties between groups are the news of the map; many would hide the groups themselves.
  const alpha = Math.max(0.2, Math.min(0.55, 6 / Math.sqrt(m - inner)));
  if (isFar(scene)) paintBundles(g, scene, look);
  else yield* paintTies(g, scene, { from: inner, to: m, alpha, width: 1, bend: m < 30000 ? 0.1 : 0, colour: look.tie });
}

/** Ties from one rank to another; strong ones (levels 3 and 4) a little thicker. */
function* paintTies(g, scene, { from, to, alpha, width, bend, colour }) {
  const { ends, level } = scene.model;
  for (const strong of [false, true]) {
    const stroke = () => {
      Object.assign(g, { strokeStyle: colour, globalAlpha: alpha, lineWidth: strong ? width * 1.7 : width });
      g.stroke();
      g.beginPath();
    };
    let pending = 0;
    g.beginPath();
    for (let e = from; e < to; e++) {
      if (level[e] >= 3 !== strong || !addTie(g, scene, ends[2 * e], ends[2 * e + 1], bend)) continue;
      if (++pending % 1500) continue;
      stroke();
      yield;
    }
    stroke();
  }
}

/** Adds a tie to the path, unless it is hidden or wholly out of sight. */
export function addTie(g, scene, a, b, bend) {
  if (scene.hidden.size && (scene.isHidden(a) || scene.isHidden(b))) return false;
  const ax = scene.x(a), ay = scene.y(a), bx = scene.x(b), by = scene.y(b);
  if (Math.max(ax, bx) < 0 || Math.max(ay, by) < 0) return false;
  if (Math.min(ax, bx) > scene.width || Math.min(ay, by) > scene.height) return false;
  g.moveTo(ax, ay);
  if (bend) g.quadraticCurveTo((ax + bx) / 2 + (by - ay) * bend, (ay + by) / 2 - (bx - ax) * bend, bx, by);
  else g.lineTo(bx, by);
  return true;
}

/** Seen from far: one curve for all the ties between two groups, thicker when they are many. */
function paintBundles(g, scene, look) {
  const { model, frame, k, tx, ty } = scene;
  scene.bundles ??= bundles(model);
  g.strokeStyle = look.tie;
  for (const [a, b, n] of scene.bundles) {
    const [ax, ay, bx, by] = [frame.circles[3 * a] * k + tx, frame.circles[3 * a + 1] * k + ty,
      frame.circles[3 * b] * k + tx, frame.circles[3 * b + 1] * k + ty];
    g.globalAlpha = Math.min(0.5, 0.06 + 0.05 * Math.log2(1 + n));
    g.lineWidth = Math.min(7, 0.5 + 0.55 * Math.log2(1 + n));
    g.beginPath();
    g.moveTo(ax, ay);
    g.quadraticCurveTo((ax + bx) / 2 + (by - ay) * 0.12, (ay + by) / 2 - (bx - ax) * 0.12, bx, by);
    g.stroke();
  }
}

function bundles({ m, inner, ends, group, groups }) {
  const counts = new Map();
  for (let e = inner; e < m; e++) {
    const [a, b] = [group[ends[2 * e]], group[ends[2 * e + 1]]].sort((x, y) => x - y);
    const key = a * groups.length + b;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, n]) => [Math.floor(key / groups.length), key % groups.length, n]);
}

function* paintHalos(g, scene, look) {
  for (let row = 0; row < scene.model.n; row++) {
    if (!scene.isHinge(row) || scene.isHidden(row) || scene.radius(row) < 2) continue;
    const x = scene.x(row), y = scene.y(row);
    if (!scene.isOut(x, y, 30)) paintHalo(g, look, x, y, scene.radius(row), scene.strong.has(row));
  }
  yield;
}

/** The gold halo of an actor that holds others to the rest; double for the chief ones. */
export function paintHalo(g, look, x, y, r, strong) {
  g.strokeStyle = look.halo;
  if (strong) {
    g.globalAlpha = 0.3;
    g.lineWidth = Math.min(9, r * 0.9 + 2);
    g.beginPath();
    g.arc(x, y, r + g.lineWidth / 2 + 1, 0, TAU);
    g.stroke();
  }
  g.globalAlpha = 1;
  g.lineWidth = Math.max(1.2, Math.min(2.4, r * 0.25));
  g.beginPath();
  g.arc(x, y, r + 2.4, 0, TAU);
  g.stroke();
}

function* paintShapes(g, scene, look) {
  const { kinds, kind, flags, n } = scene.model;
  for (let code = 0; code < kinds.length; code++) {
    if (scene.hidden.has(code)) continue;
    for (const stub of [false, true]) {
      let pending = 0;
      g.beginPath();
      for (let row = 0; row < n; row++) {
        if (kind[row] !== code || ((flags[row] & Flag.STUB) !== 0) !== stub) continue;
        const x = scene.x(row), y = scene.y(row), r = scene.radius(row);
        if (scene.isOut(x, y, 30)) continue;
        if (r < 1.4) g.rect(x - r, y - r, 2 * r, 2 * r);
        else trace(g, kinds[code].shape, x, y, r);
        if (++pending % 2500) continue;
        fillShapes(g, scene, look, { code, stub });
        g.beginPath();
        yield;
      }
      fillShapes(g, scene, look, { code, stub });
    }
  }
}

/** Plain shapes are outlined with the ground; an actor known by a tie alone is hollow. */
function fillShapes(g, scene, look, { code, stub }) {
  const colour = scene.model.kinds[code][look.dark ? "dark" : "light"];
  const outline = Math.min(1.5, 1.1 * scene.k);
  Object.assign(g, { globalAlpha: 1, fillStyle: stub ? look.ground : colour });
  if (!stub && outline > 0.4) {
    Object.assign(g, { strokeStyle: look.ground, lineWidth: 2 * outline });
    g.stroke(); // under the fill: the outline never thins the shape
  }
  g.fill();
  if (stub) {
    Object.assign(g, { strokeStyle: colour, lineWidth: 1.6 });
    g.stroke();
  }
}

/** One shape, as in paintShapes, for the focus layer. */
export function paintShape(g, scene, look, row, r) {
  const { kinds, kind, flags } = scene.model;
  g.beginPath();
  trace(g, kinds[kind[row]].shape, scene.x(row), scene.y(row), r);
  fillShapes(g, scene, look, { code: kind[row], stub: (flags[row] & Flag.STUB) !== 0 });
}

function* paintNames(g, scene, look) {
  const taken = occupied(scene);
  yield;
  for (const dock of scene.frame.docks) writeDock(g, scene, look, { dock, taken });
  // Above its hull a group's name is at home; elsewhere it makes way for those who hold others.
  const left = writeGroups(g, scene, look, { order: namedGroups(scene.model), taken });
  const strong = (row) => scene.strong.has(row);
  writeNames(g, scene, look, { rows: scene.order.filter(strong), taken, smallest: 4.6, strong });
  writeGroups(g, scene, look, { order: left, taken, anywhere: true });
  yield;
  // From far the docks are read by their count: a few names there would be chance.
  const far = scene.k < 1.6 * scene.k0;
  const others = scene.order.filter((row) => !strong(row) && !(far && scene.model.flags[row] & LONE));
  writeNames(g, scene, look, { rows: others, taken, smallest: 4.6, strong });
}
