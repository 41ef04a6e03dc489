// Everything that the form checks itself, of one record.

import { checkAdoption } from "./adoption.js";
import { checkAsked } from "./asked.js";
import { checkNetwork } from "./network.js";
import { checkProduct } from "./product.js";
import { checkReflection, checkSchool } from "./school-and-reflection.js";
import { problem } from "./sentences.js";
import { checkShape, isDay } from "./shape.js";

const RULES = {
  product: checkProduct, adoption: checkAdoption, network: checkNetwork,
  school: checkSchool, reflection: checkReflection,
};

/**
 * The problems of a record, each with the path of the field it is about.
 *
 * @param about `record` (its id), `owner`, `data` and `body`; and `product`, the data of the
 *   product that an adoption is of, where it is known.
 */
export function check(definition, kind, about) {
  return [
    ...checkName(definition, kind, about),
    ...checkShape(definition, kind.fields, about.data),
    ...checkAsked(definition, kind, about.data),
    ...RULES[kind.id](definition, kind, about),
  ];
}

/** The name of a file is a word for an address, or the day of a reflection. */
function checkName(definition, kind, { record }) {
  if (!record) return [];
  if (kind.id === "reflection") return isDay(record) ? [] : [problem(definition, "BW018", ["@record"], { name: record })];
  return new RegExp(definition.idPattern).test(record) ? [] : [problem(definition, "BW015", ["@record"], { name: record })];
}
