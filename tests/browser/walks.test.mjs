// Ways through the site: by keyboard, without JavaScript, and from a disk.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, loadFaults, newPage } from "./lib/browser.mjs";
import { ADDRESSES, WORK, pages } from "./lib/sites.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Presses Tab until the page is left. What is not reached, is out of its order, out of sight or without an outline is a fault. */
async function tabFaults(page) {
  const wanted = await page.evaluate(() => {
    const controls = "a[href], button, input, select, textarea, summary";
    // What is switched off, such as the box of a task that is done, is only looked at.
    const all = [...document.querySelectorAll(controls)].filter((element) => !element.matches(":disabled"));
    const shown = all.filter((element) => element.checkVisibility());
    shown.forEach((element, index) => {
      element.dataset.order = index;
    });
    return shown.map((element) => element.outerHTML.slice(0, 160));
  });
  const reached = [];
  const faults = [];
  for (let step = 0; step < wanted.length; step += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      return {
        order: Number(element.dataset.order ?? -1),
        html: element.outerHTML.slice(0, 160),
        outline: style.outlineStyle,
        outlineWidth: Number.parseFloat(style.outlineWidth),
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      };
    });
    if (!here) break;
    if (here.order >= 0) reached.push(here.order);
    if (here.outline === "none" || here.outlineWidth < 2) faults.push(`no outline: ${here.html}`);
    if (!here.seen) faults.push(`out of sight: ${here.html}`);
  }
  const missed = wanted.filter((_, index) => !reached.includes(index));
  faults.push(...missed.map((html) => `not reached: ${html}`));
  if (missed.length === 0 && reached.some((order, index) => order !== index)) faults.push(`in another order: ${reached}`);
  return { faults, controls: wanted.length };
}

for (const [place, width] of [
  ["", 1280],
  ["", 360],
  ["campaigns/fix-the-lifts/", 1280],
  ["campaigns/fix-the-lifts/", 360],
  ["definitions/", 1280],
]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`/${place} at ${width}, ${colorScheme}: Tab reaches everything, in order, and shows where it is`, async () => {
      const { context, page } = await newPage(browser, {
        colorScheme,
        reducedMotion: "reduce", // or the page is still scrolling when the test looks
        viewport: { width, height: 800 },
      });
      await page.goto(ADDRESSES.root + place);
      const { faults, controls } = await tabFaults(page);
      await context.close();
      assert.ok(controls > 10);
      assert.deepEqual(faults, []);
    });
  }
}

for (const site of ["root", "rtl"]) {
  test(`${site}: on every page Tab reaches everything, in order, and shows where it is`, async () => {
    const { context, page } = await newPage(browser, { reducedMotion: "reduce" });
    const faults = [];
    for (const { at, url } of pages(site).filter(({ redirect }) => !redirect)) {
      await page.goto(url);
      faults.push(...(await tabFaults(page)).faults.map((fault) => `${at}: ${fault}`));
    }
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test("the skip link leads to the text", async () => {
  const { context, page } = await newPage(browser);
  await page.goto(ADDRESSES.root);
  await page.keyboard.press("Tab");
  const target = await page.evaluate(() => document.activeElement.hash);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.hash === target);
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate((id) => document.querySelector(id).contains(document.activeElement), target));
  await context.close();
});

/** Clicks from the home page to a campaign, from there to a story, and on to the glossary. */
async function walk(page, home, faults) {
  const steps = [];
  const step = async (name, pattern) => {
    const links = page.locator("main a[href]");
    const hrefs = await links.evaluateAll((all) => all.map(({ href }) => href));
    const index = hrefs.findIndex((href) => pattern.test(href));
    assert.ok(index >= 0, `${page.url()} has no link to a ${name}: ${hrefs.join(" ")}`);
    await links.nth(index).click();
    await page.waitForURL(pattern);
    steps.push(page.url());
    assert.ok(await page.locator("main h1").isVisible(), `${name} has no heading`);
    faults.push(...(await loadFaults(page)));
  };
  await page.goto(home);
  faults.push(...(await loadFaults(page)));
  await step("campaign", /\/campaigns\/[^/#]+\/(index\.html)?$/);
  await step("story", /\/stories\/[^/#]+\/(index\.html)?$/);
  await step("definition", /\/definitions\/[^/]*\/?(index\.html)?(#.*)?$/);
  if (!/\/definitions\/(index\.html)?$/.test(page.url())) {
    const up = await page.locator("a[href]").evaluateAll((all) => all.map(({ href }) => href));
    const index = up.findIndex((href) => /\/definitions\/(index\.html)?(#.*)?$/.test(href));
    assert.ok(index >= 0, `${page.url()} has no link to the glossary`);
    await page.locator("a[href]").nth(index).click();
    await page.waitForURL(/\/definitions\/(index\.html)?(#.*)?$/);
    faults.push(...(await loadFaults(page)));
  }
  assert.ok((await page.locator("main dt, main h2").count()) > 3, "the glossary has no entries");
  return steps;
}

test("without JavaScript: home, campaign, story, glossary by clicking, and the same to look at", async () => {
  const { context, page, faults } = await newPage(browser, { javaScriptEnabled: false }, ADDRESSES.root);
  await walk(page, ADDRESSES.root, faults);
  const withScripts = await newPage(browser);
  for (const place of ["", "campaigns/fix-the-lifts/"]) {
    await page.goto(ADDRESSES.root + place);
    await withScripts.page.goto(ADDRESSES.root + place);
    const [off, on] = [await page.screenshot(), await withScripts.page.screenshot()];
    assert.ok(off.equals(on), `/${place} looks different without JavaScript`);
  }
  await context.close();
  await withScripts.context.close();
  assert.deepEqual(faults, []);
});

const portable = join(WORK, "portable");
test("from a disk (--portable): home, campaign, story, glossary by clicking, with styles and pictures", {
  skip: existsSync(portable) ? false : "this handbill has no --portable",
}, async () => {
  const { context, page, faults } = await newPage(browser);
  page.on("request", (request) => {
    if (!request.url().startsWith(pathToFileURL(portable).href)) faults.push(`elsewhere: ${request.url()}`);
  });
  await walk(page, pathToFileURL(join(portable, "index.html")).href, faults);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).display), "flex");
  await context.close();
  assert.deepEqual(faults, []);
});
