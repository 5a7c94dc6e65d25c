// Mouse, pen and fingers: hover, click, drag, lasso, wheel, pinch.

const DRAG = 4; // pixels: a shorter move is a click
const REACH = { touch: 22, mouse: 9 };

export function bindPointer(map) {
  const canvas = map.parts.top;
  const held = new Map(); // pointers that are down
  let drag = null, pinch = 0;

  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const spread = () => {
    const [a, b] = [...held.values()];
    return { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2, size: Math.hypot(a[0] - b[0], a[1] - b[1]) };
  };

  canvas.onpointerdown = (event) => {
    if (!map.scene || event.button > 0) return;
    held.set(event.pointerId, at(event));
    canvas.setPointerCapture(event.pointerId);
    if (held.size === 2) {
      [drag, map.lasso, pinch] = [null, null, spread().size];
    } else if (event.shiftKey || map.lassoMode) {
      map.lasso = [at(event)];
    } else {
      drag = { from: at(event), tx: map.scene.tx, ty: map.scene.ty, moved: false };
    }
  };

  canvas.onpointermove = (event) => {
    if (!map.scene) return;
    const point = at(event);
    if (held.has(event.pointerId)) held.set(event.pointerId, point);
    if (held.size === 2) {
      const { x, y, size } = spread();
      map.zoomAt(x, y, size / (pinch || size));
      pinch = size;
    } else if (map.lasso) {
      map.lasso.push(point);
      map.ask();
    } else if (drag) {
      pan(point);
    } else if (event.pointerType !== "touch") {
      map.hover(map.scene.pick(...point, REACH.mouse), ...point);
    }
  };

  const pan = ([x, y]) => {
    const dx = x - drag.from[0], dy = y - drag.from[1];
    drag.moved ||= Math.hypot(dx, dy) > DRAG;
    if (!drag.moved) return;
    map.scene.tx = drag.tx + dx;
    map.scene.ty = drag.ty + dy;
    map.hover(-1);
    map.settle();
  };

  canvas.onpointerup = (event) => {
    held.delete(event.pointerId);
    if (!map.scene) return;
    if (map.lasso) {
      const polygon = map.lasso;
      map.lasso = null;
      if (polygon.length > 4) map.choose(map.scene.inside(polygon));
      map.ask();
    } else if (drag && !drag.moved) {
      click(event, at(event));
    }
    drag = null;
  };

  const click = (event, point) => {
    const row = map.scene.pick(...point, REACH[event.pointerType] ?? REACH.mouse);
    if (row < 0) return map.choose([]);
    if (!event.ctrlKey && !event.metaKey) return map.choose([row]);
    const chosen = new Set(map.scene.chosen);
    if (!chosen.delete(row)) chosen.add(row);
    return map.choose([...chosen]);
  };

  canvas.onpointercancel = (event) => {
    held.delete(event.pointerId);
    [drag, map.lasso] = [null, null];
    map.ask();
  };
  canvas.onpointerleave = () => map.hover(-1);

  // The page keeps its wheel until the map is entered (clicked, reached by Tab) or Ctrl is held.
  canvas.addEventListener("wheel", (event) => {
    const entered = canvas.getRootNode().activeElement === canvas;
    if (!map.scene) return;
    if (!entered && !event.ctrlKey && !event.metaKey) {
      map.tell("Ctrl + molette pour agrandir");
      return;
    }
    event.preventDefault();
    map.zoomAt(...at(event), Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)));
  }, { passive: false });
  canvas.ondblclick = (event) => map.scene && map.zoomAt(...at(event), 2);
}
