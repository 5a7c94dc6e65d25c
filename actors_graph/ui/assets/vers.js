// Brings the part of the page that an address asks for under the reader's eyes, once.
const PATIENCE = 40;

const reach = (target, left) => {
  const part = document.querySelector(`.st-key-${CSS.escape(target)}`);
  if (part === null) {
    if (left > 0) {
      setTimeout(() => reach(target, left - 1), 50);
    }
    return;
  }
  part.scrollIntoView({ block: "start" });
  part.querySelector("summary")?.focus({ preventScroll: true });
};

const reached = new WeakMap();

export default ({ data, parentElement }) => {
  if (reached.get(parentElement) !== data.target) {
    reached.set(parentElement, data.target);
    reach(data.target, PATIENCE);
  }
};
