// The built sites, and the pages and files in them.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The folder of the built sites. */
export const WORK = needed("HANDBILL_WORK");
/** The addresses of the built sites: root, group, rtl and stress. */
export const ADDRESSES = JSON.parse(needed("HANDBILL_ADDRESSES"));
/** Where pictures of pages go. */
export const OUT = needed("HANDBILL_OUT");

function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the tests with tests/browser/run.sh`);
  return value;
}

/** The paths of all files of a built site, with / between folders. */
export function files(site) {
  const folder = join(WORK, site);
  const found = [];
  const walk = (from) => {
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      const path = join(from, entry.name);
      if (entry.isDirectory()) walk(path);
      else found.push(relative(folder, path).split(sep).join("/"));
    }
  };
  walk(folder);
  return found.sort();
}

/** The bytes of a file of a built site. */
export function bytes(site, path) {
  return readFileSync(join(WORK, site, path));
}

/** All pages of a built site: file, address, markup, and whether the page only sends on to another. */
export function pages(site) {
  return files(site)
    .filter((path) => path.endsWith(".html"))
    .map((path) => {
      const html = bytes(site, path).toString("utf8");
      return {
        path,
        at: `/${path.replace(/(^|\/)index\.html$/, "$1")}`,
        url: ADDRESSES[site] + path.replace(/(^|\/)index\.html$/, "$1"),
        html,
        redirect: /http-equiv=["']?refresh/i.test(html),
      };
    });
}

/** Tags of the markup, with their attributes as written. */
export function tags(html) {
  return html.replace(/<!--.*?-->/gs, "").match(/<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi) ?? [];
}
