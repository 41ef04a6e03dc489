// A group of fields: those that are asked for in the open, the others behind "More fields".

import { askedWithin } from "../check/asked.js";
import { Field, hintOf, messagePlace, showMessages, takePart } from "./field.js";
import { element, uniqueId } from "./pieces.js";
import { ListOfGroups, ListOfTexts } from "./lists.js";

/** Make what shows a field, whatever its kind. */
export function shown(field, place, editor) {
  if (field.kind === "group") return field.many ? new ListOfGroups(field, place, editor) : new Group(field, place, editor);
  const chosen = ["term", "reference", "choice"].includes(field.kind);
  return field.many && !chosen ? new ListOfTexts(field, place, editor) : new Field(field, place, editor);
}

/** The fields of a part of a record, divided over the open and the folded half. */
export class Fields {
  constructor(fields, place, editor) {
    this.editor = editor;
    this.all = fields.map((field) => shown(field, place, editor));
    this.open = element("div", { class: "form-open" });
    this.folded = element("div", { class: "form-folded" });
    this.names = element("span", { class: "form-names" });
    this.more = element("details", { class: "form-more" },
      element("summary", {}, element("span", {}, editor.say("moreFields")), this.names), this.folded);
    this.element = element("div", { class: "form-fields" }, this.open, this.more);
    this.halves = "";
  }

  /** Put the fields that are asked for, or filled in, in the open; the others are folded. */
  refresh(asked) {
    // A box to tick takes no more room than the mention of it.
    const wanted = ({ field, isDerived }) => (field.required && !isDerived) || field.kind === "yes-no" || asked.has(field.key);
    for (const one of this.all) one.refresh(asked.has(one.field.key));
    // What someone is filling in stays where it is, until something else is asked for.
    const now = this.all.map((one) => (wanted(one) ? "1" : "0")).join("");
    if (now === this.halves) return;
    this.halves = now;
    const focused = document.activeElement;
    this.editor.isMoving = true;
    const inOpen = (one) => wanted(one) || (one.isFilled() && !one.isDerived);
    this.open.append(...this.all.filter(inOpen).map((one) => one.element));
    const rest = this.all.filter((one) => !inOpen(one));
    this.folded.append(...rest.map((one) => one.element));
    this.names.textContent = rest.map((one) => one.field.label).join(", ");
    this.more.hidden = !rest.length;
    if (focused !== document.activeElement && focused?.isConnected) focused.focus();
    this.editor.isMoving = false;
  }
}

/** A group that a record holds once. */
export class Group {
  constructor(field, place, editor) {
    Object.assign(this, { field, place, editor });
    this.part = place.holder[field.key] ?? {};
    // A group that is always asked for stands in the record from the start, so that the check
    // names the fields in it and not the group.
    if (field.required) place.holder[field.key] = this.part;
    this.inside = new Fields(field.fields, {
      holder: this.part, path: () => this.path(), changed: () => this.changed(), isTop: false,
    }, editor);
    this.id = uniqueId(field.key);
    this.note = element("span", { class: "form-optional" });
    this.message = messagePlace(this.id);
    const hint = hintOf(field, editor, `${this.id}-hint`);
    this.element = element("fieldset", { class: "form-group", id: this.id, "aria-describedby": `${hint?.id ?? ""} ${this.message.id}`.trim() },
      element("legend", { class: "form-label" }, field.label, this.note), hint, this.message, this.inside.element);
    takePart(this);
    this.refresh(false);
  }

  path() {
    return [...this.place.path(), this.field.key];
  }

  isFilled() {
    return Object.keys(this.part).length > 0;
  }

  changed() {
    if (this.isFilled() || this.field.required) this.place.holder[this.field.key] = this.part;
    else delete this.place.holder[this.field.key];
    this.place.changed();
  }

  refresh(asked) {
    this.note.textContent = this.field.required || asked ? "" : ` ${this.editor.say("mayBeEmpty")}`;
    this.inside.refresh(new Set());
  }

  show(problems) {
    showMessages(this, problems);
  }

  get target() {
    return this.inside.all[0].target;
  }
}

/** The keys that a status asks of each part of a list at the top of a record. */
export function askedOfParts(editor, path) {
  return new Set(path.length === 1 ? askedWithin(editor.kind, editor.draft.data)[path[0]] : []);
}
