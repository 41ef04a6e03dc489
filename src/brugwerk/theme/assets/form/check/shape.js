// Whether each value has the shape that its field asks for.

import { fieldName, found, problem } from "./sentences.js";

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
// The kinds of text whose own form is judged first, with the code that says so.
const FORMS = { duration: "BW107", time: "BW114", "web-address": "BW113" };

/** Every problem of shape in a record. */
export function checkShape(definition, fields, data) {
  return new Shape(definition, fields).inside(fields, data, []);
}

/** Whether a text is a day of the calendar, written as year, month and day. */
export function isDay(text) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (!year || year === "0000") return false;
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

class Shape {
  constructor(definition, fields) {
    this.definition = definition;
    this.fields = fields;
  }

  inside(fields, data, path) {
    return fields.flatMap((field) => this.field(field, data[field.key], [...path, field.key]));
  }

  field(field, value, path) {
    if (value === undefined) return field.required ? [this.said("BW101", path)] : [];
    if (field.many && Array.isArray(value)) return value.flatMap((item, index) => this.one(field, item, [...path, index]));
    if (value === null) return field.required ? [this.said("BW104", path)] : [];
    return this.one(field, value, path);
  }

  one(field, value, path) {
    switch (field.kind) {
      case "group": return this.inside(field.fields, value, path);
      case "term": return this.term(field, value, path);
      case "number": return this.number(field, value, path);
      case "date": return isDay(value) ? [] : [this.said("BW106", path, value)];
      case "yes-no": return [];
      default: return this.text(field, value.trim(), path, value);
    }
  }

  term(field, value, path) {
    const list = this.definition.lists[field.scheme];
    if (list.terms.some((term) => term.id === value.trim())) return [];
    // The form shows the list, so it guesses at no other spelling.
    return [this.said("BW105", path, value, { list: list.label, suggestion: "" })];
  }

  number(field, value, path) {
    const { whole, least, most } = this.definition.words;
    const limit = (words, n) => [this.said("BW111", path, value, { limit: words.replace("{n}", n) })];
    if (!Number.isInteger(value)) return limit(whole);
    if (field.least !== undefined && value < field.least) return limit(least, field.least);
    if (field.most !== undefined && value > field.most) return limit(most, field.most);
    return [];
  }

  text(field, text, path, value) {
    const fits = !field.pattern || new RegExp(field.pattern).test(text);
    if (!fits && field.kind in FORMS) return [this.said(FORMS[field.kind], path, value)];
    if (field.kind === "path" && !isInside(text)) return [this.said("BW116", path, value)];
    if (!text && fits) return [this.said("BW104", path, value)];
    if (field.longest && [...text].length > field.longest) {
      return [this.said("BW110", path, value, { limit: this.definition.words.most.replace("{n}", field.longest) })];
    }
    if (!fits) {
      const code = field.key === "version" ? "BW108" : "BW109";
      return [this.said(code, path, value, { pattern: this.definition.words.patterns[field.pattern] })];
    }
    return ["line", "text"].includes(field.kind) && CONTROL.test(text) ? [this.said("BW016", path, value)] : [];
  }

  said(code, path, value = "", facts = {}) {
    return problem(this.definition, code, path, {
      field: fieldName(this.fields, path), found: found(this.definition, value), ...facts,
    });
  }
}

function isInside(path) {
  const parts = path.split("/");
  return !path.startsWith("/") && !/[\\:]/.test(path) && !parts.includes("..") && !parts.includes("");
}
