// A site in Arabic: right to left, and as sound as the other.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, loadFaults, newPage, open, outlineFaults, sidewaysFaults } from "./lib/browser.mjs";
import { ADDRESSES, pages } from "./lib/sites.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const place of pages("rtl")) {
  test(`right to left, ${place.at}: direction, outline, width and axe-core`, async () => {
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
    faults.push(...(await outlineFaults(page)), ...(await loadFaults(page)));
    for (const width of [1280, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      faults.push(...(await sidewaysFaults(page)).map((fault) => `${width}: ${fault}`));
      if (width !== 320) faults.push(...(await axe(page)).map((fault) => `${width}: ${fault}`));
    }
    await context.close();
    assert.deepEqual(faults, []);
  });
}
