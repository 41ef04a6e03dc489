// Lists that grow: parts of a record, or lines of text. Each row can move and go.

import { list } from "../check/asked.js";
import { wordFrom } from "../file.js";
import { Field, hintOf, messagePlace, showMessages, takePart } from "./field.js";
import { Fields, askedOfParts } from "./group.js";
import { button, element, short, uniqueId } from "./pieces.js";

/** What every list does with its rows; a row has `element`, `name()` and `target`. */
class List {
  constructor(field, place, editor) {
    Object.assign(this, { field, place, editor, rows: [] });
    this.id = uniqueId(field.key);
    this.note = element("span", { class: "form-optional" });
    this.message = messagePlace(this.id);
    this.items = element("ol", { class: "form-rows" });
    this.back = button(editor.say("putBack"), () => this.putBack(), { hidden: true });
    this.add = button(editor.say("add", { list: field.label }), () => this.addRow());
    const hint = hintOf(field, editor, `${this.id}-hint`);
    this.element = element("fieldset", { class: "form-list", id: this.id, "aria-describedby": `${hint?.id ?? ""} ${this.message.id}`.trim() },
      element("legend", { class: "form-label" }, field.label, this.note), hint, this.message, this.items,
      element("p", { class: "form-buttons" }, this.add, this.back));
    takePart(this);
    for (const given of list(place.holder[field.key])) this.rows.push(this.makeRow(given, false));
    this.arrange();
  }

  path() {
    return [...this.place.path(), this.field.key];
  }

  isFilled() {
    return this.rows.length > 0;
  }

  refresh(asked) {
    this.note.textContent = this.field.required || asked ? "" : ` ${this.editor.say("mayBeEmpty")}`;
    for (const row of this.rows) row.refresh();
  }

  show(problems) {
    showMessages(this, problems);
  }

  get target() {
    return this.rows[0]?.target ?? this.add;
  }

  /** Show the rows in their order, and keep the record in step. */
  arrange() {
    this.editor.isMoving = true;
    this.items.append(...this.rows.map((row) => row.element));
    this.editor.isMoving = false;
    this.rows.forEach((row, index) => row.place(index, this.rows.length));
  }

  store() {
    const values = this.values();
    if (values.length) this.place.holder[this.field.key] = values;
    else delete this.place.holder[this.field.key];
    this.place.changed();
  }

  addRow() {
    const row = this.makeRow(this.nothing(), true);
    this.rows.push(row);
    this.arrange();
    this.store();
    row.target.focus();
    this.editor.announce(this.editor.say("added", { n: this.rows.length, list: this.field.label }));
  }

  move(row, by) {
    const from = this.rows.indexOf(row);
    const to = from + by;
    if (to < 0 || to >= this.rows.length) return;
    this.rows.splice(to, 0, ...this.rows.splice(from, 1));
    const focused = document.activeElement;
    this.arrange();
    this.store();
    (focused.disabled ? row.other(focused) : focused).focus();
    this.editor.announce(this.editor.say("moved", { name: row.name(), n: to + 1, all: this.rows.length }));
  }

  remove(row) {
    const index = this.rows.indexOf(row);
    this.removed = { row, index };
    this.rows.splice(index, 1);
    row.element.remove();
    this.arrange();
    this.store();
    this.back.hidden = false;
    this.back.focus();
    this.editor.announce(this.editor.say("removed", { name: row.name() }));
  }

  putBack() {
    const { row, index } = this.removed;
    this.rows.splice(index, 0, row);
    this.back.hidden = true;
    this.arrange();
    this.store();
    row.target.focus();
  }

  /** The buttons of a row; Alt with an arrow key does the same from anywhere in it. */
  buttons(row) {
    const named = (key) => ({ "aria-label": this.editor.say(`${key}Named`, { name: row.name() }) });
    const { say } = this.editor;
    const up = button(say("up"), () => this.move(row, -1), { class: "form-small" });
    const down = button(say("down"), () => this.move(row, 1), { class: "form-small" });
    const away = button(say("remove"), () => this.remove(row), { class: "form-small" });
    row.element.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!event.altKey || !by) return;
      event.preventDefault();
      event.stopPropagation();
      this.move(row, by);
    });
    row.other = (one) => (one === up ? down : up);
    row.place = (index, all) => {
      up.disabled = index === 0;
      down.disabled = index === all - 1;
      row.numbered?.(index);
      for (const [one, key] of [[up, "up"], [down, "down"], [away, "remove"]]) one.setAttribute("aria-label", named(key)["aria-label"]);
    };
    return element("span", { class: "form-buttons form-row-buttons" }, up, down, away);
  }
}

/** Parts of a record, each with fields of its own. */
export class ListOfGroups extends List {
  nothing() {
    return {};
  }

  values() {
    return this.rows.map((row) => row.part);
  }

  makeRow(part, isNew) {
    const { field, editor } = this;
    const row = { part, editor, message: messagePlace(uniqueId(field.key)), show: (problems) => showMessages(row, problems) };
    const path = () => [...this.path(), this.rows.indexOf(row)];
    const titled = field.fields.find((one) => ["line", "text"].includes(one.kind) && !one.many) ?? field.fields[0];
    const changed = () => {
      named();
      this.place.changed();
    };
    row.inside = new Fields(field.fields, { holder: part, path, changed, isTop: false }, editor);
    const number = element("span", { class: "form-number-of" });
    const name = element("span", { class: "form-name-of" });
    const legend = element("legend", { class: "form-hidden" });
    const about = row.inside.all.find((one) => one.field === titled);
    row.name = () => short(part[titled.key]) || `${field.label} ${this.rows.indexOf(row) + 1}`;
    const named = () => {
      name.textContent = row.name();
      legend.textContent = row.name();
    };
    row.numbered = (index) => {
      number.textContent = `${index + 1}. `;
      named();
    };
    row.refresh = () => row.inside.refresh(askedOfParts(editor, this.path()));
    const folded = element("details", { class: "form-item", open: isNew },
      element("summary", {}, number, name), element("fieldset", {}, legend, row.inside.element));
    row.element = element("li", { class: "form-row" });
    row.element.append(folded, row.message, this.buttons(row));
    row.path = path;
    takePart(row);
    deriveWord(row.inside.all, about, part);
    row.refresh();
    Object.defineProperty(row, "target", { get: () => {
      folded.open = true;
      return row.inside.open.querySelector("input, textarea, select") ?? folded.querySelector("summary");
    } });
    return row;
  }
}

/** The word for a link follows what is written, until someone writes another or it is published. */
function deriveWord(fields, about, part) {
  const word = fields.find((one) => one.field.kind === "id" && one.field.key === "id");
  if (!word || !about) return;
  word.isDerived = true;
  let last = part.id === undefined ? "" : null;
  about.element.addEventListener("input", () => {
    if (last === null || (part.id ?? "") !== last) return;
    last = wordFrom(about.value ?? "", 40);
    word.control.target.value = last;
    word.control.target.dispatchEvent(new Event("input"));
  });
}

/** Lines or texts, one below the other. */
export class ListOfTexts extends List {
  nothing() {
    return "";
  }

  values() {
    return this.rows.map((row) => row.holder.text).filter((text) => text !== undefined);
  }

  makeRow(text) {
    const { editor } = this;
    const row = { holder: text ? { text } : {}, refresh: () => {} };
    // A line without text does not count in the record.
    const index = () => this.rows.filter((one) => one.holder.text !== undefined).indexOf(row);
    const field = { ...this.field, key: "text", many: false, required: true, hint: "", example: undefined };
    const inside = new Field(field, { holder: row.holder, changed: () => this.store(), isTop: false }, editor);
    // The line itself is the value; it has no key of its own.
    inside.path = () => [...this.path(), index()];
    row.name = () => short(row.holder.text) || `${this.field.label} ${this.rows.indexOf(row) + 1}`;
    row.numbered = (at) => inside.control.target.setAttribute("aria-label", `${this.field.label} ${at + 1}`);
    inside.element.querySelector("label").classList.add("form-hidden");
    row.element = element("li", { class: "form-row form-row-text" });
    row.element.append(inside.element, this.buttons(row));
    row.target = inside.control.target;
    return row;
  }
}
