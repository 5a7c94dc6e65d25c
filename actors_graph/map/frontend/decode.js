// Reads the payload that payload.py writes; its docstring describes the format.

const HEAD = 24;
const STEPS = 65535;

export const Flag = { HINGE: 1, ALONE: 2, UNDOCUMENTED: 4, ELSEWHERE: 8, STUB: 16, UNASKED: 32 };
export const LONE = Flag.ALONE | Flag.UNDOCUMENTED | Flag.ELSEWHERE;

/** @param {Uint8Array} bytes  @returns the model: typed columns, texts, neighbours */
export function decode(bytes) {
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, 4)) !== "AGM1") throw new Error("not a map payload");
  // A copy, so that every section is aligned whatever message the bytes came in.
  const buffer = bytes.slice().buffer;
  const length = new DataView(buffer).getUint32(20, true);
  const header = JSON.parse(text.decode(new Uint8Array(buffer, HEAD, length)));
  const { n, m } = header;
  const take = sections(buffer, HEAD + length + padding(length));
  const Wide = n > STEPS ? Uint32Array : Uint16Array;
  const model = {
    id: text.decode(bytes.subarray(4, 20)),
    n, m,
    inner: header.inner,
    description: header.description,
    kinds: header.kinds,
    groups: header.groups,
    hues: header.hues,
    frames: header.frames.map((frame) => placed(frame, take(Uint16Array, 2 * n))),
    ends: take(Wide, 2 * m),
    level: take(Uint8Array, m),
    group: take(Wide, n),
    place: take(Wide, n),
    partners: take(Uint16Array, n),
    radius: Float32Array.from(take(Uint8Array, n), (tenths) => tenths / 10),
    kind: take(Uint8Array, n),
    flags: take(Uint8Array, n),
    cuts: take(Uint8Array, n),
    places: header.places,
  };
  const lines = n ? text.decode(take.rest()).split("\n") : [];
  model.names = lines.slice(0, n);
  model.ids = lines.slice(n, 2 * n);
  model.row = new Map(model.ids.map((id, row) => [id, row]));
  return Object.assign(model, adjacency(model));
}

const padding = (length) => (4 - (length % 4)) % 4;

function sections(buffer, start) {
  let at = start;
  const take = (Type, count) => {
    const section = new Type(buffer, at, count);
    at += section.byteLength + padding(section.byteLength);
    return section;
  };
  take.rest = () => new Uint8Array(buffer, at);
  return take;
}

/** A frame with its positions in world units. */
function placed(frame, steps) {
  const [left, top, right, bottom] = frame.box;
  const wide = (right - left) / STEPS, high = (bottom - top) / STEPS;
  const xy = new Float32Array(steps.length);
  for (let i = 0; i < steps.length; i += 2) {
    xy[i] = left + steps[i] * wide;
    xy[i + 1] = top + steps[i + 1] * high;
  }
  return { ...frame, xy };
}

/** Neighbours of row i: neighbour[offset[i]] … neighbour[offset[i + 1] - 1], with their edges. */
function adjacency({ n, m, ends }) {
  const offset = new Uint32Array(n + 1);
  for (const end of ends) offset[end + 1]++;
  for (let i = 0; i < n; i++) offset[i + 1] += offset[i];
  const cursor = offset.slice();
  const neighbour = new Uint32Array(2 * m), edge = new Uint32Array(2 * m);
  for (let e = 0; e < m; e++) {
    const a = ends[2 * e], b = ends[2 * e + 1];
    edge[cursor[a]] = e;
    neighbour[cursor[a]++] = b;
    edge[cursor[b]] = e;
    neighbour[cursor[b]++] = a;
  }
  return { offset, neighbour, edge };
}
