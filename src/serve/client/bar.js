// The bar at the foot of a previewed page. The list of problems above it is panel.js's, loaded when there are any.
//
// Nothing that a writer wrote becomes markup here: everything is made of elements and text nodes.

const ROOT = "/_handbill/";

/** An element with children: text, elements or nothing. */
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

/** Text with `code` between backquotes. */
export function words(text) {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return [text];
  return parts.map((part, index) => (index % 2 === 1 ? make("code", {}, part) : part)).filter((part) => part !== "");
}

export const count = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;

/** What is remembered from page to page; storage can be forbidden, and then it is from moment to moment. */
const memory = new Map();

export function remembered(key) {
  try {
    return sessionStorage.getItem(`handbill-${key}`);
  } catch {
    return memory.get(key) ?? null;
  }
}

export function remember(key, value) {
  memory.set(key, value);
  try {
    if (value === null) sessionStorage.removeItem(`handbill-${key}`);
    else sessionStorage.setItem(`handbill-${key}`, value);
  } catch {}
}

const live = make("p", { class: "heard", "aria-live": "polite" });
const notice = make("p", { class: "notice" });
const problems = make("button", { type: "button", class: "problems", "aria-controls": "panel" });
const all = make("a", { href: ROOT }, "All pages");
if (location.pathname === ROOT) all.setAttribute("aria-current", "page");
const fold = make("button", { type: "button", class: "fold", "aria-controls": "items" });
const items = make("div", { class: "items", id: "items" }, notice, problems, all);
const bar = make("section", { class: "bar", "aria-label": "Preview", role: "region" }, items, fold);
const style = make("link", { rel: "stylesheet", href: `${ROOT}panel.css` });
const host = make("handbill-preview", { lang: "en", dir: "ltr", hidden: "" });

/** What the last status said, and whether the server answers. */
let status = null;
let answers = true;
let drawn = "";
/** The list of problems, once there was one. */
let list = null;

/** Shows how the page stands. */
export async function show(next) {
  if (next.problems.length > 0 && list === null) {
    const { List } = await import(`${ROOT}panel.js`);
    list = new List(update, () => (items.hidden ? fold : problems).focus({ preventScroll: true }));
    bar.before(list.panel);
  }
  status = next;
  draw();
}

/** Says that the server does not answer. */
export function stopped() {
  answers = false;
  draw();
  tell("Handbill is not running");
}

/** Says so no longer. */
export function running() {
  answers = true;
  draw();
}

/** What is as it was is left alone, with its focus and its scrolling. */
function draw() {
  const key = JSON.stringify([status, answers]);
  if (key === drawn) return;
  drawn = key;
  drawNotice();
  if (status) drawProblems();
  update();
}

/** The most important thing that there is to say of the page, and no other. */
function drawNotice() {
  let parts = [];
  let bad = true;
  if (!answers) {
    parts = [make("b", {}, "Handbill is not running."), " Start it again with ", make("code", {}, "handbill serve"),
      ", and this page catches up."];
  } else if (status?.gone) {
    const why = status.shared ? ", has another name now or may not be shown to others" : " or has another name now";
    parts = [make("b", {}, "This page is gone."), ` Its file was taken away${why}. Go to `,
      make("a", { href: status.gone.href }, make("bdi", {}, status.gone.title)), "."];
  } else if (status?.earlier) {
    parts = [make("b", {}, "This is the page as it was"), " before the mistake in its file."];
  } else if (status?.withheld) {
    bad = false;
    // What would publish it stands above the page.
    parts = [make("b", {}, "Not published:"), " ", ...words(`${status.withheld.why}.`)];
  }
  notice.replaceChildren(...parts);
  notice.classList.toggle("bad", bad && parts.length > 0);
  notice.hidden = parts.length === 0;
}

function drawProblems() {
  const { errors, warnings, hints } = status.counts;
  const parts = [[errors, "error"], [warnings, "warning"], [hints, "hint"]].filter(([number]) => number > 0);
  const told = parts.map(([number, one]) => count(number, one)).join(", ");
  problems.textContent = told === "" ? "No problems" : status.shared ? `${told}: the terminal says which` : told;
  problems.disabled = status.problems.length === 0;
  problems.dataset.worst = parts[0]?.[1] ?? "none";
  list?.draw(status, told);
  if (told !== "") tell(status.shared ? problems.textContent : `${told}. ${status.problems[0].message}`);
  else if (live.textContent !== "") tell("No problems");
}

function tell(text) {
  if (live.textContent !== text) live.textContent = text;
}

/** Shows and hides what is open or folded. */
function update() {
  const folded = remembered("folded") !== null;
  list?.update();
  problems.hidden = status === null;
  problems.setAttribute("aria-expanded", String(list !== null && !list.panel.hidden));
  items.hidden = folded;
  bar.classList.toggle("folded", folded);
  fold.setAttribute("aria-expanded", String(!folded));
  const bad = notice.classList.contains("bad") || problems.dataset.worst === "error";
  const said = notice.hidden ? problems.textContent : notice.textContent;
  fold.classList.toggle("bad", folded && bad);
  fold.setAttribute("aria-label", folded ? `Show the preview bar: ${said}` : "Fold the preview bar");
  fold.textContent = !folded ? "▾" : bad ? "!" : "▴";
}

problems.addEventListener("click", () => list?.toggle());
fold.addEventListener("click", () => {
  remember("folded", remembered("folded") === null ? "yes" : null);
  update();
});

style.addEventListener("load", () => (host.hidden = false));
host.attachShadow({ mode: "open" }).append(style, live, bar);
// Beside the body, so that changing the page does not touch it.
document.documentElement.append(host);
notice.hidden = true;
update();

// Focus that moves behind the bar is scrolled into sight.
const room = new CSSStyleSheet();
room.replaceSync("@media screen { :root { scroll-padding-block-end: 4rem } }");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, room];
