// A preview for the tests of its script: answers what `handbill serve` answers, from memory, with the script's files.
//
// HANDBILL_PREVIEW names another module with the same `openPreview`, such as one that writes the files of a site.

import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { createServer } from "node:http";

const CLIENT = new URL("../../../src/serve/client/", import.meta.url);
const PAGES = new URL("../../preview/", import.meta.url);
const TYPES = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8", svg: "image/svg+xml" };
// As strict as a page could ask for: scripts and styles from files of the host alone.
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";

/** The number of words in the page, so that it can be scrolled. */
const LONG = 4000;

/**
 * Starts a preview of a site under `/lifts/`. Its page has a text, a form, a `<details>`, pictures and room to scroll.
 *
 * Each function below changes the site as its name says, and the preview tells its browsers.
 */
export async function openPreview() {
  const site = {
    title: "Eleven floors", lang: "en", dir: "ltr", text: "The lift was out for nine weeks.", before: "",
    colour: "rgb(0, 100, 0)", width: 30, there: true, withheld: null, earlier: false, shared: false, problems: [],
  };
  const path = "/lifts/stories/x/";
  let start = "a1";
  let number = 1;
  const listeners = new Set();
  /** The files that changed since the start, with the edition that told of each. */
  let told = [];
  /** How often each path was asked for. */
  const asked = new Map();

  const hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);
  const styles = () => `h1 { color: ${site.colour} } body { margin: 2rem } summary { padding: .5rem }`;
  const picture = () =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${site.width}" height="20"><path d="M0 0h200v20H0z"/></svg>`;

  function storyPage() {
    const escaped = site.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    // The fields change with the text.
    const as = `data-as="${hash(site.text)}"`;
    const given = `Given ${site.text.length}`;
    return `<!doctype html>
<html lang="${site.lang}" dir="${site.dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${site.title}</title><link rel="stylesheet" href="/lifts/style.${hash(styles())}.css">
<link rel="icon" href="data:,"></head>
<body class="story"><main><h1>${site.title}</h1>${site.before}<p class="text">${escaped}</p>
<p><img class="plain" src="/lifts/img/lift.svg" alt="A lift"></p>
<p><picture><source srcset="/lifts/img/lift.svg 1x"><img src="/lifts/img/lift.svg" alt="A lift"></picture>
<picture><source class="many" media="print"
srcset="/lifts/img/lift.svg, /lifts/img/lift.svg?large 1.5x,/lifts/img/other.svg 2x"></picture></p>
<details><summary>More</summary><p>Inside.</p></details>
<form><label>Name <input name="name" ${as}></label>
<label>Words <textarea name="words" ${as}>${given}</textarea></label>
<label>Day <select name="day" ${as}><option ${as}>Monday</option><option>Tuesday</option><option>Friday</option></select>
</label>
<label><input type="checkbox" name="come" ${as}> I come</label>
<input name="plain" aria-label="Plain" value="${given}"></form>
<p class="long">${"word ".repeat(LONG)}</p><script src="/lifts/count.js"></script></main></body></html>`;
  }

  function tagged(html) {
    const tag = `<script src="/_handbill/live.js" data-page="${hash(html)}" data-edition="${edition()}" defer></script>`;
    const at = html.lastIndexOf("</body>");
    return html.slice(0, at) + tag + html.slice(at);
  }

  const own = (name) => readFileSync(new URL(name, PAGES), "utf8");

  /** The page at a path, without its tag; nothing if there is none. */
  function pageAt(at) {
    if (at === path) return site.there ? storyPage() : null;
    if (at === "/_handbill/") return own("overview.html");
    if (/^\/own\/[a-z]+\.html$/.test(at)) return own(at.slice(5));
    return null;
  }

  function status(at) {
    const html = pageAt(at);
    const number = (severity) => site.problems.filter((problem) => problem.severity === severity).length;
    return {
      edition: edition(), page: html === null ? null : hash(html),
      gone: at === path && !site.there ? { href: "/lifts/stories/", title: "Stories <b>" } : null,
      earlier: site.earlier, shared: site.shared, withheld: site.withheld,
      counts: { errors: number("error"), warnings: number("warning"), hints: number("hint") },
      problems: site.shared ? [] : site.problems,
    };
  }

  const edition = () => `${start}-${number}`;
  const send = (response) =>
    response.write(`event: edition\ndata: ${JSON.stringify({ edition: edition(), since: `${start}-0`, files: told })}\n\n`);

  function answer(request, response) {
    const url = new URL(request.url, "http://here");
    asked.set(url.pathname, (asked.get(url.pathname) ?? 0) + 1);
    const give = (code, type, body) => {
      const headers = { "cache-control": "no-store", "content-security-policy": POLICY };
      response.writeHead(code, { ...headers, "content-type": type });
      response.end(body);
    };
    if (url.pathname === "/_handbill/events") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      listeners.add(response);
      request.on("close", () => listeners.delete(response));
      send(response);
      return;
    }
    if (url.pathname === "/_handbill/status") {
      give(200, "application/json", JSON.stringify(status(url.searchParams.get("page"))));
      return;
    }
    const file = /^\/_handbill\/([a-z]+\.(js|css))$/.exec(url.pathname);
    if (file) {
      const name = file[1] === "idiomorph.js" ? "idiomorph/idiomorph.min.js" : file[1];
      give(200, TYPES[file[2]], readFileSync(new URL(name, CLIENT)));
    } else if (url.pathname === "/lifts/img/lift.svg") give(200, TYPES.svg, picture());
    else if (url.pathname === "/lifts/count.js") give(200, TYPES.js, "window.ran = (window.ran ?? 0) + 1;");
    else if (/^\/lifts\/style\.[0-9a-f]+\.css$/.test(url.pathname)) give(200, TYPES.css, styles());
    else {
      const html = pageAt(url.pathname);
      const missing = "<!doctype html><html lang=en><title>Not found</title><body><h1>Not found</h1></body></html>";
      give(html === null ? 404 : 200, "text/html; charset=utf-8", tagged(html ?? missing));
    }
  }

  let server;
  let port = 0;
  const listen = () =>
    new Promise((resolve) => {
      server = createServer(answer);
      server.listen(port, "127.0.0.1", () => {
        port = server.address().port;
        resolve();
      });
    });
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
      listeners.clear();
    });
  function changed(values, files = []) {
    Object.assign(site, values);
    number += 1;
    told.push(...files.map((href) => ({ href, edition: edition() })));
    for (const listener of listeners) send(listener);
  }
  await listen();

  return {
    origin: `http://127.0.0.1:${port}`,
    path,
    asked: (at) => asked.get(at) ?? 0,
    /** How many browsers listen. */
    listening: () => listeners.size,
    setText: (text) => changed({ text }),
    /** Puts HTML above the text. */
    setBefore: (before) => changed({ before }),
    setHead: (title, lang, dir) => changed({ title, lang, dir }),
    setColour: (colour) => changed({ colour }),
    setPicture: (width) => changed({ width }, ["/lifts/img/lift.svg"]),
    /** Something changes that this page does not show. */
    changeElsewhere: () => changed({}),
    setProblems: (problems) => changed({ problems }),
    /** Others can look too. */
    share: () => changed({ shared: true }),
    setWithheld: (withheld) => changed({ withheld }),
    remove: () => changed({ there: false }),
    restore: () => changed({ there: true }),
    stop,
    /** Starts again, at the same address, after something has changed in between. */
    startAgain: async (values = {}) => {
      start = `b${Number.parseInt(start.slice(1), 10) + 1}`;
      number = 1;
      told = [];
      Object.assign(site, values);
      await listen();
    },
  };
}
