// Finds, filters, counts and sorts. It knows nothing of pages, nor of how files come in.
"use strict";

// Who lacks a word counts for less; who scores next to nothing is left out.
const MISSING_WORD = 2;
const NEXT_TO_NOTHING = 0.02;
const TITLE_IS_QUERY = 2;
const TITLE_HAS_QUERY = 1.25;
// Whoever asks "how" or "may I" wants it explained.
const EXPLAINS = 2;
// What a network, or its guide, counts for the best of the products that it made.
const OF_ITS_PRODUCTS = 0.07;
const MOST_REMEMBERED = 60;
const LETTERS_TO_FORESEE = 3;
const MOST_FORESEEN = 5;

/** Documents with their scores: `scores` has a place for every document, `numbers` those found. */
class Found {
  constructor(count) {
    this.scores = new Float64Array(count);
    this.numbers = [];
  }

  /** Let a document have this score, where it has a lower one. */
  raise(number, score) {
    if (score <= this.scores[number]) return;
    if (!this.scores[number]) this.numbers.push(number);
    this.scores[number] = score;
  }

  add(number, score) {
    if (!this.scores[number]) this.numbers.push(number);
    this.scores[number] += score;
  }
}

class Engine {
  constructor(store, start, words) {
    this.store = store;
    this.start = start;
    this.words = words;
    this.count = start.titles.length;
    this.sums = new Map();
    this.remembered = new Map();
    this.places = new Map();
    this.synonyms = start.synonyms.map((group) => group.map((phrase) => phrase.split(" ")));
    this.asking = new Set(start.asking);
    this.plainTitles = start.titles.map((title) => split(title).join(" "));
    this.columns = start.facets.map((facet) => new Column(facet, this.count));
    this.values = new Map(this.columns.map((column) => [column.id, column.ids]));
    const wordings = new Map(start.synonyms.map((group) => [group[0], group.slice(1)]));
    this.labels = new Map(start.facets.map((facet) => [facet.id, this.labelsOf(facet, wordings)]));
    this.languages = this.languagesOf(start.languages);
    this.made = this.productsOfNetworks();
    this.products = start.addresses.map((address, number) => this.idOf(address, number));
  }

  /** Per value its label, and the other words for it that are one word. */
  labelsOf(facet, wordings) {
    return new Map(facet.values.map(([id, label]) => {
      const terms = this.words.pairs(label).map(([, term]) => term).join(" ");
      const also = (wordings.get(terms) || []).filter((phrase) => !phrase.includes(" "));
      return [id, { label, also }];
    }));
  }

  /** The languages of the documents that are not in the language of the site. */
  languagesOf(named) {
    const found = new Map();
    for (const [language, distances] of Object.entries(named)) {
      let number = 0;
      for (const step of distances) {
        number += step;
        found.set(number, language);
      }
    }
    return found;
  }

  /** The id of a product here, which is the last part of its address; empty for all else. */
  idOf(address, number) {
    const isProduct = this.values.get("kind")[number][0] === "product";
    return isProduct && !this.isElsewhere(number) ? address.split("/").at(-2) : "";
  }

  /** Whether a document stands on another site: those are named in full. */
  isElsewhere(number) {
    return /^https?:/.test(this.start.addresses[number]);
  }

  /** For every network and guide, the products that it made. */
  productsOfNetworks() {
    const kinds = this.values.get("kind") || [];
    const networks = this.values.get("network") || [];
    const products = new Map();
    kinds.forEach(([kind], number) => {
      if (kind !== "product") return;
      for (const network of networks[number] || []) {
        if (!products.has(network)) products.set(network, []);
        products.get(network).push(number);
      }
    });
    return kinds.flatMap(([kind], number) => {
      const [network] = networks[number] || [];
      const made = kind === "network" || kind === "guide" ? products.get(network) : null;
      return made ? [[number, made]] : [];
    });
  }

  /** Read a query; `complete` says that the words of the site are there. */
  read(text, complete) {
    const query = queryWords(text, this.words);
    addSynonyms(query, this.synonyms);
    addPrefixes(query, this.words, this.store, complete);
    if (complete) {
      addParts(query, this.words);
      addFamily(query, this.words);
      addMended(query, this.words);
    }
    return query;
  }

  /** What a text may become: its last word as each of the likeliest words that start so. */
  foreseen(text) {
    const query = queryWords(text, this.words);
    const last = query.pop();
    if (!last?.last || last.word.length < LETTERS_TO_FORESEE) return [];
    return this.store.meta.startingWith(last.word, MOST_FORESEEN).map((term) => {
      const likely = [...query.map(({ word, term: as }) => new QueryWord(word, as, false)), new QueryWord(term, term, false)];
      addSynonyms(likely, this.synonyms);
      addParts(likely, this.words);
      addFamily(likely, this.words);
      return likely;
    });
  }

  /** A title, summary or label in marked pieces. */
  marked(text, found) {
    let list = this.places.get(text);
    if (!list) {
      list = wordsIn(text, this.words);
      this.places.set(text, list);
    }
    return marked(text, list, found, this.words);
  }

  /** The weight of a term per document: title, labels and summary, and the text where asked. */
  weights(term, withText) {
    const { meta, text } = this.store;
    const first = meta.weights(term);
    if (!withText) return first;
    const known = this.sums.get(term);
    if (known) return known;
    const second = text.weights(term);
    let sum = first.size ? first : second;
    if (first.size && second.size) {
      sum = new Map(first);
      for (const [number, weight] of second) sum.set(number, (sum.get(number) || 0) + weight);
    }
    if (meta.ready([meta.place(term)]) && text.ready([text.place(term)])) this.sums.set(term, sum);
    return sum;
  }

  /** The documents that one word finds, each by the best of the word's ways. */
  ofWord(word, withText) {
    const key = `${withText} ${this.store.loads} ${word.key()}`;
    const known = this.remembered.get(key);
    if (known) return known;
    const found = new Found(this.count);
    for (const { terms, weight } of word.ways) {
      const [first, ...others] = terms.map((term) => this.weights(term, withText));
      for (const [number, score] of first) {
        let sum = score;
        for (const other of others) {
          const more = other.get(number);
          if (more === undefined) {
            sum = 0;
            break;
          }
          sum += more;
        }
        found.raise(number, (sum / terms.length) * weight);
      }
    }
    // Of a question only the last word changes while someone types.
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, found);
    return found;
  }

  /** Every document that a query finds, with its score. */
  find(query, text, withText) {
    const sums = new Found(this.count);
    const covered = new Float64Array(this.count);
    let whole = 0;
    for (const word of query) {
      const { numbers, scores } = this.ofWord(word, withText);
      // A rare word says more of what is meant than one that stands everywhere.
      const says = Math.log(1 + this.count / Math.max(numbers.length, 0.5));
      whole += says;
      for (const number of numbers) {
        sums.add(number, scores[number] * says);
        covered[number] += says;
      }
    }
    const [kinds, plain] = [this.values.get("kind"), split(text)];
    const title = plain.join(" ");
    const asks = plain.length > 1 && this.asking.has(plain[0]);
    const found = new Found(this.count);
    for (const number of sums.numbers) {
      let score = sums.scores[number] * (covered[number] / whole) ** MISSING_WORD;
      if (this.plainTitles[number] === title) score *= TITLE_IS_QUERY;
      else if (title.length > 3 && this.plainTitles[number].includes(title)) score *= TITLE_HAS_QUERY;
      if (asks && kinds[number][0] === "page") score *= EXPLAINS;
      found.raise(number, score);
    }
    this.creditNetworks(found);
    return notable(found);
  }

  /** A network that a query finds counts a little for the best that it made, too. */
  creditNetworks({ scores }) {
    for (const [number, made] of this.made) {
      if (!scores[number]) continue;
      let most = 0;
      for (const product of made) if (scores[product] > most) most = scores[product];
      scores[number] += most * OF_ITS_PRODUCTS;
    }
  }

  everything() {
    const all = new Found(this.count);
    for (let number = 0; number < this.count; number += 1) all.numbers.push(number);
    return all;
  }

  /** Keep what fits every choice; count per value what there would be with the other choices. */
  narrow({ numbers }, chosen) {
    const columns = this.columns;
    const wanted = columns.map((column) => column.wanted(chosen[column.id]));
    const counts = columns.map(({ values }) => new Int32Array(values.length));
    const kept = [];
    for (const number of numbers) {
      let failed = -1;
      let failures = 0;
      for (let at = 0; at < columns.length && failures < 2; at += 1) {
        if (wanted[at] && !columns[at].has(number, wanted[at])) {
          failed = at;
          failures += 1;
        }
      }
      if (failures > 1) continue;
      if (failures) columns[failed].count(number, counts[failed]);
      else {
        kept.push(number);
        for (let at = 0; at < columns.length; at += 1) columns[at].count(number, counts[at]);
      }
    }
    return {
      kept,
      counts: Object.fromEntries(columns.map((column, at) => [column.id, column.named(counts[at])])),
    };
  }

  /** The first `limit` of these documents in the order asked for. */
  first(kept, { scores }, order, limit) {
    const { titles, dates } = this.start;
    const byTitle = (a, b) => this.collator().compare(titles[a], titles[b]) || a - b;
    const orders = {
      titel: byTitle,
      datum: (a, b) => (dates[a] === dates[b] ? byTitle(a, b) : dates[a] < dates[b] ? 1 : -1),
    };
    return firstOf(kept, limit, orders[order] || ((a, b) => scores[b] - scores[a] || a - b));
  }

  collator() {
    this.compare ||= new Intl.Collator(this.words.language, { numeric: true });
    return this.compare;
  }

  /** What would give results where there are none now. */
  loosen(text, query, chosen, withText) {
    const ways = [];
    const all = query.length ? this.find(query, text, withText) : this.everything();
    for (const [facet, values] of Object.entries(chosen)) {
      for (const value of values) {
        const fewer = { ...chosen, [facet]: values.filter((other) => other !== value) };
        const { kept } = this.narrow(all, fewer);
        if (kept.length) ways.push({ facet, value, count: kept.length });
      }
    }
    if (query.length > 1) {
      for (const word of query) {
        const rest = query.filter((other) => other !== word);
        const { kept } = this.narrow(this.find(rest, "", withText), chosen);
        if (kept.length) ways.push({ word: word.word, count: kept.length });
      }
    }
    const some = Object.values(chosen).some((values) => values.length);
    if (!ways.length && some && all.numbers.length) {
      ways.push({ everything: true, count: all.numbers.length });
    }
    return ways;
  }
}

/** Without the documents that score next to nothing beside the best. */
function notable({ scores, numbers }) {
  let highest = 0;
  for (const number of numbers) if (scores[number] > highest) highest = scores[number];
  const least = highest * NEXT_TO_NOTHING;
  return { scores, numbers: numbers.filter((number) => scores[number] >= least) };
}
