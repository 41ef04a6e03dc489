// Several choices from a list, as boxes to tick; a long list can be narrowed down by typing.

import { list } from "../check/asked.js";
import { optionsOf, withHeld } from "./choices.js";
import { choice } from "./controls.js";
import { element, uniqueId } from "./pieces.js";

const LONG = 12;
// More boxes than this are made only when someone looks for them.
const MOST = 60;

export function boxes(field, holder, write, editor) {
  const options = withHeld(optionsOf(field, editor), list(holder[field.key]));
  if (!options.length) {
    return { element: element("p", { class: "form-hint" }, editor.say("nothingToChoose")), target: null, grouped: true };
  }
  const made = new Boxes(options, new Set(list(holder[field.key])), write, editor);
  const refresh = options.some((option) => option.sectors) ? () => made.show() : undefined;
  if (options.length <= LONG) return { element: made.place, target: made.first, grouped: true, refresh };
  const id = uniqueId("filter");
  const filter = element("input", { type: "search", class: "form-input form-filter", id, autocomplete: "off" });
  const found = element("p", { class: "form-found", role: "status" });
  filter.addEventListener("input", () => {
    made.wanted = filter.value.trim().toLowerCase();
    made.show();
    found.textContent = made.wanted ? editor.say("shownChoices", { n: made.place.childElementCount }) : "";
  });
  const whole = element("div", {},
    element("p", { class: "form-narrow" }, element("label", { for: id }, editor.say("narrow")), filter),
    made.place, found);
  return { element: whole, target: filter, grouped: true, refresh };
}

class Boxes {
  constructor(options, chosen, write, editor) {
    Object.assign(this, { options, chosen, write, editor, wanted: "", rows: new Map(), shown: "" });
    this.place = element("div", { class: "form-choices" });
    this.show();
  }

  get first() {
    return this.place.querySelector("input");
  }

  /** Show what is chosen, and of the rest what fits. */
  show() {
    const { options, chosen, wanted, place } = this;
    const fits = (option) => this.belongs(option) && `${option.label} ${option.id}`.toLowerCase().includes(wanted);
    const others = options.filter((option) => !chosen.has(option.id) && fits(option));
    const some = new Set(wanted || others.length <= MOST ? others.slice(0, MOST) : []);
    const now = options.filter((option) => chosen.has(option.id) || some.has(option));
    const names = now.map((option) => option.id).join(" ");
    if (names === this.shown) return;
    this.shown = names;
    const focused = document.activeElement;
    this.editor.isMoving = true;
    place.replaceChildren(...now.map((option) => this.row(option)));
    if (focused?.isConnected && focused !== document.activeElement) focused.focus();
    this.editor.isMoving = false;
  }

  /** A school year of another sector is left out, unless it was chosen. */
  belongs({ sectors }) {
    const here = this.editor.sectors();
    return !sectors || !here.length || sectors.some((sector) => here.includes(sector));
  }

  row(option) {
    const { rows, chosen, options } = this;
    if (rows.has(option.id)) return rows.get(option.id);
    const box = element("input", { type: "checkbox", class: "form-box", value: option.id });
    box.checked = chosen.has(option.id);
    box.addEventListener("change", () => {
      if (box.checked) chosen.add(option.id);
      else chosen.delete(option.id);
      // In the order of the list, whatever the order of ticking.
      this.write(options.map(({ id }) => id).filter((id) => chosen.has(id)));
    });
    rows.set(option.id, choice(box, { label: option.label }));
    return rows.get(option.id);
  }
}
