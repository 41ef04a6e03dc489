// The search page: field, facets, results and address, kept in step.

import { readAddress, writeAddress } from "./address.js";
import { client } from "./client.js";
import { Facets } from "./facets.js";
import { Chips } from "./chips.js";
import { showNothing } from "./nothing.js";
import { showPassages } from "./passages.js";
import { ResultList } from "./list.js";
import { byId, filled } from "./elements.js";
import { startSelectionView } from "./selection-view.js";

const AT_ONCE = 10;
// As many as a screen shows under the field: these do not wait for those below them.
const IN_SIGHT = 3;
// Milliseconds of rest before pages are fetched to show a passage of them.
const READING = 800;
// Milliseconds of rest before the counts beside the results follow the letters of someone typing.
const COUNTING = 120;

class SearchPage {
  constructor(start) {
    this.start = start;
    this.field = byId("search-field");
    this.list = byId("search-results");
    this.results = new ResultList(this.list, start);
    this.limit = AT_ONCE;
    this.asked = readAddress(location.search, start.facets);
    this.facets = new Facets(byId("search-facets"), start, (facet, value, on) => this.choose(facet, value, on));
    this.chips = new Chips(byId("search-chips"), start, {
      drop: (facet, value) => this.choose(facet, value, false),
      clear: () => this.change({ chosen: {} }, true),
      leave: () => this.field.focus(),
    });
    this.listen();
  }

  listen() {
    this.field.addEventListener("beforeinput", (event) => this.expect(event));
    this.field.addEventListener("input", () => this.change({ text: this.field.value }, false));
    byId("search-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.change({ text: this.field.value }, true);
    });
    byId("search-sort").addEventListener("change", (event) => this.change({ order: event.target.value }, true));
    byId("search-more").addEventListener("click", () => {
      this.limit += AT_ONCE;
      this.typing = false;
      this.focusFrom = this.list.children.length;
      this.search();
    });
    window.addEventListener("popstate", () => {
      this.asked = readAddress(location.search, this.start.facets);
      this.limit = AT_ONCE;
      this.typing = false;
      this.restore();
      this.search();
    });
  }

  restore() {
    this.field.value = this.asked.text;
    byId("search-sort").value = this.asked.order;
  }

  choose(facet, value, on) {
    const now = (this.asked.chosen[facet] || []).filter((other) => other !== value);
    const chosen = { ...this.asked.chosen, [facet]: on ? [...now, value] : now };
    if (!chosen[facet].length) delete chosen[facet];
    this.change({ chosen }, true);
  }

  /** Change what is asked: a choice is a step in the history, a letter is not. */
  change(part, step) {
    this.asked = { ...this.asked, ...part };
    this.limit = AT_ONCE;
    this.typing = !step;
    this.search();
    clearTimeout(this.writing);
    const address = writeAddress(this.asked, this.start.facets);
    if (step) {
      if (address !== location.search) history.pushState(null, "", address || location.pathname);
    } else {
      // Browsers refuse an address that changes with every letter.
      this.writing = setTimeout(() => history.replaceState(null, "", address || location.pathname), 250);
    }
  }

  /** Ask for what a letter will make of the field, while the browser is still putting it there. */
  expect({ inputType, data, isComposing }) {
    if (inputType !== "insertText" || !data || isComposing) return;
    const { value, selectionStart, selectionEnd } = this.field;
    const text = value.slice(0, selectionStart) + data + value.slice(selectionEnd);
    this.ask(text, AT_ONCE);
    // The letter may be refused; then what stood there is asked for again.
    setTimeout(() => this.asked.text === text || this.search());
  }

  search() {
    this.ask(this.asked.text, this.limit);
  }

  ask(text, limit) {
    // Whoever types on is not kept waiting for passages of pages.
    this.answer = null;
    clearTimeout(this.reading);
    const question = { ...this.asked, text, limit };
    const key = JSON.stringify(question);
    if (key === this.underway) return;
    this.underway = key;
    client().search(question, (answer) => {
      if (text !== this.asked.text) return;
      if (answer.type === "failed") failed(this.start.texts.failed);
      else this.show(answer);
      if (answer.type === "failed" || answer.stage === "full") this.underway = "";
    });
  }

  show(answer) {
    const { texts } = this.start;
    const text = this.asked.text.trim();
    byId("search-failed").hidden = true;
    // An answer may come in while someone looks at a selection.
    byId("search-app").hidden = !byId("selectie").hidden;
    // While someone types, the next letter may change what is further down before anyone reads it.
    this.results.fill(answer.results, this.typing ? IN_SIGHT : undefined);
    this.list.dataset.ready = "counting";
    performance.mark("brugwerk-results");
    this.chips.update(this.asked.chosen);
    byId("search-more").hidden = answer.total <= answer.results.length;
    if (this.focusFrom !== undefined) {
      this.list.children[this.focusFrom]?.querySelector("a")?.focus();
      this.focusFrom = undefined;
    }
    this.note(answer);
    showNothing(byId("search-nothing"), answer, this);
    if (answer.stage === "full" || answer.total) {
      const count = filled(answer.total === 1 ? texts.one_result : texts.many_results, { n: answer.total });
      const words = text.length > 60 ? `${text.slice(0, 60)}…` : text;
      const said = answer.total
        ? (text ? filled(texts.results_for, { results: count, words }) : count)
        : (text ? filled(texts.none_for, { words }) : texts.none);
      if (byId("search-status").textContent !== said) byId("search-status").textContent = said;
    }
    this.follow(answer);
  }

  /** What follows once the results in sight are painted: those below, the counts, the passages. */
  follow(answer) {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.following);
    clearTimeout(this.reading);
    const count = () => {
      this.facets.update(answer.counts, this.asked.chosen);
      this.list.dataset.ready = answer.stage;
    };
    const complete = () => {
      this.results.fill(answer.results);
      if (this.typing) this.following = setTimeout(count, COUNTING);
      else count();
    };
    this.frame = requestAnimationFrame(() => {
      this.following = setTimeout(complete);
    });
    if (answer.stage !== "full") return;
    this.answer = answer;
    const wanted = () => this.answer === answer;
    this.reading = setTimeout(() => showPassages(this.list, answer.results, this.start, wanted), READING);
  }

  note(answer) {
    const { texts } = this.start;
    const notes = answer.total
      ? answer.mended.map((word) => filled(texts.read_as, { word }))
      : [];
    if (answer.partly) notes.push(texts.partly);
    byId("search-note").textContent = notes.join(" ");
    byId("search-note").hidden = !notes.length;
  }
}

function failed(text) {
  byId("search-app").hidden = true;
  byId("search-list").hidden = false;
  const notice = byId("search-failed");
  notice.querySelector("p").textContent = text;
  notice.hidden = false;
  byId("search-results").dataset.ready = "failed";
}

/** Start the search page. */
export async function startPage() {
  let start;
  const field = byId("search-field");
  field.value = new URLSearchParams(location.search).get("q") || "";
  try {
    ({ start } = await client().once({ type: "open" }));
  } catch {
    failed(field.form.dataset.failed);
    return;
  }
  const typed = field.value;
  byId("search-list").hidden = true;
  const page = new SearchPage(start);
  page.restore();
  if (typed !== page.asked.text) page.change({ text: (field.value = typed) }, false);
  else page.search();
  const drawer = byId("facets-drawer");
  drawer.open = matchMedia("(min-width: 60em)").matches;
  startSelectionView(start);
}
