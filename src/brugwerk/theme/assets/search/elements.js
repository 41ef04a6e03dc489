// Elements made of data: text stays text, whatever stands in it.

/** Make an element with attributes and children; texts are added as text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

/** The element with an id. */
export const byId = (id) => document.getElementById(id);

/** Pieces of text, the marked ones in <mark>. */
export function pieces(list) {
  return list.map(([text, mark]) => (mark ? element("mark", {}, text) : text));
}

/** A text with its blanks filled in. */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
