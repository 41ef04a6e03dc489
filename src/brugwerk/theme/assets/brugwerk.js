// Buttons that print and copy. A page works without this file; it makes them work, and opens on
// paper what is folded on a screen.
document.addEventListener("click", (event) => {
  const pressed = event.target instanceof Element ? event.target.closest("button") : null;
  if (pressed?.classList.contains("print-button")) window.print();
  if (pressed?.classList.contains("copy-button")) copy(pressed);
});

/** Copies what the field holds that the button names, and says whether that worked. */
async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  const said = button.parentElement.querySelector(".copied");
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = button.dataset.done;
  } catch {
    said.textContent = button.dataset.failed;
  }
}

if (!("print" in window)) {
  document.querySelectorAll(".print-button").forEach((button) => button.remove());
}
// Only a page from a safe address may copy.
if (navigator.clipboard) {
  document.querySelectorAll(".copy-button").forEach((button) => (button.hidden = false));
}
// A site that does not know its own address is embedded from where it is read.
document.querySelectorAll(".share-snippet[data-link]").forEach((snippet) => {
  const field = snippet.querySelector("textarea");
  field.value = field.value.replace(`src="${snippet.dataset.link}"`, `src="${new URL(snippet.dataset.link, location)}"`);
  snippet.hidden = false;
});
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  folded.forEach((part) => {
    part.open = true;
  });
});
addEventListener("afterprint", () => {
  folded.forEach((part) => {
    part.open = false;
  });
});
