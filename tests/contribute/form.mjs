// Runs the scripts of the form in Node, for the tests: node form.mjs ASSETS DEFINITION < questions
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [assets, definitionFile] = process.argv.slice(2);
const from = (name) => import(pathToFileURL(path.join(assets, name)).href);
const { check } = await from("check/check.js");
const { pathOf, textOf, wordFrom } = await from("file.js");
const { waysFor } = await from("ways.js");
const { Drafts } = await from("drafts.js");
const { compareVersions } = await from("check/names.js");

const definition = JSON.parse(fs.readFileSync(definitionFile, "utf8"));
const kindOf = (id) => definition.kinds.find((kind) => kind.id === id);

/** A storage as browsers have it, with room for so many signs. */
function storage(room) {
  const kept = new Map();
  return {
    get length() { return kept.size; },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => kept.delete(key),
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
  };
}

const does = {
  file: ({ kind, draft }) => ({ path: pathOf(kindOf(kind), draft), text: textOf(kindOf(kind), draft) }),
  check: ({ kind, about }) => check(definition, kindOf(kind), about),
  ways: ({ settings, file }) => waysFor(settings, file),
  word: ({ title, longest }) => wordFrom(title, longest),
  versions: ({ pair }) => compareVersions(...pair),
  drafts: ({ root, saves, room }) => {
    const place = storage(room ?? 1e6);
    place.setItem("another", "site");
    place.setItem(`brugwerk:draft:${root}:odd`, "{");
    const drafts = new Drafts(root, place);
    const refused = [];
    for (const given of saves) {
      try {
        drafts.save(drafts.start(given.kind, given));
      } catch (error) {
        refused.push(error.name);
      }
    }
    const all = drafts.all();
    if (all.length) drafts.remove(all[0].id);
    return { all, left: drafts.all().length, refused, elsewhere: new Drafts("/other/", place).all().length };
  },
};

const questions = JSON.parse(fs.readFileSync(0, "utf8"));
console.warn = () => {};
process.stdout.write(JSON.stringify(questions.map((question) => does[question.do](question))));
