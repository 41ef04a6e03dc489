// What holds within a product; the same rules as in `brugwerk check`.

import { askedWithin, list, term } from "./asked.js";
import { compareVersions, twice } from "./names.js";
import { fieldName, problem } from "./sentences.js";

export function checkProduct(definition, kind, { record, data, body }) {
  return [
    ...["core", "adaptable", "conditions"].flatMap((key) => twice(definition, data, key, "id")),
    ...apart(definition, data),
    ...recognisable(definition, kind, data),
    ...retired(definition, record, data),
    ...guidance(definition, data),
    ...history(definition, data),
    ...evaluated(definition, data),
    ...levelsOf(definition, data, list(data.sectors)),
    ...relations(definition, record, data),
    ...claims(definition, data, body),
  ];
}

function apart(definition, data) {
  const core = new Set(list(data.core).map((element) => element.id));
  return list(data.adaptable).flatMap(({ id }, index) =>
    (id && core.has(id) ? [problem(definition, "BW302", ["adaptable", index, "id"], { id })] : []));
}

function recognisable(definition, kind, data) {
  if (data.retirement) return [];
  return Object.entries(askedWithin(kind, data)).flatMap(([key, asked]) =>
    list(data[key]).flatMap((element, index) =>
      asked.filter((part) => (element[part] ?? null) === null).map((part) =>
        problem(definition, "BW321", [key, index, part], { field: fieldName(kind.fields, [key, index, part]) }))));
}

function retired(definition, record, data) {
  const { retirement } = data;
  if (!retirement) return [];
  const found = data.status === "retired" ? [] : [problem(definition, "BW303", ["retirement"])];
  if (record && retirement.replaced_by === record) {
    found.push(problem(definition, "BW317", ["retirement", "replaced_by"]));
  }
  return found;
}

function guidance(definition, data) {
  return data.guidance && data.type !== "guideline" ? [problem(definition, "BW304", ["guidance"])] : [];
}

function history(definition, data) {
  const changes = list(data.changes);
  const found = changes.slice(1).flatMap((after, index) => {
    const before = changes[index];
    const falls = compareVersions(before.version, after.version) >= 0 || before.date > after.date;
    return falls ? [problem(definition, "BW312", ["changes", index + 1, "version"])] : [];
  });
  if (changes.length && data.version && !changes.some((change) => change.version === data.version)) {
    found.push(problem(definition, "BW311", ["version"], { version: data.version }));
  }
  return found;
}

function evaluated(definition, data) {
  const without = data.status === "transferable" && !list(data.cycles).some((cycle) => cycle.evaluation);
  return without ? [problem(definition, "BW313", ["cycles"])] : [];
}

/** A school year occurs in one of the sectors; schools ask the same. */
export function levelsOf(definition, data, sectors) {
  if (!sectors.length) return [];
  return list(data.levels).flatMap((level, index) => {
    const { label, sectors: places } = term(definition, "levels", level);
    const fits = !places || places.some((place) => sectors.includes(place));
    return fits ? [] : [problem(definition, "BW316", ["levels", index], { level: label })];
  });
}

function relations(definition, record, data) {
  return list(data.relations).flatMap((relation, index) => {
    if (Boolean(relation.product) === Boolean(relation.source)) {
      return [problem(definition, "BW318", ["relations", index])];
    }
    const itself = record && relation.product === record;
    return itself ? [problem(definition, "BW319", ["relations", index, "product"])] : [];
  });
}

function claims(definition, data, body) {
  const overclaim = new RegExp(definition.overclaim, "i");
  return [...texts(data, []), [["@body"], body ?? ""]].flatMap(([at, text]) => {
    const words = overclaim.exec(text)?.[0];
    return words ? [problem(definition, "BW315", at, { words })] : [];
  });
}

function* texts(value, path) {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* texts(item, [...path, index]);
  else if (value && typeof value === "object") for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, key]);
}
