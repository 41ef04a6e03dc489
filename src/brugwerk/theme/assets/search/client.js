// The page's side of the worker: one for the whole page, started when someone wants to search.

const here = new URL(".", import.meta.url);

export class SearchClient {
  /** @param {string} index The address of the manifest of the index. */
  constructor(index) {
    this.index = index;
    this.waiting = new Map();
    this.number = 0;
  }

  worker() {
    if (!this.started) {
      this.started = new Worker(new URL("worker.js", here));
      this.started.onmessage = ({ data }) => this.waiting.get(data.id)?.(data);
      this.started.onerror = () => {
        for (const answer of this.waiting.values()) answer({ type: "failed" });
        this.started.terminate();
        this.started = null;
      };
    }
    return this.started;
  }

  /** Ask, and hear every answer; returns the number of the question. */
  ask(question, heard) {
    this.number += 1;
    const id = this.number;
    this.waiting.set(id, heard);
    try {
      this.worker().postMessage({ ...question, id, index: this.index });
    } catch {
      heard({ type: "failed" });
    }
    return id;
  }

  /** Ask for one answer. */
  once(question) {
    return new Promise((resolve, reject) => {
      const id = this.ask(question, (answer) => {
        this.waiting.delete(id);
        if (answer.type === "failed") reject(new Error(answer.reason || "no worker"));
        else resolve(answer);
      });
    });
  }

  /** Search: only the newest search is answered, first from titles and then from texts too. */
  search(question, heard) {
    if (this.searching) this.waiting.delete(this.searching);
    this.searching = this.ask({ type: "search", ...question }, heard);
  }
}

let shared = null;

/** The form in the header, which knows where everything is. */
export const frame = document.querySelector(".site-search");

export const searchPage = new URL(frame?.dataset.page || ".", document.baseURI);
export const root = new URL(frame?.dataset.root || ".", document.baseURI);

export function client() {
  shared ||= new SearchClient(new URL("manifest.json", searchPage).href);
  return shared;
}
