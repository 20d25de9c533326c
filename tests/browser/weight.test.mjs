// What pages weigh: the budgets that keep them quick on a cheap telephone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { bytes, files, pages } from "./lib/sites.mjs";

/** The stylesheet, compressed. */
const MOST_STYLES = 8 * 1024;
/** A page with its stylesheet, compressed: what a server may send before the first answer (ten packets, RFC 6928). */
const MOST_PAGE = 14 * 1024;

const gzipped = (data) => gzipSync(data, { level: 9 }).length;
const styles = (site) =>
  files(site)
    .filter((path) => /^style\.[0-9a-f]+\.css$/.test(path))
    .map((path) => gzipped(bytes(site, path)));

for (const site of ["root", "rtl"]) {
  test(`${site}: one stylesheet of at most ${MOST_STYLES} bytes`, (t) => {
    const found = styles(site);
    assert.equal(found.length, 1);
    t.diagnostic(`${found[0]} bytes`);
    assert.ok(found[0] <= MOST_STYLES, `${found[0]} bytes`);
  });

  test(`${site}: every page with its styles has at most ${MOST_PAGE} bytes`, (t) => {
    const [sheet] = styles(site);
    const weights = pages(site).map(({ path, html }) => ({ path, weight: gzipped(html) + sheet }));
    weights.sort((a, b) => b.weight - a.weight);
    t.diagnostic(`the heaviest: ${weights[0].path} with ${weights[0].weight} bytes`);
    assert.deepEqual(weights.filter(({ weight }) => weight > MOST_PAGE), []);
  });
}
