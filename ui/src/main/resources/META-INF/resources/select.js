// Vaadin gives the list of a select no name; it is the select's
const LIST = "vaadin-select-list-box";

function name(select) {
  const list = select.querySelector(LIST) ?? document.querySelector(LIST);
  list?.setAttribute("aria-label", select.label || select.accessibleName || "");
}

document.addEventListener("opened-changed", (event) => {
  const select = event.target;
  if (select.localName === "vaadin-select" && select.opened) {
    requestAnimationFrame(() => name(select));
  }
}, { capture: true });
