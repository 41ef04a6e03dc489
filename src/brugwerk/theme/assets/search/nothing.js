// No results: what to let go of, with how many results that gives.

import { element, filled } from "./elements.js";

/** Show ways out where there are no results, and nothing where there are. */
export function showNothing(place, answer, page) {
  place.hidden = answer.total > 0 || answer.stage !== "full";
  if (place.hidden) {
    place.replaceChildren();
    return;
  }
  const { texts, facets } = page.start;
  const nameOf = (facet, value) =>
    facets.find(({ id }) => id === facet).values.find(([id]) => id === value)[1];
  const ways = answer.loosen.map((way) => {
    const button = (text, act) => {
      const made = element("button", { type: "button", class: "button button-plain" }, text, " ", element("span", { class: "facet-count" }, String(way.count)));
      made.addEventListener("click", () => {
        act();
        page.field.focus();
      });
      return element("li", {}, made);
    };
    if (way.everything) return button(texts.without_choices, () => page.change({ chosen: {} }, true));
    if (way.facet) {
      return button(filled(texts.without_choice, { choice: nameOf(way.facet, way.value) }), () => page.choose(way.facet, way.value, false));
    }
    return button(filled(texts.without_word, { word: way.word }), () => {
      const left = page.asked.text.split(/\s+/).filter((word) => !sameWord(word, way.word)).join(" ");
      page.field.value = left;
      page.change({ text: left }, true);
    });
  });
  place.replaceChildren(
    element("p", {}, texts.other_words),
    ways.length ? element("ul", { class: "ways-out" }, ...ways) : "",
  );
}

const sameWord = (typed, word) =>
  typed.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").normalize("NFC") === word;
