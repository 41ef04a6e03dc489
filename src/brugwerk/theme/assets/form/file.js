// The file that a contribution becomes: its path in the repository and its text.

import { writeYaml } from "./yaml.js";

/** The path of a record's file below the root of the site. */
export function pathOf(kind, draft) {
  return kind.path.replace("{owner}", draft.owner).replace("{id}", draft.record);
}

/** The folder of a record's attachments. */
export function attachmentsOf(kind, draft) {
  return pathOf(kind, draft).replace(/[^/]*$/, "files");
}

/** The text of the file: front matter, then what was written below it. */
export function textOf(kind, draft) {
  const body = draft.body.replace(/\r\n?/g, "\n").replace(/^(?:[ \t]*\n)+/, "").trimEnd();
  return `---\n${writeYaml(kind.fields, draft.data)}---\n${body ? `\n${body}\n` : ""}`;
}

/** A word for an address, made of a title: `Eén dag!` becomes `een-dag`. */
export function wordFrom(title, longest = 60) {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’']/g, "");
  const words = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest + 1).lastIndexOf("-");
  return words.slice(0, cut > 0 ? cut : longest);
}
