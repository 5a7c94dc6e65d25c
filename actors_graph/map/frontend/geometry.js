// Plane geometry: hulls of groups, a grid to find the actor under a point, the lasso's inside.

const TAU = 2 * Math.PI;
const HULL_POINTS = 28;

/** Convex hull, counter-clockwise (Andrew's monotone chain, 1979). */
export function convexHull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const turn = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const half = (ordered) => {
    const chain = [];
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return half(sorted).concat(half(sorted.reverse()));
}

/** A soft outline round circles [x, y, r]: inflated, convex, evenly sampled, smoothed. */
export function softHull(circles, pad) {
  const points = [];
  for (const [x, y, r] of circles) {
    for (let q = 0; q < 8; q++) {
      const angle = (q * TAU) / 8;
      points.push([x + (r + pad) * Math.cos(angle), y + (r + pad) * Math.sin(angle)]);
    }
  }
  const even = resampled(convexHull(points), HULL_POINTS);
  const count = even.length;
  return even.map((p, i) => {
    const a = even[(i + count - 1) % count], b = even[(i + 1) % count];
    return [(a[0] + 2 * p[0] + b[0]) / 4, (a[1] + 2 * p[1] + b[1]) / 4];
  });
}

function resampled(outline, count) {
  const lengths = outline.map((p, i) => {
    const q = outline[(i + 1) % outline.length];
    return Math.hypot(q[0] - p[0], q[1] - p[1]);
  });
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const points = [];
  let side = 0, before = 0;
  for (let step = 0; step < count; step++) {
    const target = (step * total) / count;
    while (side < lengths.length - 1 && before + lengths[side] < target) before += lengths[side++];
    const share = (target - before) / (lengths[side] || 1);
    const p = outline[side], q = outline[(side + 1) % outline.length];
    points.push([p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share]);
  }
  return points;
}

/** Whether a point is inside a polygon (even-odd rule). */
export function isInside(polygon, x, y) {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [xi, yi] = polygon[i], [xj, yj] = polygon[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Rows in the cells of a grid: what is near a point is found without looking at everything. */
export class Grid {
  constructor(xy, [left, top, right, bottom]) {
    const n = xy.length / 2;
    this.side = Math.max(1, Math.min(400, Math.ceil(Math.sqrt(n / 3))));
    this.left = left;
    this.top = top;
    this.wide = (right - left) / this.side || 1;
    this.high = (bottom - top) / this.side || 1;
    this.start = new Int32Array(this.side * this.side + 1);
    this.rows = new Int32Array(n);
    const cell = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      cell[i] = this.line(xy[2 * i + 1]) * this.side + this.column(xy[2 * i]);
      this.start[cell[i] + 1]++;
    }
    for (let c = 0; c < this.side * this.side; c++) this.start[c + 1] += this.start[c];
    const cursor = this.start.slice();
    for (let i = 0; i < n; i++) this.rows[cursor[cell[i]]++] = i;
  }

  column(x) { return this.bounded((x - this.left) / this.wide); }
  line(y) { return this.bounded((y - this.top) / this.high); }
  bounded(value) { return Math.max(0, Math.min(this.side - 1, Math.floor(value))); }

  /** Rows of the cells that a square of half-side `reach` round (x, y) meets. */
  *around(x, y, reach) {
    const first = this.column(x - reach), last = this.column(x + reach);
    for (let line = this.line(y - reach); line <= this.line(y + reach); line++) {
      const begin = this.start[line * this.side + first];
      const end = this.start[line * this.side + last + 1];
      for (let q = begin; q < end; q++) yield this.rows[q];
    }
  }
}
