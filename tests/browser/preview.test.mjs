// `handbill serve` in a browser, while the files of a real folder change under it.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { axe, launch, newPage, sidewaysFaults } from "./lib/browser.mjs";
import { Folder, serve } from "./lib/served-site.mjs";

const SITE_YAML = "name: Elm Court\nlang: en\ncontact: hello@elm.example\nmenu: [about, stories]\n";
const ABOUT = "---\ntitle: About us\n---\nWe live in Elm Court.\n";
const OTHER = "---\ntitle: Other page\n---\nIt is another.\n";
/** A page with room to scroll, and with what a reader can fill in and open. */
const TEMPLATE = `{% extends "theme/page.html" %}
{% block main %}{{ super() }}
<details><summary>More</summary><p>Inside.</p></details>
<form><label>Name <input name="name"></label> <label>Words <textarea name="words"></textarea></label></form>
<p class="long">${"word ".repeat(3000)}</p>{% endblock %}
`;
const story = (title, consent, more = "") =>
  `---\ntitle: ${JSON.stringify(title)}\ndate: 2026-10-02\nconsent: ${consent}\n${more}---\nThe lift was out for ${title.length} weeks.\n`;
const HOSTILE = "<img src=x onerror=globalThis.harmed=1>";
const FILES = {
  "site.yaml": SITE_YAML,
  "content/about.md": ABOUT,
  "content/other.md": OTHER,
  "content/stories/eleven-floors.md": story("Eleven floors", "given"),
  "templates/page.html": TEMPLATE,
  "styles/site.css": "h1 { color: rgb(0, 100, 0) }",
};

let browser;
let folder;
let server;
let context;
let page;
let faults;
/** What was opened beside, to be closed after a test. */
let beside = [];
before(async () => (browser = await launch()));
after(() => browser?.close());
beforeEach(() => (folder = new Folder(FILES)));
afterEach(async () => {
  await context?.close();
  for (const each of beside.splice(0)) await each.close();
  await server?.end();
  folder.remove("");
  context = server = undefined;
});

/** Starts the program and a browser. */
async function start(args = [], options = {}) {
  server = await serve(folder.root, args);
  ({ context, page, faults } = await newPage(browser, options, server.origin));
}

async function open(path, tab = page) {
  await tab.goto(server.origin + path);
  await tab.locator("handbill-preview .problems").waitFor({ state: "visible" });
}

async function until(holds, what = holds) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`waited in vain: ${what}`);
}

const part = (selector, tab = page) => tab.locator(`handbill-preview ${selector}`);
const says = (text, tab = page) =>
  until(async () => (await tab.locator("body").textContent()).includes(text), `the page says: ${text}`);
const main = (tab = page) => tab.locator("main").textContent();
const panelSays = (pattern, tab = page) =>
  until(async () => (await part("#panel", tab).isVisible()) && pattern.test(await part("#panel", tab).innerText()), pattern);
const mended = (tab = page) =>
  until(async () => (await part(".problems", tab).textContent()) !== "" && !(await part("#panel", tab).isVisible()), "the list of problems goes");
const mark = () => page.evaluate(() => (globalThis.kept = true));
const isKept = () => page.evaluate(() => globalThis.kept === true);

/** Reads what a reader has done to the page. */
const doings = () =>
  page.evaluate(() => ({
    scroll: Math.round(scrollY), focus: document.activeElement.name, name: document.forms[0].elements.name.value,
    words: document.forms[0].elements.words.value, open: document.querySelector("main details").open,
  }));

async function doThings() {
  await page.locator("main summary").click();
  await page.locator("[name=words]").fill("my words");
  await page.locator("[name=name]").fill("Hannah");
  await page.evaluate(() => scrollTo({ top: 120, behavior: "instant" }));
  await page.waitForTimeout(100);
  await mark();
  return await doings();
}

test("a text that is saved is shown, and nothing that the reader has done is lost", async () => {
  await start();
  await open("/about/");
  const before = await doThings();
  assert.ok(before.scroll > 0 && before.open && before.focus === "name", JSON.stringify(before));
  folder.write("content/about.md", ABOUT.replace("live", "have lived"));
  await says("We have lived in Elm Court.");
  assert.deepEqual(await doings(), before);
  folder.replace("content/about.md", ABOUT.replace("live", "still live"));
  await says("We still live in Elm Court.");
  assert.deepEqual(await doings(), before);
  assert.ok(await isKept());
  assert.deepEqual(faults, []);
});

test("a stylesheet and a template change without the page being loaded anew", async () => {
  await start();
  await open("/about/");
  const before = await doThings();
  const colour = () => page.evaluate(() => getComputedStyle(document.querySelector("h1")).color);
  assert.equal(await colour(), "rgb(0, 100, 0)");
  folder.write("styles/site.css", "h1 { color: rgb(0, 0, 200) }");
  await until(async () => (await colour()) === "rgb(0, 0, 200)");
  await until(async () => (await page.locator("head link[rel=stylesheet]").count()) === 1);
  folder.write("templates/page.html", TEMPLATE.replace("<form>", "<p>From the template.</p><form>"));
  await says("From the template.");
  const now = await doings();
  assert.deepEqual({ ...now, scroll: 0 }, { ...before, scroll: 0 });
  assert.ok(await isKept());
  // A template that is new takes the place of the theme's.
  folder.write("templates/parts/footer.html", "<footer>Our own foot.</footer>");
  await says("Our own foot.");
  folder.remove("templates/parts/footer.html");
  await until(async () => !(await page.locator("body").textContent()).includes("Our own foot."));
  assert.deepEqual(faults, []);
});

test("a mistake in a page shows in the list, the page stays, and all others go on", async () => {
  await start();
  const other = await newPage(browser, {}, server.origin);
  beside.push(other.context);
  await open("/about/");
  await open("/other/", other.page);
  await page.locator("[name=name]").fill("Hannah");
  folder.write("content/about.md", "---\ntitle: About us\ncolor: red\n---\nWe moved.\n");
  await panelSays(/1 error: nothing is published until it is mended[^]*color[^]*content\/about\.md:3:1[^]*What to do/);
  await panelSays(/You see this page as it was before the mistake/);
  assert.match(await main(), /We live in Elm Court\./);
  assert.equal(await page.evaluate(() => document.activeElement.name), "name");
  folder.write("content/other.md", OTHER.replace("another", "still shown"));
  await says("It is still shown.", other.page);
  await panelSays(/content\/about\.md:3:1/, other.page);
  folder.write("content/about.md", "---\ntitle: About us\n---\nWe moved.\n");
  await mended();
  await mended(other.page);
  await says("We moved.");
  assert.equal(await page.locator("[name=name]").inputValue(), "Hannah");
  await until(async () => (await part(".notice").isVisible()) === false);
});

test("a mistake in site.yaml leaves the site as it was, and pages go on", async () => {
  await start();
  await open("/about/");
  folder.write("site.yaml", SITE_YAML.replace("name: Elm Court", "name: [Elm"));
  await panelSays(/site\.yaml:\d+:\d+/);
  assert.match(await page.title(), /Elm Court/);
  folder.write("content/about.md", ABOUT.replace("live", "have lived"));
  await says("We have lived in Elm Court.");
  folder.write("site.yaml", SITE_YAML.replace("Elm Court", "Oak Court"));
  await mended();
  await until(async () => /Oak Court/.test(await page.title()));
});

test("site.yaml taken away and brought back is survived", async () => {
  await start();
  await open("/about/");
  folder.remove("site.yaml");
  await panelSays(/site\.yaml/);
  assert.match(await main(), /We live in Elm Court\./);
  folder.write("site.yaml", SITE_YAML);
  await mended();
});

test("a mistake in a template leaves its pages as they were, and the others go on", async () => {
  await start();
  const other = await newPage(browser, {}, server.origin);
  beside.push(other.context);
  await open("/about/");
  await open("/stories/eleven-floors/", other.page);
  for (const wrong of [TEMPLATE.replace("{% endblock %}", ""), TEMPLATE.replace("<form>", "{{ page.titel.x }}<form>")]) {
    folder.write("templates/page.html", wrong);
    await panelSays(/templates\/page\.html/);
    assert.match(await main(), /We live in Elm Court\./);
    assert.equal(await page.locator("[name=name]").count(), 1);
    folder.write("content/stories/eleven-floors.md", story(`Floors ${wrong.length}`, "given"));
    await says(`Floors ${wrong.length}`, other.page);
    folder.write("templates/page.html", TEMPLATE);
    await mended();
  }
});

test("an address without a page becomes one, a page that goes says where to go, and a new name is a new address", async () => {
  await start();
  await open("/visit/");
  assert.match(await main(), /./);
  assert.equal((await page.request.get(`${server.origin}/visit/`)).status(), 404);
  folder.write("content/visit.md", "---\ntitle: Visit us\n---\nEvery Thursday.\n");
  await says("Every Thursday.");
  assert.equal(await page.title(), "Visit us – Elm Court");

  await open("/stories/eleven-floors/");
  await mark();
  folder.write("content/stories/index.md", "---\ntitle: Our stories\n---\n");
  folder.write("content/stories/second.md", story("Second", "given"));
  await until(async () => (await page.request.get(`${server.origin}/stories/second/`)).status() === 200);
  folder.rename("content/stories/eleven-floors.md", "content/stories/twelve-floors.md");
  await until(async () => (await part(".notice").textContent()).startsWith("This page is gone."));
  assert.match(await main(), /Eleven floors/);
  assert.ok(await isKept());
  assert.equal(await part(".notice a").textContent(), "Our stories");
  await part(".notice a").click();
  await page.waitForURL("**/stories/");
  await page.locator("main a", { hasText: "Eleven floors" }).first().click();
  await page.waitForURL("**/stories/twelve-floors/");
  await says("The lift was out");
  folder.remove("content/stories");
  await until(async () => (await part(".notice").textContent()).startsWith("This page is gone."));
  assert.equal(await part(".notice a").textContent(), "Elm Court");
});

test("a program that ends and starts again finds the page waiting", async () => {
  await start();
  await open("/about/");
  const before = await doThings();
  const { port } = server;
  await server.end();
  await until(async () => (await part(".notice").textContent()).startsWith("Handbill is not running."));
  folder.write("content/about.md", ABOUT.replace("live", "have lived"));
  server = await serve(folder.root, [], port);
  assert.equal(server.port, port);
  await says("We have lived in Elm Court.");
  await until(async () => !(await part(".notice").isVisible()));
  assert.deepEqual(await doings(), before);
  assert.ok(await isKept());
});

test("a story that nobody has agreed to yet is shown to its writer alone, and stands in no list", async () => {
  folder.write("content/stories/knock.md", story("A knock", "pending"));
  folder.write("content/plan.md", "---\ntitle: The plan\ndraft: yes\n---\nNot yet.\n");
  await start();
  await open("/stories/knock/");
  const ribbon = () => page.locator(".handbill-ribbon").textContent();
  assert.match(await ribbon(), /^Not published: consent is pending\. .*Only you can see this page\.$/);
  assert.match(await main(), /The lift was out/);
  assert.equal(await part(".notice").textContent(), "Not published: consent is pending.");
  for (const path of ["/", "/stories/", "/sitemap.xml"])
    assert.doesNotMatch(await (await page.request.get(server.origin + path)).text(), /knock/, path);
  // Agreed, and the ribbon goes; withdrawn, and the text goes.
  folder.write("content/stories/knock.md", story("A knock", "given"));
  await until(async () => (await page.locator(".handbill-ribbon").count()) === 0);
  await until(async () => !(await part(".notice").isVisible()));
  assert.match(await (await page.request.get(`${server.origin}/stories/`)).text(), /A knock/);
  folder.write("content/stories/knock.md", story("A knock", "withdrawn"));
  await says("Not published: consent was withdrawn.");
  assert.doesNotMatch(await page.content(), /A knock|The lift was out/);
  const again = await (await page.request.get(`${server.origin}/stories/knock/`)).text();
  assert.doesNotMatch(again, /A knock|The lift was out/);
  await open("/plan/");
  assert.match(await ribbon(), /it is a draft/);
});

test("a mistake beside withdrawn consent brings nothing back", async () => {
  await start();
  await open("/stories/eleven-floors/");
  folder.write("content/stories/eleven-floors.md", story("Eleven floors", "withdrawn", "colour: red\n"));
  await panelSays(/colour/);
  await until(async () => !/The lift was out/.test(await page.content()));
  const text = await (await page.request.get(`${server.origin}/stories/eleven-floors/`)).text();
  assert.doesNotMatch(text, /The lift was out/);
});

test("what a writer writes is text everywhere", async () => {
  folder.write("content/stories/hostile.md", story(HOSTILE, "given", `campaign: ${JSON.stringify(HOSTILE)}\n`));
  folder.write("content/hostile.md", `---\ntitle: ${JSON.stringify(HOSTILE)}\ndraft: yes\n---\n${HOSTILE}\n`);
  await start();
  await open("/stories/hostile/");
  await panelSays(/<img src=x onerror=globalThis\.harmed=1>/);
  const images = () =>
    page.evaluate((source) => {
      const root = document.querySelector("handbill-preview").shadowRoot;
      const bad = (scope) => [...scope.querySelectorAll("img")].filter((image) => image.getAttribute("src") === source);
      return bad(root).length + bad(document).length + (globalThis.harmed ?? 0);
    }, "x");
  assert.equal(await images(), 0);
  await open("/hostile/");
  assert.match(await page.locator(".handbill-ribbon").textContent(), /it is a draft/);
  assert.equal(await images(), 0);
  await open("/_handbill/");
  assert.equal(await page.locator("main li a", { hasText: HOSTILE }).count(), 2);
  assert.equal(await images(), 0);
});

test("a picture that is replaced is seen", async () => {
  const door = (width) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20"><path d="M0 0h9v9z"/></svg>`;
  folder.write("content/pictures/door.svg", door(30));
  folder.write("content/about.md", `${ABOUT}\n![A door](pictures/door.svg)\n`);
  await start();
  await open("/about/");
  const seen = () =>
    page.evaluate(async () => {
      const image = document.querySelector("main img");
      image.loading = "eager";
      await image.decode().catch(() => {});
      return image.naturalWidth;
    });
  assert.equal(await seen(), 30);
  await mark();
  folder.write("content/pictures/door.svg", door(70));
  await until(async () => (await seen()) === 70);
  // It is asked for once: the next edit is no reason to fetch it again.
  let asked = 0;
  page.on("request", (request) => (asked += request.url().includes("door.svg") ? 1 : 0));
  folder.write("content/about.md", `${ABOUT}Now.\n\n![A door](pictures/door.svg)\n`);
  await says("Now.");
  await page.waitForTimeout(300);
  assert.deepEqual([asked, await seen()], [0, 70]);
  assert.ok(await isKept());
});

test("a site below a path is served below it", async () => {
  folder.write("site.yaml", `${SITE_YAML}url: https://x.example/lifts\n`);
  await start();
  await page.goto(`${server.origin}/`);
  assert.equal(new URL(page.url()).pathname, "/lifts/");
  await page.locator("nav a", { hasText: "About us" }).first().click();
  await page.waitForURL("**/lifts/about/");
  folder.write("content/about.md", ABOUT.replace("live", "have lived"));
  await says("We have lived in Elm Court.");
  assert.equal((await page.request.get(`${server.origin}/about/`)).status(), 404);
  await page.goto(`${server.origin}/_handbill/`);
  await page.locator("main li a", { hasText: "Eleven floors" }).click();
  await page.waitForURL("**/lifts/stories/eleven-floors/");
  assert.deepEqual(faults, []);
  // The address moves while the page is open.
  folder.write("site.yaml", SITE_YAML);
  await until(async () => (await part(".notice").textContent()).startsWith("This page is gone."));
  await part(".notice a").click();
  await page.waitForURL(`${server.origin}/`);
});

test("the overview lists all pages, and is brought up to date", async () => {
  folder.write("content/stories/knock.md", story("A knock", "pending"));
  await start();
  await open("/_handbill/");
  const row = (title) => page.locator("main section li", { hasText: title });
  await row("About us").waitFor();
  assert.match(await row("A knock").textContent(), /Not published: consent is pending/);
  folder.write("content/visit.md", "---\ntitle: Visit us\n---\nEvery Thursday.\n");
  await row("Visit us").waitFor();
  folder.write("content/visit.md", "---\ntitle: Visit us\ncolor: red\n---\nEvery Thursday.\n");
  await until(async () => /Has mistakes 1 error/.test(await row("Visit us").textContent()));
  folder.remove("content/visit.md");
  await until(async () => (await row("Visit us").count()) === 0);
  await row("Other page").locator("a").click();
  await page.waitForURL("**/other/");
});

test("a site that is broken from the start shows what it can", async () => {
  folder.write("content/about.md", "---\ntitle: About us\ncolor: red\n---\nWe live in Elm Court.\n");
  folder.write("site.yaml", `${SITE_YAML}lnag: en\n`);
  await start();
  await open("/other/");
  await panelSays(/2 errors/);
  assert.match(await main(), /It is another\./);
  await open("/about/");
  await says("This page cannot be shown yet");
  await panelSays(/content\/about\.md:3:1/);
  folder.write("content/about.md", ABOUT);
  await says("We live in Elm Court.");
  folder.write("site.yaml", SITE_YAML);
  await mended();
  folder.write("templates/base.html", "{% if %}");
  await panelSays(/templates\/base\.html/);
  await server.end();
  server = await serve(folder.root, [], server.port);
  await page.goto(`${server.origin}/about/`);
  await panelSays(/templates\/base\.html/);
  folder.remove("templates/base.html");
  await says("We live in Elm Court.");
  await mended();
});

test("an empty site becomes a site", async () => {
  for (const path of ["content", "templates", "styles"]) folder.remove(path);
  folder.write("site.yaml", "");
  await start();
  await page.goto(server.origin);
  await panelSays(/site\.yaml/);
  folder.write("site.yaml", SITE_YAML.replace(/menu.*\n/, ""));
  await mended();
  await until(async () => /Elm Court/.test(await page.title()));
  folder.write("content/index.md", "---\ntitle: Home\n---\nWelcome home.\n");
  await says("Welcome home.");
});

for (const width of [320, 360]) {
  test(`a telephone of ${width} pixels can read page, list, ribbon and overview`, async () => {
    folder.write("content/stories/knock.md", story("A knock", "pending"));
    folder.write("content/about.md", `---\ntitle: About us\n${"long-name-".repeat(12)}: red\n---\nWe live here.\n`);
    await start([], { viewport: { width, height: 640 }, hasTouch: true, isMobile: true });
    for (const path of ["/stories/knock/", "/other/", "/_handbill/", "/about/"]) {
      await open(path);
      await panelSays(/long-name/);
      const box = await part("#panel").boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width && box.y > 64, JSON.stringify(box));
      assert.deepEqual([...(await axe(page)), ...(await sidewaysFaults(page))], [], path);
      await part(".close").tap();
      await until(async () => !(await part("#panel").isVisible()));
      await page.evaluate(() => sessionStorage.clear());
    }
  });
}
