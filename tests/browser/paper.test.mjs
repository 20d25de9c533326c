// Pages on paper.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, loadFaults, newPage } from "./lib/browser.mjs";
import { ADDRESSES, pages } from "./lib/sites.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const sheets = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;

for (const place of pages("root").filter(({ at, redirect }) => !redirect && /^\/campaigns\/[^/]+\/$/.test(at))) {
  test(`${place.at} fits on two sides of A4, with its contact and its address`, async () => {
    const { context, page } = await newPage(browser);
    await page.goto(place.url);
    await loadFaults(page);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await page.emulateMedia({ media: "print" });
    for (const part of [".printed", ".foot .contact", "main h1"]) assert.ok(await page.locator(part).first().isVisible(), part);
    await context.close();
    assert.ok(sheets(pdf) <= 2, `${sheets(pdf)} sides`);
  });
}

test("a campaign's short address is printed", async () => {
  const { context, page } = await newPage(browser);
  await page.goto(`${ADDRESSES.root}campaigns/fix-the-lifts/`);
  await page.emulateMedia({ media: "print" });
  assert.match(await page.locator(".printed").innerText(), new RegExp(`${new URL(ADDRESSES.root).host}/lifts`));
  await context.close();
});

test("on every page navigation is gone, the title, the group and the address are there, and closed letters are open", async () => {
  const { context, page } = await newPage(browser);
  await page.emulateMedia({ media: "print" });
  const faults = [];
  for (const { at, url, redirect } of pages("root")) {
    if (redirect) continue;
    await page.goto(url);
    const found = await page.evaluate(() => {
      const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
      const wrong = shown("nav a, .skip, .pager, .beside").map((one) => `shown: ${one.outerHTML.slice(0, 80)}`);
      for (const needed of ["main h1", ".printed", ".brand"]) if (shown(needed).length === 0) wrong.push(`not shown: ${needed}`);
      const white = (colour) => /^rgba?\(255, 255, 255|, 0\)$|^transparent$/.test(colour);
      for (const one of shown("body, main *, .masthead, .foot"))
        if (!white(getComputedStyle(one).backgroundColor) && one.localName !== "meter" && one.localName !== "img")
          wrong.push(`ink behind ${one.localName}.${one.className}`);
      return wrong.slice(0, 5);
    });
    faults.push(...found.map((fault) => `${at}: ${fault}`));
  }
  await context.close();
  assert.deepEqual(faults, []);
});
