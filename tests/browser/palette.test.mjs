// The palettes of other groups' colours: contrast of all words, as a browser shows them, in each mode.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { contrastFaults, launch, newPage } from "./lib/browser.mjs";
import { ADDRESSES, WORK } from "./lib/sites.mjs";

/** Deep, bright, pale, without a hue, and the corners of what a screen shows; and the theme's own. */
const COLOURS = [null, "#9b2d4a", "#ffd83d", "#ffd1dc", "#000000", "#ffffff", "#808080", "#0000ff", "#00ff00", "#ff0000"];
const MODES = {
  light: {},
  dark: { colorScheme: "dark" },
  "more contrast": { contrast: "more" },
  "more contrast, dark": { contrast: "more", colorScheme: "dark" },
};
const PLACES = ["", "campaigns/fix-the-lifts/", "principles/", "actions/"];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** The stylesheet of a site in this colour. */
function styles(colour) {
  const folder = join(WORK, `palette-${(colour ?? "none").replace("#", "")}`);
  mkdirSync(join(folder, "content"), { recursive: true });
  const name = "name: Copper Street Neighbours\nlang: en\ncontact: hello@copper-street.example\n";
  writeFileSync(join(folder, "site.yaml"), name + (colour ? `colour: "${colour}"\n` : ""));
  writeFileSync(join(folder, "content/about.md"), "# About us\n\nWe are neighbours.\n");
  const output = join(folder, "public");
  execFileSync(process.env.HANDBILL, ["build", folder, "--output", output, "--date", "2026-11-24"], { stdio: "pipe" });
  return readFileSync(join(output, readdirSync(output).find((file) => /^style\..*\.css$/.test(file))));
}

for (const colour of COLOURS) {
  test(`words can be read in the palette of ${colour ?? "the theme"}`, async () => {
    const body = styles(colour);
    const found = [];
    for (const [mode, options] of Object.entries(MODES)) {
      const { context, page, faults } = await newPage(browser, options, ADDRESSES.root);
      await page.route("**/style.*.css", (route) => route.fulfill({ body, contentType: "text/css" }));
      for (const place of PLACES) {
        await page.goto(ADDRESSES.root + place);
        faults.push(...(await contrastFaults(page, options.contrast ? "AAA" : "AA")));
        found.push(...faults.splice(0).map((fault) => `${mode}, /${place}: ${fault}`));
      }
      await context.close();
    }
    assert.deepEqual(found, []);
  });
}
