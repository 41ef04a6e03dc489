// The page of a selection: as a list, to share as a link, and to print.

import { client, searchPage } from "./client.js";
import { byId } from "./elements.js";
import { ResultItem } from "./results.js";
import { keep, linkTo, selected, sharedIn } from "./selection.js";

/** Show the selection whenever the address asks for it. */
export function startSelectionView(start) {
  const view = byId("selectie");
  const said = byId("selection-said");
  const shared = () => sharedIn(location.hash);
  const shown = () => shared() ?? selected();
  let known = [];
  const wanted = () => location.hash === "#selectie" || shared() !== null;

  const show = async (moved) => {
    const open = wanted();
    view.hidden = !open;
    byId("search-form").hidden = open;
    byId("search-app").hidden = open;
    document.querySelector("article").classList.toggle("shows-selection", open);
    if (!open) {
      if (moved) byId("search-field").focus();
      return;
    }
    const ids = shown();
    const lead = view.querySelector(".selection-lead");
    lead.textContent = !ids.length ? lead.dataset.empty : shared() ? lead.dataset.shared : lead.dataset.own;
    byId("selection-adopt").hidden = !shared() || !ids.length;
    for (const name of ["share", "print"]) byId(`selection-${name}`).hidden = !ids.length;
    byId("selection-empty").hidden = Boolean(shared()) || !ids.length;
    try {
      const { results } = await client().once({ type: "describe", products: ids });
      known = results.map(({ product }) => product);
      byId("selection-list").replaceChildren(...results.map((result) => new ResultItem(result, start).item));
    } catch {
      byId("selection-list").replaceChildren();
    }
    if (moved) byId("selectie-titel").focus();
  };

  byId("selection-share").addEventListener("click", async () => {
    const link = linkTo(shown());
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = said.dataset.copied;
    } catch {
      said.textContent = `${said.dataset.copy} ${link}`;
    }
  });
  byId("selection-adopt").addEventListener("click", () => {
    // A link may name what is not, or no longer, on the site.
    keep([...selected(), ...known]);
    location.hash = "selectie";
  });
  byId("selection-print").addEventListener("click", () => window.print());
  const empty = byId("selection-empty");
  const label = empty.textContent;
  empty.addEventListener("click", () => {
    if (empty.textContent === label) {
      empty.textContent = empty.dataset.ask;
      return;
    }
    empty.textContent = label;
    keep([]);
    byId("selectie-titel").focus();
  });
  empty.addEventListener("blur", () => { empty.textContent = label; });
  byId("selection-close").addEventListener("click", () => {
    history.pushState(null, "", searchPage.pathname);
    show(true);
  });
  window.addEventListener("hashchange", () => show(true));
  window.addEventListener("popstate", () => show(false));
  document.addEventListener("brugwerk-selection", () => wanted() && !shared() && show(false));
  if (wanted()) show(true);
}
