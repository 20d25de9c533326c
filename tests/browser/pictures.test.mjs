// Pictures of pages for people to look at, in tests/browser/out.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, loadFaults, newPage } from "./lib/browser.mjs";
import { ADDRESSES, OUT } from "./lib/sites.mjs";

const PLACES = {
  home: "",
  campaign: "campaigns/fix-the-lifts/",
  story: "stories/down-eleven-floors/",
  set: "principles/",
  glossary: "definitions/",
};

let browser;
before(async () => {
  mkdirSync(OUT, { recursive: true });
  browser = await launch();
});
after(() => browser?.close());

async function picture(url, name, options, fullPage = true) {
  const { context, page } = await newPage(browser, { reducedMotion: "reduce", ...options });
  await page.goto(url);
  await loadFaults(page); // and with it the pictures further down
  await page.screenshot({ path: join(OUT, `${name}.png`), fullPage });
  await context.close();
}

for (const [name, place] of Object.entries(PLACES)) {
  test(`pictures of the ${name} page`, async () => {
    for (const width of [360, 1280])
      for (const colorScheme of ["light", "dark"])
        await picture(ADDRESSES.root + place, `${name}-${width}-${colorScheme}`, {
          colorScheme,
          viewport: { width, height: 800 },
        });
  });
}

test("pictures of the right-to-left home page", async () => {
  for (const width of [360, 1280]) await picture(ADDRESSES.rtl, `rtl-home-${width}`, { viewport: { width, height: 800 } });
});

test("picture for the readme", async () => {
  await picture(ADDRESSES.root, "example-site", { viewport: { width: 1280, height: 800 } }, false);
});

test("a campaign on paper", async () => {
  const { context, page } = await newPage(browser);
  await page.goto(ADDRESSES.root + PLACES.campaign);
  await loadFaults(page);
  const pdf = await page.pdf({ path: join(OUT, "campaign.pdf"), preferCSSPageSize: true, tagged: true });
  await context.close();
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok(sheets <= 8, `${sheets} sheets of paper`);
});
