// Small pieces that all parts of the form are made of.

import { element } from "../../search/elements.js";

export { element, filled } from "../../search/elements.js";

let made = 0;

/** A name for an element that no other element has. */
export function uniqueId(word) {
  made += 1;
  return `form-${word}-${made}`;
}

/** A text in which what stands between backticks is code. */
export function withCode(text) {
  return text.split("`").map((part, index) => (index % 2 ? element("code", {}, part) : part)).filter((part) => part !== "");
}

/** The beginning of a text, as a name for what it stands in. */
export function short(text, longest = 60) {
  const signs = [...String(text ?? "")];
  return signs.length <= longest ? signs.join("") : `${signs.slice(0, longest).join("").trimEnd()} …`;
}

export function button(label, does, attributes = {}) {
  const one = element("button", { type: "button", class: "button button-plain", ...attributes }, label);
  one.addEventListener("click", does);
  return one;
}

/** Open everything that a target is folded away in, and put the focus on it. */
export function reveal(target) {
  for (let up = target.parentElement; up; up = up.parentElement) {
    if (up.tagName === "DETAILS") up.open = true;
  }
  target.focus();
  target.scrollIntoView({ block: "center" });
}
