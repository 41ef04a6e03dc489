// What a person can choose from in a field: terms, records, or parts of another field.

import { asUsed, versionsOf } from "../check/adoption.js";
import { list } from "../check/asked.js";
import { phasesOf } from "../check/network.js";

/** The options of a field, as id, label and description; none where a person writes freely. */
export function optionsOf(field, editor) {
  if (field.scheme) return editor.definition.lists[field.scheme].terms;
  if (field.reference) return editor.records[field.reference].filter((one) => one.id !== editor.itself(field.reference));
  if (field.choices) return field.choices.map((id) => ({ id, label: id }));
  return field.parts ? partsOf(field.parts, editor) : [];
}

/** Whether the options of a field follow from what is filled in elsewhere. */
export function isLive(field) {
  return Boolean(field.parts);
}

function partsOf(parts, editor) {
  if (parts === "phases") return phasesOf(editor.definition, editor.draft.data);
  const { product } = editor;
  if (!product) return [];
  const [, key] = parts.split(".");
  if (key === "version") return versionsOf(product).map((id) => ({ id, label: id }));
  return list(asUsed(product, editor.draft.data.version)[key]).map(({ id, what }) => ({ id, label: what }));
}

/** The options with those that a record holds and the list does not, so that nothing gets lost. */
export function withHeld(options, held) {
  const known = new Set(options.map((option) => option.id));
  return [...options, ...held.filter((id) => id && !known.has(id)).map((id) => ({ id, label: id }))];
}
