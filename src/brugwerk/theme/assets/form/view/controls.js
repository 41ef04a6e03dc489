// The control of a single value: what is typed or chosen, and how it stands in the record.

import { isLive, optionsOf, withHeld } from "./choices.js";
import { element, uniqueId } from "./pieces.js";

const FEW = 6;
const INPUTS = {
  date: { type: "date" },
  time: { type: "time" },
  "web-address": { type: "url", inputmode: "url", spellcheck: "false" },
  number: { inputmode: "numeric" },
  version: { inputmode: "decimal" },
  id: { spellcheck: "false", autocapitalize: "none" },
  path: { spellcheck: "false", autocapitalize: "none" },
};

/**
 * Make the control of a field.
 *
 * @param write Is called with the value, or with nothing where there is none.
 * @returns `element`; `target`, what gets the focus; `grouped` where it is several inputs; and
 *   `refresh`, which looks at the options again.
 */
export function controlOf(field, value, write, editor, isTop) {
  if (field.kind === "duration") return lengthOfTime(value, write, editor);
  if (field.kind === "yes-no") return yesNo(value, write);
  if (field.kind === "text") return longText(value, write);
  const options = optionsOf(field, editor);
  if (!options.length && !isLive(field)) return lineOfText(field, value, write);
  const described = isTop && options.length <= FEW && options.some((option) => option.description);
  return described && field.kind === "term" ? radios(options, value, write) : select(field, value, write, editor);
}

function lineOfText(field, value, write) {
  const input = element("input", {
    type: "text", class: `form-input form-of-${field.kind}`, autocomplete: "off", value: value ?? "", ...INPUTS[field.kind],
  });
  input.addEventListener("input", () => {
    const text = input.value.trim();
    write(field.kind === "number" && /^-?\d{1,15}$/.test(text) ? Number(text) : text);
  });
  return { element: input, target: input };
}

function longText(value, write) {
  const area = element("textarea", { class: "form-input form-text", rows: "3" });
  area.value = value ?? "";
  area.addEventListener("input", () => write(area.value.trim()));
  return { element: area, target: area };
}

function yesNo(value, write) {
  const box = element("input", { type: "checkbox", class: "form-box" });
  box.checked = value === true;
  box.addEventListener("change", () => write(box.checked || undefined));
  return { element: box, target: box, before: true };
}

function select(field, value, write, editor) {
  const chosen = element("select", { class: "form-input" });
  const described = element("p", { class: "form-chosen" });
  let shown = "";
  const refresh = () => {
    const held = chosen.value || value;
    const options = withHeld(optionsOf(field, editor), [held]);
    const now = JSON.stringify(options);
    if (now === shown) return;
    shown = now;
    chosen.replaceChildren(
      element("option", { value: "" }, editor.nothingChosen(field)),
      ...options.map((option) => element("option", { value: option.id }, optionText(option))),
    );
    chosen.value = held ?? "";
  };
  const describe = () => {
    const option = optionsOf(field, editor).find((one) => one.id === chosen.value);
    described.textContent = option?.description ?? "";
    described.hidden = !option?.description;
  };
  chosen.addEventListener("change", () => { describe(); write(chosen.value); });
  refresh();
  describe();
  return { element: element("div", {}, chosen, described), target: chosen, refresh: isLive(field) ? refresh : undefined };
}

/** An id that says less than its label is left out. */
function optionText({ id, label }) {
  return label || id;
}

function radios(options, value, write) {
  const name = uniqueId("choice");
  const boxes = withHeld(options, [value]).map((option) => {
    const box = element("input", { type: "radio", class: "form-box", name, value: option.id });
    box.checked = option.id === value;
    box.addEventListener("change", () => write(option.id));
    return choice(box, option);
  });
  return { element: element("div", { class: "form-choices form-radios" }, ...boxes), target: boxes[0].querySelector("input"), grouped: true };
}

/** A box with its label, and what the choice means below it. */
export function choice(box, { label, description }) {
  if (!description) return element("label", { class: "form-choice" }, box, element("span", {}, label));
  const id = uniqueId("meaning");
  box.setAttribute("aria-describedby", id);
  const meaning = element("span", { class: "form-meaning", id }, description);
  return element("div", { class: "form-described" }, element("label", { class: "form-choice" }, box, element("span", {}, label)), meaning);
}

function lengthOfTime(value, write, editor) {
  const [, days = 0, hours = 0, minutes = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(value ?? "") ?? [];
  const part = (given, label) => {
    const id = uniqueId("time");
    const input = element("input", { type: "text", class: "form-input form-number", inputmode: "numeric", autocomplete: "off", id, value: given || "" });
    return { input, element: element("span", { class: "form-part" }, input, element("label", { for: id }, label)) };
  };
  const inHours = part(Number(days) * 24 + Number(hours), editor.say("hours"));
  const inMinutes = part(Number(minutes), editor.say("minutes"));
  const typed = () => {
    const [h, m] = [inHours, inMinutes].map(({ input }) => input.value.trim());
    if (!h && !m) return write("");
    if (![h, m].every((text) => /^\d{0,4}$/.test(text))) return write([h, m].filter(Boolean).join(" "));
    const whole = Number(h) * 60 + Number(m);
    return write(`PT${whole >= 60 ? `${Math.floor(whole / 60)}H` : ""}${whole % 60 || whole < 60 ? `${whole % 60}M` : ""}`);
  };
  for (const { input } of [inHours, inMinutes]) input.addEventListener("input", typed);
  return { element: element("div", { class: "form-parts" }, inHours.element, inMinutes.element), target: inHours.input, grouped: true };
}
