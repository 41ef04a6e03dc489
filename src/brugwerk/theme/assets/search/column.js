// One facet as numbers: per document its values, so that counting them is quick.
"use strict";

class Column {
  /** @param facet Its values, each with the distances between the documents that have it. */
  constructor(facet, count) {
    this.id = facet.id;
    this.values = facet.values.map(([id]) => id);
    this.codes = Array.from({ length: count }, () => []);
    facet.values.forEach(([, , distances], code) => {
      let number = 0;
      for (const step of distances) {
        number += step;
        this.codes[number].push(code);
      }
    });
    this.ids = this.codes.map((codes) => codes.map((code) => this.values[code]));
  }

  /** Per value whether it was chosen, or null where nothing was. */
  wanted(chosen) {
    return chosen?.length ? this.values.map((value) => chosen.includes(value)) : null;
  }

  has(number, wanted) {
    return this.codes[number].some((code) => wanted[code]);
  }

  count(number, counts) {
    for (const code of this.codes[number]) counts[code] += 1;
  }

  /** The values that were counted at all, with their counts. */
  named(counts) {
    return new Map(this.values.flatMap((value, code) => (counts[code] ? [[value, counts[code]]] : [])));
  }
}
