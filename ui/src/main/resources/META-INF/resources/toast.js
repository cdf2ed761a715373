// a toast takes no focus; Escape closes the newest one where nothing else is open that it closes,
// and who was in it goes back to where he came from
const CLOSED_FIRST =
  ":is(vaadin-dialog, vaadin-popover, vaadin-select, vaadin-combo-box, vaadin-multi-select-combo-box)[opened]";
let cameFrom;

document.addEventListener("keydown", (event) => {
  const close = [...document.querySelectorAll(".sw-toast-close")].pop();
  if (event.key === "Escape" && close && !document.querySelector(CLOSED_FIRST)) {
    close.click();
  }
}, { capture: true });

document.addEventListener("focusin", (event) => {
  if (event.target.closest?.(".sw-toast") && !event.relatedTarget?.closest?.(".sw-toast")) {
    cameFrom = event.relatedTarget;
  }
});

document.addEventListener("click", (event) => {
  const toast = event.target.closest?.(".sw-toast-close")?.closest(".sw-toast");
  if (toast?.contains(document.activeElement)) {
    cameFrom?.focus();
  }
});
