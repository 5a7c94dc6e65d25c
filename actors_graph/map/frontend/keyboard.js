// The keyboard does all that the pointer does; what it reaches is said in the live region.

const STEP = 60; // pixels

export function bindKeyboard(map) {
  map.parts.top.onkeydown = (event) => {
    if (!map.scene || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actions(map)[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || act() === false) return;
    // The page has keys of its own (R reruns it): what the map takes goes no further.
    event.preventDefault();
    event.stopPropagation();
  };
}

function actions(map) {
  const { scene } = map;
  const move = (dx, dy) => () => {
    scene.tx += dx;
    scene.ty += dy;
    map.settle();
  };
  const zoom = (factor) => () => map.zoomAt(scene.width / 2, scene.height / 2, factor);
  const current = () => (map.cursor >= 0 ? map.cursor : [...scene.chosen][0] ?? -1);
  const withCurrent = (rows) => () => {
    if (current() < 0) return false;
    return map.choose(rows(current()));
  };
  return {
    ArrowLeft: move(STEP, 0),
    ArrowRight: move(-STEP, 0),
    ArrowUp: move(0, STEP),
    ArrowDown: move(0, -STEP),
    "+": zoom(1.3),
    "=": zoom(1.3),
    "-": zoom(1 / 1.3),
    0: () => map.fit(),
    n: () => map.step(1),
    p: () => map.step(-1),
    Enter: withCurrent((row) => [row]),
    v: withCurrent((row) => [row, ...scene.neighbours(row)]),
    g: withCurrent((row) => scene.groupOf(row)),
    Escape: () => map.clear(),
  };
}
