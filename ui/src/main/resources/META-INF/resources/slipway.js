// What the panel does in the browser without asking the server: times that tick, copying, and the
// key that goes to the filter. Everything else is Vaadin's.

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

function copyWithoutClipboard(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "sw-offscreen";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

async function copy(button) {
  const text = button.dataset.copy;
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
  } else {
    copyWithoutClipboard(text);
  }
  button.classList.add("copied");
  button.setAttribute("aria-label", button.dataset.copied);
  setTimeout(() => {
    button.classList.remove("copied");
    button.setAttribute("aria-label", button.title);
  }, 1500);
}

document.addEventListener("click", (event) => {
  const button = event.composedPath().find((each) => each.dataset && "copy" in each.dataset);
  if (button) {
    event.preventDefault();
    copy(button);
  }
});

function isTyping(event) {
  const at = event.composedPath()[0];
  return at.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(at.tagName);
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
    return;
  }
  const filter = document.querySelector("[data-slash]");
  if (filter) {
    event.preventDefault();
    filter.focus();
  }
});
