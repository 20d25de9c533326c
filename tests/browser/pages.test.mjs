// Every page of the example site, in a browser.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, loadFaults, looksFaults, newPage, open, outlineFaults } from "./lib/browser.mjs";
import { ADDRESSES, pages } from "./lib/sites.mjs";

let browser;
let view;
before(async () => {
  browser = await launch();
  view = await newPage(browser, { colorScheme: "light" }, ADDRESSES.root);
});
after(() => browser?.close());

for (const place of pages("root")) {
  test(`${place.at}: outline, width, and axe-core in all modes`, async () => {
    const { page, faults } = view;
    faults.length = 0;
    await page.setViewportSize({ width: 1280, height: 800 });
    await open(page, place);
    const found = [...(await outlineFaults(page)), ...(await loadFaults(page)), ...(await looksFaults(page))];
    assert.deepEqual([...found, ...faults], []);
  });
}
