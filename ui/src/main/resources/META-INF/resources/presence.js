// Whether somebody is there: tells the server, and the person before the server ends the visit.

const SECOND = 1000;

// a page that changes by itself is no sign that somebody is there; keys, presses and clicks are,
// also those that assistive technology makes
const TELL_EVERY = 15 * SECOND;
const otherPages = new BroadcastChannel("slipway-presence");
const openedAt = performance.now();
let usedAt = -Infinity;
let toldAt = -Infinity;

function tellPresence() {
  if (usedAt > toldAt && performance.now() - toldAt >= TELL_EVERY) {
    toldAt = performance.now();
    document.querySelector("vaadin-app-layout")?.dispatchEvent(new CustomEvent("sw-present"));
    otherPages.postMessage("present");
  }
}

otherPages.addEventListener("message", () => {
  toldAt = performance.now();
  warnOfEnd();
});

// the server signs out who does nothing for long; some time before it is said, and one can stay
function warnOfEnd() {
  const warning = document.querySelector("#idle");
  if (!warning) {
    return;
  }
  const { patience, before } = warning.dataset;
  const left = Number(patience) - (performance.now() - Math.max(openedAt, toldAt));
  const isDue = left <= Number(before);
  if (isDue !== warning.matches(":popover-open")) {
    warning.querySelector("sw-elapsed").setAttribute("until", Date.now() + left);
    warning.togglePopover(isDue);
  }
  if (left <= 0) {
    leaveWhenEnded();
  }
}

// the server ends the visit in its own time; it is asked, which is no sign that somebody is there
const ENDED = 403;
let askedAt = -Infinity;

async function leaveWhenEnded() {
  if (performance.now() - askedAt < 2 * SECOND) {
    return;
  }
  askedAt = performance.now();
  try {
    const answer = await fetch("?v-r=heartbeat", { method: "POST" });
    if (answer.status === ENDED) {
      location.reload();
    }
  } catch {
    // a server that is away is said elsewhere, and asked again
  }
}

["keydown", "pointerdown", "wheel", "click", "input"].forEach((name) =>
  document.addEventListener(name, () => {
    usedAt = performance.now();
    tellPresence();
    warnOfEnd();
  }, { capture: true, passive: true }));

setInterval(() => {
  tellPresence();
  warnOfEnd();
}, SECOND);
