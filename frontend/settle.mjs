// NL Design System offers hundreds of variables; we set few. One that nobody sets has but one outcome: its
// fallback, or, without one, `unset` (that is what CSS says of such a declaration). Written out, it weighs less.
const INVALID = /(?:max|min|clamp|calc)\([^;]*(?:initial|fit-content)|calc\(0 ?\* ?0\)/;

/** The text of var(...) that begins at `start`, its name and its fallback (undefined without one). */
function variableAt(css, start) {
  let depth = 0;
  let end = start;
  do {
    if (css[end] === "(") depth += 1;
    if (css[end] === ")") depth -= 1;
    end += 1;
  } while (depth > 0 || end < start + 4);
  const inside = css.slice(start + 4, end - 1);
  const comma = inside.indexOf(",");
  const name = (comma < 0 ? inside : inside.slice(0, comma)).trim();
  return { end, name, fallback: comma < 0 ? undefined : inside.slice(comma + 1).trim() };
}

/** A value without the variables that nobody sets. */
function settled(value, isSet) {
  let found = value;
  for (let start = found.indexOf("var("); start >= 0; start = found.indexOf("var(", start)) {
    const { end, name, fallback } = variableAt(found, start);
    if (isSet.has(name)) start += 4;
    else if (!fallback) return "unset";
    else found = found.slice(0, start) + fallback + found.slice(end);
  }
  return found !== value && INVALID.test(found) ? "unset" : found;
}

/** The style sheet without the variables that nobody sets. */
export function settle(css) {
  const isSet = new Set([...css.matchAll(/(?<=[{;\s])(--[\w-]+)\s*:/g)].map((match) => match[1]));
  return css.replace(
    /(?<=[{;]\s*)([a-z][a-z-]*)\s*:\s*([^;{}]*var\([^;{}]*)(?=[;}])/g,
    (_all, property, value) => `${property}: ${settled(value, isSet)}`,
  );
}
