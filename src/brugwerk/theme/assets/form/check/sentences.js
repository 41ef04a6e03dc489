// The sentences of the check, filled in as `brugwerk check` fills them in.

/** One problem at a place in the record, in the words of the catalogue. */
export function problem(definition, code, at, facts = {}) {
  const said = definition.problems[code];
  if (!said) throw new Error(`the form has no sentence for ${code}`);
  const what = said.what.replace(/\{(\w+)\}/g, (whole, name) => (name in facts ? String(facts[name]) : whole));
  return { code, severity: said.severity, at, what };
}

/** Name a field as people know it, with its keys: ‘Waarom’ (`core` 2 › `why`). */
export function fieldName(fields, path) {
  let label = "";
  let inside = fields;
  const parts = [];
  for (const step of path) {
    if (typeof step === "number") {
      parts[parts.length - 1] += ` ${step + 1}`;
      continue;
    }
    const field = inside.find((one) => one.key === step);
    label = field?.label ?? step;
    inside = field?.fields ?? [];
    parts.push(`\`${step}\``);
  }
  return `‘${label}’ (${parts.join(" › ")})`;
}

/** What was found where something else belongs. */
export function found(definition, value) {
  if (typeof value === "number") return definition.words.number.replace("{n}", value);
  if (typeof value === "boolean") return String(value);
  const signs = [...value];
  const short = signs.length <= 60 ? signs : [...signs.slice(0, 57), "…"];
  const shown = short.map((sign) => (sign !== " " && /[\p{C}\p{Z}]/u.test(sign) ? " " : sign)).join("");
  return `‘${shown}’`;
}
