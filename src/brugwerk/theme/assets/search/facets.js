// The facets beside the results: made once, so that focus stays; only counts and visibility change.

import { element } from "./elements.js";

const OPEN_AT_FIRST = new Set(["type", "theme", "level"]);

export class Facets {
  constructor(place, start, changed) {
    this.boxes = new Map();
    this.groups = new Map();
    for (const facet of start.facets) {
      const list = element("div", { class: "facet-values" });
      for (const [value, label] of facet.values) {
        const box = element("input", { type: "checkbox", name: facet.parameter, value });
        const count = element("span", { class: "facet-count" });
        const line = element("label", { class: "facet-value" }, box, element("span", {}, label), count);
        box.addEventListener("change", () => changed(facet.id, value, box.checked));
        list.append(line);
        this.boxes.set(`${facet.id} ${value}`, { box, count, line, number: -1, hidden: false, on: false });
      }
      const group = element(
        "details",
        { class: "facet", open: OPEN_AT_FIRST.has(facet.id) },
        element("summary", {}, facet.label),
        element("div", { role: "group", "aria-label": facet.label }, list),
      );
      this.groups.set(facet.id, { group, values: facet.values });
      place.append(group);
    }
  }

  /** Show the counts that go with the other choices; a value without any is hidden. */
  update(counts, chosen) {
    const focused = document.activeElement;
    for (const [facet, { group, values }] of this.groups) {
      let shown = 0;
      for (const [value] of values) {
        const shownBefore = this.boxes.get(`${facet} ${value}`);
        const { box, count, line } = shownBefore;
        const number = counts[facet]?.get(value) || 0;
        const on = Boolean(chosen[facet]?.includes(value));
        if (box.checked !== on) box.checked = on;
        if (shownBefore.number !== number) count.textContent = String(number);
        // A value that has the focus stays: it would take the focus along.
        const hidden = !number && !on && focused !== box;
        if (shownBefore.hidden !== hidden) line.hidden = hidden;
        if (on && !shownBefore.on) group.open = true;
        Object.assign(shownBefore, { number, hidden, on });
        if (!hidden) shown += 1;
      }
      if (group.hidden !== !shown) group.hidden = !shown;
    }
  }
}
