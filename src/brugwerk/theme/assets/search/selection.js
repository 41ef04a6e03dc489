// My selection: products that a teacher keeps, in this browser only.

import { frame, searchPage } from "./client.js";
import { element } from "./elements.js";

const KEY = "brugwerk-selection";
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MOST_KEPT = 100;
let unsaved = [];

const sound = (ids) => [...new Set(ids.filter((id) => typeof id === "string" && ID.test(id)))].slice(0, MOST_KEPT);

/** The kept products; in memory only where the browser keeps nothing. */
export function selected() {
  try {
    return sound(JSON.parse(localStorage.getItem(KEY) || "[]"));
  } catch {
    return unsaved;
  }
}

/** Keep exactly these products. */
export function keep(ids) {
  unsaved = sound(ids);
  try {
    localStorage.setItem(KEY, JSON.stringify(unsaved));
  } catch {
    // Private windows may refuse; the selection then lasts as long as the page.
  }
  document.dispatchEvent(new CustomEvent("brugwerk-selection"));
}

/** The link that shows these products to someone else. */
export const linkTo = (ids) => `${searchPage.href}#selectie=${ids.join(",")}`;

/** The products that a fragment names, or null where it names no selection. */
export function sharedIn(fragment) {
  const found = /^#selectie=([a-z0-9,-]*)$/.exec(fragment);
  return found ? sound(found[1].split(",")) : null;
}

/** A button that keeps a product or lets it go. */
export function markButton(product) {
  const button = element("button", { type: "button", class: "mark-button", "data-product": product });
  show(button);
  return button;
}

function show(button) {
  const on = selected().includes(button.dataset.product);
  button.setAttribute("aria-pressed", String(on));
  button.textContent = on ? frame.dataset.kept : frame.dataset.keep;
}

function showAll() {
  document.querySelectorAll(".mark-button").forEach(show);
  const count = selected().length;
  const link = frame.querySelector(".selection-link");
  link.hidden = count === 0;
  link.querySelector(".selection-count").textContent = String(count);
}

/** Give products on this page their button, and the header its link. */
export function startSelection() {
  if (!frame) return;
  document.querySelectorAll("[data-selectable]").forEach((place) => {
    place.append(markButton(place.dataset.selectable));
  });
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest(".mark-button") : null;
    if (!button) return;
    const { product } = button.dataset;
    const now = selected();
    keep(now.includes(product) ? now.filter((id) => id !== product) : [...now, product]);
  });
  document.addEventListener("brugwerk-selection", showAll);
  window.addEventListener("storage", (event) => event.key === KEY && showAll());
  showAll();
}
