// One field: its label and hint, its control, and what the check says of it.

import { isFilled } from "../check/asked.js";
import { boxes } from "./boxes.js";
import { controlOf } from "./controls.js";
import { element, uniqueId, withCode } from "./pieces.js";
import { afterPress } from "./pointer.js";

const WITHOUT_EXAMPLE = new Set(["term", "reference", "date", "duration", "time", "yes-no", "group"]);

/**
 * Let a part of the form show what the check says of it, from when someone has been there.
 *
 * @param node Has `element`, `message`, `path()`, `show(problems)` and `target`.
 */
export function takePart(node) {
  node.touched = false;
  node.editor.nodes.add(node);
  node.element.addEventListener("focusout", (event) => {
    // A part that is put elsewhere on the page loses the focus, but nobody left it.
    if (node.editor.isMoving || node.element.contains(event.relatedTarget)) return;
    afterPress(() => {
      const before = node.message.textContent;
      node.touched = true;
      node.editor.look();
      const now = node.message.textContent;
      if (now && now !== before) node.editor.announce(now);
    });
  });
}

/** Show problems in a part's message; returns whether one of them is an error. */
export function showMessages(node, problems) {
  const shown = problems.filter((one, index) => problems.findIndex((other) => other.what === one.what) === index);
  const wrong = shown.some((one) => one.severity === "error");
  node.message.hidden = !shown.length;
  node.message.replaceChildren(...shown.map((one) => element("p", { class: `form-${one.severity}` }, ...withCode(one.what))));
  node.element.classList.toggle("form-wrong", wrong);
  return wrong;
}

/** What to fill in: the hint of a field, and an example where one helps. */
export function hintOf(field, editor, id) {
  const { hint, example, kind, parts } = field;
  // How to write it says nothing to who chooses from what is there.
  if (parts) return null;
  const shown = example !== undefined && !WITHOUT_EXAMPLE.has(kind);
  const text = [hint, shown ? editor.say("example", { example: [example].flat().join(", ") }) : ""].filter(Boolean).join(" ");
  return text ? element("p", { class: "form-hint", id }, ...withCode(text)) : null;
}

/** The place for what the check says. */
export function messagePlace(id) {
  return element("div", { class: "form-message", id: `${id}-message`, hidden: true });
}

/**
 * Where a field stands: `holder` is the part of the record that holds its key, `path` gives the
 * steps to it from the record down, `changed` says that something in it changed.
 */
export class Field {
  constructor(field, place, editor) {
    Object.assign(this, { field, place, editor });
    this.id = uniqueId(field.key);
    this.note = element("span", { class: "form-optional" });
    this.message = messagePlace(this.id);
    this.control = this.makeControl();
    this.element = this.control.grouped ? this.inFieldset() : this.inLine();
    takePart(this);
    this.describe();
  }

  path() {
    return [...this.place.path(), this.field.key];
  }

  get value() {
    return this.place.holder[this.field.key];
  }

  isFilled() {
    return isFilled(this.value);
  }

  makeControl() {
    const { field, place, editor } = this;
    const write = (value) => {
      if (isFilled(value)) place.holder[field.key] = value;
      else delete place.holder[field.key];
      place.changed();
    };
    if (field.many) return boxes(field, place.holder, write, editor);
    return controlOf(field, this.value, write, editor, place.isTop);
  }

  inLine() {
    const { target, before } = this.control;
    target.id = this.id;
    const label = element("label", { class: "form-label", for: this.id }, this.field.label, this.note);
    const inside = before
      ? [element("div", { class: "form-choice" }, this.control.element, label), this.hint()]
      : [label, this.hint(), this.control.element];
    return element("div", { class: "form-field" }, ...inside, this.message);
  }

  inFieldset() {
    const legend = element("legend", { class: "form-label" }, this.field.label, this.note);
    return element("fieldset", { class: "form-field", id: this.id }, legend, this.hint(), this.control.element, this.message);
  }

  hint() {
    const made = hintOf(this.field, this.editor, `${this.id}-hint`);
    this.hintId = made?.id;
    return made;
  }

  describe() {
    const ids = [this.hintId, this.message.hidden ? "" : this.message.id].filter(Boolean).join(" ");
    const described = this.control.grouped ? this.element : this.control.target;
    if (ids) described.setAttribute("aria-describedby", ids);
    else described.removeAttribute("aria-describedby");
  }

  /** Say whether the field may stay empty, and look at the options again. */
  refresh(asked) {
    const may = !this.field.required && !asked && this.field.kind !== "yes-no";
    this.note.textContent = may ? ` ${this.editor.say("mayBeEmpty")}` : "";
    this.control.refresh?.();
  }

  show(problems) {
    const wrong = showMessages(this, problems);
    if (!this.control.grouped) {
      if (wrong) this.control.target.setAttribute("aria-invalid", "true");
      else this.control.target.removeAttribute("aria-invalid");
    }
    this.describe();
  }

  /** What gets the focus when someone goes to this field. */
  get target() {
    return this.control.target ?? this.editor.title;
  }
}
