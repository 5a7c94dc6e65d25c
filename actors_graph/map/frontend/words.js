// The French sentences of the map. Texts reach the page through textContent only.

import { Flag } from "./decode.js";

const NUMBER = new Intl.NumberFormat("fr-FR");

export const number = (value) => NUMBER.format(value);

/** « 1 partenaire », « 19 partenaires »: French counts 0 and 1 as singular. */
export const count = (n, one, many) => `${number(n)} ${n < 2 ? one : many}`;

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export const title = (kind) => capital(kind.many);

/** What is known of the partners of an actor. */
export function partners(model, row) {
  const flags = model.flags[row];
  if (flags & Flag.UNASKED) return "partenaires à demander";
  if (flags & Flag.ALONE) return "sans partenaire connu";
  if (flags & Flag.UNDOCUMENTED) return "non documenté, ses partenaires ne sont pas connus";
  const known = count(model.partners[row], "partenaire", "partenaires");
  return flags & Flag.ELSEWHERE ? `${known} hors de cette carte` : known;
}

/** Further facts, each a few words. */
export function facts(model, row) {
  const said = [];
  if (model.flags[row] & Flag.HINGE) said.push("fait le lien entre des groupes");
  if (model.flags[row] & Flag.STUB) said.push("connu seulement par un lien");
  return said;
}

/** « association, Dompierre ». */
export const nature = (model, row) =>
  [model.kinds[model.kind[row]].one, model.places[model.place[row]]].filter(Boolean).join(", ");

/** « Maison Jeunesse, association, Dompierre, 19 partenaires, fait le lien entre des groupes ». */
export const sentence = (model, row) =>
  [model.names[row], nature(model, row), partners(model, row), ...facts(model, row)].join(", ");

/** What is said after a selection. */
export function selected(model, rows) {
  if (!rows.length) return "Sélection effacée.";
  if (rows.length === 1) return sentence(model, rows[0]);
  return `${count(rows.length, "acteur sélectionné", "acteurs sélectionnés")}.`;
}

/** A name cut to what fits under a shape. */
export const short = (name, most) => {
  const letters = [...name];
  return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : name;
};

export const HELP = [
  ["Cliquer, toucher", "choisir un acteur ; Ctrl + clic en ajoute un autre"],
  ["Glisser", "déplacer la carte"],
  ["Maj + glisser", "entourer plusieurs acteurs"],
  ["Ctrl + molette, pincer", "agrandir ou réduire"],
  ["Flèches, + et −, 0", "déplacer, agrandir, réduire, tout voir"],
  ["N et P", "acteur suivant, acteur précédent"],
  ["Entrée", "choisir l’acteur en cours"],
  ["V, G", "choisir ses partenaires, choisir son groupe"],
  ["Échap", "effacer le choix"],
];
