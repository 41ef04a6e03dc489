// Within a record every part has a name of its own, and versions have an order.

import { list } from "./asked.js";
import { problem } from "./sentences.js";

/** Every second use of a name in a list. */
export function twice(definition, data, key, field) {
  const seen = new Set();
  return list(data[key]).flatMap((part, index) => {
    const name = part[field];
    if (name && seen.has(name)) return [problem(definition, "BW206", [key, index, field], { name, key })];
    seen.add(name);
    return [];
  });
}

/** Negative where version `a` comes before `b`: 1.9 before 1.10. */
export function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => String(version).split(".").map(Number));
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1);
    if (difference) return difference;
  }
  return 0;
}
