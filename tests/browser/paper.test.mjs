// Pages on paper.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { launch, loadFaults, newPage } from "./lib/browser.mjs";
import { ADDRESSES, pages } from "./lib/sites.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** What can be read on each side of a PDF, with single spaces. */
const sides = (pdf) =>
  execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" })
    .split("\f")
    .slice(0, -1)
    .map((side) => side.replace(/\s+/g, " "));

for (const place of pages("root").filter(({ at, redirect }) => !redirect && /^\/campaigns\/[^/]+\/$/.test(at))) {
  test(`${place.at} fits on two sides of A4, with its contact and its address`, async () => {
    const { context, page } = await newPage(browser);
    await page.goto(place.url);
    await loadFaults(page);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await page.emulateMedia({ media: "print" });
    for (const part of [".foot .contact", "main h1"]) assert.ok(await page.locator(part).first().isVisible(), part);
    await context.close();
    assert.ok(sides(pdf).length <= 2, `${sides(pdf).length} sides`);
  });
}

/** Pages, and what the margin of each of their sides has to say. */
const MARGINS = {
  "campaigns/fix-the-lifts/": ["Kettle Wharf Neighbours", "Fix both lifts at Bellfounders Court for good", "/lifts", "20 November 2026"],
  "principles/": ["Kettle Wharf Neighbours", "How we work", "/principles/", "Version 1.2"],
  "principles/listen-first/": ["Listen first", "/principles/listen-first/", "Version 1.2"],
  "stories/down-eleven-floors/": ["Down eleven floors in a kitchen chair", "/stories/down-eleven-floors/", "1 November 2026"],
};

for (const [place, wanted] of Object.entries(MARGINS)) {
  test(`/${place}: in the margin of each side stand the group, the title, the address, and the version or the day`, async () => {
    const { context, page } = await newPage(browser);
    await page.goto(ADDRESSES.root + place);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await context.close();
    sides(pdf).forEach((side, index, all) => {
      // The margin is the last thing on a side; what stands in it may be broken into two lines.
      const margin = side.slice(-260);
      assert.match(margin, new RegExp(`${index + 1} ?/ ?${all.length}\\b`));
      for (const one of [...wanted, new URL(ADDRESSES.root).host]) assert.ok(margin.includes(one), `no “${one}” in “${margin}”`);
    });
  });
}

test("a browser that cannot write in margins says it once, at the end", async () => {
  const { context, page } = await newPage(browser);
  let changed = false;
  await page.route("**/style.*.css", async (route) => {
    const response = await route.fetch();
    const css = await response.text();
    // Such a browser knows neither boxes in the margin nor what they are asked for with.
    const body = css.replace(/@supports not \(width:\s*attr\(x px\)\)/, "@supports (display: block)").replace(/@bottom-(left|right)\s*\{[^}]*\}/g, "");
    changed = body.length < css.length && body.includes("@supports (display: block)");
    await route.fulfill({ response, body });
  });
  const place = "stories/down-eleven-floors/";
  await page.goto(ADDRESSES.root + place);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await context.close();
  assert.ok(changed);
  // It may be broken into lines anywhere.
  const all = sides(pdf).map((side) => side.replaceAll(" ", ""));
  const wanted = [...MARGINS[place], new URL(ADDRESSES.root).host].map((one) => one.replaceAll(" ", ""));
  for (const one of wanted) assert.ok(all.at(-1).slice(-300).includes(one), `no “${one}” in “${all.at(-1).slice(-300)}”`);
  assert.equal(all.join("").split("/stories/down-eleven-floors/").length, 2);
});

/** What stays together on one side, but for an action with a letter to copy, which may be longer than a side. */
const WHOLE = ".card:not(.card-action:has(details)), .quote, .timeline > li, .demands > li, .stats > li, .glossary > div, .notice, .do, .dont, .terms dl > div";
/** Pages with many of these. */
const MANY = [
  ["root", ["", "campaigns/", "resources/", "quotes/", "actions/", "definitions/", "principles/", "campaigns/fix-the-lifts/"]],
  ["stress", ["stories/", "definitions/"]],
];

for (const [site, places] of MANY) {
  test(`${site}: no card, quote or moment is broken between two sides`, async (t) => {
    const { context, page } = await newPage(browser);
    const faults = [];
    let [sheets, marked] = [0, 0];
    for (const place of places) {
      await page.goto(ADDRESSES[site] + place);
      await loadFaults(page);
      await page.emulateMedia({ media: "print" });
      // A mark of its own as the first and the last thing in each.
      const count = await page.evaluate((whole) => {
        const all = [...document.querySelectorAll(whole)].filter((one) => one.checkVisibility());
        const mark = (text) => {
          const line = Object.assign(document.createElement("div"), { textContent: text });
          line.style.setProperty("display", "block", "important"); // also where a campaign's sheet leaves lines out
          return line;
        };
        all.forEach((one, index) => {
          one.prepend(mark(`ZA${index}Z`));
          one.append(mark(`ZE${index}Z`));
        });
        return all.length;
      }, WHOLE);
      const found = sides(await page.pdf({ preferCSSPageSize: true }));
      const side = (mark) => found.findIndex((text) => text.includes(mark));
      for (let index = 0; index < count; index += 1) {
        const [start, end] = [side(`ZA${index}Z`), side(`ZE${index}Z`)];
        if (start < 0 || start !== end) faults.push(`/${place}: ${index} begins on side ${start + 1} and ends on ${end + 1}`);
      }
      sheets += found.length;
      marked += count;
    }
    await context.close();
    t.diagnostic(`${marked} on ${sheets} sides`);
    assert.ok(marked > 80 && sheets > 10, `${marked} on ${sheets}`);
    assert.deepEqual(faults, []);
  });
}

test("the words that a page explains stand at its end, each with what it means", async () => {
  const { context, page } = await newPage(browser);
  const found = [];
  for (const { at, url, html } of pages("root")) {
    if (!/class="?terms\b/.test(html)) continue;
    await page.goto(url);
    await page.emulateMedia({ media: "print" });
    const words = await page.locator(".terms dl > div").evaluateAll((all) => all.map((one) => ({
      term: one.querySelector("dt").innerText.trim(),
      means: one.querySelector("dd").innerText.trim(),
      seen: one.checkVisibility(),
    })));
    assert.ok(words.length > 0, at);
    for (const { term, means, seen } of words) assert.ok(term && means.length > 10 && seen, `${at}: ${term}: ${means}`);
    found.push(at);
  }
  await context.close();
  for (const at of ["/", "/campaigns/fix-the-lifts/", "/principles/", "/principles/listen-first/"]) assert.ok(found.includes(at), at);
});

test("on every page navigation is gone, and the title and the group are there", async () => {
  const { context, page } = await newPage(browser);
  await page.emulateMedia({ media: "print" });
  const faults = [];
  for (const { at, url, redirect } of pages("root")) {
    if (redirect) continue;
    await page.goto(url);
    const found = await page.evaluate(() => {
      const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
      const wrong = shown("nav a, .skip, .pager, .beside").map((one) => `shown: ${one.outerHTML.slice(0, 80)}`);
      for (const needed of ["main h1", ".brand"]) if (shown(needed).length === 0) wrong.push(`not shown: ${needed}`);
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
