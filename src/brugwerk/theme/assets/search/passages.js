// Where on its page a text was found: the passage, and a link to the heading above it.

import { client } from "./client.js";
import { element, filled, pieces } from "./elements.js";
import { hrefOf } from "./results.js";

const readPages = new Map();

/** The paragraphs of a page, each with the heading it stands under. */
async function paragraphsOf(address) {
  if (!readPages.has(address)) {
    const answer = await fetch(hrefOf(address));
    // Parsed apart from this page: nothing in it is run or loaded.
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    let heading = null;
    const found = [];
    for (const part of page.querySelectorAll("article h2, article h3, article p, article li, article dd, article td")) {
      if (/^H[23]$/.test(part.tagName)) heading = part.id ? { id: part.id, text: part.textContent.trim() } : heading;
      else if (!part.querySelector("p, li") && !part.closest(".card, .actions, .jump")) {
        const text = part.textContent.replace(/\s+/g, " ").trim();
        if (text) found.push({ text, heading });
      }
    }
    readPages.set(address, found);
  }
  return readPages.get(address);
}

/** A moment in which the browser has nothing else to do: reading a page takes a while. */
const idle = () =>
  new Promise((resolve) => {
    if (window.requestIdleCallback) requestIdleCallback(resolve, { timeout: 1000 });
    else setTimeout(resolve, 50);
  });

/**
 * Add passages to the results that were found by the text of their page only, for as long as
 * `wanted` says so.
 */
export async function showPassages(list, results, start, wanted) {
  for (const result of results.filter(({ text }) => text)) {
    await idle();
    if (!wanted()) return;
    const item = [...list.children].find(({ dataset }) => dataset.address === result.address);
    if (!item) return;
    try {
      const paragraphs = await paragraphsOf(result.address);
      const { passage } = await client().once({
        type: "passage", texts: paragraphs.map(({ text }) => text), terms: result.text,
      });
      if (!passage || !item.isConnected || item.querySelector(".result-passage")) continue;
      const { heading } = paragraphs[passage.at];
      const shown = element("p", { class: "result-passage" }, ...pieces(passage.pieces));
      item.querySelector(".result-why")?.replaceWith(shown);
      if (heading) {
        const href = `${hrefOf(result.address)}#${heading.id}`;
        shown.append(" ", element("a", { class: "result-under", href }, filled(start.texts.under, { heading: heading.text })));
      }
    } catch {
      // The result itself still says that it is in the text.
    }
  }
}
