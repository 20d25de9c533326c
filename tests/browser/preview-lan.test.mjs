// `handbill serve --lan`, asked by hand: who gets nothing, who gets what, and what nobody in a network gets.

import assert from "node:assert/strict";
import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { afterEach, beforeEach, test } from "node:test";
import { Folder, serve } from "./lib/served-site.mjs";

const story = (title, consent, more = "") => `---\ntitle: ${title}\ndate: 2026-10-02\nconsent: ${consent}\n${more}---\n`;
const FILES = {
  "site.yaml": "name: Elm Court\nlang: en\ncontact: hello@elm.example\n",
  "content/about.md": "---\ntitle: About us\n---\nWe live in Elm Court.\n",
  "content/plan.md": "---\ntitle: The plan\ndraft: yes\n---\nNot yet.\n",
  "content/stories/given.md": `${story("Eleven floors", "given")}A knock.\n`,
  "content/stories/zelda-pending/index.md": `${story("Zelda pending", "pending")}Zelda waits.\n![Stairs](zelda.svg)\n`,
  "content/stories/zelda-pending/zelda.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>',
  "content/stories/zelda-withdrawn.md": `${story("Zelda withdrawn", "withdrawn")}Zelda left.\n`,
  "content/stories/zelda-unclear.md": `${story("Zelda unclear", "yes")}Zelda nodded.\n`,
  "content/stories/zelda-broken.md": `${story("Zelda broken", "given", "colour: Zelda\n")}Zelda broke it.\n`,
  "content/quotes/zelda.md": "---\nby: Zelda Quist\nconsent: pending\ndate: 2026-10-02\n---\nZelda said it.\n",
  "content/stories/hidden.md":
    `${story("Hidden", "given", "who:\n  name: Zelda Quist\n  known_as: changed\n  shown_as: Joan\n")}Zelda told us.\n`,
};
/** A name that nobody in the network may read, whatever they ask for. */
const SECRET = /zelda|quist/i;

let folder;
let server;
let key;
beforeEach(async () => {
  folder = new Folder(FILES);
  server = await serve(folder.root, ["--lan"]);
  key = new URL(server.address).searchParams.get("key");
});
afterEach(async () => {
  await server?.end();
  folder.remove("");
});

/** Asks for exactly this path, and follows nothing. */
function ask(path, headers = {}, host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const asked = request({ host, port: server.port, path, headers, agent: false }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (text) => (body += text));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** Asks with the cookie that the key is exchanged for. */
async function enter() {
  const { status, headers } = await ask(`/?key=${key}`);
  assert.equal(status, 303);
  assert.equal(headers.location, "/");
  const [cookie] = headers["set-cookie"];
  assert.match(cookie, /; HttpOnly; SameSite=Lax$/);
  return { cookie: cookie.split(";")[0] };
}

test("without the key there is nothing, for the network and for this machine", async () => {
  assert.match(key, /^[0-9a-f]{32}$/);
  const wrong = "0".repeat(32);
  const others = Object.values(networkInterfaces()).flat();
  const network = others.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "127.0.0.1";
  for (const path of ["/", "/about/", "/stories/given/", "/_handbill/", "/_handbill/events", "/_handbill/status?page=/",
    "/_handbill/live.js", "/nothing/", "/sitemap.xml", `/?key=${wrong}`, "/?key=", `/?key=${key}0`]) {
    for (const host of ["127.0.0.1", network]) {
      const { status, headers, body } = await ask(path, { cookie: `handbill-${server.port}=${wrong}` }, host);
      assert.equal(status, 403, path);
      assert.equal(headers["set-cookie"], undefined);
      assert.doesNotMatch(body, /Elm Court|eleven/i);
      assert.ok(!body.includes(key));
    }
  }
  assert.equal((await ask("/about/", await enter(), network)).status, 200);
});

test("the key becomes a cookie, and a name that is no address is refused with it", async () => {
  const entered = await enter();
  assert.match((await ask("/about/", entered)).body, /We live in Elm Court\./);
  assert.equal((await ask("/about/", { ...entered, host: "elm.example" })).status, 403);
  // An address that is sent on with its key comes out at its page, without it.
  const { status, headers } = await ask(`/about/?a=1&key=${key}`);
  assert.deepEqual([status, headers.location], [303, "/about/?a=1"]);
  // The next start has another key.
  await server.end();
  server = await serve(folder.root, ["--lan"], server.port);
  assert.equal((await ask("/about/", entered)).status, 403);
});

test("what nobody has agreed to show is nowhere", async () => {
  const entered = await enter();
  const paths = ["/", "/stories/", "/_handbill/", "/sitemap.xml", "/stories/given/", "/stories/hidden/", "/nothing/",
    "/stories/zelda-pending/", "/stories/zelda-pending/zelda.svg", "/stories/zelda-withdrawn/",
    "/stories/zelda-unclear/", "/stories/zelda-pending", "/stories/zelda-broken/", "/quotes/", "/quotes/zelda/",
    "/quotes/zelda"];
  const own = paths.map((path) => `/_handbill/status?page=${encodeURIComponent(path)}`);
  for (const path of [...paths, ...own]) {
    const { body } = await ask(path, entered);
    // The theme's page for what is not there may name the address that was asked for.
    assert.doesNotMatch(body, SECRET, path);
  }
  for (const path of paths.slice(7, 12)) assert.equal((await ask(path, entered)).status, 404, path);
  const status = JSON.parse((await ask("/_handbill/status?page=/about/", entered)).body);
  assert.ok(status.counts.errors >= 3, JSON.stringify(status));
  assert.deepEqual(status.problems, []);
});

test("a page that breaks while others look is not shown as it was, and no name of a file is told", async () => {
  const entered = await enter();
  let news = "";
  const stream = request({ host: "127.0.0.1", port: server.port, path: "/_handbill/events", headers: entered, agent: false },
    (answer) => answer.setEncoding("utf8").on("data", (text) => (news += text)));
  stream.on("error", () => {});
  stream.end();
  const changed = async () => {
    const { length } = news;
    for (let tries = 0; tries < 200 && news.length === length; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(news.length > length);
  };
  await changed();
  folder.write("content/stories/zelda-pending/zelda.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h5z"/></svg>');
  await changed();
  folder.write("content/stories/given.md", `${story("Eleven floors", "withdrawn", "colour: x\n")}A knock.\n`);
  await changed();
  assert.doesNotMatch((await ask("/stories/given/", entered)).body, /A knock/);
  folder.write("content/about.md", "---\ntitle: About us\ncolour: x\n---\nWe live in Elm Court.\n");
  await changed();
  const { status, body } = await ask("/about/", entered);
  assert.equal(status, 500);
  assert.match(body, /There is a mistake in its file\. The terminal of Handbill says/);
  assert.doesNotMatch(body, /We live|about\.md/);
  assert.doesNotMatch(news, SECRET);
  stream.destroy();
});

test("drafts are shown, and who can see them is said as it is", async () => {
  const entered = await enter();
  for (const path of ["/plan/", "/_handbill/"]) {
    const { status, body } = await ask(path, entered);
    assert.equal(status, 200);
    assert.match(body, /Whoever has the address of this preview can see this/, path);
    assert.doesNotMatch(body, /Only you/);
  }
  assert.match((await ask("/plan/", entered)).body, /Not published: it is a draft\./);
});
