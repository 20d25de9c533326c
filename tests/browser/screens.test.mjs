// Pictures of pages for people to look at, in tests/browser/out: `run.sh screens` makes these alone.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, loadFaults, newPage } from "./lib/browser.mjs";
import { stylesIn } from "./lib/palettes.mjs";
import { ADDRESSES, OUT } from "./lib/sites.mjs";

/** One page of each shape. */
const PLACES = {
  home: "",
  campaigns: "campaigns/",
  campaign: "campaigns/fix-the-lifts/",
  won: "campaigns/late-bus/",
  actions: "actions/",
  stories: "stories/",
  story: "stories/down-eleven-floors/",
  set: "principles/",
  principle: "principles/listen-first/",
  glossary: "definitions/",
  definition: "definitions/social-action/",
  quotes: "quotes/",
  resources: "resources/",
  resource: "resources/first-knock/",
  people: "people/",
  person: "people/maureen-tolley/",
  page: "what-is-organising/",
  about: "about/",
  privacy: "privacy/",
  accessibility: "accessibility/",
  tags: "tags/",
  tag: "tags/housing/",
  missing: "404.html",
};
const STRESS = { home: "", campaign: "campaigns/long/", list: "stories/", glossary: "definitions/", bare: "campaigns/bare/" };
/** Groups with another colour: deep, bright, and nearly that of the paper. */
const PALETTES = { red: "#8b0000", yellow: "#ffd83d", white: "#fdfdfb" };
const PAPER = ["home", "campaign", "story", "set", "principle", "glossary", "resource", "page"];
const WIDTHS = [360, 768, 1280];

let browser;
before(async () => {
  mkdirSync(OUT, { recursive: true });
  browser = await launch();
});
after(() => browser?.close());

/**
 * Pictures of a page at each width, light and dark, and of its first screen alone where it has no end; with other styles
 * than its own if there are any.
 */
async function pictures(url, name, widths, schemes, styles = null) {
  for (const colorScheme of schemes) {
    const { context, page } = await newPage(browser, { reducedMotion: "reduce", colorScheme });
    if (styles) await page.route("**/style.*.css", (route) => route.fulfill({ body: styles, contentType: "text/css" }));
    await page.goto(url);
    await loadFaults(page); // and with it the pictures further down
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const high = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.screenshot({ path: join(OUT, `${name}-${width}-${colorScheme}.png`), fullPage: high < 20000 });
    }
    await context.close();
  }
}

for (const [name, place] of Object.entries(PLACES))
  test(`pictures of the ${name} page`, () => pictures(ADDRESSES.root + place, name, WIDTHS, ["light", "dark"]));

for (const [name, place] of Object.entries({ home: "", campaign: "campaigns/clean-water/", story: "stories/three-bottles/" }))
  test(`pictures of the ${name} page from right to left`, () =>
    pictures(ADDRESSES.rtl + place, `rtl-${name}`, WIDTHS, ["light"]));

for (const [name, place] of Object.entries(STRESS))
  test(`pictures of the ${name} page of a site that has too much or too little of everything`, () =>
    pictures(ADDRESSES.stress + place, `stress-${name}`, [360, 1280], ["light"]));

for (const [colour, value] of Object.entries(PALETTES))
  test(`pictures of the site in ${colour}`, async () => {
    for (const name of ["home", "campaign", "set"])
      await pictures(ADDRESSES.root + PLACES[name], `${colour}-${name}`, [1280], ["light", "dark"], stylesIn(value));
  });

for (const name of PAPER)
  test(`the ${name} page on paper`, async () => {
    const { context, page } = await newPage(browser);
    await page.goto(ADDRESSES.root + PLACES[name]);
    await loadFaults(page);
    const path = join(OUT, `${name}.pdf`);
    await page.pdf({ path, preferCSSPageSize: true, tagged: true });
    await context.close();
    assert.equal(readFileSync(path).subarray(0, 5).toString(), "%PDF-");
  });

test("the menu, open on a telephone", async () => {
  const { context, page } = await newPage(browser, { viewport: { width: 360, height: 640 } });
  await page.goto(ADDRESSES.root);
  await page.locator(".masthead summary").click();
  await page.screenshot({ path: join(OUT, "menu-360-light.png") });
  await context.close();
});

test("picture for the readme", async () => {
  const { context, page } = await newPage(browser, { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  await page.goto(ADDRESSES.root);
  await loadFaults(page);
  const path = join(OUT, "example-site.png");
  await page.screenshot({ path });
  assert.ok(readFileSync(path).length < 300_000, "the readme's picture is too heavy");
  await context.close();
});
