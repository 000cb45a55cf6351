// css/site.css with all it imports -> static/css/site.css: without unused rules, minified, licences kept.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { bundle, transform } from "lightningcss";
import { PurgeCSS } from "purgecss";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here("../static/css/site.css");
// Nesting and light-dark() are left alone: we write neither. Lightning CSS adds prefixes for these.
const targets = { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (4 << 8) };

const bundled = bundle({ filename: here("css/site.css"), targets }).code.toString();

const [purged] = await new PurgeCSS().purge({
  content: [here("../templates/**/*.html"), here("../templates/**/*.svg"), here("../site/core/**/*.py")],
  css: [{ raw: bundled }],
  // Words that templates put together from a value, such as notice--{{ kind }}.
  safelist: { standard: [/^data-palet/, /^is-/, /^notice--/, /^card--/, /^nl-button--(primary|secondary)$/], greedy: [/rtl/] },
  variables: false,
});

const minified = transform({ filename: "site.css", code: Buffer.from(purged.css), minify: true, targets });
const licence = readFileSync(here("css/licence.txt"), "utf8");
mkdirSync(here("../static/css"), { recursive: true });
writeFileSync(target, licence + minified.code.toString() + "\n");

const size = readFileSync(target);
console.log(`site.css: ${size.length} bytes, ${gzipSync(size).length} gzipped`);
