// The files of the index: fetched when a word needs them, and kept as lunr indexes.
"use strict";

const FIELD = "all";

/** One file of postings becomes an index of lunr.js. */
function lunrIndex(shard) {
  const vectors = new Map();
  const inverted = shard.terms.map((term, place) => {
    const flat = shard.postings[place];
    const documents = {};
    let number = 0;
    for (let at = 0; at < flat.length; at += 2) {
      number += flat[at];
      documents[number] = {};
      if (!vectors.has(number)) vectors.set(number, []);
      vectors.get(number).push(place, flat[at + 1] / 10);
    }
    return [term, { _index: place, [FIELD]: documents }];
  });
  return self.lunr.Index.load({
    version: self.lunr.version,
    fields: [FIELD],
    fieldVectors: Array.from(vectors, ([number, vector]) => [`${FIELD}/${number}`, vector]),
    invertedIndex: inverted,
    pipeline: [],
  });
}

/** A group of files, each with the terms of one range; they are joined as they come in. */
class Shards {
  constructor(listed, fetched) {
    this.starts = listed.map(([first]) => first);
    this.names = listed.map(([, name]) => name);
    this.fetched = fetched;
    this.loaded = new Map();
    this.underway = new Map();
    this.answers = new Map();
  }

  /** The place of the file that holds a term, if any does. */
  place(term) {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The places of the files that may hold terms with a prefix. */
  places(prefix) {
    if (!this.starts.length) return [];
    const last = this.place(`${prefix}\uffff`);
    const found = [];
    for (let at = Math.max(this.place(prefix), 0); at <= last; at += 1) found.push(at);
    return found;
  }

  ready(places) {
    return places.every((place) => place < 0 || this.loaded.has(place));
  }

  async load(places) {
    await Promise.all(places.filter((place) => place >= 0).map((place) => this.one(place)));
  }

  one(place) {
    if (this.loaded.has(place)) return null;
    if (!this.underway.has(place)) {
      const coming = this.fetched(this.names[place]).then((shard) => {
        this.loaded.set(place, { terms: shard.terms, index: lunrIndex(shard) });
      });
      // A file that did not come is asked for again with the next word.
      this.underway.set(place, coming.finally(() => this.underway.delete(place)));
    }
    return this.underway.get(place);
  }

  /** The weight of a term per document, as lunr answers it. */
  weights(term) {
    const known = this.answers.get(term);
    if (known) return known;
    const shard = this.loaded.get(this.place(term));
    const weights = new Map();
    if (!shard) return weights;
    if (shard.index.invertedIndex[term]) {
      const answer = shard.index.query((query) => query.term(term, { usePipeline: false }));
      for (const { ref, score } of answer) weights.set(Number(ref), score);
    }
    this.answers.set(term, weights);
    return weights;
  }

  /** Up to `limit` loaded terms that start with a prefix, the shortest first. */
  startingWith(prefix, limit) {
    const found = [];
    for (const place of this.places(prefix)) {
      const shard = this.loaded.get(place);
      if (!shard) continue;
      let low = 0;
      let high = shard.terms.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (shard.terms[middle] < prefix) low = middle + 1;
        else high = middle;
      }
      while (low < shard.terms.length && shard.terms[low].startsWith(prefix)) {
        found.push(shard.terms[low]);
        low += 1;
      }
    }
    return firstOf(found, limit, (a, b) => a.length - b.length || (a < b ? -1 : 1));
  }
}

/** The first `limit` of a list in an order; of thousands, few are ever shown. */
function firstOf(list, limit, compare) {
  const first = [];
  for (const item of list) {
    if (first.length === limit && compare(item, first[limit - 1]) >= 0) continue;
    let at = first.length;
    while (at && compare(item, first[at - 1]) < 0) at -= 1;
    first.splice(at, 0, item);
    if (first.length > limit) first.pop();
  }
  return first;
}

/** Everything that was fetched. */
class Store {
  constructor(manifest, address) {
    this.address = address;
    this.manifest = manifest;
    this.meta = new Shards(manifest.meta, (name) => this.json(name));
    this.text = new Shards(manifest.text, (name) => this.json(name));
    this.summaries = new Map();
    this.perFile = 32;
    this.loads = 0;
  }

  static async open(address) {
    const answer = await fetch(address, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return new Store(await answer.json(), address);
  }

  async json(name) {
    const answer = await fetch(new URL(`index/${name}`, this.address));
    if (!answer.ok) throw new Error(`${answer.status} ${name}`);
    const content = await answer.json();
    this.loads += 1;
    return content;
  }

  /** Fetch the summaries of these documents; one that does not come is done without. */
  async summarise(numbers) {
    const files = new Set(numbers.map((number) => Math.floor(number / this.perFile)));
    await Promise.all(
      Array.from(files, async (file) => {
        if (this.summaries.has(file)) return;
        try {
          this.summaries.set(file, await this.json(this.manifest.summaries[file]));
        } catch {
          // A title without its summary still leads to the page.
        }
      }),
    );
  }

  summarised(numbers) {
    return numbers.every((number) => this.summaries.has(Math.floor(number / this.perFile)));
  }

  summary(number) {
    const file = this.summaries.get(Math.floor(number / this.perFile));
    return file ? file[number % this.perFile] : "";
  }
}
