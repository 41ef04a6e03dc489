// A page works without this file; it only makes the print buttons print.
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest(".print-button")) {
    window.print();
  }
});
if (!("print" in window)) {
  document.querySelectorAll(".print-button").forEach((button) => button.remove());
}
