// What a visitor typed, as index terms: each word with everything that it may stand for.
"use strict";

const LONGEST_QUERY = 300;
const MOST_WORDS = 12;
const MOST_BY_PREFIX = 24;
const MOST_MENDED = 3;
// How much a document counts that has not the word itself, but something like it.
const AS_TYPED = 1;
const AS_PREFIX = 0.7;
const AS_PREFIX_OF_KNOWN = 0.5;
const AS_PARTS = 0.6;
const AS_PARTS_OF_KNOWN = 0.35;
const AS_SYNONYM = 0.6;
const AS_SIBLING = 0.2;
const AS_PHRASE = 0.6;
const AS_MENDED = 0.6;
const AS_FAMILY = 0.6;

const NUMBERED = (word) => new RegExp(`^${word}[0-9]{1,2}$`, "u");

/**
 * One word of a query: `ways` holds lists of terms that must all be there, each with its weight.
 */
class QueryWord {
  constructor(word, term, last) {
    this.word = word;
    this.term = term;
    this.last = last;
    this.ways = [{ terms: [term], weight: AS_TYPED }];
    this.mended = false;
  }

  /** `together` says that the terms mean this only where they stand together. */
  add(terms, weight, together = false) {
    const key = terms.join(" ");
    if (!this.ways.some((way) => way.terms.join(" ") === key)) this.ways.push({ terms, weight, together });
  }

  /** What says everything of this word, to remember its answer by. */
  key() {
    return this.ways.map(({ terms, weight }) => `${terms.join("+")}*${weight}`).join(" ");
  }
}

/** The words of a query that say something; of a query of stop words only, those. */
function queryWords(text, words) {
  const short = text.slice(0, LONGEST_QUERY);
  let pairs = words.pairs(short);
  if (!pairs.length) pairs = split(short).map((word) => [word, words.stem(word)]);
  const ends = /[\p{L}\p{N}]$/u.test(short.trimEnd()) && !/\s$/.test(short);
  // After "groep 5", the word "groep" by itself says nothing more.
  pairs = pairs.filter(([word], at) => !(pairs[at + 1] && NUMBERED(word).test(pairs[at + 1][0])));
  const unique = pairs.filter(([, term], at) => pairs.findIndex(([, other]) => other === term) === at);
  const kept = unique.slice(0, MOST_WORDS);
  return kept.map(([word, term], at) => new QueryWord(word, term, ends && at === kept.length - 1));
}

/** Add other wordings of the vocabulary, for one word or for several that belong together. */
function addSynonyms(query, synonyms) {
  const terms = query.map((word) => word.term);
  for (const group of synonyms) {
    group.forEach((phrase, at) => {
      const start = terms.findIndex((_, i) => phrase.every((term, j) => terms[i + j] === term));
      if (start < 0) return;
      group.forEach((other, otherAt) => {
        if (otherAt === at) return;
        const weight = at === 0 || otherAt === 0 ? AS_SYNONYM : AS_SIBLING;
        // Several words may stand far apart in a text, and then mean something else.
        const looser = other.length > 1 ? weight * AS_PHRASE : weight;
        for (let i = 0; i < phrase.length; i += 1) query[start + i].add(other, looser, true);
      });
    });
  }
}

/** Add the parts of compounds, which count for little where the site uses the compound itself. */
function addParts(query, words) {
  for (const word of query) {
    const parts = words.parts(word.word);
    const weight = words.known.has(word.term) ? AS_PARTS_OF_KNOWN : AS_PARTS;
    if (parts.length) word.add([...new Set(parts)], weight);
  }
}

// Words of one family whose stems differ: "gumt" and "gummen" (the rules leave four letters
// whole, for fear of "kast"), "evaluatie" and "evalueren", "reflectie" and "reflecteren", and who is
// somewhere: "brugklasser" and "brugklas".
const FAMILY = [
  [/^(.{2}[bcdfgklmnprsvwxz])t$/, "$1"],
  [/^(.{3,})atie$/, "$1er"],
  [/^(.{3,})er$/, "$1atie"],
  [/^(.{2,}c)tie$/, "$1ter"],
  [/^(.{2,}c)ter$/, "$1tie"],
  [/^(.{3,})([bcdfgklmnprst])\2er$/, "$1$2"],
];

/** Add the other terms of a Dutch word's family that the site knows. */
function addFamily(query, words) {
  if (words.language !== "nl") return;
  for (const word of query) {
    for (const [form, other] of FAMILY) {
      const term = word.term.replace(form, other);
      if (term !== word.term && words.known.has(term)) word.add([term], AS_FAMILY);
    }
  }
}

/** Add what the last word may become. */
function addPrefixes(query, words, store, withText) {
  const word = query[query.length - 1];
  if (!word || !word.last || word.word.length < 2) return;
  // What is a word of the site by itself is less likely to become another one.
  const weight = words.known.has(word.term) ? AS_PREFIX_OF_KNOWN : AS_PREFIX;
  const groups = withText && word.word.length > 2 ? [store.meta, store.text] : [store.meta];
  for (const group of groups) {
    for (const term of group.startingWith(word.word, MOST_BY_PREFIX)) {
      word.add([term], weight * Math.max(0.5, word.word.length / term.length));
    }
  }
}

/** The words of the site that are nearest to a word, as [term, how far away]. */
function nearest(word, words) {
  const key = `${word.word} ${word.last}`;
  const known = words.near.get(key);
  if (known) return known;
  const limit = word.word.length > 7 ? 2 : 1;
  const [inTerm, inWord] = [lettersOf(word.term), lettersOf(word.word)];
  const found = [];
  for (const [term, letters] of words.known) {
    // A slip changes one letter, so more letters than that cannot be lacking.
    if (bits(inTerm & ~letters) > limit && bits(inWord & ~letters) > limit) continue;
    // A slip in the ending may have led to another stem.
    let away = Math.min(distance(word.term, term, limit), distance(word.word, term, limit));
    if (word.last && away > limit && term.length > word.word.length) {
      away = distance(word.word, term.slice(0, word.word.length), limit) + 0.5;
    }
    // Few people mistype the first letter.
    if (away <= limit) found.push([term, away + (term[0] === word.term[0] ? 0 : 0.6)]);
  }
  found.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  const near = found.filter(([, away]) => away <= found[0][1] + 0.5).slice(0, MOST_MENDED);
  words.near.set(key, near);
  return near;
}

/** Read a word that the site does not know as the nearest that it does. */
function addMended(query, words) {
  for (const word of query) {
    const compound = words.parts(word.word).length > 0;
    const known = words.known.has(word.term) || word.ways.length > (compound ? 2 : 1);
    if (known || word.word.length < 4 || /\d/.test(word.word)) continue;
    // What may be a compound that the site does not have may be a slip of one letter as well.
    const near = nearest(word, words).filter(([, away]) => !compound || away <= 1);
    for (const [term, away] of near) word.add([term], AS_MENDED / (1 + away / 2));
    word.mended = near.length > 0;
  }
}
