// What the panel does in the browser without asking the server: times that tick, waiting for a page,
// keeping what is typed, and copying. Everything else is Vaadin's.

import "./connection.js";
import "./keys.js";
import "./presence.js";
import "./select.js";
import "./toast.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ticking = new Set();

// <sw-elapsed since|until="epoch ms" now="epoch ms" units="d h min s" coarse>
class Elapsed extends HTMLElement {
  static observedAttributes = ["since", "until", "now"];

  connectedCallback() {
    ticking.add(this);
    this.show();
  }

  disconnectedCallback() {
    ticking.delete(this);
  }

  attributeChangedCallback(name, before, after) {
    if (name === "now") {
      this.ahead = Number(after) - Date.now(); // the two clocks need not agree
    }
    if (this.isConnected) {
      this.show();
    }
  }

  show() {
    const now = Date.now() + (this.ahead ?? 0);
    const until = this.getAttribute("until");
    const span = until ? Number(until) - now : now - Number(this.getAttribute("since"));
    const text = this.inWords(Math.max(0, span));
    if (this.textContent !== text) {
      this.textContent = text;
    }
  }

  inWords(span) {
    const [d, h, min, s] = this.getAttribute("units").split(" ");
    const coarse = this.hasAttribute("coarse");
    if (span < MINUTE) {
      return `${Math.floor(span / SECOND)} ${s}`;
    }
    if (span < HOUR) {
      const rest = Math.floor((span % MINUTE) / SECOND);
      return `${Math.floor(span / MINUTE)} ${min}` + (coarse || !rest ? "" : ` ${rest} ${s}`);
    }
    if (span < DAY) {
      const rest = Math.floor((span % HOUR) / MINUTE);
      return `${Math.floor(span / HOUR)} ${h}` + (rest ? ` ${rest} ${min}` : "");
    }
    return `${Math.floor(span / DAY)} ${d}`;
  }
}

customElements.define("sw-elapsed", Elapsed);

setInterval(() => {
  if (!document.hidden) {
    ticking.forEach((each) => each.show());
  }
}, SECOND);

// a page that takes its time is waited for in its own place, and not on the page before it; what
// comes at once is not announced, and what is announced can be seen
const AWAITED_AFTER = 150;
const AWAITED_FOR = 300;
let awaitedSince;
let hidden; // had the focus when it was hidden, and has it again if it is still there then
let lookDue;

function isOnItsWay() {
  return window.Vaadin.Flow.navigation && window.Vaadin.connectionState.state === "loading";
}

function showAwaited(isAwaited) {
  const frame = document.querySelector(".sw-frame");
  const word = frame?.querySelector(".sw-awaited [role=status]");
  if (isAwaited) {
    hidden = document.activeElement;
  }
  if (word) {
    frame.setAttribute("aria-busy", isAwaited);
    word.textContent = isAwaited ? word.dataset.word : "";
  }
  if (!isAwaited && document.activeElement === document.body && hidden?.isConnected) {
    hidden.focus({ preventScroll: true });
  }
  awaitedSince = isAwaited ? performance.now() : undefined;
}

function lookForPage() {
  lookDue = undefined;
  if (awaitedSince === undefined) {
    if (isOnItsWay()) {
      showAwaited(true);
    }
  } else if (window.Vaadin.connectionState.state !== "loading") {
    showAwaited(false);
  }
}

["click", "popstate", "vaadin-navigate"].forEach((name) =>
  window.addEventListener(name, () => {
    lookDue ??= setTimeout(lookForPage, AWAITED_AFTER);
  }));

window.Vaadin.connectionState.addStateChangeListener((before, now) => {
  if (now !== "loading" && awaitedSince !== undefined) {
    const rest = awaitedSince + AWAITED_FOR - performance.now();
    clearTimeout(lookDue);
    lookDue = setTimeout(lookForPage, Math.max(0, rest));
  }
});

// what is typed into an order stands in the address at once, also when nobody answers any more
function keepDraft(input) {
  const field = input?.closest?.("[data-draft]");
  if (!field) {
    return;
  }
  const here = new URL(location.href);
  const { draft, times } = field.dataset;
  const typed = input.value;
  if (typed) {
    here.searchParams.set(draft, times ? typed * times : typed);
  } else {
    here.searchParams.delete(draft);
  }
  history.replaceState(history.state, "", here);
}

document.addEventListener("input", (event) => keepDraft(event.target));

// an answer may be of a time before what is being typed
window.addEventListener("vaadin-navigated", () => keepDraft(document.activeElement));

// a chip that is typed and not entered is one all the same when its field is left; Vaadin's field
// would forget it without a word
document.addEventListener("focusout", (event) => {
  const field = event.target.closest?.("[data-chips]");
  const typed = field && event.target.value;
  if (typed) {
    field.dispatchEvent(new CustomEvent("custom-value-set", { detail: typed }));
  }
}, { capture: true });

// what Vaadin puts beside the page is read out, and no part of the page that lost its way
const READ_OUT = { ".v-system-error": "alert", "vaadin-connection-indicator": "status" };

function readOut() {
  Object.entries(READ_OUT).forEach(([selector, role]) =>
    document.querySelectorAll(`body > ${selector}:not([role])`).forEach((each) =>
      each.setAttribute("role", role)));
}

new MutationObserver(readOut).observe(document.body, { childList: true });
readOut();

// leaves the focus where it was
function copyWithoutClipboard(text) {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "sw-offscreen";
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  focused?.focus({ preventScroll: true });
  return isCopied;
}

// there is no clipboard without https, and a browser may keep it from us
async function isCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyWithoutClipboard(text);
  }
}

async function copy(button) {
  if (!await isCopied(button.dataset.copy)) {
    return;
  }
  button.classList.add("copied");
  const say = sayer(button);
  say(button.dataset.copied);
  setTimeout(() => {
    button.classList.remove("copied");
    say("");
  }, 1500);
}

// a button says it itself; what has words of its own has it said in another place
function sayer(button) {
  const place = document.getElementById(button.dataset.said);
  return place
    ? (words) => { place.textContent = words; }
    : (words) => button.setAttribute("aria-label", words || button.title);
}

document.addEventListener("click", (event) => {
  const button = event.composedPath().find((each) => each.dataset && "copy" in each.dataset);
  if (button) {
    event.preventDefault();
    copy(button);
  }
});

// what is copied beside a field leaves the focus there
document.addEventListener("mousedown", (event) => {
  if (event.target.closest?.("[data-said]")) {
    event.preventDefault();
  }
});
