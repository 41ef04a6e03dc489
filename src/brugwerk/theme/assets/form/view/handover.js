// Handing over: what is still wrong, the file as it will be, and the ways to the editors.

import { attachmentsOf, pathOf } from "../file.js";
import { hostName, uploadLink, waysFor } from "../ways.js";
import { button, element, reveal, withCode } from "./pieces.js";

export class HandOver {
  constructor(editor) {
    this.editor = editor;
    const { say } = editor;
    this.file = element("pre", { class: "form-file", tabindex: "0" }, element("code", {}));
    this.where = element("p", {});
    this.summary = element("div", { class: "form-summary", tabindex: "-1", hidden: true });
    this.ways = element("div", { class: "form-ways" });
    const preview = element("details", { class: "form-preview" }, element("summary", {}, say("preview")), this.where, this.file);
    const look = button(say("lookOver"), () => this.lookOver(), { class: "button form-look" });
    const heading = element("h3", { id: "deel-indienen", tabindex: "-1" }, say("handOver"));
    this.element = element("section", { class: "form-section form-hand-over", "aria-labelledby": "deel-indienen" },
      heading, element("p", { class: "form-state" }, say("handOverLead")), preview, element("p", { class: "form-buttons" }, look), this.summary, this.ways);
  }

  /** Keep the file up to date; once the ways are shown, they follow what is typed. */
  show(problems) {
    const { editor } = this;
    this.where.replaceChildren(editor.say("fileAt"), " ", element("code", {}, editor.path()));
    this.file.firstChild.textContent = editor.fileText();
    if (editor.showAll) this.fill(problems);
  }

  lookOver() {
    const { editor } = this;
    editor.save();
    editor.showAll = true;
    editor.look();
    this.summary.focus();
    this.summary.scrollIntoView({ block: "start" });
  }

  fill(problems) {
    const errors = problems.filter((one) => one.severity === "error");
    this.summary.hidden = false;
    this.summary.classList.toggle("form-summary-wrong", errors.length > 0);
    // A list that is rebuilt under someone's finger would lose the focus.
    const now = JSON.stringify([problems, this.editor.path(), this.editor.fileText()]);
    if (now === this.filled) return;
    this.filled = now;
    this.summary.replaceChildren(...(errors.length ? this.wrong(errors) : this.sound(problems)));
    this.ways.replaceChildren(...(errors.length ? this.later() : this.list()));
  }

  wrong(errors) {
    const { editor } = this;
    const items = errors.map((one) => {
      const link = element("a", { href: "#" }, ...withCode(one.what));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const node = editor.nodeOf(one);
        if (node) reveal(node.target);
      });
      return element("li", {}, link);
    });
    return [element("p", { class: "form-summary-title" }, editor.say("wrong", { n: errors.length })), element("ul", {}, ...items)];
  }

  sound(warnings) {
    const { editor } = this;
    const advice = warnings.length
      ? [element("p", {}, editor.say("advice")), element("ul", {}, ...warnings.map((one) => element("li", {}, ...withCode(one.what))))]
      : [];
    return [
      element("p", { class: "form-summary-title" }, editor.say("sound")), ...advice,
      element("p", {}, [editor.say("later"), editor.definition.texts[`${editor.kind.id}Later`]].filter(Boolean).join(" ")),
    ];
  }

  /** With something still wrong there is no proposing, but taking the file along is possible. */
  later() {
    return [element("p", { class: "form-hint" }, this.editor.say("downloadAnyway")), element("p", { class: "form-buttons" }, this.download())];
  }

  list() {
    const { editor } = this;
    const { draft, definition } = editor;
    const path = pathOf(editor.kind, draft);
    const title = editor.title.textContent;
    const ways = waysFor(definition.handOver, {
      path, text: editor.fileText(), revision: draft.revision,
      subject: editor.say("mailSubject", { kind: editor.kind.label, title }), greeting: editor.say("mailGreeting"),
    });
    const items = ways.map((way, index) => element("li", { class: index ? "form-way" : "form-way form-way-first" }, ...this.way(way, path)));
    const choose = ways.length > 1 ? [element("p", {}, editor.say("chooseWay"))] : [];
    return [...choose, element("ul", { class: "form-way-list" }, ...items), ...this.attachments()];
  }

  way({ kind, link }, path) {
    const { editor } = this;
    const { repository, contact } = editor.definition.handOver;
    const said = { host: hostName(repository), contact, path, folder: path.replace(/[^/]*$/, "") };
    const text = element("p", {}, ...withCode(editor.say(`${kind}Way`, said)));
    const actions = element("p", { class: "form-buttons" });
    if (kind === "download" || kind === "attach" || kind === "upload") actions.append(this.download());
    if (kind === "edit") actions.append(this.copy());
    if (link) actions.append(element("a", { class: "button", href: link, ...(link.startsWith("mailto:") ? {} : { target: "_blank", rel: "noopener noreferrer" }) }, editor.say(`${kind}Go`, said)));
    return [text, actions];
  }

  attachments() {
    const { editor } = this;
    const named = (editor.draft.data.files ?? []).map((file) => file.path).filter(Boolean);
    if (!named.length) return [];
    const folder = attachmentsOf(editor.kind, editor.draft);
    const link = uploadLink(editor.definition.handOver, folder);
    return [element("div", { class: "notice" },
      element("p", {}, ...withCode(editor.say("attachments", { folder: folder.replace(/[^/]*$/, "") }))),
      element("ul", {}, ...named.map((name) => element("li", {}, element("code", {}, name)))),
      ...(link ? [element("p", {}, element("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, editor.say("uploadThere")))] : []))];
  }

  download() {
    const { editor } = this;
    return button(editor.say("download"), () => {
      const name = pathOf(editor.kind, editor.draft).split("/").at(-1);
      const address = URL.createObjectURL(new Blob([editor.fileText()], { type: "text/markdown;charset=utf-8" }));
      const link = element("a", { href: address, download: name });
      link.click();
      // The browser needs the address until it has begun to write.
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    }, { class: "button button-plain form-download" });
  }

  copy() {
    const { editor } = this;
    return button(editor.say("copy"), async () => {
      try {
        await navigator.clipboard.writeText(editor.fileText());
        editor.announce(editor.say("copied"), true);
      } catch {
        // Not every browser lets a page write to the clipboard: then one does it by hand.
        this.file.closest("details").open = true;
        getSelection().selectAllChildren(this.file);
        editor.announce(editor.say("copyYourself"), true);
      }
    }, { class: "button button-plain" });
  }
}
