// The list of problems above the preview's bar.
//
// Nothing that a writer wrote becomes markup here: everything is made of elements and text nodes.

import { count, make, remember, remembered, words } from "./bar.js";

/** More problems than this at once are no help to anybody. */
const MOST = 100;

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

/** The list: a panel that opens by itself for errors alone. */
export class List {
  #update;
  #leave;
  #list = make("ol", {});
  #heading = make("h2", { id: "title" });
  #earlier = make("p", { class: "earlier" }, "You see this page as it was before the mistake.");
  #close = make("button", { type: "button", class: "close", "aria-label": "Close the list of problems" }, "×");
  /** What the last status said. */
  #status = null;
  /** Whether somebody has opened the list. */
  #opened = false;
  panel = make("section", { id: "panel", "aria-labelledby": "title", role: "region", tabindex: "-1", hidden: "" },
    make("header", {}, this.#heading, this.#close), this.#earlier, this.#list);

  /** `update` brings what is shown up to date; `leave` takes the focus when the list is closed. */
  constructor(update, leave) {
    this.#update = update;
    this.#leave = leave;
    this.#close.addEventListener("click", () => this.#shut());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !this.panel.hidden) this.#shut();
    });
  }

  /** Lists the problems of a status; `told` says how many there are. */
  draw(status, told) {
    this.#status = status;
    const { errors } = status.counts;
    const mended = errors === 1 ? "it is mended" : "they are mended";
    this.#heading.textContent = errors > 0 ? `${count(errors, "error")}: nothing is published until ${mended}` : told;
    this.#earlier.hidden = !status.earlier;
    const inList = this.#list.contains(this.panel.getRootNode().activeElement);
    const rows = status.problems.slice(0, MOST).map(problemItem);
    if (status.problems.length > MOST)
      rows.push(make("li", { class: "more" }, `And ${status.problems.length - MOST} more. Mend these first.`));
    const { scrollTop } = this.panel;
    this.#list.replaceChildren(...rows);
    this.panel.scrollTop = scrollTop;
    if (told === "") this.#opened = false;
    else if (inList) this.panel.focus({ preventScroll: true });
  }

  /** Shows and hides the panel. */
  update() {
    this.panel.hidden = !this.#isOpen();
  }

  /** Opens the panel, or closes it. */
  toggle() {
    if (!this.panel.hidden) {
      this.#shut();
      return;
    }
    this.#opened = true;
    this.#update();
    this.panel.focus({ preventScroll: true });
  }

  #isOpen() {
    if (this.#status === null || this.#status.problems.length === 0) return false;
    return this.#opened || (this.#status.counts.errors > 0 && remembered("closed") !== this.#errorsKey());
  }

  /** The errors of now: a list that was closed stays closed until they are others. */
  #errorsKey() {
    return JSON.stringify(this.#status.problems.filter(({ severity }) => severity === "error"));
  }

  #shut() {
    const focused = this.panel.matches(":focus-within");
    this.#opened = false;
    remember("closed", this.#errorsKey());
    this.#update();
    if (focused) this.#leave();
  }
}
