// The first page of the form: what someone wants to contribute, and the drafts in this browser.

import { button, element } from "./pieces.js";

/** @param site The definition, the drafts, and what opens one. */
export function startPage(site) {
  const { definition, drafts, say } = site;
  const kinds = definition.kinds.map((kind) => {
    const link = element("a", { class: "form-kind", href: `?soort=${kind.id}` },
      element("span", { class: "form-kind-name" }, kind.label), element("span", {}, kind.introduction));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      site.go({ soort: kind.id });
    });
    return element("li", {}, link);
  });
  return element("div", { class: "form-start" },
    element("p", { class: "lead" }, say("lead")),
    element("h2", { tabindex: "-1" }, say("whatToContribute")),
    element("ul", { class: "form-kinds" }, ...kinds),
    element("p", {}, say("improve")),
    element("p", { class: "form-hint" }, say("staysHere")),
    ...listOfDrafts(site, drafts.all()));
}

function listOfDrafts(site, all) {
  const { definition, say } = site;
  if (!all.length) return [];
  const items = all.map((draft) => {
    const kind = definition.kinds.find((one) => one.id === draft.kind);
    if (!kind) return null;
    const name = site.nameOf(draft);
    const open = element("a", { href: `?concept=${draft.id}` }, name);
    open.addEventListener("click", (event) => {
      event.preventDefault();
      site.go({ concept: draft.id });
    });
    const when = new Date(draft.saved).toLocaleString(definition.language, { dateStyle: "long", timeStyle: "short" });
    return element("li", { class: "form-draft" },
      element("p", {}, open, " ", element("span", { class: "small" }, `${kind.label}, ${say("savedOn", { when })}`)), away(site, draft, name));
  });
  return [element("h2", {}, say("yourDrafts")), element("ul", { class: "form-drafts" }, ...items)];
}

/** Throwing away asks twice: nothing else keeps a draft. */
function away(site, draft, name) {
  const { say } = site;
  const one = button(say("throwAway"), () => {
    if (one.dataset.sure) {
      site.drafts.remove(draft.id);
      site.announce(say("thrownAway", { name }));
      site.home();
      return;
    }
    one.dataset.sure = "yes";
    one.textContent = say("throwAwaySure");
  }, { class: "form-small", "aria-label": say("throwAwayNamed", { name }) });
  one.addEventListener("click", () => one.removeAttribute("aria-label"), { once: true });
  return one;
}
