// What the chosen status or stage asks for.

import { fieldName, problem } from "./sentences.js";

/** Whether something is filled in. */
export function isFilled(value) {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && !value.length);
}

/** A list of the record, or an empty one. */
export function list(value) {
  return Array.isArray(value) ? value : [];
}

/** A term of a controlled list; empty where there is none of that name. */
export function term(definition, scheme, id) {
  return definition.lists[scheme]?.terms.find((one) => one.id === id) ?? {};
}

/** The keys that a record of this kind must hold, given its status or stage and its type. */
export function askedOf(kind, data) {
  const asks = kind.asks;
  const asked = asks?.values[data[asks.by]] ?? {};
  return new Set([...(asked.all ?? []), ...(asked[data[asks?.of]] ?? [])]);
}

/** The keys that each part of a list must hold, by list. */
export function askedWithin(kind, data) {
  return kind.asks?.within?.[data[kind.asks.by]] ?? {};
}

/** Every key that is asked for and not there. */
export function checkAsked(definition, kind, data) {
  const { by, code } = kind.asks ?? {};
  const field = kind.fields.find((one) => one.key === by);
  const name = field ? term(definition, field.scheme, data[by]).label : "";
  const missing = [...askedOf(kind, data)].filter((key) => !isFilled(data[key]));
  return missing.map((key) =>
    problem(definition, code, [key], { field: fieldName(kind.fields, [key]), status: name, stage: name }));
}
