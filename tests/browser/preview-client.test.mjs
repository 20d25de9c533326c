// The preview's script in a browser: what changes, what stays, and what it tells.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { axe, launch, newPage, sidewaysFaults } from "./lib/browser.mjs";

const { openPreview, isServed = false } = await import(process.env.HANDBILL_PREVIEW ?? "./lib/preview.mjs");
/** For tests in which the preview says what no site on disk makes it say. */
const madeUp = { skip: isServed && "the preview is the real one" };
const OUT = process.env.HANDBILL_OUT ?? fileURLToPath(new URL("out", import.meta.url));

const ERROR = {
  severity: "error", code: "HB0103", here: true, message: "there is no field `<img src=x onerror=globalThis.harmed=1>`",
  help: "take the line out, or write\ncolour: \"#9c2a1c\"",
  places: [
    {
      file: "content/stories/eleven-floors.md", line: 5, column: 3,
      text: "👩‍👧 <img src=x onerror=globalThis.harmed=1>: red", from: 4, to: 8, label: "here",
      edit: "vscode://file/site/x.md:5:3",
    },
    { file: "site.yaml", line: null, column: null, text: null, from: 0, to: 0, label: null, edit: null },
  ],
};
const HINT = {
  severity: "hint", code: "HB0501", here: true, message: "a heading level is left out", help: null,
  places: [{
    file: "content/stories/eleven-floors.md", line: 9, column: 1, text: "#### Later",
    from: 0, to: 4, label: null, edit: null,
  }],
};
const ELSEWHERE = {
  ...ERROR, code: "HB0201", here: false, message: "nothing is called `lifst`", help: "the nearest name is `lifts`",
  places: [{ ...HINT.places[0], text: `${"A long paragraph in one line of its file. ".repeat(5)}` }],
};

let browser;
let preview;
let context;
let page;
before(async () => {
  browser = await launch();
  mkdirSync(OUT, { recursive: true });
});
after(() => browser?.close());
beforeEach(async () => {
  preview = await openPreview();
  ({ context, page } = await newPage(browser, {}, preview.origin));
});
afterEach(async () => {
  await context.close();
  await (preview.close ?? preview.stop)();
});

async function open(at = preview.path) {
  await page.goto(preview.origin + at);
  await until(() => preview.listening() > 0);
  await shown("bar");
}

/** Waits until something holds. */
async function until(holds, what = holds) {
  for (let tries = 0; tries < 160; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`waited in vain: ${what}`);
}

const text = () => page.locator(".text").textContent();
const part = (selector) => page.locator(`handbill-preview ${selector}`);
const shown = (name) => part(name === "bar" ? ".bar" : name).waitFor({ state: "visible" });
/** Waits until the script has gone round after what was changed before. */
async function settled() {
  const asked = preview.asked("/_handbill/status");
  await preview.changeElsewhere();
  await until(() => preview.asked("/_handbill/status") > asked);
  await page.waitForTimeout(150);
}

function watch() {
  return page.evaluate(() => {
    globalThis.moved = 0;
    new MutationObserver((records) => (globalThis.moved += records.length)).observe(document, {
      attributes: true, characterData: true, childList: true, subtree: true,
    });
  });
}

test("a text changes, and nothing that the reader has done is lost", async () => {
  await open();
  await page.locator("summary").click();
  await page.locator("[name=words]").fill("my words");
  await page.locator("[name=day]").selectOption("Friday");
  await page.locator("[name=come]").check();
  await page.locator("[name=name]").fill("Hannah");
  await page.locator("[name=name]").evaluate((input) => input.setSelectionRange(1, 4));
  await page.evaluate(() => scrollTo({ top: 400, behavior: "instant" }));
  await page.waitForTimeout(100);
  assert.ok(await page.evaluate(() => scrollY) > 0);
  // What is read stays where it is, also if the text above takes another line.
  const before = await page.evaluate(() => Math.round(document.forms[0].getBoundingClientRect().top));
  await page.evaluate(() => (globalThis.same = document.querySelector("main")));
  await preview.setText("The lift runs. <b>Nobody</b> thanks them.");
  await until(async () => (await text()) === "The lift runs. <b>Nobody</b> thanks them.");
  const state = await page.evaluate(() => {
    const form = document.forms[0].elements;
    const active = document.activeElement;
    return {
      open: document.querySelector("details").open,
      words: form.words.value, day: form.day.value, come: form.come.checked,
      plain: form.plain.value, name: form.name.value, active: active.name, from: active.selectionStart, to: active.selectionEnd,
      top: Math.round(document.forms[0].getBoundingClientRect().top),
      ran: globalThis.ran, same: globalThis.same === document.querySelector("main"),
    };
  });
  assert.deepEqual(state, {
    open: true, words: "my words", day: "Friday", come: true, plain: "Given 41", name: "Hannah", active: "name", from: 1, to: 4,
    top: before, ran: 1, same: true,
  });
});

test("what comes in above keeps the fields, what is marked, and the place", async () => {
  await open();
  await page.locator("[name=name]").fill("Hannah");
  await page.evaluate(() => {
    document.activeElement.blur();
    scrollTo({ top: document.querySelector(".long").getBoundingClientRect().top + scrollY + 200, behavior: "instant" });
    const node = document.querySelector(".long").firstChild;
    getSelection().setBaseAndExtent(node, 5, node, 9);
  });
  await page.waitForTimeout(100);
  const top = () => page.evaluate(() => Math.round(document.querySelector(".long").getBoundingClientRect().top));
  const before = await top();
  await preview.setBefore(`<ul>${"<li>One more.</li>".repeat(10)}</ul><script>globalThis.ran += 10</script>`);
  await until(() => page.locator("li").count().then((count) => count === 10));
  assert.equal(await page.locator("[name=name]").inputValue(), "Hannah");
  assert.equal(await page.evaluate(() => getSelection().toString()), "word");
  assert.equal(await page.evaluate(() => globalThis.ran), 1);
  await until(async () => Math.abs((await top()) - before) <= 1, "what is read stays where it is");
  // What is marked stays so in a text that changes, and the focus on a link that is made anew.
  await page.evaluate(() => {
    const node = document.querySelector(".text").firstChild;
    getSelection().setBaseAndExtent(node, 4, node, 8);
  });
  await preview.setText("The lift runs.");
  await until(async () => (await text()) === "The lift runs.");
  assert.equal(await page.evaluate(() => getSelection().toString()), "lift");
  await preview.setBefore('<p><a href="/lifts/?a=1&amp;b=%222">Home</a></p>');
  await until(() => page.locator("main a").count().then((count) => count === 1));
  await page.locator("main a").focus();
  await preview.setBefore('<div>To <a href="/lifts/?a=1&amp;b=%222">Home</a></div>');
  await until(() => page.locator("main div a").count().then((count) => count === 1));
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Home");
});

test("head, language and direction are the page's", async () => {
  await open();
  await preview.setHead("أحد عشر طابقا", "ar", "rtl");
  await until(async () => (await page.title()) === "أحد عشر طابقا");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "ar");
  assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
  assert.equal(await page.locator("title").count(), 1);
  // A script that is new in the head runs when the page is loaded, and not before.
  await preview.setHead('Another</title><script src="/lifts/count.js?again"></script><title>', "en", "ltr");
  await until(() => page.evaluate(() => document.documentElement.lang === "en"));
  await page.waitForTimeout(150);
  assert.equal(await page.evaluate(() => globalThis.ran), 1);
  await shown("bar");
});

test("nothing moves when the page is as it was", async () => {
  await open();
  await watch();
  await settled();
  await settled();
  assert.equal(await page.evaluate(() => globalThis.moved), 0);
  assert.equal(preview.asked(preview.path), 1);
  assert.equal(preview.asked("/_handbill/idiomorph.js"), 0);
});

test("a new stylesheet takes the place of the old one without a moment without styles", async () => {
  await open();
  await page.evaluate(() => {
    globalThis.kept = true;
    globalThis.colours = new Set();
    const look = () => {
      globalThis.colours.add(getComputedStyle(document.querySelector("h1")).color);
      requestAnimationFrame(look);
    };
    look();
  });
  await preview.setColour("rgb(0, 0, 200)");
  await until(() => page.evaluate(() => globalThis.colours.has("rgb(0, 0, 200)")));
  await page.waitForTimeout(100);
  assert.deepEqual(await page.evaluate(() => [...globalThis.colours]), ["rgb(0, 100, 0)", "rgb(0, 0, 200)"]);
  assert.equal(await page.locator("head link[rel=stylesheet]").count(), 1);
  assert.equal(await page.evaluate(() => globalThis.kept), true);
});

test("a picture that changed is fetched, and stays so when the text changes", async () => {
  await open();
  const widths = () => page.evaluate(() => [...document.images].map((image) => image.naturalWidth));
  await until(async () => (await widths()).join() === "30,30", await widths());
  await watch();
  await preview.setPicture(70);
  await until(async () => (await widths()).join() === "70,70");
  const source = await page.locator(".plain").getAttribute("src");
  assert.match(source, /^\/lifts\/img\/lift\.svg\?handbill=/);
  const version = new URL(source, preview.origin).searchParams.get("handbill");
  assert.equal(
    await page.locator(".many").getAttribute("srcset"),
    `/lifts/img/lift.svg?handbill=${version}, ` +
      `/lifts/img/lift.svg?large=&handbill=${version} 1.5x,/lifts/img/other.svg 2x`,
  );
  await preview.setText("Another text.");
  await until(async () => (await text()) === "Another text.");
  assert.equal(await page.locator(".plain").getAttribute("src"), source);
  assert.equal((await widths()).join(), "70,70");
});

test("errors are shown as text, can be closed, come back when they change, and go when they are mended", madeUp, async () => {
  await open();
  assert.equal(await part("#panel").isVisible(), false);
  await page.locator("[name=name]").focus();
  await preview.setProblems([ERROR, ELSEWHERE, HINT]);
  await shown("#panel");
  assert.equal(await page.evaluate(() => document.activeElement.name), "name");
  const inside = await page.evaluate(() => {
    const root = document.querySelector("handbill-preview").shadowRoot;
    const panel = root.querySelector("#panel");
    return {
      images: root.querySelectorAll("img").length + document.querySelectorAll("main img:not([alt])").length,
      harmed: globalThis.harmed ?? null, said: panel.innerText,
      marks: [...panel.querySelectorAll("mark")].map((mark) => mark.textContent),
      link: panel.querySelector("a").getAttribute("href"), heard: root.querySelector("[aria-live]").textContent,
      styled: panel.querySelectorAll("[style]").length,
    };
  });
  assert.equal(inside.images, 0);
  assert.equal(inside.harmed, null);
  assert.equal(inside.styled, 0);
  assert.match(inside.said, /2 errors: nothing is published until they are mended/);
  assert.match(inside.said, /Error.*there is no field <img src=x onerror=globalThis\.harmed=1>/);
  assert.match(inside.said, /content\/stories\/eleven-floors\.md:5:3/);
  assert.match(inside.said, /What to do: take the line out, or write\s+colour: "#9c2a1c"/);
  // Four characters from the fifth on; the family before them is three characters, and more than that in a string.
  assert.equal(inside.marks[0], "<img");
  assert.equal(inside.link, "vscode://file/site/x.md:5:3");
  assert.match(inside.heard, /^2 errors, 1 hint\. there is no field/);

  await page.keyboard.press("Escape");
  assert.equal(await part("#panel").isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.name), "name");
  await settled();
  assert.equal(await part("#panel").isVisible(), false);
  await page.reload();
  await shown(".problems");
  await until(async () => (await part(".problems").textContent()) === "2 errors, 1 hint");
  assert.equal(await part("#panel").isVisible(), false);
  await part(".problems").click();
  await shown("#panel");
  await part(".close").click();
  assert.equal(await part("#panel").isVisible(), false);
  const focused = () => document.querySelector("handbill-preview").shadowRoot.activeElement.className;
  assert.equal(await page.evaluate(focused), "problems");

  await preview.setProblems([ERROR, HINT]);
  await shown("#panel");
  await preview.setProblems([HINT]);
  await part("#panel").waitFor({ state: "hidden" });
  await preview.setProblems([]);
  await until(async () => (await part(".problems").textContent()) === "No problems");
});

test("others are told how many problems there are, and where they are told", madeUp, async () => {
  await open();
  await preview.setProblems([ERROR, HINT]);
  await shown("#panel");
  await preview.share();
  await part("#panel").waitFor({ state: "hidden" });
  assert.equal(await part(".problems").textContent(), "1 error, 1 hint: the terminal says which");
  assert.ok(await part(".problems").isDisabled());
  await preview.setProblems([]);
  await until(async () => (await part(".problems").textContent()) === "No problems");
  await preview.remove();
  await until(async () => /may not be shown to others/.test(await part(".notice").textContent()));
});

test("the bar says why a page is not published, folds, and stays folded from page to page", madeUp, async () => {
  await preview.setWithheld({ why: "consent is <i>pending</i>", help: "when they have agreed, write `given`" });
  await open();
  await shown(".notice");
  assert.equal(
    await part(".notice").textContent(),
    "Not published: consent is <i>pending</i>.",
  );
  assert.equal(await part(".items > a").getAttribute("href"), "/_handbill/");
  await part(".fold").click();
  assert.equal(await part(".items").isVisible(), false);
  await page.reload();
  await shown(".fold");
  assert.equal(await part(".items").isVisible(), false);
  assert.equal(await part(".fold").getAttribute("aria-expanded"), "false");
  await part(".fold").click();
  await shown(".items");
});

test("a page that is gone stays, says so, and is itself again when it is back", async () => {
  await open();
  await watch();
  await preview.remove();
  await until(async () => (await part(".notice").textContent()).startsWith("This page is gone."));
  assert.equal(await text(), "The lift was out for nine weeks.");
  assert.equal(await part(".notice a").getAttribute("href"), "/lifts/stories/");
  assert.equal(await part(".notice a").textContent(), "Stories <b>");
  await preview.restore();
  await part(".notice").waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => globalThis.moved), 0);
});

test("an address without a page becomes one when there is one", async () => {
  await preview.remove();
  await open();
  assert.equal(await page.locator("h1").textContent(), "Not found");
  await preview.restore();
  await until(async () => (await page.locator("h1").textContent()) === "Eleven floors");
  await until(() => page.evaluate(() => getComputedStyle(document.querySelector("h1")).color === "rgb(0, 100, 0)"));
});

test("it says that Handbill is not running, and catches up when it runs again", async () => {
  await open();
  await page.evaluate(() => (globalThis.kept = true));
  await preview.stop();
  await until(async () => (await part(".notice").textContent()).startsWith("Handbill is not running."));
  await preview.startAgain({ text: "After the restart.", width: 90 });
  await until(async () => (await text()) === "After the restart.");
  await part(".notice").waitFor({ state: "hidden" });
  // Nobody told which pictures changed meanwhile.
  await until(() => page.evaluate(() => [...document.images].every((image) => image.naturalWidth === 90)));
  assert.equal(await page.evaluate(() => globalThis.kept), true);
});

test("a quick restart is not worth a word", async () => {
  await open();
  await preview.stop();
  await preview.startAgain();
  await until(() => preview.listening() > 0);
  await page.waitForTimeout(2200);
  assert.equal(await part(".notice").isVisible(), false);
});

test("a tab that nobody sees does not listen, and catches up when it is seen", async () => {
  await open();
  const see = (state) =>
    page.evaluate((state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await see("hidden");
  await until(() => preview.listening() === 0);
  await preview.setText("Written meanwhile.");
  await preview.setPicture(50);
  await preview.changeElsewhere();
  await page.waitForTimeout(200);
  assert.equal(await text(), "The lift was out for nine weeks.");
  await see("visible");
  await until(async () => (await text()) === "Written meanwhile.");
  await until(() => page.evaluate(() => document.images[0].naturalWidth === 50));
});

test("changes that come fast end at the last one", async () => {
  await open();
  for (let count = 0; count <= 20; count += 1) await preview.setText(`Text ${count}.`);
  await until(async () => (await text()) === "Text 20.");
  await settled();
  assert.equal(await text(), "Text 20.");
});

test("whatever changes, the page ends as the preview has it", async () => {
  await open();
  // A fixed sequence, so that a failure can be seen again.
  let state = 7;
  const below = (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
  // In every other round ids can stand twice, as a writer's own HTML may have them.
  const ids = new Set();
  let isTidy = true;
  const newId = () => {
    const id = `i${below(20)}`;
    if (isTidy && ids.has(id)) return "";
    ids.add(id);
    return ` id="${id}"`;
  };
  const piece = (depth) => {
    const id = below(3) === 0 ? newId() : "";
    const name = ["p", "div", "section", "ul"][below(4)];
    if (name === "p" || depth > 3) return `<p${id}>${["one", "two", "three"][below(3)]} <b>${below(3)}</b></p>`;
    const inside = Array.from({ length: below(5) }, () => piece(depth + 1));
    const parts = inside.map((part) => (name === "ul" ? `<li>${part}</li>` : part));
    return `<${name}${id}>${parts.join(below(2) ? "\n" : "")}</${name}>`;
  };
  for (let round = 0; round < 40; round += 1) {
    ids.clear();
    isTidy = round % 2 === 0;
    const html = Array.from({ length: 6 }, () => piece(0)).join("");
    await preview.setBefore(html);
    const pair = () =>
      page.evaluate(async () => {
        const next = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
        const kept = [...document.documentElement.children].map(({ localName }) => localName).join();
        return [`${document.body.outerHTML}${kept}`, `${next.body.outerHTML}head,body,handbill-preview`];
      });
    await until(async () => {
      const [now, next] = await pair();
      return now === next;
    }, `round ${round}: ${html}`);
  }
});

const MODES = {
  light: {}, dark: { colorScheme: "dark" }, forced: { forcedColors: "active" },
};
for (const [mode, options] of Object.entries(MODES)) {
  for (const width of [360, 1280]) {
    test(`panel, bar, overview and ribbon can be used by everybody: ${mode}, ${width}`, madeUp, async () => {
      await context.close();
      const faults = [];
      ({ context, page } = await newPage(browser, { ...options, viewport: { width, height: 740 } }, preview.origin));
      const look = async (name) => {
        faults.push(...(await axe(page)), ...(await sidewaysFaults(page)));
        await page.screenshot({ path: `${OUT}/preview-${name}-${mode}-${width}.png` });
      };
      await preview.setProblems([ERROR, ELSEWHERE, HINT]);
      await open();
      await shown("#panel");
      await look("panel");
      const box = await part("#panel").boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width && box.y >= 0, JSON.stringify(box));
      await preview.setProblems([HINT]);
      await preview.setWithheld({ why: "it is a draft", help: "to publish it, take out `draft: yes`" });
      await part("#panel").waitFor({ state: "hidden" });
      await look("bar");
      await part(".fold").click();
      await look("folded");
      await part(".fold").click();
      for (const name of ["withdrawn", "mistaken", "ribbon"]) {
        await open(`/own/${name}.html`);
        await look(name);
      }
      await open("/_handbill/");
      await look("overview");
      await page.emulateMedia({ media: "print" });
      assert.equal(await part(".bar").isVisible(), false);
      assert.deepEqual(faults, []);
    });
  }
}
