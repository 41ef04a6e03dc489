// One result: what it is, what it is called, what it is about, and why it is shown.

import { root } from "./client.js";
import { element, pieces } from "./elements.js";
import { markButton } from "./selection.js";

/** The full address of a result, which is an address below the root of the site. */
export const hrefOf = (address) => new URL(address, root).href;

/** One item of the list of results. */
export function resultItem(result, start) {
  const kind = result.type && result.kind === "product" ? result.type : start.kinds[result.kind];
  const item = element(
    "li",
    { class: `result result-${result.kind}`, "data-address": result.address },
    element("p", { class: "result-kind" }, kind, result.day ? ` · ${result.day}` : ""),
    element(
      "h2",
      { class: "result-title" },
      element("a", { href: hrefOf(result.address) }, ...pieces(result.title)),
    ),
  );
  if (result.summary.length) {
    item.append(element("p", { class: "result-summary" }, ...pieces(result.summary)));
  }
  if (result.facts.length && result.kind === "product") {
    item.append(
      element("ul", { class: "card-facts" }, ...result.facts.map((fact) => element("li", {}, fact))),
    );
  }
  const why = whyItem(result, start);
  if (why) item.append(why);
  if (result.product) item.append(markButton(result.product));
  return item;
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
