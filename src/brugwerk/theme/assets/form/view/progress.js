// How far someone is, in words: at each section, and in the list of sections.

import { isFilled } from "../check/asked.js";
import { element } from "./pieces.js";

export class Progress {
  constructor(editor) {
    this.editor = editor;
    this.states = new Map();
  }

  /** The list of sections, each with its state. */
  listed(parts) {
    const items = parts.map((part) => {
      const state = element("span", { class: "form-step-state" });
      this.states.set(part.id, state);
      return element("li", {}, element("a", { href: `#${part.anchor}` }, part.title), state);
    });
    const last = element("li", {}, element("a", { href: "#deel-indienen" }, this.editor.say("handOver")));
    const isWide = matchMedia("(min-width: 60em)").matches;
    return element("details", { class: "form-overview", open: isWide },
      element("summary", {}, this.editor.say("overview")),
      element("nav", { "aria-label": this.editor.say("overview") }, element("ol", { class: "form-steps" }, ...items, last)));
  }

  show(problems, asked) {
    const { editor } = this;
    const { data, body } = editor.draft;
    for (const part of editor.parts) {
      const errors = problems.filter((one) => one.severity === "error" && part.keys.includes(one.at[0]));
      const keys = [...new Set(errors.map((one) => one.at[0]))];
      const names = keys.map((key) => editor.kind.fields.find((field) => field.key === key)?.label).filter(Boolean);
      const isAsked = part.keys.some((key) => key.startsWith("@") || asked.has(key) || editor.kind.fields.some((f) => f.key === key && f.required));
      const isBegun = part.keys.some((key) => isFilled(data[key])) || (part.id === "tekst" && body.trim() !== "");
      const [long, short, is] = this.words(errors.length, names, isAsked && part.id !== "tekst", isBegun);
      part.state.textContent = long;
      part.element.dataset.state = is;
      this.states.get(part.id).textContent = short;
    }
  }

  words(errors, names, isAsked, isBegun) {
    const { editor } = this;
    if (errors) {
      const long = names.length ? editor.say("toDo", { fields: names.join(", ") }) : editor.say("toDoHere");
      return [long, editor.say("toDoShort"), "to-do"];
    }
    if (isAsked || isBegun) return [editor.say("done"), editor.say("doneShort"), "done"];
    return [editor.say("maySkip"), editor.say("maySkipShort"), "optional"];
  }
}
