// The theme opens its menu with labels of hidden boxes, which a keyboard cannot reach. Here they
// become buttons. Without this file they stay labels, and every page can still be reached.
(() => {
  const narrow = matchMedia("(max-width: 76.234375em)");
  const drawer = document.getElementById("__drawer");
  const sidebar = document.querySelector(".md-sidebar--primary");

  function asButton(label) {
    const box = document.getElementById(label.htmlFor);
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.hidden = label.hidden;
    if (label.title) {
      button.title = label.title;
      button.setAttribute("aria-label", label.title);
    }
    button.append(...label.childNodes);
    button.addEventListener("click", () => box.click());
    label.replaceWith(button);
    return button;
  }

  function first(place) {
    return [...place.querySelectorAll("a[href], button, label[tabindex]")].find((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    );
  }

  // Light and dark: one button, whose name says what it does.
  document.querySelectorAll("[data-md-component=palette] label").forEach((label) => {
    const button = asButton(label);
    const form = button.form;
    // The theme switches on Enter by itself, and would undo what the button does.
    button.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.stopPropagation();
      }
    });
    button.addEventListener("click", () => form.querySelector("button:not([hidden])").focus());
  });
  document.querySelectorAll("[data-md-component=palette] input").forEach((box) => {
    box.tabIndex = -1;
    box.setAttribute("aria-hidden", "true");
  });

  const opener = document.querySelector(".md-header label[for=__drawer]");
  if (!drawer || !sidebar || !opener) {
    return;
  }
  const menu = asButton(opener);
  menu.setAttribute("aria-expanded", "false");
  drawer.checked = false;
  drawer.addEventListener("change", () => {
    menu.setAttribute("aria-expanded", String(drawer.checked));
    if (drawer.checked) {
      first(sidebar)?.focus();
    }
  });

  function close() {
    if (drawer.checked) {
      drawer.click();
    }
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) {
      close();
      menu.focus();
    }
  });
  document.addEventListener("focusin", (event) => {
    if (event.target !== menu && !sidebar.contains(event.target)) {
      close();
    }
  });

  // A level deeper, and back.
  sidebar.querySelectorAll("label.md-nav__link[for]").forEach((label) => {
    const box = document.getElementById(label.htmlFor);
    const panel = box.parentElement.querySelector(":scope > nav");
    if (!panel) {
      return;
    }
    label.tabIndex = 0;
    label.setAttribute("role", "button");
    const tell = () => label.setAttribute("aria-expanded", String(box.checked));
    tell();
    const back = panel.querySelector(":scope > label.md-nav__title[for]");
    if (back) {
      asButton(back);
    }
    box.addEventListener("change", () => {
      tell();
      if (narrow.matches) {
        (box.checked ? first(panel) : label)?.focus();
      }
    });
    label.addEventListener("keydown", (event) => {
      if (event.key === " " || event.key === "Enter") {
        event.preventDefault();
        event.stopPropagation();
        label.click();
      }
    });
  });
})();
