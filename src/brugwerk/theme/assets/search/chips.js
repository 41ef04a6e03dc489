// The choices that are on, each with a button to drop it.

import { element, filled } from "./elements.js";

export class Chips {
  constructor(place, start, does) {
    this.place = place;
    this.start = start;
    this.does = does;
    this.shown = "";
    place.addEventListener("click", (event) => {
      const chip = event.target.closest("button");
      if (!chip) return;
      this.focusAt = [...place.querySelectorAll("button")].indexOf(chip);
      if (chip.dataset.facet) does.drop(chip.dataset.facet, chip.dataset.value);
      else does.clear();
    });
  }

  update(chosen) {
    const { facets, texts } = this.start;
    const chips = facets.flatMap((facet) =>
      facet.values
        .filter(([value]) => chosen[facet.id]?.includes(value))
        .map(([value, label]) => ({ facet: facet.id, value, label })));
    const now = JSON.stringify(chips);
    document.getElementById("facets-chosen").textContent = chips.length ? String(chips.length) : "";
    if (now === this.shown) return;
    this.shown = now;
    const items = chips.map(({ facet, value, label }) =>
      element("li", {}, element("button", {
        type: "button", class: "chip", "data-facet": facet, "data-value": value,
        "aria-label": filled(texts.remove, { choice: label }),
      }, label)));
    if (chips.length > 1) {
      items.push(element("li", {}, element("button", { type: "button", class: "chip chip-clear" }, texts.clear)));
    }
    this.place.replaceChildren(...items);
    if (this.focusAt !== undefined) {
      const left = this.place.querySelectorAll("button");
      if (left.length) left[Math.min(this.focusAt, left.length - 1)].focus();
      else this.does.leave();
      this.focusAt = undefined;
    }
  }
}
