// Finds, filters, counts and sorts. It knows nothing of pages, nor of how files come in.
"use strict";

// Who lacks a word counts for less; who scores next to nothing is left out.
const MISSING_WORD = 2;
const NEXT_TO_NOTHING = 0.02;
const TITLE_IS_QUERY = 2;
const TITLE_HAS_QUERY = 1.25;

class Engine {
  constructor(store, start, words) {
    this.store = store;
    this.start = start;
    this.words = words;
    this.count = start.titles.length;
    this.sums = new Map();
    this.synonyms = start.synonyms.map((group) => group.map((phrase) => phrase.split(" ")));
    this.plainTitles = start.titles.map((title) => split(title).join(" "));
    this.values = new Map(start.facets.map((facet) => [facet.id, this.valuesOf(facet)]));
    const wordings = new Map(start.synonyms.map((group) => [group[0], group.slice(1)]));
    this.labels = new Map(start.facets.map((facet) => [facet.id, this.labelsOf(facet, wordings)]));
  }

  /** Per document the values that it has of a facet. */
  valuesOf(facet) {
    const values = Array.from({ length: this.count }, () => []);
    for (const [id, , distances] of facet.values) {
      let number = 0;
      for (const step of distances) {
        number += step;
        values[number].push(id);
      }
    }
    return values;
  }

  /** Per value its label, and the other words for it that are one word. */
  labelsOf(facet, wordings) {
    return new Map(facet.values.map(([id, label]) => {
      const terms = this.words.pairs(label).map(([, term]) => term).join(" ");
      const also = (wordings.get(terms) || []).filter((phrase) => !phrase.includes(" "));
      return [id, { label, also }];
    }));
  }

  /** Read a query; `complete` says that the words of the site are there. */
  read(text, complete) {
    const query = queryWords(text, this.words);
    addSynonyms(query, this.synonyms);
    addPrefixes(query, this.store, complete);
    if (complete) {
      addParts(query, this.words);
      addMended(query, this.words);
    }
    return query;
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

  /** The weight per document of one word, by the best of its ways. */
  ofWord(word, withText) {
    const best = new Map();
    for (const { terms, weight } of word.ways) {
      const lists = terms.map((term) => this.weights(term, withText));
      const [first, ...others] = lists;
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
        const value = (sum / terms.length) * weight;
        if (value > (best.get(number) || 0)) best.set(number, value);
      }
    }
    return best;
  }

  /** Every document that a query finds, with its score. */
  find(query, text, withText) {
    const sums = new Map();
    const covered = new Map();
    let whole = 0;
    for (const word of query) {
      const found = this.ofWord(word, withText);
      // A rare word says more of what is meant than one that stands everywhere.
      const says = Math.log(1 + this.count / Math.max(found.size, 0.5));
      whole += says;
      for (const [number, score] of found) {
        sums.set(number, (sums.get(number) || 0) + score);
        covered.set(number, (covered.get(number) || 0) + says);
      }
    }
    const title = split(text).join(" ");
    let highest = 0;
    for (const [number, sum] of sums) {
      let score = sum * (covered.get(number) / whole) ** MISSING_WORD;
      if (this.plainTitles[number] === title) score *= TITLE_IS_QUERY;
      else if (title.length > 3 && this.plainTitles[number].includes(title)) score *= TITLE_HAS_QUERY;
      sums.set(number, score);
      if (score > highest) highest = score;
    }
    for (const [number, score] of sums) {
      if (score < highest * NEXT_TO_NOTHING) sums.delete(number);
    }
    return sums;
  }

  everything() {
    return new Map(Array.from({ length: this.count }, (_, number) => [number, 0]));
  }

  /** Keep what fits every choice; count per value what there would be with the other choices. */
  narrow(scores, chosen) {
    const facets = this.start.facets.map((facet) => facet.id);
    const wanted = facets.map((id) => (chosen[id]?.length ? new Set(chosen[id]) : null));
    const lists = facets.map((id) => this.values.get(id));
    const counts = facets.map(() => new Map());
    const kept = [];
    for (const number of scores.keys()) {
      let failed = -1;
      let failures = 0;
      for (let at = 0; at < facets.length && failures < 2; at += 1) {
        if (wanted[at] && !lists[at][number].some((value) => wanted[at].has(value))) {
          failed = at;
          failures += 1;
        }
      }
      if (failures > 1) continue;
      if (!failures) kept.push(number);
      for (let at = 0; at < facets.length; at += 1) {
        if (failures && at !== failed) continue;
        for (const value of lists[at][number]) {
          counts[at].set(value, (counts[at].get(value) || 0) + 1);
        }
      }
    }
    return { kept, counts: Object.fromEntries(facets.map((id, at) => [id, counts[at]])) };
  }

  sort(kept, scores, order) {
    const { titles, dates } = this.start;
    const byTitle = (a, b) => this.collator().compare(titles[a], titles[b]) || a - b;
    if (order === "titel") return kept.sort(byTitle);
    if (order === "datum") {
      return kept.sort((a, b) => (dates[a] === dates[b] ? byTitle(a, b) : dates[a] < dates[b] ? 1 : -1));
    }
    return kept.sort((a, b) => scores.get(b) - scores.get(a) || a - b);
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
    if (!ways.length && Object.values(chosen).some((values) => values.length) && all.size) {
      ways.push({ everything: true, count: all.size });
    }
    return ways;
  }
}
