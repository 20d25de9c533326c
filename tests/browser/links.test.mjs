// Every address in the built sites leads somewhere, at the root of a host and under a base path.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, newPage, open } from "./lib/browser.mjs";
import { ADDRESSES, bytes, files, pages } from "./lib/sites.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** All addresses on a page, and all ids that an address can name. */
function collect(page) {
  return page.evaluate(() => {
    const addresses = [];
    const add = (written) => {
      const url = new URL(written, document.baseURI);
      addresses.push({ written, url: url.href });
    };
    for (const name of ["href", "src", "data", "poster", "cite"])
      for (const element of document.querySelectorAll(`[${name}]`)) add(element.getAttribute(name));
    for (const element of document.querySelectorAll("[srcset]"))
      for (const one of element.getAttribute("srcset").split(",")) add(one.trim().split(/\s+/)[0]);
    for (const element of document.querySelectorAll("meta[property='og:url'], meta[property='og:image']")) add(element.content);
    return { addresses, ids: [...document.querySelectorAll("[id]")].map(({ id }) => id) };
  });
}

for (const site of ["root", "group", "rtl"]) {
  const base = ADDRESSES[site];

  test(`${site}: every link, picture, style and #anchor is there`, async () => {
    const { context, page } = await newPage(browser);
    const ids = new Map();
    const wanted = new Map();
    for (const place of pages(site)) {
      await open(page, place);
      const found = await collect(page);
      ids.set(place.url, new Set(found.ids));
      for (const { url } of found.addresses) {
        if (!wanted.has(url)) wanted.set(url, place.at);
      }
    }
    await context.close();
    const faults = [];
    const statuses = new Map();
    let checked = 0;
    for (const [wantedUrl, from] of wanted) {
      const url = new URL(wantedUrl);
      if (url.origin !== new URL(base).origin) {
        if (!["http:", "https:", "mailto:", "tel:", "sms:"].includes(url.protocol)) faults.push(`${from}: ${wantedUrl}`);
        continue;
      }
      checked += 1;
      const anchor = decodeURIComponent(url.hash.slice(1));
      url.hash = "";
      if (!statuses.has(url.href)) statuses.set(url.href, (await fetch(url)).status);
      if (statuses.get(url.href) !== 200) faults.push(`${from}: ${wantedUrl}: ${statuses.get(url.href)}`);
      else if (anchor && !ids.get(url.href)?.has(anchor)) faults.push(`${from}: ${wantedUrl}: no such anchor`);
    }
    assert.ok(checked > 20, `only ${checked} addresses`);
    assert.deepEqual(faults, []);
  });

  test(`${site}: every page can be reached by links from the home page`, async () => {
    const { context, page } = await newPage(browser);
    const all = new Map(pages(site).map((place) => [place.url, place]));
    const links = new Map();
    for (const place of all.values()) {
      await open(page, place);
      links.set(place.url, await page.evaluate(() => [...document.links].map(({ href }) => href.split("#")[0])));
    }
    await context.close();
    const seen = new Set([base]);
    const queue = [base];
    while (queue.length > 0) {
      for (const href of links.get(queue.pop()) ?? []) {
        if (all.has(href) && !seen.has(href)) {
          seen.add(href);
          queue.push(href);
        }
      }
    }
    // Nothing leads to the page for addresses that are not there.
    const apart = ["/404.html"];
    const lost = [...all.values()].filter(({ url, redirect, at }) => !seen.has(url) && !redirect && !apart.includes(at));
    assert.deepEqual(lost.map(({ at }) => at), []);
  });

  test(`${site}: addresses in styles, site map and feeds are there`, async () => {
    const faults = [];
    for (const path of files(site).filter((name) => /\.(css|xml|txt|json|ics)$/.test(name))) {
      const text = bytes(site, path).toString("utf8");
      const found = [...text.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, one]) => new URL(one, base + path).href);
      for (const [one] of text.matchAll(/https?:\/\/127\.0\.0\.1:\d+[^\s"'<>\\)]*/g)) found.push(one.replace(/&amp;/g, "&"));
      for (const url of found) {
        if (url.startsWith("data:")) continue;
        if (!url.startsWith(base)) faults.push(`${path}: ${url}: not under ${base}`);
        else if ((await fetch(url)).status !== 200) faults.push(`${path}: ${url}`);
      }
    }
    assert.deepEqual(faults, []);
  });

  test(`${site}: pages that send on arrive`, async () => {
    const { context, page, faults } = await newPage(browser, {}, base);
    for (const { url, at } of pages(site).filter(({ redirect }) => redirect)) {
      await page.goto(url);
      await page.waitForURL((now) => now.href !== url, { timeout: 5000 }).catch(() => faults.push(`${at}: stays`));
      if (!page.url().startsWith(base)) faults.push(`${at}: arrives at ${page.url()}`);
      await page.waitForSelector("main");
    }
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`${site}: an address that is not there shows the site's own page, with styles`, async () => {
    const { context, page, faults } = await newPage(browser, {}, base);
    const response = await page.goto(`${base}no/such/page/`);
    assert.equal(response.status(), 404);
    assert.notEqual(await page.title(), "");
    assert.equal(await page.evaluate(() => document.styleSheets.length > 0 && getComputedStyle(document.body).display), "flex");
    assert.equal(await page.evaluate(() => document.links[1].href), base);
    await context.close();
    assert.deepEqual(faults.filter((fault) => !fault.includes("404")), []);
  });
}
