// A site in Arabic: right to left, and as sound as the other.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, loadFaults, looksFaults, newPage, open, outlineFaults } from "./lib/browser.mjs";
import { ADDRESSES, pages } from "./lib/sites.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const place of pages("rtl")) {
  test(`right to left, ${place.at}: direction, outline, width, and axe-core in all modes`, async () => {
    const { context, page, faults } = await newPage(browser, {}, ADDRESSES.rtl);
    await open(page, place);
    if (!place.redirect) {
      const { dir, lang, direction, align } = await page.evaluate(() => {
        const text = document.createRange();
        text.selectNodeContents(document.querySelector("h1"));
        const h1 = text.getBoundingClientRect();
        return {
          dir: document.documentElement.dir,
          lang: document.documentElement.lang,
          direction: getComputedStyle(document.body).direction,
          align: h1.left + h1.right > innerWidth ? "right" : "left",
        };
      });
      assert.deepEqual({ dir, lang, direction, align }, { dir: "rtl", lang: "ar", direction: "rtl", align: "right" });
    }
    faults.push(...(await outlineFaults(page)), ...(await loadFaults(page)), ...(await looksFaults(page)));
    await context.close();
    assert.deepEqual(faults, []);
  });
}
