// A browser that notes what a page does wrong, and what can be asked of a page in it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The browser; no address but this machine's can be found in it. */
export function launch(more = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", ...more],
  });
}

/** A page whose faults (console errors, broken policies, requests elsewhere) gather in `faults`. */
export async function newPage(browser, options = {}, origin = null) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    // A browser asks every host for this file when a page names no picture of its own.
    if (message.location().url.endsWith("/favicon.ico")) return;
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // Aborted is what was still on its way when the page was left.
    if (why !== "net::ERR_ABORTED") faults.push(`request failed: ${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    if (origin && new URL(request.url()).origin !== new URL(origin).origin) faults.push(`other host: ${request.url()}`);
  });
  return { context, page, faults };
}

/** Opens a page of a site. One that sends on to another page stays, so that it can be looked at. */
export async function open(page, { url, redirect }) {
  if (redirect) {
    await page.route(url, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<meta[^>]*http-equiv=["']?refresh[^>]*>/i, "");
      await route.fulfill({ response, body });
    });
  }
  await page.goto(url, { waitUntil: "load" });
}

/**
 * What axe-core finds wrong on the page, by all its rules: those of every level of WCAG, best practice and experiments.
 * One is left out: contrast of level AAA, which is for readers who ask for it (`contrastFaults`).
 */
export function axe(page) {
  return run(page, (ids) => ids.filter((id) => id !== "color-contrast-enhanced"));
}

/**
 * What axe-core finds wrong with the colours on the page alone, where nothing else differs from what `axe` has seen:
 * words that do not stand out by level AA or AAA, and links that only their colour tells from the words around them.
 */
export function colourFaults(page, level = "AA") {
  return run(page, () => [level === "AAA" ? "color-contrast-enhanced" : "color-contrast", "link-in-text-block"]);
}

/** Words on the page whose contrast is less than that of level AA or AAA, as axe-core sees it. */
export function contrastFaults(page, level) {
  return run(page, () => [level === "AAA" ? "color-contrast-enhanced" : "color-contrast"]);
}

async function run(page, choose) {
  // The script stays as long as the page does, and costs more than many of its rules.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const ids = choose(await page.evaluate(() => globalThis.axe.getRules().map(({ ruleId }) => ruleId)));
  const { violations } = await page.evaluate(
    (ids) => globalThis.axe.run(document, { runOnly: { type: "rule", values: ids }, resultTypes: ["violations"] }),
    ids,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
      return `axe ${id}: ${help}: ${target.join(" ")} (${why})`;
    }),
  );
}

/** What a reader can ask the browser for that changes the colours of a page, and the contrast that words have then. */
const COLOURS = {
  dark: [{ colorScheme: "dark" }, "AA"],
  "forced colours": [{ forcedColors: "active" }, "AA"],
  "more contrast": [{ contrast: "more" }, "AAA"],
};
const AS_IT_IS = { colorScheme: "light", contrast: "no-preference", forcedColors: "none" };

/**
 * What is wrong with the page at 1280, 360 and 320 pixels: what scrolls sideways, and at the first two what axe-core
 * finds, by all its rules as the page is, and by those of colour in the modes that change nothing else.
 */
export async function looksFaults(page) {
  const found = [];
  for (const width of [1280, 360, 320]) {
    const say = (faults, mode = "") => found.push(...faults.map((fault) => `${width}${mode && `, ${mode}`}: ${fault}`));
    await page.setViewportSize({ width, height: 800 });
    say(await sidewaysFaults(page));
    if (width === 320) continue;
    say(await axe(page));
    for (const [mode, [asked, level]] of Object.entries(COLOURS)) {
      await page.emulateMedia({ ...AS_IT_IS, ...asked });
      say(await colourFaults(page, level), mode);
    }
    await page.emulateMedia(AS_IT_IS);
  }
  return found;
}

/** Faults of the page's outline: headings, ids, landmarks, language. */
export function outlineFaults(page) {
  return page.evaluate(() => {
    const faults = [];
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    const ones = headings.filter(({ localName }) => localName === "h1").length;
    if (ones !== 1) faults.push(`${ones} h1`);
    let last = 0;
    for (const heading of headings) {
      const level = Number(heading.localName[1]);
      if (level > last + 1) faults.push(`h${level} after h${last}: ${heading.textContent.trim()}`);
      if (!heading.textContent.trim()) faults.push(`an empty h${level}`);
      last = level;
    }
    const seen = new Set();
    for (const { id } of document.querySelectorAll("[id]")) {
      if (seen.has(id)) faults.push(`id twice: ${id}`);
      seen.add(id);
    }
    if (document.querySelectorAll("main").length !== 1) faults.push("not one main");
    if (!document.title.trim()) faults.push("no title");
    if (!document.documentElement.lang) faults.push("no lang");
    return faults;
  });
}

/** What makes the page scroll sideways, if anything does. */
export function sidewaysFaults(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const width = root.clientWidth;
    if (Math.max(root.scrollWidth, document.body.scrollWidth) <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5);
    });
    const names = wide.slice(0, 5).map((e) => `${e.localName}.${e.className} ${e.textContent.trim().slice(0, 40)}`);
    return [`scrolls sideways: ${root.scrollWidth} > ${width}: ${names.join(" | ")}`];
  });
}

/** Pictures that did not load, and a page whose styles did not. */
export function loadFaults(page) {
  return page.evaluate(async () => {
    const faults = [];
    for (const image of document.images) {
      image.loading = "eager";
      await image.decode().catch(() => {});
      if (!image.complete || image.naturalWidth === 0) faults.push(`picture does not load: ${image.src}`);
    }
    if (getComputedStyle(document.body).boxSizing !== "border-box" && document.styleSheets.length > 0)
      faults.push("styles do not load");
    return faults;
  });
}
