// Dark, forced colours and more contrast by all the rules of axe-core, on one page of each shape. On every page the
// rules of colour are asked by pages.test.mjs and rtl.test.mjs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, newPage, sidewaysFaults } from "./lib/browser.mjs";
import { ADDRESSES } from "./lib/sites.mjs";

const MODES = {
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "forced colours, dark": { forcedColors: "active", colorScheme: "dark" },
  "more contrast": { contrast: "more" },
  "more contrast, dark": { contrast: "more", colorScheme: "dark" },
  "less motion": { reducedMotion: "reduce" },
};
const PLACES = ["", "campaigns/fix-the-lifts/", "stories/down-eleven-floors/", "principles/", "definitions/"];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const [mode, options] of Object.entries(MODES)) {
  for (const place of PLACES) {
    test(`/${place}: ${mode}`, async () => {
      const { context, page, faults } = await newPage(browser, options, ADDRESSES.root);
      await page.goto(ADDRESSES.root + place);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        faults.push(...(await axe(page)), ...(await sidewaysFaults(page)));
      }
      await context.close();
      assert.deepEqual(faults, []);
    });
  }
}

test("nothing moves for readers who have asked for less motion", async () => {
  const { context, page } = await newPage(browser, { reducedMotion: "reduce" }, ADDRESSES.root);
  const moving = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("*")].filter((one) => {
        const { scrollBehavior, transitionDuration, animationName } = getComputedStyle(one);
        return scrollBehavior !== "auto" || transitionDuration !== "0s" || animationName !== "none";
      }).length,
    );
  for (const place of PLACES) {
    await page.goto(ADDRESSES.root + place);
    assert.equal(await moving(), 0, `/${place}`);
  }
  await page.emulateMedia({ reducedMotion: "no-preference" });
  assert.ok((await moving()) > 0, "and for the others something does");
  await context.close();
});

test("text twice as large does not scroll sideways", async () => {
  const { context, page, faults } = await newPage(browser, { viewport: { width: 640, height: 800 } }, ADDRESSES.root);
  // 320 CSS pixels is 1280 at 400%; here the letters alone are doubled, as a reader's own setting does.
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("html { font-size: 225% !important; }");
    document.adoptedStyleSheets = [sheet];
  });
  for (const place of PLACES) {
    await page.goto(ADDRESSES.root + place);
    faults.push(...(await sidewaysFaults(page)).map((fault) => `/${place}: ${fault}`));
  }
  await context.close();
  assert.deepEqual(faults, []);
});
