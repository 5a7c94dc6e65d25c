// The picture as a file, with its legend: PNG at twice the size of the screen, or SVG.

import { paintMap } from "./paint.js";
import { trace } from "./shapes.js";
import { SvgContext } from "./svg.js";
import { number, title } from "./words.js";

const LINE = 24;

export function downloadPng(scene, look) {
  const scale = 2, height = scene.height + legendHeight(scene, look);
  const canvas = document.createElement("canvas");
  canvas.width = scene.width * scale;
  canvas.height = height * scale;
  paintAll(canvas.getContext("2d", { alpha: false }), scene, look, { scale, height });
  canvas.toBlob((blob) => save(blob, "carte-des-acteurs.png"));
}

export function downloadSvg(scene, look) {
  const height = scene.height + legendHeight(scene, look);
  const g = new SvgContext(scene.width, height, measure());
  paintAll(g, scene, look, { scale: 1, height });
  const text = g.document(scene.model.description);
  save(new Blob([text], { type: "image/svg+xml" }), "carte-des-acteurs.svg");
}

const measure = () => document.createElement("canvas").getContext("2d");

function paintAll(g, scene, look, { scale, height }) {
  for (const _ of paintMap(g, scene, look, { scale, whole: true }));
  g.fillStyle = look.ground;
  g.fillRect(0, scene.height, scene.width, height - scene.height);
  g.font = `400 12.5px ${look.font}`;
  g.textAlign = "left";
  const { kinds } = scene.model;
  for (const { code, x, y } of legendPlaces(g, scene)) {
    g.beginPath();
    trace(g, kinds[code].shape, x + 7, scene.height + y, 5.2);
    g.fillStyle = kinds[code][look.dark ? "dark" : "light"];
    g.fill();
    g.fillStyle = look.ink;
    g.fillText(legendText(kinds[code]), x + 18, scene.height + y + 4);
  }
}

const legendText = (kind) => `${title(kind)} (${number(kind.n)})`;

/** The shown kinds in lines as wide as the picture. */
function legendPlaces(g, scene) {
  const places = [];
  let x = 14, y = 14;
  scene.model.kinds.forEach((kind, code) => {
    if (scene.hidden.has(code)) return;
    const wide = g.measureText(legendText(kind)).width + 36;
    if (x + wide > scene.width && x > 14) [x, y] = [14, y + LINE];
    places.push({ code, x, y });
    x += wide;
  });
  return places;
}

function legendHeight(scene, look) {
  const g = measure();
  g.font = `400 12.5px ${look.font}`;
  const places = legendPlaces(g, scene);
  return places.length ? places.at(-1).y + 14 : 0;
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
