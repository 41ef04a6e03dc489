// Says why a document was found: which words of it, and where they stand.
"use strict";

const MOST_LABELS = 4;

/** The terms by which a query found one document: single ones, and those that stand together. */
function termsIn(query, number, engine, withText) {
  const single = new Set();
  const together = [];
  for (const word of query) {
    for (const way of word.ways) {
      if (!way.terms.every((term) => engine.weights(term, withText).has(number))) continue;
      if (way.together && way.terms.length > 1) together.push(way.terms);
      else way.terms.forEach((term) => single.add(term));
    }
  }
  return { single, together };
}

/** The words of a text that count, each with its place and its term. */
function wordsIn(text, words) {
  const found = [];
  let before = "";
  for (const hit of text.matchAll(/(?:\(\p{L}+\))?[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu)) {
    const word = split(hit[0])[0];
    if (!word) continue;
    const place = { start: hit.index, end: hit.index + hit[0].length, word };
    if (NUMBER.test(word)) {
      if (before) found.push({ ...place, term: words.stem(before) + word });
    } else if (!words.stop.has(word)) {
      found.push({ ...place, term: words.stem(word) });
      before = word;
    }
  }
  return found;
}

/** Which of the words are, or hold, one of the terms. */
function hitsIn(list, { single, together }, words) {
  const hits = list.map(({ word, term }) =>
    single.has(term) || words.parts(word).some((part) => single.has(part)));
  for (const terms of together) {
    for (let at = 0; at + terms.length <= list.length; at += 1) {
      if (terms.every((term, i) => list[at + i].term === term)) hits.fill(true, at, at + terms.length);
    }
  }
  return hits;
}

/** A text in pieces, each with 1 where it is to be marked and 0 where not; `list` has its words. */
function marked(text, list, found, words) {
  const hits = hitsIn(list, found, words);
  const pieces = [];
  let end = 0;
  list.forEach(({ start, end: after }, at) => {
    if (!hits[at]) return;
    if (start > end) pieces.push([text.slice(end, start), 0]);
    pieces.push([text.slice(start, after), 1]);
    end = after;
  });
  if (end < text.length) pieces.push([text.slice(end), 0]);
  return pieces;
}

const hasMark = (pieces) => pieces.some(([, mark]) => mark);

/** The labels of a document that hold one of the terms, each with its facet. */
function labelsIn(number, found, engine) {
  const labels = [];
  for (const facet of engine.start.facets) {
    if (facet.id === "kind" || facet.id === "duration") continue;
    for (const id of engine.values.get(facet.id)[number]) {
      const { label, also } = engine.labels.get(facet.id).get(id);
      const pieces = engine.marked(label, found);
      // A label is also why a page was found when the words are another wording of it.
      if (hasMark(pieces) || also.some((term) => found.single.has(term))) {
        labels.push({ facet: facet.label, pieces });
      }
      if (labels.length === MOST_LABELS) return labels;
    }
  }
  return labels;
}

/** The best of some texts: the one with most of the terms, shortened around them. */
function bestPassage(texts, found, words) {
  let best = -1;
  let most = 0;
  texts.forEach((text, at) => {
    const list = wordsIn(text, words);
    const hits = hitsIn(list, found, words);
    const here = new Set(list.filter((_, i) => hits[i]).map(({ term }) => term));
    if (here.size > most) {
      most = here.size;
      best = at;
    }
  });
  return best < 0 ? null : { at: best, pieces: shortened(marked(texts[best], wordsIn(texts[best], words), found, words)) };
}

function shortened(pieces) {
  const AROUND = 90;
  const first = pieces.findIndex(([, mark]) => mark);
  const kept = pieces.slice(Math.max(first - 1, 0), first + 6).map(([text, mark]) => [text, mark]);
  if (first > 0 && kept[0][0].length > AROUND) {
    kept[0][0] = `… ${kept[0][0].slice(-AROUND).replace(/^\S*\s/, "")}`;
  }
  const last = kept[kept.length - 1];
  if (!last[1] && last[0].length > AROUND) {
    last[0] = `${last[0].slice(0, AROUND).replace(/\s\S*$/, "")} …`;
  }
  return kept;
}
