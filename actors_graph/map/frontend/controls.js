// The elements round the canvas: legend, commands, tooltip, help, what is said aloud.

import { pathData } from "./shapes.js";
import { STYLE } from "./style.js";
import { HELP, facts, nature, number, partners, title } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5",
  lasso: "M4 11c0-4 4-7 8.5-7S20 7 20 10.5 16 17 11 17c-3 0-5 1-5 2.500S8 21.500 9 20",
  full: "M4 4h16v16H4zM4 9h16",
};

export const AROUND = [[1, "1 pas"], [2, "2 pas"], [Infinity, "tout"]];

/** An element with its attributes; texts are children, never markup. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function drawing(path, size, attributes) {
  const svg = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "path");
  const box = { viewBox: `0 0 ${size} ${size}`, width: 16, height: 16, "aria-hidden": "true" };
  for (const [name, value] of Object.entries(box)) svg.setAttribute(name, value);
  for (const [name, value] of Object.entries({ d: path, ...attributes })) line.setAttribute(name, value);
  svg.append(line);
  return svg;
}

const icon = (name) =>
  drawing(ICONS[name], 24, { fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-linecap": "round" });

function tool(name, label, { keys = "", text = "", wide = false } = {}) {
  const attributes = { type: "button", "data-do": name, "aria-label": label, title: label + keys };
  if (wide) attributes.class = "wide";
  return element("button", attributes, text || icon(name));
}

/** Builds everything once inside the root; returns the parts by name. */
export function buildControls(root) {
  const parts = {
    legend: element("div", { class: "legend", role: "group", "aria-label": "Types d’acteurs affichés" }),
    base: element("canvas", { class: "base", "aria-hidden": "true" }),
    top: element("canvas", {
      class: "top", tabindex: "0", role: "application", "aria-roledescription": "carte",
      "aria-describedby": "help",
    }),
    around: buildAround(),
    tools: buildTools(),
    tip: element("div", { class: "tip", hidden: "" }),
    hint: element("div", { class: "hint", hidden: "" }),
    help: buildHelp(),
    live: element("div", { class: "said", role: "status", "aria-live": "polite" }),
  };
  const { base, top, around, tools, tip, hint, help, live } = parts;
  parts.stage = element("div", { class: "stage" }, base, top, around, tools, help, tip, hint, live);
  parts.box = element("div", { class: "map" }, parts.legend, parts.stage);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const host = root instanceof ShadowRoot ? root : document;
  host.adoptedStyleSheets = [...host.adoptedStyleSheets, sheet];
  root.append(parts.box);
  return parts;
}

function buildTools() {
  return element(
    "div", { class: "tools", role: "group", "aria-label": "Commandes de la carte" },
    tool("plus", "Agrandir", { keys: " (+)" }),
    tool("minus", "Réduire", { keys: " (−)" }),
    tool("fit", "Tout voir", { keys: " (0)" }),
    tool("lasso", "Entourer des acteurs", { keys: " (Maj + glisser)" }),
    tool("full", "Plein écran", { wide: true }),
    tool("png", "Télécharger l’image PNG", { text: "PNG", wide: true }),
    tool("svg", "Télécharger le dessin SVG", { text: "SVG", wide: true }),
    tool("help", "Aide", { text: "?" }),
  );
}

function buildAround() {
  const buttons = AROUND.map(([, label], i) =>
    element("button", { type: "button", "data-around": i, "aria-pressed": "false" }, label));
  const clear = element("button", { type: "button", "data-do": "clear" }, "Effacer");
  const attributes = { class: "around", role: "group", "aria-label": "Voir autour du choix", hidden: "" };
  return element("div", attributes, element("span", {}, "Autour"), ...buttons, clear);
}

function buildHelp() {
  const lines = HELP.flatMap(([what, effect]) => [element("dt", {}, what), element("dd", {}, effect)]);
  return element("div", { class: "help", id: "help", hidden: "" }, element("dl", {}, ...lines));
}

/** Fills the legend: one button a kind, and one for those who tie groups together. */
export function fillLegend(legend, scene, look, { onKind, onHinges }) {
  const chips = scene.model.kinds.map((kind, code) => {
    const colour = kind[look.dark ? "dark" : "light"];
    const picture = drawing(pathData(kind.shape), 16, { fill: colour, "fill-rule": "evenodd" });
    const shown = !scene.hidden.has(code);
    return chip({ picture, label: title(kind), n: kind.n, shown, press: () => onKind(code) });
  });
  const n = scene.order.filter((row) => scene.isHinge(row)).length;
  if (n) {
    const picture = element("span", { class: "gold", "aria-hidden": "true" });
    const only = chip({ picture, label: "Fait le lien", n, shown: scene.hingesOnly, press: onHinges });
    only.classList.add("only");
    only.title = "Montrer seulement ceux dont dépend le lien d’autres acteurs avec le reste";
    chips.push(only);
  }
  legend.replaceChildren(...chips);
}

function chip({ picture, label, n, shown, press }) {
  const attributes = { type: "button", class: "chip", "aria-pressed": String(shown) };
  const made = element("button", attributes, picture,
    element("span", {}, label), " ", element("small", {}, number(n)));
  made.onclick = () => made.setAttribute("aria-pressed", String(press()));
  return made;
}

/** Shows the tooltip of an actor beside a point of the stage. */
export function showTip(tip, scene, row, x, y) {
  const { model } = scene;
  tip.hidden = row < 0;
  if (row < 0) return;
  if (tip.dataset.row !== String(row)) {
    tip.dataset.row = String(row);
    const lines = [nature(model, row), partners(model, row), ...facts(model, row)];
    tip.replaceChildren(
      element("b", { dir: "auto" }, model.names[row]), ...lines.map((line) => element("div", {}, line)),
    );
  }
  const left = Math.max(4, Math.min(scene.width - tip.offsetWidth - 8, x + 14));
  const under = y + 16 + tip.offsetHeight < scene.height;
  tip.style.transform = `translate(${left}px,${under ? y + 16 : Math.max(4, y - tip.offsetHeight - 12)}px)`;
}

/** Shows which steps are asked, and only while something is chosen. */
export function updateAround(around, scene) {
  around.hidden = !scene.chosen.size;
  const { steps } = scene.focus();
  for (const button of around.querySelectorAll("[data-around]")) {
    button.setAttribute("aria-pressed", String(AROUND[button.dataset.around][0] === steps));
  }
}
