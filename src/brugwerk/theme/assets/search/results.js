// One result: what it is, what it is called, what it is about, and why it is shown.

import { root } from "./client.js";
import { element, filled, pieces } from "./elements.js";
import { markButton } from "./selection.js";

/** The full address of a result, which is an address below the root of the site. */
export const hrefOf = (address) => new URL(address, root).href;

/** What a result is: a kind, and where it stands where that is another site. */
export function kindOf(result, start) {
  const kind = result.type && result.kind === "product" ? result.type : start.kinds[result.kind];
  return result.origin ? `${kind} · ${filled(start.texts.on_site, { site: result.origin })}` : kind;
}

/** One item of a list of results. */
export class ResultItem {
  constructor(result, start) {
    this.start = start;
    this.language = result.language ? { lang: result.language, dir: "auto" } : {};
    const rel = result.origin ? "external" : null;
    this.title = element("a", { href: hrefOf(result.address), rel });
    this.heading = element("h2", { class: "result-title", ...this.language }, this.title);
    this.item = element(
      "li",
      { class: `result result-${result.kind}`, "data-address": result.address },
      element("p", { class: "result-kind" }, kindOf(result, start), result.day ? ` · ${result.day}` : ""),
      this.heading,
    );
    if (result.facts.length && result.kind === "product") {
      this.facts = element("ul", { class: "card-facts" }, ...result.facts.map((fact) => element("li", {}, fact)));
      this.item.append(this.facts);
    }
    if (result.product) {
      this.button = markButton(result.product);
      this.item.append(this.button);
    }
    this.shown = {};
    this.update(result);
  }

  /** Show what a query changes in a result; what it does not change is not touched. */
  update(result) {
    if (this.changed("title", result.title)) this.title.replaceChildren(...pieces(result.title));
    if (this.changed("summary", result.summary)) {
      this.summary?.remove();
      this.summary = result.summary.length
        ? element("p", { class: "result-summary", ...this.language }, ...pieces(result.summary))
        : null;
      if (this.summary) this.heading.after(this.summary);
    }
    if (this.changed("why", [result.labels, result.text])) {
      this.item.querySelector(".result-why, .result-passage")?.remove();
      const why = whyItem(result, this.start);
      if (why) (this.facts || this.summary || this.heading).after(why);
    }
  }

  changed(part, value) {
    const key = JSON.stringify(value);
    if (this.shown[part] === key) return false;
    this.shown[part] = key;
    return true;
  }
}

/** What stands before a label: its facet, named once for all labels of it. */
function opening(label, before) {
  if (before?.facet === label.facet) return [", "];
  return [before ? "; " : "", `${label.facet}: `];
}

function whyItem(result, start) {
  if (result.labels.length) {
    const labels = result.labels.flatMap((label, at) => [
      ...opening(label, result.labels[at - 1]), ...pieces(label.pieces),
    ]);
    return element("p", { class: "result-why" }, ...labels);
  }
  if (result.text) return element("p", { class: "result-why" }, start.texts.in_text);
  return null;
}
