// The preview of lib/preview.mjs as the real program makes it: each change is one of the site's files on disk.
//
// What only a made-up preview can be told to say (problems and reasons in any words) is not here, and `isServed` says so.

import { connect, createServer } from "node:net";
import { Folder, serve } from "./served-site.mjs";

export const isServed = true;

/** The number of words in the page, so that it can be scrolled. */
const LONG = 4000;
const STORY = "content/stories/x.md";
const PATH = "/lifts/stories/x/";

export async function openPreview() {
  const site = {
    title: "Eleven floors", lang: "en", dir: "ltr", text: "The lift was out for nine weeks.", before: "",
    colour: "rgb(0, 100, 0)", width: 30, there: true,
  };
  const written = new Map();
  const folder = new Folder();

  function files() {
    const files = {
      "site.yaml": "name: Elm Court\nlang: en\ncontact: hello@elm.example\nurl: https://x.example/lifts\n",
      "content/stories/index.md": "---\ntitle: Stories <b>\n---\n",
      "content/stories/other.md": "---\ntitle: Another\ndate: 2026-10-01\nconsent: given\n---\nAnother.\n",
      "styles/site.css": `h1 { color: ${site.colour} } body { margin: 2rem } summary { padding: .5rem }`,
      "static/img/lift.svg":
        `<svg xmlns="http://www.w3.org/2000/svg" width="${site.width}" height="20"><path d="M0 0h200v20H0z"/></svg>`,
      "static/count.js": "window.ran = (window.ran ?? 0) + 1;",
      "templates/404.html": "<!doctype html><html lang=en><title>Not found</title><body><h1>Not found</h1></body></html>",
      // The fields change with the text.
      "templates/story.html": `<!doctype html>
<html lang="${site.lang}" dir="${site.dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${site.title}</title><link rel="stylesheet" href="{{ site.stylesheet }}">
<link rel="icon" href="data:,"></head>
<body class="story"><main><h1>${site.title}</h1>${site.before}<p class="text">{{ page.description }}</p>
<p><img class="plain" src="/lifts/img/lift.svg" alt="A lift"></p>
<p><picture><source srcset="/lifts/img/lift.svg 1x"><img src="/lifts/img/lift.svg" alt="A lift"></picture>
<picture><source class="many" media="print"
srcset="/lifts/img/lift.svg, /lifts/img/lift.svg?large 1.5x,/lifts/img/other.svg 2x"></picture></p>
<details><summary>More</summary><p>Inside.</p></details>
<form><label>Name <input name="name" data-as="{{ page.description }}"></label>
<label>Words <textarea name="words" data-as="{{ page.description }}">Given {{ page.description | length }}</textarea></label>
<label>Day <select name="day" data-as="{{ page.description }}">
<option data-as="{{ page.description }}">Monday</option><option>Tuesday</option><option>Friday</option></select></label>
<label><input type="checkbox" name="come" data-as="{{ page.description }}"> I come</label>
<input name="plain" aria-label="Plain" value="Given {{ page.description | length }}"></form>
<p class="long">${"word ".repeat(LONG)}</p><script src="/lifts/count.js"></script></main></body></html>`,
    };
    if (site.there)
      files[STORY] = `---\ntitle: Eleven floors\ndate: 2026-10-02\nconsent: given\nsummary: ${JSON.stringify(site.text)}\n---\nText.\n`;
    return files;
  }

  /** Writes the files that are not as the site has them. */
  function write() {
    const now = files();
    for (const [path, text] of Object.entries(now)) if (written.get(path) !== text) folder.write(path, text);
    if (written.has(STORY) && !now[STORY]) folder.remove(STORY);
    written.clear();
    for (const [path, text] of Object.entries(now)) written.set(path, text);
  }

  let server = null;
  let edition = null;
  let waiting = [];
  let news = null;

  /** Listens beside the browser, to know when a change has arrived. */
  async function listen() {
    news = new AbortController();
    const { body } = await fetch(`${server.origin}/_handbill/events`, { signal: news.signal });
    let text = "";
    (async () => {
      for await (const bytes of body) {
        text += Buffer.from(bytes).toString("utf8");
        const told = [...text.matchAll(/^data: ?\{"edition":"([^"]+)"/gm)].at(-1)?.[1] ?? null;
        if (told !== null && told !== edition) {
          edition = told;
          for (const wake of waiting.splice(0)) wake();
        }
      }
    })().catch(() => {});
  }

  // Counts what the browser asks for, and hands it on byte for byte.
  const asked = new Map();
  const listening = new Set();
  const sockets = new Set();
  let port = 0;
  let proxy = null;

  function hand(socket) {
    const onward = connect(server.port, "127.0.0.1");
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on("error", () => {});
      end.on("close", () => {
        sockets.delete(end);
        listening.delete(socket);
        (end === socket ? onward : socket).destroy();
      });
    }
    socket.on("data", (bytes) => {
      const path = /^GET (\S+) HTTP/.exec(bytes.toString("latin1"))?.[1].split("?")[0];
      if (path) asked.set(path, (asked.get(path) ?? 0) + 1);
      if (path === "/_handbill/events") listening.add(socket);
      onward.write(bytes);
    });
    onward.on("data", (bytes) => socket.write(bytes));
  }

  async function start() {
    server = await serve(folder.root);
    await listen();
    await new Promise((resolve) => {
      proxy = createServer(hand);
      proxy.listen(port, "127.0.0.1", resolve);
    });
    port = proxy.address().port;
  }

  async function stop() {
    if (!server) return;
    news.abort();
    const closed = new Promise((resolve) => proxy.close(resolve));
    for (const socket of sockets) socket.destroy();
    await Promise.all([closed, server.end()]);
    server = null;
  }

  async function changed(values) {
    Object.assign(site, values);
    const arrived = new Promise((resolve) => waiting.push(resolve));
    write();
    await arrived;
  }

  let elsewhere = 0;
  write();
  await start();

  return {
    origin: `http://127.0.0.1:${port}`,
    path: PATH,
    asked: (at) => asked.get(at) ?? 0,
    listening: () => listening.size,
    setText: (text) => changed({ text }),
    setBefore: (before) => changed({ before }),
    setHead: (title, lang, dir) => changed({ title, lang, dir }),
    setColour: (colour) => changed({ colour }),
    setPicture: (width) => changed({ width }),
    changeElsewhere: async () => {
      elsewhere += 1;
      const arrived = new Promise((resolve) => waiting.push(resolve));
      folder.write("content/elsewhere.md", `---\ntitle: Elsewhere\n---\nTime ${elsewhere}.\n`);
      await arrived;
    },
    remove: () => changed({ there: false }),
    restore: () => changed({ there: true }),
    stop,
    startAgain: async (values = {}) => {
      Object.assign(site, values);
      write();
      await start();
    },
    close: async () => {
      await stop();
      folder.remove("");
    },
  };
}
