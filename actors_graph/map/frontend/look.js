// Colours and font of a map, from the page's theme.

const LIGHT = { ground: "#fcfbf9", ink: "#1f2430", tie: "#66708a", halo: "#f2b400", accent: "#0063cb" };
const DARK = { ground: "#161a24", ink: "#e9ecf3", tie: "#8d97ad", halo: "#ffd34d", accent: "#6cb2ff" };

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** A colour as #rrggbb whatever way it is written; null where it is none. */
function hexadecimal(colour) {
  const g = document.createElement("canvas").getContext("2d");
  g.fillStyle = "#010203";
  g.fillStyle = colour.trim();
  return /^#[0-9a-f]{6}$/.test(g.fillStyle) && g.fillStyle !== "#010203" ? g.fillStyle : null;
}

/** Whether the page is dark: as told, else by the luminance of its ground. */
export function isDark(element, told) {
  if (typeof told === "boolean") return told;
  const ground = hexadecimal(getComputedStyle(element).getPropertyValue("--st-background-color") || "x");
  if (!ground) return matchMedia("(prefers-color-scheme: dark)").matches;
  const [r, g, b] = channels(ground);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 110;
}

export function lookOf(element, told) {
  const dark = isDark(element, told);
  const colours = dark ? DARK : LIGHT;
  const ink = channels(colours.ink);
  /** A group's hue brought near the ink: its name stays readable. */
  const mixed = (hue) => {
    const blend = channels(hue).map((value, i) => Math.round(0.42 * value + 0.58 * ink[i]));
    return `rgb(${blend.join(",")})`;
  };
  return { ...colours, dark, mixed, font: getComputedStyle(element).fontFamily || "sans-serif" };
}
