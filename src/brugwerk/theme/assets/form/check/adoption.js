// What holds within an adoption, and between it and its product; as in `brugwerk check`.

import { list, term } from "./asked.js";
import { twice } from "./names.js";
import { problem } from "./sentences.js";

export function checkAdoption(definition, _kind, { data, product }) {
  const stage = term(definition, "stages", data.stage);
  return [
    ...twice(definition, data, "choices", "element"),
    ...twice(definition, data, "conditions", "condition"),
    ...carriers(definition, data, stage),
    ...history(definition, data),
    ...value(definition, data),
    ...(product ? ofProduct(definition, data, product, stage) : []),
  ];
}

/** The versions that a product has, or had; the present one first. */
export function versionsOf(product) {
  const versions = list(product.changes).map((change) => change.version).reverse();
  return [...new Set([product.version, ...versions].filter(Boolean))];
}

/** The product as the school uses it: a kept version where there is one, or else the present one. */
export function asUsed(product, version) {
  return product.kept?.[version] ?? product;
}

function carriers(definition, data, stage) {
  const found = [];
  const users = list(data.users);
  const outside = users.some((user) => term(definition, "user-places", user.place).outside_network);
  if (stage.needs?.includes("outside_users") && !outside) {
    found.push(problem(definition, "BW508", ["users"], { stage: stage.label }));
  }
  if (data.deputy?.role && data.deputy.role === data.bridge?.role) {
    found.push(problem(definition, "BW512", ["deputy", "role"]));
  }
  if (data.bridge?.role === "student") found.push(problem(definition, "BW517", ["bridge", "role"]));
  if (stage.order >= 3 && !data.look_back) found.push(problem(definition, "BW518", ["look_back"]));
  return found;
}

function history(definition, data) {
  const entries = list(data.history);
  const found = entries.slice(1).flatMap((after, index) =>
    (after.date < entries[index].date ? [problem(definition, "BW521", ["history", index + 1, "date"])] : []));
  const last = entries.at(-1);
  if (last?.stage && data.stage && last.stage !== data.stage) {
    found.push(problem(definition, "BW520", ["history", entries.length - 1, "stage"]));
  }
  return found;
}

function value(definition, data) {
  const happened = list(data.value).map((one) => (one.state === "happened" ? one.kind : ""));
  const index = happened.indexOf("realised");
  return index >= 0 && !happened.includes("applied") ? [problem(definition, "BW516", ["value", index, "kind"])] : [];
}

function ofProduct(definition, data, product, stage) {
  const used = asUsed(product, data.version);
  const ids = (key) => new Set(list(used[key]).map((part) => part.id));
  const found = [];
  const versions = versionsOf(product);
  if (data.version && !versions.includes(data.version)) {
    found.push(problem(definition, "BW510", ["version"], { version: data.version }));
  }
  // The form shows the parts of the product, so it guesses at no other spelling.
  const known = (key, field, code, allowed) => list(data[key]).forEach((part, index) => {
    const id = part[field];
    if (id && !allowed.has(id)) found.push(problem(definition, code, [key, index, field], { id, suggestion: "" }));
  });
  const core = ids("core");
  known("conditions", "condition", "BW513", ids("conditions"));
  known("deviations", "element", "BW515", core);
  list(data.choices).forEach((choice, index) => {
    if (core.has(choice.element)) found.push(problem(definition, "BW509", ["choices", index, "element"], { id: choice.element }));
  });
  known("choices", "element", "BW514", new Set([...core, ...ids("adaptable")]));
  return [...found, ...answered(definition, data, used, stage), ...early(definition, data, used, stage)];
}

function answered(definition, data, product, stage) {
  if (!(stage.order >= 2)) return [];
  const named = new Set(list(data.conditions).map((one) => one.condition));
  return list(product.conditions)
    .filter((condition) => condition.need === "required" && !named.has(condition.id))
    .map(({ id, what }) => problem(definition, "BW519", ["conditions"], { id, what }));
}

function early(definition, data, product, stage) {
  if (!(stage.order < 4)) return [];
  return list(data.choices).flatMap(({ element }, index) => {
    const round = list(product.adaptable).find((one) => one.id === element)?.from_round ?? 1;
    return round > 1 ? [problem(definition, "BW522", ["choices", index, "element"], { id: element })] : [];
  });
}
