// Changes a previewed page in place: its elements, its pictures and its stylesheets.

const ROOT = "/_handbill/";
/** Changed pictures and stylesheets of the site: path to the edition that they are asked for with. */
const fresh = new Map();
/** The edition after one that was missed: any picture may have changed until then. */
let allFresh = null;

/** Notes files that changed, and the edition until which any picture may have; and asks for them again. */
export function refresh(files, all) {
  allFresh = all ?? allFresh;
  for (const file of files) fresh.set(new URL(file.href, location.origin).pathname, file.edition);
  refreshPictures(document, true);
  refreshStyles();
}

/** Puts a page in the place of this one; its hash, as its script says. `touched` are fields that are left as they are. */
export async function replace(html, touched) {
  const next = new DOMParser().parseFromString(html, "text/html");
  try {
    await idiomorph();
  } catch {
    location.reload();
    return null;
  }
  refreshPictures(next, false);
  await styles(next);
  morph(next, touched);
  return next.querySelector(`script[src="${ROOT}live.js"]`)?.dataset.page;
}

let library = null;

function idiomorph() {
  library ??= new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    tag.src = `${ROOT}idiomorph.js`;
    tag.addEventListener("load", resolve);
    tag.addEventListener("error", reject);
    document.head.append(tag);
    // It has begun to load, and is no part of the page.
    tag.remove();
  });
  return library;
}

/** Whether what is in a field is its reader's and not the page's. A browser fills fields too, without events. */
function isFilled(field, touched) {
  if (touched.has(field)) return true;
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    const first = field.multiple || options.some((option) => option.defaultSelected) ? -1 : 0;
    return options.some((option, index) => option.selected !== (option.defaultSelected || index === first));
  }
  if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type))
    return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

function morph(next, touched) {
  const place = rememberPlace();
  try {
    Idiomorph.morph(document.documentElement, next.documentElement, {
      restoreFocus: false,
      head: { style: "merge" },
      callbacks: {
        beforeNodeRemoved: (node) => node.localName !== "handbill-preview",
        beforeNodeMorphed: (old, next) => !old.isEqualNode(next),
        // A script runs once, when its page is loaded. In the body it would not run; in the head it would.
        beforeNodeAdded: (node) => !(node instanceof HTMLScriptElement && node.ownerDocument === document),
        beforeAttributeUpdated: (name, element) => {
          if (name === "open") return !(element instanceof HTMLDetailsElement);
          if (["value", "checked"].includes(name)) return !element.matches("input, textarea") || !isFilled(element, touched);
          if (name === "selected") {
            const select = element.closest("select");
            return select === null || !isFilled(select, touched);
          }
          return true;
        },
      },
    });
  } catch (error) {
    console.debug("Handbill:", error);
  }
  // idiomorph 0.8.0 can fail on a page in which an id stands twice, and then leaves beside the body what it had put
  // aside. To show the page as it is comes before losing nothing.
  if (!isAlike(document.body, next.body)) {
    document.body.replaceChildren(...document.importNode(next.body, true).childNodes);
    for (const child of [...document.documentElement.children])
      if (!["head", "body", "handbill-preview"].includes(child.localName)) child.remove();
  }
  place();
}

function isAlike(body, next) {
  const size = (body) => body.getElementsByTagName("*").length;
  return size(body) === size(next) && body.textContent === next.textContent;
}

/** Notes the focus and what is marked, and gives what brings them back. Scrolling is left to the browser. */
function rememberPlace() {
  const active = document.activeElement;
  const range = active?.selectionStart ?? null;
  const end = active?.selectionEnd ?? null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection();
  const within = (node, offset) => Math.min(offset, node.length ?? node.childNodes.length);
  return () => {
    const selection = document.getSelection();
    const moved = selection.anchorNode !== anchorNode || selection.anchorOffset !== anchorOffset
      || selection.focusNode !== focusNode || selection.focusOffset !== focusOffset;
    if (anchorNode?.isConnected && focusNode?.isConnected && moved)
      selection.setBaseAndExtent(
        anchorNode, within(anchorNode, anchorOffset), focusNode, within(focusNode, focusOffset),
      );
    if (!active || active === document.body || active === document.activeElement) return;
    const target = active.isConnected ? active : counterpart(active);
    target?.focus({ preventScroll: true });
    if (range !== null) target?.setSelectionRange?.(range, end);
  };
}

/** The element that stands for one that is gone: that with its id, or the link to the same address. */
function counterpart(element) {
  if (element.id) return document.getElementById(element.id);
  const href = element.getAttribute("href");
  return href === null ? null : document.querySelector(`a[href="${CSS.escape(href)}"]`);
}

// ---- Pictures and styles -------------------------------------------------------------------------------------

/** The address with the edition that its file changed in; as it is for files that have not changed. */
function freshened(address, isPicture) {
  let url;
  try {
    url = new URL(address, document.baseURI);
  } catch {
    return address;
  }
  if (url.origin !== location.origin || url.pathname.startsWith(ROOT)) return address;
  const version = fresh.get(url.pathname) ?? (isPicture ? allFresh : null);
  if (!version) return address;
  url.searchParams.set("handbill", version);
  return url.href.slice(url.origin.length);
}

const freshenedSet = (set) =>
  set.replace(/(^|,\s+|\s)([^\s,][^\s]*[^\s,])(?=\s|,|$)/g, (whole, before, word) =>
    /^[\d.]+[wx]$/.test(word) ? whole : before + freshened(word, true));

/**
 * Gives pictures whose files changed an address that no memory has. The page that is about to be shown gets the same
 * addresses, so that changing it in place does not take them away again.
 */
function refreshPictures(page, onlyChanged) {
  const set = (element, name, value) => {
    if (!onlyChanged || element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  for (const element of page.querySelectorAll("[src]:is(img, input, source, video, audio)"))
    set(element, "src", freshened(element.getAttribute("src"), ["img", "input"].includes(element.localName)));
  for (const element of page.querySelectorAll("img[srcset], source[srcset]"))
    set(element, "srcset", freshenedSet(element.getAttribute("srcset")));
  for (const element of page.querySelectorAll("video[poster]"))
    set(element, "poster", freshened(element.getAttribute("poster"), true));
  for (const element of page.querySelectorAll("link[rel~=icon], head link[rel~=stylesheet]"))
    if (page !== document) set(element, "href", freshened(element.getAttribute("href"), false));
}

const sheets = (page) => [...page.head.querySelectorAll("link[rel~=stylesheet]")];

/** Loads stylesheets of the site that changed under their own names, and then takes the old ones away. */
async function refreshStyles() {
  for (const old of sheets(document)) {
    const href = freshened(old.getAttribute("href"), false);
    if (href === old.getAttribute("href")) continue;
    const link = old.cloneNode();
    link.setAttribute("href", href);
    await loaded(link, old);
    old.remove();
  }
}

/** Loads the stylesheets that the next page has and this one does not, beside those of now: nothing flashes. */
async function styles(next) {
  const now = sheets(document);
  const known = new Set(now.map((link) => link.getAttribute("href")));
  await Promise.all(
    sheets(next).map((link, index) => {
      if (known.has(link.getAttribute("href"))) return null;
      return loaded(document.importNode(link), now[index] ?? now.at(-1) ?? null);
    }),
  );
}

function loaded(link, before) {
  return new Promise((resolve) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve);
    setTimeout(resolve, 3000);
    if (before?.parentNode) before.after(link);
    else document.head.append(link);
  });
}
