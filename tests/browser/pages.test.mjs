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
    // Beside itself and its pictures a page asks for one stylesheet, and one that only sends on for nothing.
    const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    const more = asked.filter((url) => !/\.(svg|png|jpe?g|webp|gif|ico)$/.test(url));
    if (more.length !== (place.redirect ? 0 : 1) || !more.every((url) => /\/style\.[0-9a-f]+\.css$/.test(url))) found.push(`asks for ${more.join(" and ")}`);
    assert.deepEqual([...found, ...faults], []);
  });
}

test("what must not be on a page is found if it is there", async () => {
  const { context, page, faults } = await newPage(browser, { colorScheme: "light" }, ADDRESSES.root);
  const body = `<!doctype html><html lang="en"><head><title>A page</title><link rel="stylesheet" href="/faulty.css"></head>
<body><main><h1>A page</h1><h3>Too deep</h3><p class="wide">Wide</p><p class="dark">Dark</p><p class="forced">Forced</p><p class="more">More</p>
<p style="color: red">Inline</p><img src="https://elsewhere.example/spy.png" alt=""><a href="/"></a></main></body></html>`;
  const styles = `body { background: #fff; color: #000 } .wide { width: 900px }
@media (prefers-color-scheme: dark) { .dark { color: #eee } } @media (forced-colors: active) { .forced { forced-color-adjust: none; color: #eee; background: #fff } }
@media (prefers-contrast: more) { .more { color: #666 } }`;
  await page.route("**/faulty.css", (route) => route.fulfill({ body: styles, contentType: "text/css" }));
  await page.route("**/faulty.html", async (route) => {
    const response = await route.fetch({ url: ADDRESSES.root }); // with the policy of all pages
    await route.fulfill({ response, body });
  });
  await page.goto(`${ADDRESSES.root}faulty.html`);
  const found = [...(await outlineFaults(page)), ...(await loadFaults(page)), ...(await looksFaults(page)), ...faults].join("\n");
  await context.close();
  for (const wanted of [
    /h3 after h1/,
    /other host: https:\/\/elsewhere/,
    /console: .*inline style/,
    /picture does not load/,
    /^360: scrolls sideways/m,
    /^1280: axe link-name/m,
    /^360, dark: axe color-contrast:.*\.dark/m,
    /^1280, forced colours: axe color-contrast:.*\.forced/m,
    /^1280, more contrast: axe color-contrast-enhanced:.*\.more/m,
  ])
    assert.match(found, wanted);
});
