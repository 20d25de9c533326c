// A small server for the tests: static files, and a policy under which no script, inline style or foreign file loads.
//
// `node lib/serve.mjs WORK` serves WORK/root, WORK/rtl, WORK/stress and WORK/group, each on a free port of its own, and prints one
// line of JSON with their addresses. WORK/group is served under /group/ alone, so a link that forgets the base path fails.

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

// Nothing on a page can connect without a script; Lighthouse asks for robots.txt in the page's name.
const POLICY = "default-src 'none'; connect-src 'self'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".json": "application/json; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".xml": "application/xml; charset=utf-8",
};

async function isFile(path) {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function answer(folder, mount, request, response) {
  const headers = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  };
  let path;
  try {
    path = decodeURIComponent(new URL(request.url, "http://here").pathname);
  } catch {
    response.writeHead(400, headers).end();
    return;
  }
  if (path.startsWith(mount)) {
    const inside = normalize(path.slice(mount.length) || ".");
    let file = join(folder, inside);
    if (path.endsWith("/")) file = join(file, "index.html");
    if (inside !== ".." && !inside.startsWith(`..${sep}`) && (await isFile(file))) {
      const type = TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
      response.writeHead(200, { ...headers, "content-type": type });
      createReadStream(file).pipe(response);
      return;
    }
  }
  const missing = path.startsWith(mount) ? await readFile(join(folder, "404.html")).catch(() => "") : "";
  response.writeHead(404, { ...headers, "content-type": TYPES[".html"] }).end(missing);
}

function serve(folder, mount) {
  return new Promise((resolve) => {
    const server = createServer((request, response) => answer(folder, mount, request, response));
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${server.address().port}${mount}`));
  });
}

const work = process.argv[2];
const [root, group, rtl, stress] = await Promise.all([
  serve(join(work, "root"), "/"),
  serve(join(work, "group"), "/group/"),
  serve(join(work, "rtl"), "/"),
  serve(join(work, "stress"), "/"),
]);
console.log(JSON.stringify({ root, group, rtl, stress }));
