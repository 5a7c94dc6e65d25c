// One outline a kind: a kind is told by its shape as much as by its colour.

const TAU = 2 * Math.PI;

function polygon(g, points) {
  points.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
  g.closePath();
}

function regular(x, y, r, sides, start) {
  return Array.from({ length: sides }, (_, i) => {
    const angle = start + (i * TAU) / sides;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
}

// Factors give all shapes about the same area as the disc.
const OUTLINES = {
  disc: (g, x, y, r) => {
    g.moveTo(x + r, y);
    g.arc(x, y, r, 0, TAU);
  },
  diamond: (g, x, y, r) => polygon(g, regular(x, y, r * 1.26, 4, 0)),
  square: (g, x, y, r) => polygon(g, regular(x, y, r * 1.26, 4, TAU / 8)),
  hexagon: (g, x, y, r) => polygon(g, regular(x, y, r * 1.1, 6, 0)),
  triangle: (g, x, y, r) => polygon(g, regular(x, y + r * 0.14, r * 1.36, 3, -TAU / 4)),
  triangle_down: (g, x, y, r) => polygon(g, regular(x, y - r * 0.14, r * 1.36, 3, TAU / 4)),
  cross: (g, x, y, r) => {
    const a = r * 1.12, b = r * 0.42;
    polygon(g, [
      [x - b, y - a], [x + b, y - a], [x + b, y - b], [x + a, y - b], [x + a, y + b], [x + b, y + b],
      [x + b, y + a], [x - b, y + a], [x - b, y + b], [x - a, y + b], [x - a, y - b], [x - b, y - b],
    ]);
  },
  // A disc with a hole: the second circle is drawn the other way round.
  ring: (g, x, y, r) => {
    g.moveTo(x + r, y);
    g.arc(x, y, r, 0, TAU);
    g.moveTo(x + r * 0.5, y);
    g.arc(x, y, r * 0.5, 0, TAU, true);
  },
};

/** Adds the outline of a kind's shape to the current path. */
export function trace(g, shape, x, y, r) {
  OUTLINES[shape](g, x, y, r);
}

/** Records a path in the words of SVG, through the calls of a canvas. */
export class PathRecorder {
  constructor() { this.data = ""; }
  point(x, y) { return `${x.toFixed(2)} ${y.toFixed(2)}`; }
  moveTo(x, y) { this.data += `M${this.point(x, y)}`; }
  lineTo(x, y) { this.data += `L${this.point(x, y)}`; }
  quadraticCurveTo(a, b, x, y) { this.data += `Q${this.point(a, b)} ${this.point(x, y)}`; }
  closePath() { this.data += "Z"; }
  rect(x, y, w, h) { this.data += `M${this.point(x, y)}h${w.toFixed(2)}v${h.toFixed(2)}h${(-w).toFixed(2)}Z`; }
  roundRect(x, y, w, h) { this.rect(x, y, w, h); }

  /** Whole circles only: two half turns from the right-most point. */
  arc(x, y, r, from, to, back = false) {
    const half = (dx) => `a${this.point(r, r)} 0 1 ${back ? 0 : 1} ${this.point(dx, 0)}`;
    this.data += `M${this.point(x + r, y)}${half(-2 * r)}${half(2 * r)}Z`;
  }
}

/** The path data of a shape in a 16 × 16 box, for the icons of the legend. */
export function pathData(shape) {
  const path = new PathRecorder();
  trace(path, shape, 8, 8, 5.2);
  return path.data;
}
