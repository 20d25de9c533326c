// What Lighthouse says of the pages that people are sent to, as on a telephone, and what such a page has to fetch.
//
// Its marks for speed are left out: they say as much of the machine as of the page. Bytes and requests are counted
// instead, here and in weight.test.mjs.

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import lighthouse from "lighthouse";
import { launch } from "./lib/browser.mjs";
import { ADDRESSES } from "./lib/sites.mjs";

const PLACES = ["", "campaigns/fix-the-lifts/", "principles/", "stories/down-eleven-floors/"];
const CATEGORIES = ["accessibility", "best-practices", "seo"];
/** What a page may fetch before its pictures: itself and one stylesheet. */
const FIRST = 2;
/** All that a page may fetch at once, uncompressed, in bytes. Pictures further down come when they are needed. */
const MOST_BYTES = 200 * 1024;

let browser;
let port;
before(async () => {
  port = await freePort();
  browser = await launch([`--remote-debugging-port=${port}`]);
});
after(() => browser?.close());

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

for (const place of PLACES) {
  test(`/${place}: Lighthouse gives 100 for ${CATEGORIES.join(", ")}`, async (t) => {
    const { lhr } = await lighthouse(ADDRESSES.root + place, {
      port,
      onlyCategories: CATEGORIES,
      onlyAudits: ["network-requests"],
      throttlingMethod: "provided", // nothing is timed
      disableFullPageScreenshot: true,
      logLevel: "error",
    });
    assert.equal(lhr.runtimeError, undefined);
    assert.deepEqual(lhr.runWarnings, []);
    const faults = CATEGORIES.flatMap((name) => {
      const { score, auditRefs } = lhr.categories[name];
      const lost = auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1);
      const why = lost.map(({ id }) => `${id}: ${JSON.stringify(lhr.audits[id].details?.items)}`);
      return score === 1 ? [] : [`${name}: ${score} (${why.join("; ")})`];
    });
    const requests = lhr.audits["network-requests"].details.items;
    const pictures = requests.filter(({ mimeType, url }) => mimeType.startsWith("image/") || url.endsWith("/favicon.ico"));
    const size = requests.reduce((sum, { resourceSize }) => sum + resourceSize, 0);
    if (requests.length - pictures.length > FIRST) faults.push(`requests: ${requests.map(({ url }) => url)}`);
    if (size > MOST_BYTES) faults.push(`${size} bytes`);
    if (requests.some(({ resourceType }) => resourceType === "Script")) faults.push("a script");
    t.diagnostic(`${requests.length} requests, of them ${pictures.length} for pictures, and ${size} bytes`);
    t.diagnostic(CATEGORIES.map((name) => `${name} ${lhr.categories[name].score * 100}`).join(", "));
    assert.deepEqual(faults, []);
  });
}
