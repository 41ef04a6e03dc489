// Runs the worker, as the build makes it, in Node on the files of an index: for the tests.
// node engine.cjs INDEX < questions.json > answers.json
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const [index] = process.argv.slice(2);

async function started() {
  const answers = [];
  const context = vm.createContext({
    console, URL, Intl, setTimeout,
    postMessage: (message) => answers.push(message),
    fetch: async (address) => {
      const file = path.join(index, path.basename(new URL(address).pathname));
      if (!fs.existsSync(file)) return { ok: false, status: 404 };
      return { ok: true, json: async () => JSON.parse(fs.readFileSync(file, "utf8")) };
    },
  });
  context.self = context;
  vm.runInContext(fs.readFileSync(path.join(index, "worker.js"), "utf8"), context);
  return {
    context,
    ask: async (question) => {
      answers.length = 0;
      await context.onmessage({ data: { index: "http://test/manifest.json", ...question } });
      return [...answers];
    },
  };
}

/** What the words of the site make of a text. */
const inWords = {
  stems: (context, list) => vm.runInContext(`(list) => list.map((word) => engine.words.stem(word))`, context)(list),
  terms: (context, text) => vm.runInContext(`(text) => engine.words.pairs(text).map(([, term]) => term)`, context)(text),
  parts: (context, list) => vm.runInContext(`(list) => list.map((word) => engine.words.parts(word))`, context)(list),
  snowball: (context, list) => vm.runInContext(`(list) => list.map((word) => engine.words.snowball(word))`, context)(list),
};

(async () => {
  const { context, ask } = await started();
  const answers = [];
  let id = 0;
  for (const question of JSON.parse(fs.readFileSync(0, "utf8"))) {
    id += 1;
    if (question.call) {
      await ask({ type: "open", id });
      await vm.runInContext("learn()", context);
      answers.push(inWords[question.call](context, question.with));
    } else {
      answers.push(await ask({ type: "search", id, ...question }));
      if (question.rest) await new Promise((resolve) => setTimeout(resolve, question.rest));
    }
  }
  process.stdout.write(
    JSON.stringify(answers, (_, value) => (value instanceof Map || Object.prototype.toString.call(value) === "[object Map]" ? Object.fromEntries(value) : value)),
  );
})();
