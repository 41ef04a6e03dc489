// The list of results: a letter changes as little of it as it can.

import { ResultItem } from "./results.js";

export class ResultList {
  constructor(place, start) {
    this.place = place;
    this.start = start;
    this.items = new Map();
  }

  /**
   * Show the first `count` of these results, in a list that is as long as it will be, so that
   * nothing below it jumps. One that is in its place is not touched, nor its focus.
   */
  fill(results, count = results.length) {
    const items = results.slice(0, count).map((result) => this.item(result));
    const now = new Set(results.map(({ address }) => address));
    const leaves = (item) => !now.has(item.dataset.address);
    let next = this.place.firstElementChild;
    const passed = () => {
      const item = next;
      next = item.nextElementSibling;
      return item;
    };
    for (const item of items) {
      // What leaves makes way, so that what stays is in its place and is not laid out again.
      if (item.parentNode === this.place) while (next && next !== item && leaves(next)) passed().remove();
      else if (next && leaves(next)) passed().remove();
      if (item === next) passed();
      else this.place.insertBefore(item, next);
    }
    while (this.place.children.length > results.length) this.place.lastElementChild.remove();
  }

  /** The item of a result: the same for every query, so that what has the focus keeps it. */
  item(result) {
    const known = this.items.get(result.address);
    if (known) known.update(result);
    else this.items.set(result.address, new ResultItem(result, this.start));
    return this.items.get(result.address).item;
  }
}
