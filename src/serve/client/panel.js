// The bar at the foot of a previewed page, and the list of problems above it.
//
// Nothing that a writer wrote becomes markup here: everything is made of elements and text nodes.

const ROOT = "/_handbill/";
/** More problems than this at once are no help to anybody. */
const MOST = 100;

/** An element with children: text, elements or nothing. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

/** Text with `code` between backquotes. */
function words(text) {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return [text];
  return parts.map((part, index) => (index % 2 === 1 ? make("code", {}, part) : part)).filter((part) => part !== "");
}

const count = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;

/** What is remembered from page to page; storage can be forbidden, and then it is from moment to moment. */
const memory = new Map();

function remembered(key) {
  try {
    return sessionStorage.getItem(`handbill-${key}`);
  } catch {
    return memory.get(key) ?? null;
  }
}

function remember(key, value) {
  memory.set(key, value);
  try {
    if (value === null) sessionStorage.removeItem(`handbill-${key}`);
    else sessionStorage.setItem(`handbill-${key}`, value);
  } catch {}
}

function problemItem(problem) {
  const word = { error: "Error", warning: "Warning", hint: "Hint" }[problem.severity];
  const help = problem.help?.split("\n") ?? [];
  return make("li", { class: problem.severity },
    make("p", { class: "message" },
      make("span", { class: "word" }, word), " ", make("bdi", {}, ...words(problem.message)), " ",
      make("span", { class: "code" }, problem.code)),
    problem.places.map(placeItem),
    help.length > 0 ? make("p", { class: "help" }, make("b", {}, "What to do: "), ...words(help[0])) : null,
    help.length > 1 ? make("pre", { class: "paste", tabindex: "0" }, help.slice(1).join("\n")) : null);
}

function placeItem(place) {
  const name = place.line === null ? place.file : `${place.file}:${place.line}:${place.column}`;
  const where = place.edit === null
    ? make("bdi", { class: "file" }, name)
    : make("a", { href: place.edit, title: "Open in your editor" }, make("bdi", {}, name));
  let line = null;
  if (place.text !== null) {
    // Places are counted in characters, strings in half of some characters.
    const characters = [...place.text];
    const part = (from, to) => characters.slice(from, to).join("");
    line = make("pre", { class: "line", dir: "auto" }, part(0, place.from),
      make("mark", {}, part(place.from, place.to) || " "), part(place.to));
  }
  return make("div", { class: "place" },
    make("p", { class: "where" }, where, place.label === null ? null : [" ", ...words(place.label)]), line);
}

const live = make("p", { class: "heard", "aria-live": "polite" });
const list = make("ol", {});
const heading = make("h2", { id: "title" });
const earlier = make("p", { class: "earlier" }, "You see this page as it was before the mistake.");
const close = make("button", { type: "button", class: "close", "aria-label": "Close the list of problems" }, "×");
const panel = make("section", { id: "panel", "aria-labelledby": "title", role: "region", tabindex: "-1" },
  make("header", {}, heading, close), earlier, list);
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
/** Whether somebody has opened the list; by itself it opens for errors alone. */
let opened = false;

/** Shows how the page stands. */
export function show(next) {
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
  const mended = errors === 1 ? "it is mended" : "they are mended";
  heading.textContent = errors > 0 ? `${count(errors, "error")}: nothing is published until ${mended}` : told;
  earlier.hidden = !status.earlier;
  const inList = list.contains(host.shadowRoot.activeElement);
  const rows = status.problems.slice(0, MOST).map(problemItem);
  if (status.problems.length > MOST)
    rows.push(make("li", { class: "more" }, `And ${status.problems.length - MOST} more. Mend these first.`));
  const { scrollTop } = panel;
  list.replaceChildren(...rows);
  panel.scrollTop = scrollTop;
  if (told === "") opened = false;
  else if (inList) panel.focus({ preventScroll: true });
  if (told !== "") tell(status.shared ? problems.textContent : `${told}. ${status.problems[0].message}`);
  else if (live.textContent !== "") tell("No problems");
}

function tell(text) {
  if (live.textContent !== text) live.textContent = text;
}

/** Shows and hides what is open or folded. */
function update() {
  const folded = remembered("folded") !== null;
  panel.hidden = !isOpen();
  problems.hidden = status === null;
  problems.setAttribute("aria-expanded", String(!panel.hidden));
  items.hidden = folded;
  bar.classList.toggle("folded", folded);
  fold.setAttribute("aria-expanded", String(!folded));
  const bad = notice.classList.contains("bad") || problems.dataset.worst === "error";
  const said = notice.hidden ? problems.textContent : notice.textContent;
  fold.classList.toggle("bad", folded && bad);
  fold.setAttribute("aria-label", folded ? `Show the preview bar: ${said}` : "Fold the preview bar");
  fold.textContent = !folded ? "▾" : bad ? "!" : "▴";
}

function isOpen() {
  if (status === null || status.problems.length === 0) return false;
  return opened || (status.counts.errors > 0 && remembered("closed") !== errorsKey());
}

/** The errors of now: a list that was closed stays closed until they are others. */
function errorsKey() {
  return JSON.stringify(status.problems.filter(({ severity }) => severity === "error"));
}

function closePanel() {
  const focused = panel.matches(":focus-within");
  opened = false;
  remember("closed", errorsKey());
  update();
  if (focused) (items.hidden ? fold : problems).focus({ preventScroll: true });
}

close.addEventListener("click", closePanel);
problems.addEventListener("click", () => {
  if (!panel.hidden) {
    closePanel();
    return;
  }
  opened = true;
  update();
  panel.focus({ preventScroll: true });
});
fold.addEventListener("click", () => {
  remember("folded", remembered("folded") === null ? "yes" : null);
  update();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && !panel.hidden) closePanel();
});

style.addEventListener("load", () => (host.hidden = false));
host.attachShadow({ mode: "open" }).append(style, live, panel, bar);
// Beside the body, so that changing the page does not touch it.
document.documentElement.append(host);
notice.hidden = true;
earlier.hidden = true;
update();

// Focus that moves behind the bar is scrolled into sight.
const room = new CSSStyleSheet();
room.replaceSync("@media screen { :root { scroll-padding-block-end: 4rem } }");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, room];
