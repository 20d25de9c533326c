// Every page of the example site, in a browser.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, loadFaults, newPage, open, outlineFaults, sidewaysFaults } from "./lib/browser.mjs";
import { ADDRESSES, pages } from "./lib/sites.mjs";

let browser;
let view;
before(async () => {
  browser = await launch();
  view = await newPage(browser, { colorScheme: "light" }, ADDRESSES.root);
});
after(() => browser?.close());

for (const place of pages("root")) {
  test(`${place.at}: outline, width and axe-core`, async () => {
    const { page, faults } = view;
    faults.length = 0;
    await page.setViewportSize({ width: 1280, height: 800 });
    await open(page, place);
    const found = [...(await outlineFaults(page)), ...(await loadFaults(page))];
    for (const width of [1280, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await sidewaysFaults(page)).map((fault) => `${width}: ${fault}`));
      if (width !== 320) found.push(...(await axe(page)).map((fault) => `${width}: ${fault}`));
    }
    assert.deepEqual([...found, ...faults], []);
  });
}
