// css/site.css with all it imports -> static/css/site.css: without unused rules, minified, licences kept.
// css/agenda.css, css/enquete.css, css/initiatieven.css and css/signalen.css likewise: what only pages of the agenda, of surveys, of initiatives, and of signals have;
// css/draad.css: what pages have on which a thread hangs.
// And the same sheet twice for the style page of the CMS, which shows light and dark whatever the device prefers.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { bundle, Features, transform } from "lightningcss";
import { PurgeCSS } from "purgecss";
import { settle } from "./settle.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = here("../static/css/");
// Lightning CSS adds prefixes for these. We write no light-dark(), so it need not stand in for it.
const exclude = Features.LightDark;
const targets = { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (4 << 8) };

/** One entry with all it imports, ready to be served. */
async function sheet(name) {
  const bundled = bundle({ filename: here(`css/${name}`), targets, exclude }).code.toString();
  const [purged] = await new PurgeCSS().purge({
    content: [here("../templates/**/*.html"), here("../templates/**/*.svg"), here("../site/core/**/*.py")],
    // Samples show what the site has; what only a sample uses would weigh on every visitor.
    skippedContentGlobs: [here("../templates/samples/**"), here("../templates/home/style/**")],
    css: [{ raw: bundled }],
    // Words that templates put together from a value, such as notice--{{ kind }}.
    safelist: { standard: [/^data-palet/, /^is-/, /^notice--/, /^status--/, /^card--/, /^nl-button--(primary|secondary)$/], greedy: [/rtl/] },
    variables: name === "site.css", // the other sheets use those of the first
  });
  const settled = name === "site.css" ? settle(purged.css) : purged.css;
  const minified = transform({ filename: name, code: Buffer.from(settled), minify: true, targets, exclude });
  return minified.code.toString();
}

const licence = readFileSync(here("css/licence.txt"), "utf8");
const site = licence + (await sheet("site.css")) + "\n";
const agenda = (await sheet("agenda.css")) + "\n";
const draad = (await sheet("draad.css")) + "\n";
const enquete = (await sheet("enquete.css")) + "\n";
const initiatieven = (await sheet("initiatieven.css")) + "\n";
const signalen = (await sheet("signalen.css")) + "\n";

/** The sheet for one scheme: the question about the device is always answered in the same way. */
function forced(scheme, answer) {
  return site.replaceAll("(prefers-color-scheme:dark)", answer).replaceAll("color-scheme:light dark", `color-scheme:${scheme}`);
}

const sheets = {
  "site.css": site,
  "agenda.css": agenda,
  "draad.css": draad,
  "enquete.css": enquete,
  "initiatieven.css": initiatieven,
  "signalen.css": signalen,
  "stijl-licht.css": forced("light", "(width<0)"),
  "stijl-donker.css": forced("dark", "(width>=0)"),
};
mkdirSync(folder, { recursive: true });
for (const [name, css] of Object.entries(sheets)) writeFileSync(folder + name, css);

for (const [name, css] of Object.entries({ "site.css": site, "agenda.css": agenda, "draad.css": draad, "enquete.css": enquete, "initiatieven.css": initiatieven, "signalen.css": signalen })) {
  console.log(`${name}: ${Buffer.byteLength(css)} bytes, ${gzipSync(css).length} gzipped`);
}
