// The palettes of other groups' colours: contrast of all words, as a browser shows them, in each mode.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { contrastFaults, launch, newPage } from "./lib/browser.mjs";
import { stylesIn } from "./lib/palettes.mjs";
import { ADDRESSES } from "./lib/sites.mjs";

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

for (const colour of COLOURS) {
  test(`words can be read in the palette of ${colour ?? "the theme"}`, async () => {
    const body = stylesIn(colour);
    const found = [];
    const { context, page, faults } = await newPage(browser, {}, ADDRESSES.root);
    await page.route("**/style.*.css", (route) => route.fulfill({ body, contentType: "text/css" }));
    for (const place of PLACES) {
      await page.goto(ADDRESSES.root + place);
      for (const [mode, options] of Object.entries(MODES)) {
        await page.emulateMedia({ colorScheme: "light", contrast: "no-preference", ...options });
        faults.push(...(await contrastFaults(page, options.contrast ? "AAA" : "AA")));
        found.push(...faults.splice(0).map((fault) => `${mode}, /${place}: ${fault}`));
      }
    }
    await context.close();
    assert.deepEqual(found, []);
  });
}

test("where a colour is nearly that of the paper, an edge shows where its bands end", async () => {
  const { context, page } = await newPage(browser, {}, ADDRESSES.root);
  await page.route("**/style.*.css", (route) => route.fulfill({ body: stylesIn("#fdfdfb"), contentType: "text/css" }));
  for (const place of ["", "campaigns/fix-the-lifts/", "principles/", "stories/down-eleven-floors/"]) {
    await page.goto(ADDRESSES.root + place);
    const found = await page.evaluate(() => {
      const paper = getComputedStyle(document.documentElement).backgroundColor;
      const light = (colour) => {
        const parts = colour.match(/\d+/g).slice(0, 3).map((part) => part / 255);
        const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return [...document.querySelectorAll(".masthead, .bold, .joining, .bold .card")].map((one) => {
        const [edge] = getComputedStyle(one).boxShadow.match(/rgb\([^)]*\)/) ?? [paper];
        const [bright, dark] = [light(paper), light(edge)].sort((a, b) => b - a);
        return { what: `${one.localName}.${one.className}`, contrast: (bright + 0.05) / (dark + 0.05) };
      });
    });
    assert.ok(found.length > 1);
    assert.deepEqual(found.filter(({ contrast }) => contrast < 3), [], `/${place}`);
  }
  await context.close();
});
