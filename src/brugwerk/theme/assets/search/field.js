// The field in the header: results while typing. Without this file it is a plain form.

import { client, frame, searchPage } from "./client.js";
import { element, filled, pieces } from "./elements.js";
import { hrefOf, kindOf } from "./results.js";

const MOST_SHOWN = 6;

/** Let the field in the header show results while someone types. */
export function startField() {
  const form = frame?.querySelector("form");
  const input = form?.querySelector("input");
  if (!input) return;
  const list = element("div", { class: "site-results", id: "site-results", role: "listbox", hidden: true });
  list.setAttribute("aria-label", input.getAttribute("aria-label"));
  const said = element("p", { class: "site-said", role: "status" });
  form.append(list, said);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": "site-results", "aria-autocomplete": "list",
  })) input.setAttribute(name, value);
  let active = -1;
  // What was closed stays so until the next letter, though an answer may still be under way.
  let dismissed = false;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const open = () => {
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };
  const point = (to) => {
    const all = options();
    active = to < -1 ? all.length - 1 : to >= all.length ? -1 : to;
    all.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  };
  const option = (at, href, ...children) =>
    element("a", { class: "site-result", role: "option", id: `site-result-${at}`, tabindex: "-1", "aria-selected": "false", href }, ...children);
  const everything = () => {
    const address = new URL(searchPage);
    address.search = new URLSearchParams({ q: input.value.trim() }).toString();
    return address.href;
  };

  const search = async () => {
    const text = input.value;
    dismissed = false;
    if (!text.trim()) {
      close();
      said.textContent = "";
      return;
    }
    let start;
    try {
      ({ start } = await client().once({ type: "open" }));
    } catch {
      failed();
      return;
    }
    if (text !== input.value) return;
    client().search({ text, limit: MOST_SHOWN, summaries: false }, (answer) => {
      if (text !== input.value) return;
      if (answer.type === "failed") failed();
      else show(answer, start, text.trim());
    });
  };
  const failed = () => {
    list.replaceChildren(option(0, searchPage.href, frame.dataset.failed));
    open();
    said.textContent = frame.dataset.failed;
  };
  const show = (answer, start, text) => {
    const { texts } = start;
    const count = filled(answer.total === 1 ? texts.one_result : texts.many_results, { n: answer.total });
    const found = answer.results.map((result, at) =>
      option(
        at,
        hrefOf(result.address),
        element("span", { class: "site-result-title" }, ...pieces(result.title)),
        element("span", { class: "site-result-kind" }, kindOf(result, start)),
      ));
    if (answer.total) found.push(option(found.length, everything(), texts.all_results, ` (${answer.total})`));
    else if (answer.stage === "full") {
      found.push(option(0, everything(), filled(texts.none_for, { words: text.slice(0, 60) })));
    }
    list.replaceChildren(...found);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    if (document.activeElement === input && found.length && !dismissed) open();
    if (answer.stage === "full") said.textContent = answer.total ? count : texts.none;
    performance.mark("brugwerk-results");
  };

  input.addEventListener("focus", () => client().once({ type: "open" }).catch(() => {}), { once: true });
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden && options().length) open();
      if (list.hidden) return;
      event.preventDefault();
      point(active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.href = options()[active].href;
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      dismissed = true;
      close();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
}
