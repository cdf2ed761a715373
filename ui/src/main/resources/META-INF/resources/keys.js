// The keys, each of which presses something that is on the page.

function isTyping(event) {
  const at = event.composedPath()[0];
  return at.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(at.tagName);
}

const GO_WITHIN = 1500;
const ROWS = "a.sw-cell-name, .sw-cause li a";
let goSince = -GO_WITHIN;

function focusFilter() {
  document.querySelector("[data-slash]")?.focus();
}

function goTo(key) {
  const item = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
  item?.shadowRoot.querySelector("a")?.click();
}

// grids keep their rows in any order and hide some: what is seen from top to bottom counts
function visibleRows() {
  return [...document.querySelectorAll(ROWS)]
    .filter((row) => row.checkVisibility())
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
}

function moveRow(by) {
  const rows = visibleRows();
  const at = rows.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}

function chooseRow() {
  document.activeElement.closest("li")?.querySelector("vaadin-checkbox")?.click();
}

// keys that are pressed while the palette is on its way wait for its field
const PALETTE_WITHIN = 5000;
let early;

document.addEventListener("click", (event) => {
  if (event.target.closest?.("#palette")) {
    early = { typed: "", runs: false, since: performance.now() };
  }
});

function isEarly(event) {
  return early && performance.now() - early.since < PALETTE_WITHIN
    && !(event.ctrlKey || event.metaKey || event.altKey);
}

document.addEventListener("keydown", (event) => {
  if (!isEarly(event)) {
    early = undefined;
  } else if (event.key.length === 1) {
    early.typed += event.key;
  } else if (event.key === "Backspace") {
    early.typed = early.typed.slice(0, -1);
  } else if (event.key === "Enter") {
    early.runs = true;
  } else if (event.key !== "Shift") {
    early = undefined;
  }
  if (early) {
    event.preventDefault();
    event.stopPropagation();
  }
}, { capture: true });

document.addEventListener("focusin", (event) => {
  const field = event.composedPath()[0];
  if (!early || field.id !== "palette-words") {
    return;
  }
  const { typed, runs } = early;
  early = undefined;
  if (typed) {
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (runs) {
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  }
});

const KEYS = {
  "/": focusFilter,
  "?": () => document.querySelector("#keys")?.click(),
  j: () => moveRow(1),
  k: () => moveRow(-1),
  x: chooseRow,
  g: () => {
    goSince = performance.now();
  },
};

document.addEventListener("keydown", (event) => {
  if (document.querySelector("vaadin-dialog[opened]")) {
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    document.querySelector("#palette")?.click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
    return;
  }
  const isGoing = performance.now() - goSince < GO_WITHIN;
  goSince = -GO_WITHIN;
  if (isGoing) {
    goTo(event.key);
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});
