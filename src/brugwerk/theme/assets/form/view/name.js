// The name of the file, which becomes the address of the page: whose it is, and what it is called.

import { wordFrom } from "../file.js";
import { messagePlace, showMessages, takePart } from "./field.js";
import { element, uniqueId } from "./pieces.js";

/** Whether the name of a record stands first in the form, because all else depends on it. */
export function comesFirst(kind) {
  return Boolean(kind.owner);
}

export class Name {
  constructor(editor) {
    this.editor = editor;
    const { draft, kind } = editor;
    const parts = kind.owner ? [this.owner(), this.ofOwner()] : [this.word()];
    this.element = element("div", { class: "form-open" }, ...(draft.revision ? [this.fixed()] : parts));
  }

  /** What is not as it should be; the check itself judges the form of the word. */
  problems() {
    const { draft, kind, records } = this.editor;
    if (draft.revision) return [];
    const said = (at, what) => ({ code: "", severity: "error", at: [at], what });
    const found = [];
    if (kind.owner && !draft.owner) found.push(said("@owner", this.editor.say(`${kind.owner}Missing`)));
    if (!draft.record) found.push(said("@record", this.editor.say(`${kind.id}NameMissing`)));
    const taken = records[kind.id].some((one) => one.id === draft.record && (one.owner ?? "") === draft.owner);
    if (taken) found.push(said("@record", this.editor.say("taken", { name: draft.record })));
    return found;
  }

  fixed() {
    return element("p", {}, this.editor.say("fixedName"), " ", element("code", {}, this.editor.path()));
  }

  owner() {
    const { draft, kind } = this.editor;
    return this.select("@owner", this.editor.say(`${kind.owner}Owner`), this.editor.say(`${kind.owner}OwnerHint`), kind.owner, draft.owner,
      (value) => { draft.owner = value; });
  }

  ofOwner() {
    const { draft, kind } = this.editor;
    if (kind.id === "adoption") {
      return this.select("@record", this.editor.say("ofProduct"), "", "product", draft.record, (value) => {
        draft.record = value;
        this.editor.findProduct();
      });
    }
    const input = element("input", { type: "date", class: "form-input", value: draft.record });
    input.addEventListener("input", () => {
      draft.record = input.value;
      this.editor.changed();
    });
    return this.part("@record", this.editor.say("dayOfMeeting"), this.editor.say("dayOfMeetingHint"), input);
  }

  select(at, label, hint, kind, value, write) {
    const known = this.editor.choicesOf(kind);
    const all = known.some((one) => one.id === value) || !value ? known : [...known, { id: value, label: value }];
    const input = element("select", { class: "form-input" },
      element("option", { value: "" }, this.editor.say("choose")),
      ...all.map((one) => element("option", { value: one.id }, one.label)));
    input.value = value;
    input.addEventListener("change", () => {
      write(input.value);
      this.editor.changed();
    });
    return this.part(at, label, hint, input);
  }

  word() {
    const { draft } = this.editor;
    const input = element("input", {
      type: "text", class: "form-input", value: draft.record, spellcheck: "false", autocapitalize: "none", autocomplete: "off",
    });
    input.addEventListener("input", () => {
      draft.record = input.value.trim();
      draft.recordChosen = draft.record !== "";
      this.editor.changed();
    });
    this.input = input;
    return this.part("@record", this.editor.say("nameInAddress"), this.editor.say("nameInAddressHint"), input);
  }

  /** Follow the title, until someone writes a word of their own. */
  follow() {
    const { draft, kind } = this.editor;
    if (!this.input || draft.revision || draft.recordChosen) return;
    draft.record = wordFrom(String(draft.data[kind.fields[0].key] ?? ""));
    this.input.value = draft.record;
  }

  part(at, label, hint, input) {
    const id = uniqueId("name");
    input.id = id;
    const message = messagePlace(id);
    const hintId = hint ? `${id}-hint` : "";
    input.setAttribute("aria-describedby", [hintId, message.id].filter(Boolean).join(" "));
    const whole = element("div", { class: "form-field" },
      element("label", { class: "form-label", for: id }, label),
      hint ? element("p", { class: "form-hint", id: hintId }, hint) : null, input, message);
    const node = {
      editor: this.editor, element: whole, message, target: input, path: () => [at],
      show: (problems) => {
        if (showMessages(node, problems)) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      },
    };
    takePart(node);
    return whole;
  }
}
