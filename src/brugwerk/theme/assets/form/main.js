// The form on its page: loads the definition, and shows the page that the address asks for.

import { Drafts } from "./drafts.js";
import { Editor } from "./view/editor.js";
import { element, filled } from "./view/pieces.js";
import { startPage } from "./view/start.js";

class Site {
  constructor(root, definition, records) {
    Object.assign(this, { root, definition, records, editor: null });
    this.say = (key, values = {}) => {
      const text = definition.texts[key];
      if (text === undefined) throw new Error(`the form has no text ${key}`);
      return filled(text, values);
    };
    this.drafts = new Drafts(new URL(".", location.href).pathname, localStorage);
    this.live = element("p", { class: "form-hidden", role: "status" });
    this.place = element("div", {});
    root.replaceChildren(this.place, this.live);
    this.query = location.search;
    addEventListener("popstate", () => {
      // A link to a section changes the address too, but not the page.
      if (location.search !== this.query) this.route();
    });
    addEventListener("pagehide", () => this.editor?.save());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.editor?.save();
    });
  }

  announce(text, isShown = false) {
    this.live.classList.toggle("form-hidden", !isShown);
    this.live.classList.toggle("form-toast", isShown);
    this.live.textContent = text;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => {
      this.live.textContent = "";
      this.live.classList.remove("form-toast");
      this.live.classList.add("form-hidden");
    }, 6000);
  }

  /** What a draft is called: by its own name, or by what it belongs to. */
  nameOf(draft) {
    const kind = this.definition.kinds.find((one) => one.id === draft.kind);
    const label = (of, id) => this.records[of].find((one) => one.id === id)?.label ?? id;
    const named = kind.owner
      ? [draft.kind === "adoption" ? label("product", draft.record) : draft.record, label(kind.owner, draft.owner)]
      : [draft.data[kind.fields[0].key]];
    return named.filter(Boolean).join(", ") || this.say("untitled", { kind: kind.label });
  }

  /** The data of a published record; none where the site has no such record. */
  async load(kind, owner, id) {
    const path = ["records", kind, owner, id].filter(Boolean).map(encodeURIComponent).join("/");
    const answer = await fetch(`${path}.json`);
    return answer.ok ? answer.json() : null;
  }

  home() {
    this.go({});
  }

  go(query) {
    this.editor?.save();
    const search = new URLSearchParams(query).toString();
    history.pushState(null, "", search ? `?${search}` : location.pathname);
    return this.route();
  }

  /** A draft that has been kept has an address, so that a reload finds it again. */
  kept(draft) {
    const search = `?concept=${draft.id}`;
    if (this.editor?.draft !== draft || location.search === search) return;
    history.replaceState(null, "", search);
    this.query = search;
  }

  async route() {
    // Who went back by a key of the browser has not been asked to save.
    const left = this.editor;
    this.editor = null;
    left?.save();
    this.query = location.search;
    const asked = new URLSearchParams(location.search);
    const draft = this.drafts.open(asked.get("concept") ?? "") ?? (await this.asked(asked));
    this.show(draft);
  }

  /** The draft that an address asks for by kind, id and owner (`bij`). */
  async asked(query) {
    const kind = this.definition.kinds.find((one) => one.id === query.get("soort"));
    if (!kind) return null;
    const record = query.get("id") ?? "";
    const owner = query.get("bij") ?? "";
    const isThere = record && this.records[kind.id].some((one) => one.id === record && (one.owner ?? "") === owner);
    if (!isThere) return this.drafts.start(kind.id, { record, owner: kind.owner ? owner : "", recordChosen: Boolean(record), data: beginning(kind) });
    return this.drafts.revising(kind.id, owner, record) ?? this.revision(kind.id, owner, record);
  }

  async revision(kind, owner, record) {
    const found = await this.load(kind, owner, record);
    if (!found) throw new Error(`no data for ${kind} ${owner} ${record}`);
    return this.drafts.start(kind, { owner, record, revision: true, recordChosen: true, data: found.data, body: found.body });
  }

  /** Leave a draft of a revision for the version of the site. */
  async reviseAgain(draft) {
    const fresh = await this.revision(draft.kind, draft.owner, draft.record);
    this.editor.unsaved = false;
    this.drafts.remove(draft.id);
    history.replaceState(null, "", `?${new URLSearchParams({ soort: draft.kind, ...(draft.owner && { bij: draft.owner }), id: draft.record })}`);
    this.query = location.search;
    this.show(fresh);
  }

  show(draft) {
    const isFirst = !this.place.childElementCount;
    this.editor = draft ? new Editor(this, draft) : null;
    this.place.replaceChildren(this.editor ? this.editor.element : startPage(this));
    if (this.editor) this.editor.look();
    if (isFirst) return;
    scrollTo(0, 0);
    (this.editor?.title ?? this.place.querySelector("h2")).focus();
  }
}

/** A record begins in the status that asks nothing yet, where there is one. */
function beginning(kind) {
  const [first, asked] = Object.entries(kind.asks?.values ?? {})[0] ?? [];
  return first && !Object.values(asked).flat().length ? { [kind.asks.by]: first } : {};
}

async function json(name) {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

const root = document.getElementById("contribute-form");
try {
  const [definition, records] = await Promise.all([json("definition.json"), json("records.json")]);
  await new Site(root, definition, records).route();
} catch (error) {
  root.replaceChildren(element("p", { class: "notice", role: "alert" }, root.dataset.failed));
  throw error;
}
