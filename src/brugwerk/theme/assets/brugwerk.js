// Buttons that print and copy. A page works without this file; it makes them work, and opens on
// paper what is folded on a screen.
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest(".print-button")) {
    window.print();
  }
});
if (!("print" in window)) {
  document.querySelectorAll(".print-button").forEach((button) => button.remove());
}

// A site that does not know its own address is embedded from where it is read.
document.querySelectorAll(".share-snippet[data-link]").forEach((snippet) => {
  const field = snippet.querySelector("textarea");
  field.value = field.value.replace(`src="${snippet.dataset.link}"`, `src="${new URL(snippet.dataset.link, location)}"`);
  snippet.hidden = false;
});

// What is folded away is still part of the sheet.
addEventListener("beforeprint", () => {
  document.querySelectorAll("details:not([open], .source-forms)").forEach((details) => {
    details.open = true;
    details.dataset.openedToPrint = "";
  });
});
addEventListener("afterprint", () => {
  document.querySelectorAll("details[data-opened-to-print]").forEach((details) => {
    details.open = false;
    delete details.dataset.openedToPrint;
  });
});

/** Select all of an element: a field, or a piece of the page. */
function select(source) {
  if ("value" in source) source.select();
  else getSelection().selectAllChildren(source);
}

/** Copy what an element holds. Without a secure connection there is no clipboard, but a selection. */
async function copy(source) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText("value" in source ? source.value : source.innerText.trim());
    return;
  }
  select(source);
  if (!document.execCommand("copy")) {
    throw new Error("not copied");
  }
}

/** The place beside a button that says whether it copied. */
function placeToSay(button) {
  const there = button.parentElement.querySelector(".copied");
  if (there) return there;
  const said = document.createElement("span");
  said.className = "small copied";
  said.setAttribute("role", "status");
  button.after(" ", said);
  return said;
}

document.querySelectorAll(".copy-button").forEach((button) => {
  const said = placeToSay(button);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await copy(source);
      said.textContent = button.dataset.done;
    } catch {
      select(source);
      said.textContent = button.dataset.failed;
    }
  });
});
