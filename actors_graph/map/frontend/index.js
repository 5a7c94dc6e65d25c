// The door of the component: Streamlit calls the default export at each change of its data.
//
// Two instances share this module. The feeder gets the payload as bytes, a message that never
// changes and that Streamlit therefore sends once; the controller gets a few words at each run.
// They meet in a registry, by the content hash of the payload.

import { decode } from "./decode.js";
import { ActorMap } from "./map.js";

const KEPT = 4;
const payloads = new Map(); // id → model, the last ones
const waiting = new Map(); // id → maps that wait for it
const maps = new WeakMap(); // root → its map

export default function component(call) {
  document.documentElement.lang = "fr";
  return call.data instanceof Uint8Array ? feed(call.data) : control(call);
}

function feed(bytes) {
  const id = new TextDecoder().decode(bytes.subarray(4, 20));
  if (!payloads.has(id)) {
    payloads.set(id, decode(bytes));
    if (payloads.size > KEPT) payloads.delete(payloads.keys().next().value);
  }
  for (const map of waiting.get(id) ?? []) show(map, id);
  return () => {};
}

function control(call) {
  const root = call.parentElement;
  let map = maps.get(root);
  if (!map) {
    map = new ActorMap(root);
    map.onPainted = () => publish(map);
    maps.set(root, map);
  }
  map.update(call);
  wait(map, call.data.payload);
  return () => {
    waiting.get(map.payload)?.delete(map);
    map.destroy();
    maps.delete(root);
  };
}

function wait(map, id) {
  if (map.payload !== id) waiting.get(map.payload)?.delete(map);
  map.payload = id;
  if (!waiting.has(id)) waiting.set(id, new Set());
  waiting.get(id).add(map);
  if (payloads.has(id)) show(map, id);
}

function show(map, id) {
  if (map.scene?.model.id !== id) map.setModel(payloads.get(id));
}

/**
 * What the browser tests need, and nothing else: the place of an actor on the screen, when the
 * first picture was complete (milliseconds since 1970), the chosen ids.
 */
function publish(map) {
  const { scene, parts } = map;
  globalThis.__carte = {
    firstFrame: globalThis.__carte?.firstFrame ?? performance.timeOrigin + performance.now(),
    position: (id) => {
      const row = scene.model.row.get(id), box = parts.top.getBoundingClientRect();
      return [box.left + scene.x(row), box.top + scene.y(row)];
    },
    chosen: () => [...scene.chosen].map((row) => scene.model.ids[row]),
  };
}
