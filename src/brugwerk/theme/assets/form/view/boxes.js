// Several choices from a list, as boxes to tick; a long list can be narrowed down by typing.

import { list } from "../check/asked.js";
import { optionsOf, withHeld } from "./choices.js";
import { choice } from "./controls.js";
import { element, uniqueId } from "./pieces.js";

const LONG = 12;
// More boxes than this are shown only when someone looks for them.
const MOST = 60;

export function boxes(field, holder, write, editor) {
  const options = withHeld(optionsOf(field, editor), list(holder[field.key]));
  const chosen = new Set(list(holder[field.key]));
  const rows = options.map((option) => {
    const box = element("input", { type: "checkbox", class: "form-box", value: option.id });
    box.checked = chosen.has(option.id);
    box.addEventListener("change", () => {
      if (box.checked) chosen.add(option.id);
      else chosen.delete(option.id);
      // In the order of the list, whatever the order of ticking.
      write(options.map(({ id }) => id).filter((id) => chosen.has(id)));
    });
    return { option, box, element: choice(box, { label: option.label }) };
  });
  const found = element("p", { class: "form-found", role: "status" });
  const place = element("div", { class: "form-choices" }, ...rows.map((row) => row.element));
  // A school year of another sector is left out, unless it was chosen.
  const belongs = ({ sectors }) => {
    const here = editor.sectors();
    return !sectors || !here.length || sectors.some((sector) => here.includes(sector));
  };
  let wanted = "";
  const narrow = () => {
    let shown = 0;
    for (const { option, box, element: row } of rows) {
      const fits = belongs(option) && (!wanted ? rows.length <= MOST : `${option.label} ${option.id}`.toLowerCase().includes(wanted));
      row.hidden = !(box.checked || (fits && shown < MOST));
      if (!row.hidden) shown += 1;
    }
    found.textContent = wanted ? editor.say("shownChoices", { n: shown }) : "";
  };
  narrow();
  const refresh = options.some((option) => option.sectors) ? narrow : undefined;
  if (!rows.length) return { element: element("p", { class: "form-hint" }, editor.say("nothingToChoose")), target: null, grouped: true };
  if (rows.length <= LONG) return { element: place, target: rows[0].box, grouped: true, refresh };
  const id = uniqueId("filter");
  const filter = element("input", { type: "search", class: "form-input form-filter", id, autocomplete: "off" });
  filter.addEventListener("input", () => {
    wanted = filter.value.trim().toLowerCase();
    narrow();
  });
  const whole = element("div", {},
    element("p", { class: "form-narrow" }, element("label", { for: id }, editor.say("narrow")), filter),
    place, found);
  return { element: whole, target: filter, grouped: true, refresh };
}
