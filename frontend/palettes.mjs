// Writes css/tokens/palettes.css: twelve palettes with the same lightness per step.
// Only hue and chroma differ, so one contrast check (tests/core/test_design.py) holds for all wards.
import { writeFileSync } from "node:fs";

// step: [lightness, share of the palette's chroma], in OKLCH
const STEPS = {
  50: [0.977, 0.13], 100: [0.948, 0.26], 200: [0.895, 0.46], 300: [0.82, 0.72], 400: [0.715, 0.95],
  500: [0.595, 1], 600: [0.475, 0.95], 700: [0.39, 0.84], 800: [0.305, 0.66], 900: [0.225, 0.46],
};

// name: [hue, chroma, brick bond]
const PALETTES = {
  sluis: [258, 0.135, "wild"],
  haven: [232, 0.12, "halfsteens"],
  oudesluis: [34, 0.15, "kruis"],
  molen: [150, 0.13, "keper"],
  linde: [118, 0.125, "blok"],
  kanaal: [190, 0.105, "tegel"],
  spoor: [302, 0.14, "elleboog"],
  tuin: [2, 0.15, "vlaams"],
  zon: [76, 0.14, "waaier"],
  duin: [54, 0.075, "halfsteens"],
  heide: [328, 0.14, "keper"],
  avond: [278, 0.16, "kruis"],
};

function toLinearRgb(lightness, chroma, hue) {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function toHex(channel) {
  const value = Math.min(1, Math.max(0, channel));
  const gamma = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(255 * gamma).toString(16).padStart(2, "0");
}

/** A colour outside sRGB gives up chroma, never lightness. */
function colour(lightness, chroma, hue) {
  const rgb = toLinearRgb(lightness, chroma, hue);
  const fits = rgb.every((channel) => channel >= -0.0001 && channel <= 1.0001);
  return fits || chroma <= 0 ? `#${rgb.map(toHex).join("")}` : colour(lightness, chroma - 0.002, hue);
}

function rule(name, [hue, chroma, bond]) {
  const steps = Object.entries(STEPS).map(
    ([step, [lightness, share]]) => `  --wijk-${step}: ${colour(lightness, chroma * share, hue)};`,
  );
  const selector = name === "sluis" ? ':root, [data-palet="sluis"]' : `[data-palet="${name}"]`;
  return [`${selector} {`, ...steps, `  --wijk-verband: url("../img/verband-${bond}.svg");`, "}"].join("\n");
}

const rules = Object.entries(PALETTES).map(([name, palette]) => rule(name, palette));
const note = "/* Made by palettes.mjs. Do not edit by hand. Paths are seen from static/css/. */";
writeFileSync(new URL("css/tokens/palettes.css", import.meta.url), `${[note, ...rules].join("\n")}\n`);
