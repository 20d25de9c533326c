// What can be seen in the files of the built site without a browser.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { bytes, files, pages, tags, WORK } from "./lib/sites.mjs";

const SITES = ["root", "group", "rtl"];
/** The two sites with their pages as rendered and as small as they can be, by the option and by site.yaml. */
const FORMS = { plain: "root", rtl: "rtl-minified" };
const VNU = join(createRequire(import.meta.url).resolve("vnu-jar/package.json"), "../build/dist/vnu.jar");

test("the Nu HTML checker has nothing to say, of any page, minified or not", () => {
  const command = ["-jar", VNU, "--skip-non-html", "--format", "json", "--exit-zero-always", "--stdout"];
  const folders = [...Object.entries(FORMS).flat(), "group"].map((site) => join(WORK, site));
  const said = execFileSync("java", [...command, ...folders], { encoding: "utf8", maxBuffer: 1 << 26 });
  const messages = JSON.parse(said).messages.map(
    ({ type, subType, url, lastLine, message, extract }) =>
      `${subType ?? type}: ${url?.slice(url.indexOf(WORK) + WORK.length)}:${lastLine}: ${message} ${extract ?? ""}`,
  );
  assert.deepEqual(messages, []);
});

for (const [plain, minified] of Object.entries(FORMS)) {
  test(`${minified} has the pages of ${plain}, and all of them are smaller`, () => {
    const small = new Map(pages(minified).map(({ path, html }) => [path, html.length]));
    const large = pages(plain).filter(({ path, html }) => !(small.get(path) < html.length));
    assert.equal(small.size, pages(plain).length);
    assert.deepEqual(large.map(({ path }) => path), []);
  });
}

for (const site of SITES) {
  test(`${site}: no script, inline style or event attribute in any page`, () => {
    const faults = [];
    for (const { path, html } of pages(site)) {
      for (const tag of tags(html)) {
        const bare = tag.replace(/"[^"]*"|'[^']*'/g, '""');
        if (/^<(script|style|iframe|object|embed|base)\b/i.test(tag) || /\s(style|on[a-z]+)\s*=/i.test(bare))
          faults.push(`${path}: ${tag}`);
        if (/=\s*["']?\s*javascript:/i.test(tag)) faults.push(`${path}: ${tag}`);
      }
    }
    assert.deepEqual(faults, []);
  });
}

test("root: pages are built", () => {
  assert.ok(pages("root").length > 50, `only ${pages("root").length} pages`);
  assert.deepEqual(files("group").length, files("root").length);
});

test("root and group: a story whose consent is pending is in no file", () => {
  const source = readFileSync(
    new URL("../../example-site/content/stories/my-hands-stopped-shaking.md", import.meta.url),
    "utf8",
  );
  assert.match(source, /status: pending/);
  const [, front, body] = source.split(/^---\n/m);
  const values = ["title", "summary", "what_changed", "what_we_learned"].map((key) =>
    front.match(new RegExp(`^${key}: (.*)$`, "m"))[1].trim(),
  );
  const quote = front.match(/^ +text: (.*)$/m)[1].trim();
  const name = front.match(/^ +name: (.*)$/m)[1].trim();
  const lines = body.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
  const sentences = lines.flatMap((line) => line.split(/(?<=[.?!]) /)).filter((sentence) => sentence.length > 20);
  const needles = [...values, quote, name, "my-hands-stopped-shaking", ...sentences];
  assert.ok(sentences.length > 8);
  // Quotation marks may be curled, and & escaped, so the longest run without them is looked for.
  const plain = needles.map((needle) => needle.split(/["'&<>]/).sort((a, b) => b.length - a.length)[0].trim());
  const faults = [];
  for (const site of ["root", "group"]) {
    for (const path of files(site)) {
      const text = bytes(site, path).toString("latin1");
      const squeezed = text.replace(/\s+/g, " ");
      for (const needle of plain) {
        const raw = Buffer.from(needle, "utf8").toString("latin1");
        if (text.includes(raw) || squeezed.includes(raw) || path.includes(needle)) faults.push(`${site}/${path}: ${needle}`);
      }
    }
  }
  assert.deepEqual(faults, []);
});
