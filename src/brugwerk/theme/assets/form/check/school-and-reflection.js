// What holds within a school and within a reflection; as in `brugwerk check`.

import { list } from "./asked.js";
import { twice } from "./names.js";
import { levelsOf } from "./product.js";
import { problem } from "./sentences.js";

export function checkSchool(definition, _kind, { data }) {
  const found = levelsOf(definition, data, data.sector ? [data.sector] : []);
  if (!data.pseudonym && !data.consent) found.push(problem(definition, "BW501", ["consent"]));
  if (data.pseudonym) {
    for (const key of ["brin", "board"]) {
      if (data[key]) found.push(problem(definition, "BW504", [key], { key }));
    }
  }
  return found;
}

export function checkReflection(definition, _kind, { record, data }) {
  const found = twice(definition, data, "aspects", "aspect");
  const least = definition.smallestGroup;
  if (Number.isInteger(data.present) && data.present < least) {
    found.push(problem(definition, "BW601", ["present"], { least }));
  }
  if (!data.agreed_with_group) found.push(problem(definition, "BW602", ["agreed_with_group"]));
  if (record && data.adjustment?.date && data.adjustment.date <= record) {
    found.push(problem(definition, "BW603", ["adjustment", "date"]));
  }
  if (Array.isArray(data.aspects) && !list(data.aspects).length) found.push(problem(definition, "BW605", ["aspects"]));
  return found;
}
