// From text to index terms: the same steps as src/brugwerk/search/words.py takes at build time.
"use strict";

const LONGEST_WORD = 40;
const SHORTEST_PART = 3;
const SHORTEST_COMPOUND = 7;
const LINKS = ["", "s", "e", "n", "en", "er", "ings"];
const VERB_IN_T = /^.{3,}[bcdfgklmnprsvwxz]t$/;
const PARTICIPLE = /^(?:be|ge|ont|ver).{2,}[bcdfgklmnprsvwxz]d$/;
const TWO_VOWELS = /(?<=[^aeiouy])([aeou])\1([^aeiouy])$/;
const TWO_CONSONANTS = /^.{2,}([bcdfgklmnprst])\1$/;
const NUMBER = /^[0-9]{1,2}$/;
const YEAR = /^[1-9]$/;
const VOWEL = /[aeiouy]/;

/** A text in lower case without accents and apostrophes; "(a)b" becomes "ab b". */
function plain(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .replace(/['’‘`´]/g, "")
    .replace(/\((\p{L}+)\)(\p{L}+)/gu, "$1$2 $2");
}

/** The plain words of a text, in order. */
function split(text) {
  return (plain(text).match(/[\p{L}\p{N}]+/gu) || []).filter((word) => word.length <= LONGEST_WORD);
}

/** The words of the site's language: its stems, its stop words, and how compounds come apart. */
class Words {
  constructor(language, { stop, irregular }, snowball) {
    this.language = language;
    this.stop = new Set(stop);
    this.irregular = new Map(Object.entries(irregular));
    this.snowball = snowball;
    this.known = new Map();
    this.short = new Set();
    this.stems = new Map();
    this.cuts = new Map();
    this.near = new Map();
  }

  /** Take the words of the site, once they are there. */
  learn(lexicon) {
    this.known = new Map(lexicon.terms.split(" ").map((term) => [term, lettersOf(term)]));
    this.short = new Set(lexicon.short.split(" "));
    this.cuts.clear();
    this.near.clear();
  }

  stem(word) {
    let stem = this.stems.get(word);
    if (stem === undefined) {
      stem = this.irregular.get(word) || this.finished(this.snowball(word));
      this.stems.set(word, stem);
    }
    return stem;
  }

  finished(stem) {
    if (this.language === "en") {
      return stem.length > 2 && stem.endsWith("y") ? stem.slice(0, -1) + "i" : stem;
    }
    if (VERB_IN_T.test(stem) || PARTICIPLE.test(stem)) {
      stem = stem.slice(0, -1).replace(TWO_VOWELS, "$1$2");
    }
    if (TWO_CONSONANTS.test(stem)) stem = stem.slice(0, -1);
    if (stem.length > 3 && stem.endsWith("v")) stem = stem.slice(0, -1) + "f";
    if (stem.length > 3 && stem.endsWith("z")) stem = stem.slice(0, -1) + "s";
    return stem.length > 4 && stem.endsWith("ies") ? stem.slice(0, -1) : stem;
  }

  /** Every word that counts, as [plain word, index term]. */
  pairs(text) {
    const found = [];
    let before = "";
    for (const word of split(text)) {
      if (NUMBER.test(word)) {
        if (before && YEAR.test(word)) found.push([before + word, this.stem(before) + word]);
      } else if (!this.stop.has(word)) {
        found.push([word, this.stem(word)]);
        before = word;
      }
    }
    return found;
  }

  /** The terms of the parts of a compound; an empty list where the word is none. */
  parts(word) {
    let parts = this.cuts.get(word);
    if (parts === undefined) {
      parts = this.cut(word, 3);
      this.cuts.set(word, parts);
    }
    return parts;
  }

  cut(word, depth) {
    if (word.length < SHORTEST_COMPOUND || !depth) return [];
    const whole = this.stem(word);
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
      const right = word.slice(at);
      const last = this.part(right);
      if (last === null || last === whole) continue;
      for (const link of LINKS) {
        const head = word.slice(0, at);
        const left = head.endsWith(link) ? head.slice(0, head.length - link.length) : "";
        const first = this.part(left);
        if (first === null || first === whole) continue;
        const further = this.cut(left, depth - 1);
        const rest = this.cut(right, depth - 1);
        return [...(further.length ? further : [first]), ...rest, last];
      }
    }
    return [];
  }

  part(piece) {
    if (piece.length < SHORTEST_PART || this.stop.has(piece)) return null;
    const known = piece.length === SHORTEST_PART ? this.short : this.known;
    for (const term of [this.stem(piece), piece]) {
      if (term.length >= SHORTEST_PART && known.has(term) && VOWEL.test(term)) return term;
    }
    return null;
  }
}

/** Which letters a word has, as bits; of letters beyond a to z only that there are some. */
function lettersOf(word) {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) {
    const place = word.charCodeAt(at) - 97;
    letters |= 1 << (place >= 0 && place < 26 ? place : 26);
  }
  return letters;
}

function bits(letters) {
  let left = letters;
  let count = 0;
  for (; left; count += 1) left &= left - 1;
  return count;
}

/** How many letters differ, up to `limit`; neighbours that changed places count once. */
function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before = [];
  let previous = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let cost = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[other.length];
}
