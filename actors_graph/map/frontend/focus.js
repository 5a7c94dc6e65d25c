// The layer above the map: the actors looked at, their partners, the lasso.

import { Occupation, writeNames } from "./labels.js";
import { addTie, paintHalo, paintShape } from "./paint.js";

const TAU = 2 * Math.PI;
const PLAIN = 400; // above so many actors: rings in one path, no names of partners

/** Paints the focus layer; returns whether the map below must be dimmed. */
export function paintFocus(g, scene, look, { scale, lasso, cursor, moving }) {
  g.setTransform(scale, 0, 0, scale, 0, 0);
  g.clearRect(0, 0, scene.width, scene.height);
  if (lasso?.length > 1) paintLasso(g, look, lasso);
  const { rows, steps, dims } = scene.focus();
  if (moving) return false;
  const shown = rows.filter((row) => !scene.isHidden(row));
  if (dims && shown.length) paintAround(g, scene, look, { rows: shown, steps });
  paintRings(g, scene, look, scene.chosen.size ? shown : []);
  if (cursor >= 0 && !scene.chosen.has(cursor)) paintCursor(g, scene, look, cursor);
  return dims && shown.length > 0;
}

function paintLasso(g, look, lasso) {
  g.beginPath();
  lasso.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
  g.closePath();
  Object.assign(g, { globalAlpha: 0.12, fillStyle: look.accent, strokeStyle: look.accent, lineWidth: 1.5 });
  g.fill();
  g.globalAlpha = 1;
  g.setLineDash([5, 4]);
  g.stroke();
  g.setLineDash([]);
}

function paintAround(g, scene, look, { rows, steps }) {
  const distance = scene.around(rows, steps);
  paintFocusTies(g, scene, look, { distance, plain: rows.length > PLAIN });
  const nearest = [...distance].sort((a, b) => b[1] - a[1]).map(([row]) => row);
  for (const row of nearest) {
    const r = Math.max(distance.get(row) ? 2.6 : 4, scene.radius(row));
    if (scene.isOut(scene.x(row), scene.y(row), 30)) continue;
    if (scene.isHinge(row)) paintHalo(g, look, scene.x(row), scene.y(row), r, scene.strong.has(row));
    paintShape(g, scene, look, row, r);
  }
  writeFocusNames(g, scene, look, { distance, rows });
}

/** Ties between two actors of the focus, in the colour of the nearer one's kind. */
function paintFocusTies(g, scene, look, { distance, plain }) {
  const { kinds, kind, edge, offset, neighbour, level } = scene.model;
  const ground = look.dark ? "dark" : "light";
  for (const [row, step] of distance) {
    Object.assign(g, {
      strokeStyle: kinds[kind[row]][ground],
      globalAlpha: plain ? 0.3 : step ? 0.45 : 0.8,
    });
    for (let q = offset[row]; q < offset[row + 1]; q++) {
      const other = neighbour[q], far = distance.get(other);
      if (far === undefined || far < step || (far === step && other < row)) continue;
      if (step && far === step) continue; // ties among partners would drown the picture
      g.lineWidth = 1.1 + 0.5 * Math.max(0, level[edge[q]] - 1);
      g.beginPath();
      if (addTie(g, scene, row, other, 0.1)) g.stroke();
    }
  }
  g.globalAlpha = 1;
}

function writeFocusNames(g, scene, look, { distance, rows }) {
  const taken = new Occupation(scene.width, scene.height);
  for (const box of scene.reserved) taken.addBox(...box);
  for (const row of distance.keys()) {
    taken.addShape(scene.x(row), scene.y(row), Math.max(3, scene.radius(row)));
  }
  const { partners } = scene.model;
  const others = [...distance.keys()].filter((row) => distance.get(row) > 0);
  others.sort((a, b) => distance.get(a) - distance.get(b) || partners[b] - partners[a]);
  const first = new Set(rows);
  const order = rows.length > PLAIN ? [] : [...rows, ...others.slice(0, 200)];
  writeNames(g, scene, look, {
    rows: order, taken, smallest: 0, most: 70, strong: (row) => first.has(row),
  });
}

function paintRings(g, scene, look, rows) {
  g.beginPath();
  for (const row of rows) {
    const x = scene.x(row), y = scene.y(row), r = Math.max(4, scene.radius(row)) + 5;
    if (scene.isOut(x, y, 40)) continue;
    g.moveTo(x + r, y);
    g.arc(x, y, r, 0, TAU);
  }
  Object.assign(g, { globalAlpha: 1, strokeStyle: look.ink, lineWidth: rows.length > PLAIN ? 1.2 : 2.4 });
  g.stroke();
}

/** Where the keyboard is, or the pointer while something is chosen. */
function paintCursor(g, scene, look, row) {
  const r = Math.max(4, scene.radius(row)) + 8;
  g.beginPath();
  g.arc(scene.x(row), scene.y(row), r, 0, TAU);
  Object.assign(g, { globalAlpha: 1, strokeStyle: look.accent, lineWidth: 2 });
  g.setLineDash([4, 3]);
  g.stroke();
  g.setLineDash([]);
}
