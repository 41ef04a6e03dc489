// Writes a record as YAML that the site reads back as the same record.
//
// Dates, numbers and yes/no stand plain, as their field says; every other value is text, and is
// quoted as soon as a reader could take it for something else.

const WIDTH = 88;
// A plain text begins with a letter, a digit or a bracket, and holds no sign that YAML gives a
// meaning. Anything else goes between quotation marks, where every sign is only itself.
const PLAIN = /^[\p{L}\p{N}(][\p{L}\p{M}\p{N} ()'’‘“”".,;:!?…–—/+&%€°=*_@~^$<>-]*$/u;
const OF_OTHER_KIND = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf|[0-9][0-9a-fox_.,:+-]*)$/i;
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
const DAY = /^\d{4}-\d\d-\d\d$/;
const SHORT = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;

/** Write the front matter of a record, without the lines that enclose it. */
export function writeYaml(fields, data) {
  return lines(fields, data, 0).map((line) => `${line}\n`).join("");
}

function lines(fields, data, depth) {
  const known = fields.filter((field) => field.key in data);
  const keys = new Set(known.map((field) => field.key));
  const unknown = Object.keys(data).filter((key) => !keys.has(key)).map((key) => ({ key, kind: "text", fields: [] }));
  return [...known, ...unknown].flatMap((field) => {
    const [first, ...rest] = value(field, data[field.key], depth);
    return [`${indent(depth)}${field.key}:${first === "" ? "" : ` ${first}`}`, ...rest];
  });
}

/** What stands behind the key, and the lines below it. */
function value(field, given, depth) {
  if (!Array.isArray(given)) return single(field, given, depth);
  if (!given.length) return ["[]"];
  const short = ["term", "reference", "id"].includes(field.kind) && given.every((item) => SHORT.test(item));
  if (short) {
    const items = given.map((item) => scalar(field, item, depth));
    const row = `[${items.map(([first]) => first).join(", ")}]`;
    if (row.length <= WIDTH && items.every((item) => item.length === 1)) return [row];
  }
  return ["", ...given.flatMap((item) => listed(field, item, depth + 1))];
}

function listed(field, item, depth) {
  const [first, ...rest] = single(field, item, depth);
  if (first !== "") return [`${indent(depth)}- ${first}`, ...rest];
  // The first key of a group stands behind the hyphen.
  const [head, ...others] = rest;
  return [`${indent(depth)}- ${head.trimStart()}`, ...others];
}

function single(field, given, depth) {
  if (given !== null && typeof given === "object" && !Array.isArray(given)) {
    const inside = lines(field.fields ?? [], given, depth + 1);
    return inside.length ? ["", ...inside] : ["{}"];
  }
  return scalar(field, given, depth);
}

function scalar(field, given, depth) {
  if (given === null) return ["null"];
  if (typeof given === "boolean" || typeof given === "number") return [String(given)];
  const text = wellFormed(given);
  if (field.kind === "date" && DAY.test(text)) return [text];
  if (text.includes("\n")) return block(text, depth) ?? [quoted(text)];
  if (text.length > WIDTH - 2 * depth) return folded(text, depth) ?? [quoted(text)];
  return [isPlain(text) ? text : quoted(text)];
}

function isPlain(text) {
  return PLAIN.test(text) && !OF_OTHER_KIND.test(text) && !text.endsWith(" ") && !/:(?: |$)| #/.test(text);
}

/** Lines of text as they are, where no space at an end and no odd sign could get lost. */
function block(text, depth) {
  const inside = text.endsWith("\n") ? text.slice(0, -1) : text;
  const rows = inside.split("\n");
  const lost = rows.some((row) => /\s$/.test(row)) || /^\s/.test(rows[0]) || !rows[0] || !rows.at(-1);
  if (lost || rows.some((row) => odd(row))) return null;
  return [text.endsWith("\n") ? "|" : "|-", ...rows.map((row) => (row ? indent(depth + 1) + row : ""))];
}

/** One long line, broken where a single space stands between two words. */
function folded(text, depth) {
  const words = text.split(" ");
  if (words.includes("") || odd(text)) return null;
  const rows = [];
  for (const word of words) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + word.length + 1 <= WIDTH - 2 * depth) rows[rows.length - 1] = `${row} ${word}`;
    else rows.push(word);
  }
  return [">-", ...rows.map((row) => indent(depth + 1) + row)];
}

/** Whether a text holds a sign that only quotation marks keep. */
function odd(text) {
  return text.search(UNPRINTABLE) >= 0;
}

function quoted(text) {
  const escaped = text
    .replace(/["\\]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, "\\n")
    .replace(/\t/g, "\\t")
    .replace(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escaped}"`;
}

/** Half of a pair of signs cannot be written to a file; it becomes the sign for a lost character. */
function wellFormed(text) {
  return String(text).replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

function indent(depth) {
  return "  ".repeat(depth);
}
