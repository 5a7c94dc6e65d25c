// A canvas context that writes SVG: the exported drawing is made by the very code of the screen.

import { PathRecorder } from "./shapes.js";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
// XML 1.0 forbids these even escaped.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const escaped = (text) =>
  String(text).replace(FORBIDDEN, "").replace(/[&<>"']/g, (letter) => ESCAPES[letter]);

export class SvgContext extends PathRecorder {
  /** @param measure a canvas context: widths of texts are those of the screen */
  constructor(width, height, measure) {
    super();
    Object.assign(this, {
      width, height, measure, parts: [], dash: [],
      fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, font: "12px sans-serif",
      globalAlpha: 1, textAlign: "left", lineJoin: "miter",
    });
  }

  setTransform() {}
  setLineDash(dash) { this.dash = dash; }
  beginPath() { this.data = ""; }
  measureText(text) {
    this.measure.font = this.font;
    return this.measure.measureText(text);
  }

  fill() {
    if (this.data) this.add("path", { d: this.data, fill: this.fillStyle, "fill-opacity": this.globalAlpha });
  }
  stroke() {
    if (this.data) this.add("path", { d: this.data, fill: "none", ...this.line() });
  }
  fillRect(x, y, width, height) { this.add("rect", { x, y, width, height, fill: this.fillStyle }); }
  fillText(text, x, y) { this.addText(text, x, y, { fill: this.fillStyle, "fill-opacity": this.globalAlpha }); }
  strokeText(text, x, y) { this.addText(text, x, y, { fill: "none", ...this.line() }); }

  line() {
    const dash = this.dash.length ? { "stroke-dasharray": this.dash.join(" ") } : {};
    return {
      stroke: this.strokeStyle, "stroke-width": this.lineWidth, "stroke-opacity": this.globalAlpha,
      "stroke-linejoin": this.lineJoin, ...dash,
    };
  }

  add(tag, attributes, text) {
    const written = Object.entries(attributes).map(([name, value]) => {
      const short = typeof value === "number" ? Number(value.toFixed(2)) : value;
      return ` ${name}="${escaped(short)}"`;
    });
    const inside = text === undefined ? "/>" : `>${escaped(text)}</${tag}>`;
    this.parts.push(`<${tag}${written.join("")}${inside}`);
  }

  addText(text, x, y, paint) {
    const anchor = this.textAlign === "center" ? { "text-anchor": "middle" } : {};
    this.add("text", { x, y, style: `font:${this.font}`, ...anchor, ...paint }, text);
  }

  /** The document, named for those who cannot see it. */
  document(description) {
    const size = `width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}"`;
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" xml:lang="fr">` +
      `<title>${escaped(description)}</title>${this.parts.join("")}</svg>`
    );
  }
}
