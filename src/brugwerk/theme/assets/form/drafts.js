// Drafts, kept in this browser and nowhere else.

const VERSION = 1;

export class Drafts {
  /** Drafts of the site at `root`; `storage` is where they are kept. */
  constructor(root, storage) {
    this.prefix = `brugwerk:draft:${root}:`;
    this.storage = storage;
  }

  /** A new draft, which is kept as soon as it is saved. */
  start(kind, given = {}) {
    return {
      version: VERSION, id: newId(), kind, owner: "", record: "", recordChosen: false,
      data: {}, body: "", revision: false, saved: "", ...given,
    };
  }

  /** Keep a draft. Throws what the browser throws when it has no room, or keeps nothing. */
  save(draft) {
    const saved = new Date().toISOString();
    this.storage.setItem(this.prefix + draft.id, JSON.stringify({ ...draft, saved }));
    draft.saved = saved;
  }

  open(id) {
    return this.read(this.prefix + id);
  }

  remove(id) {
    this.storage.removeItem(this.prefix + id);
  }

  /** All drafts, the one that was saved last first. */
  all() {
    const keys = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index));
    return keys
      .filter((key) => key.startsWith(this.prefix))
      .map((key) => this.read(key))
      .filter((draft) => draft !== null)
      .sort((a, b) => b.saved.localeCompare(a.saved));
  }

  /** The draft that revises a record of the site, where there is one. */
  revising(kind, owner, record) {
    return this.all().find((draft) =>
      draft.revision && draft.kind === kind && draft.owner === owner && draft.record === record) ?? null;
  }

  read(key) {
    const text = this.storage.getItem(key);
    if (text === null) return null;
    try {
      const draft = JSON.parse(text);
      return draft?.version === VERSION ? draft : null;
    } catch (error) {
      // Something else wrote under our name; it is left alone, and said for whoever looks.
      console.warn(`${key} is not a draft`, error);
      return null;
    }
  }
}

/** A name that no other draft in this browser has. */
function newId() {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}
