// The worker of search: takes questions, fetches what they need, and answers in two steps.
// The build puts lunr.js and the scripts named below into one file with it.
"use strict";

importScripts("words.js", "store.js", "column.js", "query.js", "engine.js", "marking.js");

// Milliseconds in which whoever types on is spared files for letters that are not a word yet.
const REST = 120;
const FEW_LETTERS = 3;
const FEW_FILES = 2;

let opening = null;
let engine = null;
let latest = 0;
let learning = null;
// How many files may still be fetched for words that are only likely: about 300 kB in a visit.
let foreseeing = 30;

function open(address) {
  opening ||= (async () => {
    const store = await Store.open(address);
    const start = await store.json(store.manifest.start);
    const stemmer = store.manifest.language === "en" ? self.lunr.stemmer : self.lunr.nl.stemmer;
    const snowball = (word) => stemmer(new self.lunr.Token(word, {})).toString();
    engine = new Engine(store, start, new Words(store.manifest.language, start, snowball));
  })().catch((problem) => {
    opening = null;
    throw problem;
  });
  return opening;
}

/** The words of the site, for compounds and typing mistakes. */
function learn() {
  learning ||= engine.store
    .json(engine.store.manifest.words)
    .then((lexicon) => engine.words.learn(lexicon))
    .catch((problem) => {
      learning = null;
      throw problem;
    });
  return learning;
}

/** The files that a query needs of a group; at first only those of the words as typed. */
function placesFor(query, group, complete) {
  const places = new Set();
  for (const word of query) {
    const ways = complete ? word.ways : word.ways.slice(0, 1);
    for (const { terms } of ways) terms.forEach((term) => places.add(group.place(term)));
    if (word.last && word.word.length > 1 && (group === engine.store.meta || word.word.length > 2)) {
      group.places(word.word).forEach((place) => places.add(place));
    }
  }
  return [...places];
}

/** Read a query, with the files that it turns out to need. */
async function prepared(text, complete) {
  const { meta, text: texts } = engine.store;
  // Reading again with new files may bring new words, whose files are then there or not; twice
  // settles it.
  for (let round = 0; round < 2; round += 1) {
    const query = engine.read(text, complete);
    await Promise.all([
      meta.load(placesFor(query, meta, complete)),
      complete ? texts.load(placesFor(query, texts, complete)) : null,
    ]);
  }
  return engine.read(text, complete);
}

const resting = () => new Promise((resolve) => setTimeout(resolve, REST));

/** The files of both groups that a query needs and that are not there yet. */
function missing(query) {
  const { meta, text: texts } = engine.store;
  return [meta, texts].flatMap((group) =>
    placesFor(query, group, true).filter((place) => !group.ready([place])).map((place) => ({ group, place })));
}

/** Wait with what only the first letters of a word would fetch, where that is much. */
async function restFor(text) {
  const last = split(text).pop() || "";
  if (engine.words.known.size) {
    if (last.length > FEW_LETTERS || missing(engine.read(text, true)).length <= FEW_FILES) return;
  }
  await resting();
}

/** Fetch what the words that someone may be typing will need, once the typing rests. */
async function foresee(text, old) {
  await resting();
  if (old()) return;
  for (const query of engine.foreseen(text)) {
    const files = missing(query);
    if (old() || files.length > foreseeing) return;
    foreseeing -= files.length;
    try {
      await Promise.all(files.map(({ group, place }) => group.load([place])));
    } catch {
      // The word itself asks for it again, and says so when it does not come.
      return;
    }
  }
}

/** A query with all its words and texts, or null where a file for that is not there yet. */
function readyQuery(text) {
  if (!engine.words.known.size) return null;
  const query = engine.read(text, true);
  return missing(query).length ? null : query;
}

/** What a question finds: how many, the counts of the facets, and what is shown. */
function look(question, query, withText) {
  const { text, chosen = {}, order = "", limit = 10 } = question;
  const scores = query.length || text.trim() ? engine.find(query, text, withText) : engine.everything();
  const { kept, counts } = engine.narrow(scores, chosen);
  const total = kept.length;
  return { query, withText, total, counts, shown: engine.first(kept, scores, order, limit) };
}

function answer(question, { query, withText, total, counts, shown }, stage, partly) {
  postMessage({
    type: "results",
    id: question.id,
    stage,
    partly,
    total,
    results: shown.map((number) => described(number, query, withText)),
    counts,
    mended: query.filter((word) => word.mended).map((word) => word.word),
    loosen: total || stage !== "full"
      ? []
      : engine.loosen(question.text, query, question.chosen || {}, withText),
  });
}

function described(number, query, withText) {
  const { start, store } = engine;
  const found = termsIn(query, number, engine, withText);
  const title = engine.marked(start.titles[number], found);
  const summary = engine.marked(store.summary(number), found);
  const labels = query.length ? labelsIn(number, found, engine) : [];
  // Of a page of another site nothing is fetched, so no passage of it can be shown.
  const elsewhere = engine.isElsewhere(number);
  const seen = elsewhere || hasMark(title) || hasMark(summary) || labels.length > 0;
  return {
    address: start.addresses[number],
    product: engine.products[number],
    title,
    summary,
    labels,
    kind: engine.values.get("kind")[number][0],
    type: nameOf("type", number),
    facts: [start.times[start.minutes[number]], factOf("level", number), factOf("theme", number), ...(start.words[number] || [])].filter(Boolean),
    origin: elsewhere ? nameOf("origin", number) : "",
    language: engine.languages.get(number) || "",
    day: start.days[start.dates[number]] || "",
    text: query.length && !seen ? { single: [...found.single], together: found.together } : null,
  };
}

function namesOf(facet, number) {
  const has = engine.values.get(facet)?.[number] || [];
  return has.map((id) => engine.labels.get(facet).get(id).label);
}

function nameOf(facet, number) {
  return namesOf(facet, number)[0] || "";
}

function factOf(facet, number) {
  const names = namesOf(facet, number);
  if (facet === "level" && names.length > 1) return `${names[0]} – ${names[names.length - 1]}`;
  return names[0] || "";
}

async function search(question) {
  latest = question.id;
  const old = () => question.id !== latest;
  await open(question.index);
  if (old()) return;
  const searching = question.text.trim() !== "";
  const summaries = ({ shown }) => question.summaries === false || engine.store.summarised(shown);
  const ready = searching ? readyQuery(question.text) : null;
  let seen = ready && look(question, ready, true);
  let partly = false;
  if (!seen || !summaries(seen)) {
    if (!seen) {
      const query = await prepared(question.text, false);
      if (old()) return;
      seen = look(question, query, false);
    }
    answer(question, seen, "meta", false);
    await restFor(question.text);
    if (old()) return;
    try {
      if (searching) await learn();
      seen = look(question, await prepared(question.text, searching), true);
    } catch {
      // Titles, labels and summaries were searched; the text comes with the next word, perhaps.
      partly = true;
      const query = engine.read(question.text, engine.words.known.size > 0);
      seen = look(question, query, true);
    }
    if (!summaries(seen)) await engine.store.summarise(seen.shown);
    if (old()) return;
  }
  answer(question, seen, "full", partly);
  if (searching && !partly && !self.navigator?.connection?.saveData) foresee(question.text, old);
}

async function describe({ id, index, products }) {
  await open(index);
  const numbers = products
    .map((product) => engine.products.indexOf(product))
    .filter((number) => number >= 0);
  await engine.store.summarise(numbers);
  postMessage({
    type: "described",
    id,
    results: numbers.map((number) => described(number, [], false)),
  });
}

self.onmessage = async ({ data }) => {
  try {
    if (data.type === "search") await search(data);
    else if (data.type === "describe") await describe(data);
    else if (data.type === "open") {
      await open(data.index);
      postMessage({ type: "opened", id: data.id, start: forPage() });
    } else if (data.type === "passage") {
      const found = { single: new Set(data.terms.single), together: data.terms.together };
      postMessage({ type: "passage", id: data.id, passage: bestPassage(data.texts, found, engine.words) });
    }
  } catch (problem) {
    postMessage({ type: "failed", id: data.id, reason: String(problem) });
  }
};

/** What the page itself must know: the facets without their documents, and the texts. */
function forPage() {
  const { facets, kinds, texts } = engine.start;
  return {
    kinds,
    texts,
    facets: facets.map(({ id, parameter, label, values }) => ({
      id, parameter, label, values: values.map(([value, name]) => [value, name]),
    })),
  };
}
