// The form for one draft: its sections, what is checked while someone types, and what is kept.

import { check } from "../check/check.js";
import { askedOf, isFilled } from "../check/asked.js";
import { pathOf, textOf } from "../file.js";
import { messagePlace, showMessages, takePart } from "./field.js";
import { Fields } from "./group.js";
import { HandOver } from "./handover.js";
import { comesFirst, Name } from "./name.js";
import { button, element, uniqueId } from "./pieces.js";
import { Progress } from "./progress.js";

const LOOK_AFTER = 150;
const SAVE_AFTER = 500;

export class Editor {
  /** @param site The definition, the records to refer to, the drafts, and the way back. */
  constructor(site, draft) {
    Object.assign(this, { site, draft, nodes: new Set(), showAll: false, product: null, timers: {} });
    this.definition = site.definition;
    this.say = site.say;
    this.records = site.records;
    this.kind = this.definition.kinds.find((kind) => kind.id === draft.kind);
    this.title = element("h2", { class: "form-title", tabindex: "-1" });
    this.saved = element("p", { class: "form-saved" });
    this.full = element("p", { class: "notice form-full", role: "alert", hidden: true });
    this.name = new Name(this);
    this.sections = this.kind.sections.map((section) => this.section(section));
    this.body = this.text();
    this.handOver = new HandOver(this);
    this.progress = new Progress(this);
    this.element = this.whole();
    this.findProduct();
    this.look();
  }

  announce(text) {
    this.site.announce(text);
  }

  /** The path of the file, or as much of it as is known. */
  path() {
    const { draft } = this;
    return pathOf(this.kind, { owner: draft.owner || "…", record: draft.record || "…" });
  }

  fileText() {
    return textOf(this.kind, this.draft);
  }

  /** The id of this record, where a reference to its own kind could lead to itself. */
  itself(kind) {
    return kind === this.kind.id ? this.draft.record : "";
  }

  /** Records of the site, and those that this browser keeps a draft of. */
  choicesOf(kind) {
    const onSite = this.records[kind];
    const drafts = this.site.drafts.all()
      .filter((one) => one.kind === kind && one.record && !onSite.some(({ id }) => id === one.record))
      .map((one) => ({ id: one.record, label: this.say("ownDraft", { name: one.data.title ?? one.data.name ?? one.record }) }));
    return [...onSite, ...drafts];
  }

  /** The sectors that the record is for; school years follow from them. */
  sectors() {
    const { sectors, sector } = this.draft.data;
    return sectors ?? (sector ? [sector] : []);
  }

  nothingChosen(field) {
    const usual = field.default && this.definition.lists[field.scheme]?.terms.find((term) => term.id === field.default);
    return usual ? this.say("usually", { value: usual.label }) : this.say("choose");
  }

  /** Look up the product of an adoption: its versions and elements are what one chooses from. */
  async findProduct() {
    const { record } = this.draft;
    if (this.kind.id !== "adoption") return;
    const own = this.site.drafts.all().find((one) => one.kind === "product" && one.record === record);
    const known = this.records.product.some((one) => one.id === record);
    const found = known ? await this.site.load("product", "", record) : own;
    // Someone may have chosen another one while this one was on its way.
    if (record !== this.draft.record) return;
    this.product = found ? { ...found.data, kept: found.kept } : null;
    this.look();
  }

  section({ id, title, keys }) {
    const fields = keys.map((key) => this.kind.fields.find((field) => field.key === key));
    const inside = new Fields(fields, {
      holder: this.draft.data, path: () => [], changed: () => this.changed(), isTop: true,
    }, this);
    return { ...this.part(id, title, inside.element), keys, inside };
  }

  part(id, title, content) {
    const anchor = `deel-${id}`;
    const heading = element("h3", { id: anchor, tabindex: "-1" }, title);
    const state = element("p", { class: "form-state" });
    return { id, title, anchor, state, element: element("section", { class: "form-section", "aria-labelledby": anchor }, heading, state, content) };
  }

  text() {
    const id = uniqueId("text");
    const area = element("textarea", { class: "form-input form-text form-body", id, rows: "8", "aria-describedby": `${id}-hint ${id}-message` });
    area.value = this.draft.body;
    area.addEventListener("input", () => {
      this.draft.body = area.value;
      this.changed();
    });
    const message = messagePlace(id);
    const field = element("div", { class: "form-field" },
      element("label", { class: "form-label", for: id }, this.say(`${this.kind.id}Text`)),
      element("p", { class: "form-hint", id: `${id}-hint` }, this.say("textHint")), area, message);
    const node = { editor: this, element: field, message, target: area, path: () => ["@body"], show: (problems) => showMessages(node, problems) };
    takePart(node);
    return this.part("tekst", this.say("theText"), element("div", { class: "form-open" }, field));
  }

  whole() {
    const naming = this.part("adres", this.say(`${this.kind.id}Name`), this.name.element);
    this.naming = { ...naming, keys: ["@owner", "@record"] };
    this.body.keys = ["@body"];
    const parts = comesFirst(this.kind)
      ? [this.naming, ...this.sections, this.body]
      : [...this.sections, this.body, this.naming];
    this.parts = parts;
    const back = button(this.say("back"), () => this.site.home(), { class: "form-back" });
    const notice = this.draft.revision
      ? element("div", { class: "notice" }, element("p", {}, this.say("revising")), ...this.startAgain())
      : null;
    return element("div", { class: "form-editor" }, back, this.title, this.saved, this.full, notice,
      element("div", { class: "form-columns" },
        element("div", { class: "form-main" }, ...parts.map((part) => part.element), this.handOver.element),
        element("aside", { class: "form-aside", "aria-label": this.say("overview") }, this.progress.listed(parts))));
  }

  startAgain() {
    if (!this.draft.saved) return [];
    return [element("p", {}, this.say("revisingDraft"), " ", button(this.say("startAgain"), () => this.site.reviseAgain(this.draft), { class: "form-small" }))];
  }

  changed() {
    clearTimeout(this.timers.look);
    clearTimeout(this.timers.save);
    this.timers.look = setTimeout(() => this.look(), LOOK_AFTER);
    this.timers.save = setTimeout(() => this.save(), SAVE_AFTER);
    this.unsaved = true;
  }

  /** Keep the draft now, if there is anything new in it. */
  save() {
    clearTimeout(this.timers.save);
    if (!this.unsaved) return;
    this.name.follow();
    try {
      this.site.drafts.save(this.draft);
      this.unsaved = false;
      this.full.hidden = true;
      this.site.kept(this.draft);
    } catch (error) {
      const isFull = error.name === "QuotaExceededError";
      this.full.textContent = this.say(isFull ? "storageFull" : "storageRefused");
      this.full.hidden = false;
    }
    this.sayWhenSaved();
  }

  sayWhenSaved() {
    const { saved } = this.draft;
    const time = saved && new Date(saved).toLocaleTimeString(this.definition.language, { hour: "2-digit", minute: "2-digit" });
    this.saved.textContent = saved ? this.say("savedAt", { time }) : this.say("notSavedYet");
  }

  /** Everything that is not as it should be, of the whole record. */
  problems() {
    const { draft, product } = this;
    const found = check(this.definition, this.kind, { ...draft, product });
    return [...this.name.problems(), ...found];
  }

  /** Check the record again and show what came of it. */
  look() {
    clearTimeout(this.timers.look);
    this.name.follow();
    const problems = this.problems();
    const asked = askedOf(this.kind, this.draft.data);
    // What a rule misses is asked for as well, such as consent for a school by its own name.
    for (const { at: [key, ...deeper], severity } of problems) {
      if (severity === "error" && !deeper.length && !isFilled(this.draft.data[key])) asked.add(key);
    }
    for (const { inside } of this.sections) inside.refresh(asked);
    this.title.textContent = this.site.nameOf(this.draft);
    if (!this.saved.textContent) this.sayWhenSaved();
    this.spread(problems);
    this.progress.show(problems, asked);
    this.handOver.show(problems);
  }

  /** Give every problem to the part of the form that is nearest to it. */
  spread(problems) {
    const here = [...this.nodes].filter((node) => node.element.isConnected || !this.element?.isConnected);
    const byPath = new Map(here.map((node) => [JSON.stringify(node.path()), node]));
    const found = new Map(here.map((node) => [node, []]));
    for (const problem of problems) found.get(nearest(byPath, problem.at))?.push(problem);
    for (const [node, its] of found) node.show(node.touched || this.showAll ? its : []);
    this.nodeOf = (problem) => nearest(byPath, problem.at);
  }
}

function nearest(byPath, at) {
  for (let length = at.length; length > 0; length -= 1) {
    const node = byPath.get(JSON.stringify(at.slice(0, length)));
    if (node) return node;
  }
  return undefined;
}
