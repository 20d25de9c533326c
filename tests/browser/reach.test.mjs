// Pages for fingers, narrow windows and readers who set their own spacing, on every page and on the worst ones.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, newPage, sidewaysFaults } from "./lib/browser.mjs";
import { ADDRESSES, pages } from "./lib/sites.mjs";

/** Pages of a site with too much or too little of everything (lib/stress.mjs). */
const STRESS = ["", "campaigns/", "campaigns/long/", "campaigns/bare/", "stories/", "stories/page/3/", "definitions/", "principles/", "principles/only-one/", "people/", "long-text/", "tags/"];

/** What WCAG 1.4.12 lets a reader set. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const places = (site) => pages(site).filter(({ redirect }) => !redirect).map(({ at, url }) => ({ at, url }));
const stress = () => STRESS.map((at) => ({ at: `/${at}`, url: ADDRESSES.stress + at }));

/** Text that does not fit its box, that is covered, or that stands outside the window. The window is as high as the page. */
function lostText(page) {
  return page.evaluate(() => {
    const faults = [];
    const say = (what, element, text) =>
      faults.length < 10 && faults.push(`${what}: ${element.localName}.${element.className} "${text.trim().slice(0, 50)}"`);
    for (const element of document.querySelectorAll("body *")) {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === "inline" || element.closest("svg")) continue;
      const cut = (overflow) => overflow === "hidden" || overflow === "clip";
      if (cut(overflowX) && element.scrollWidth > element.clientWidth + 1) say("cut off", element, element.textContent);
      if (cut(overflowY) && element.scrollHeight > element.clientHeight + 1) say("cut off", element, element.textContent);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!node.data.trim() || element.closest(".skip, pre, .table") || !element.checkVisibility()) continue;
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width < 2) continue;
        if (box.left < -1 || box.right > innerWidth + 1) say("outside the window", element, node.data);
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        if (y > innerHeight) continue; // further down than a window can be high
        const top = document.elementFromPoint(x, y);
        if (!top || !(top === element || top.contains(element) || element.contains(top))) say(`covered by ${top?.localName}.${top?.className}`, element, node.data);
      }
    }
    return faults;
  });
}

async function wholeHeight(page, width) {
  await page.setViewportSize({ width, height: 800 });
  const high = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(high, 30000) });
}

for (const [site, all] of [["root", () => places("root")], ["rtl", () => places("rtl")], ["stress", stress]]) {
  test(`${site}: at 320 pixels nothing scrolls sideways and no text is lost, with a reader's own spacing too`, async () => {
    const { context, page } = await newPage(browser, { reducedMotion: "reduce" });
    const faults = [];
    for (const { at, url } of all()) {
      await page.goto(url);
      for (const spacing of ["", SPACING]) {
        await page.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [sheet];
        }, spacing);
        for (const width of spacing ? [320, 1280] : [320]) {
          await wholeHeight(page, width);
          const found = [...(await sidewaysFaults(page)), ...(await lostText(page))];
          faults.push(...found.map((fault) => `${at} at ${width}${spacing ? ", spaced" : ""}: ${fault}`));
        }
      }
    }
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`${site}: what can be tapped is 44 pixels wide and high, but for links in a sentence`, async () => {
    const { context, page } = await newPage(browser, { viewport: { width: 360, height: 800 } });
    const faults = [];
    for (const { at, url } of all()) {
      await page.goto(url);
      const found = await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        const small = [];
        for (const element of document.querySelectorAll("a[href], summary, button")) {
          if (!element.checkVisibility() || element.matches(".skip")) continue;
          // WCAG 2.5.5 leaves out what stands in a line of text.
          const line = element.closest("p, li, dd, dt, figcaption, blockquote, .prose");
          const inText = line && line.textContent.trim() !== element.textContent.trim() && getComputedStyle(element).display === "inline";
          const inProse = element.closest(".prose");
          const { width, height } = element.getBoundingClientRect();
          if (!inText && !inProse && (width < 43.5 || height < 43.5))
            small.push(`${Math.round(width)}×${Math.round(height)} ${element.outerHTML.slice(0, 90)}`);
        }
        return small.slice(0, 6);
      });
      faults.push(...found.map((fault) => `${at}: ${fault}`));
    }
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test("at 360 pixels the way around the site takes one row, and opens without a script", async () => {
  const { context, page } = await newPage(browser, { viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
  await page.goto(ADDRESSES.root);
  const high = (await page.locator(".masthead").boundingBox()).height;
  assert.ok(high <= 88, `the masthead is ${high} pixels high`);
  assert.equal(await page.locator(".menu a").first().isVisible(), false);
  await page.locator(".masthead summary").click();
  for (const link of await page.locator(".menu a").all()) assert.ok(await link.isVisible());
  await context.close();
});

test("where there is room the menu is a row", async () => {
  const { context, page } = await newPage(browser, { viewport: { width: 1280, height: 800 } });
  await page.goto(ADDRESSES.root);
  assert.equal(await page.locator(".masthead summary").isVisible(), false);
  const tops = await page.locator(".menu a").evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  assert.ok(tops.length > 3);
  assert.equal(new Set(tops).size, 1, tops.join());
  await context.close();
});
