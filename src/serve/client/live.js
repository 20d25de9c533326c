// The preview in the browser: hears of new editions, asks how its page stands, and has what is needed done.
//
// The bar is bar.js's, and the list of problems panel.js's; changing the page in place is change.js's. The last two are
// loaded when they are first needed.
(() => {
  "use strict";

  const ROOT = "/_handbill/";
  const { page = null, edition: first = "" } = document.currentScript.dataset;
  /** The hash of what the page shows. */
  let shown = page;
  /** The edition that the page has caught up with, such as `b7f3-12`. */
  let edition = first;
  const bar = import(`${ROOT}bar.js`);
  let change = null;

  /** What changes the page in place. */
  const changing = () => (change ??= import(`${ROOT}change.js`));

  /** Fields that somebody has written or ticked something in. */
  const touched = new WeakSet();
  for (const name of ["input", "change"])
    document.addEventListener(name, ({ target }) => touched.add(target), { capture: true, passive: true });

  // ---- The connection ------------------------------------------------------------------------------------------

  let stream = null;
  let retry = null;
  let lost = null;
  let pause = 500;

  function connect() {
    clearTimeout(retry);
    // A browser allows six connections to a host; tabs that nobody sees take none.
    if (stream || document.visibilityState === "hidden") return;
    stream = new EventSource(`${ROOT}events`);
    stream.addEventListener("edition", ({ data }) => {
      clearTimeout(lost);
      lost = null;
      pause = 500;
      arrived(JSON.parse(data));
    });
    stream.addEventListener("error", () => {
      disconnect();
      lost ??= setTimeout(() => bar.then(({ stopped }) => stopped()), 2000);
      // Not left to the browser, which waits longer and gives up after some answers.
      retry = setTimeout(connect, pause);
      pause = Math.min(pause * 1.5, 3000);
    });
  }

  function disconnect() {
    clearTimeout(retry);
    stream?.close();
    stream = null;
  }

  function arrived(event) {
    bar.then(({ running }) => running());
    const isTold = hasReached(edition, event.since);
    const files = event.files.filter((file) => !isTold || !hasReached(edition, file.edition));
    // Before the page is asked for: what is put in its place needs the new addresses of pictures.
    if (files.length > 0 || !isTold)
      changing().then(({ refresh }) => refresh(files, isTold ? null : event.edition), () => {});
    edition = event.edition;
    check();
  }

  /** Whether an edition is the other one, or a later one of the same run of the program. */
  function hasReached(edition, other) {
    const [[run, number], [otherRun, otherNumber]] = [edition.split("-"), other.split("-")];
    return run === otherRun && Number(number) >= Number(otherNumber);
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      disconnect();
      clearTimeout(lost);
      lost = null;
    } else {
      connect();
    }
  });
  // A page that goes into the browser's memory of pages left must not hold a connection.
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", (event) => event.persisted && connect());

  // ---- Catching up ---------------------------------------------------------------------------------------------

  let checking = false;
  let again = false;

  /** Asks how the page stands and does what is needed; calls that come meanwhile are one more round. */
  async function check() {
    again = true;
    if (checking) return;
    checking = true;
    while (again) {
      again = false;
      // A server that goes away in the middle shows in the stream, which asks again when it is back.
      await round().catch((error) => console.debug("Handbill:", error));
    }
    checking = false;
  }

  async function round() {
    const answer = await fetch(`${ROOT}status?page=${encodeURIComponent(location.pathname)}`, { cache: "no-store" });
    if (!answer.ok) return;
    const status = await answer.json();
    if (status.page !== null && status.page !== shown) await replace(status.page);
    await (await bar).show(status);
  }

  async function replace(hash) {
    const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
    if (answer.redirected && new URL(answer.url).pathname !== location.pathname) {
      location.replace(answer.url);
      return;
    }
    if (!answer.headers.get("content-type")?.startsWith("text/html")) return;
    const html = await answer.text();
    const page = await changing().then((change) => change.replace(html, touched), () => location.reload());
    shown = page ?? hash;
  }

  connect();
})();
