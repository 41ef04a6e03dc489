// The menu of a narrow window. It opens with labels of hidden boxes, which a keyboard cannot reach;
// here they become buttons. Without this file they stay labels, and every page can be reached.
(() => {
  const narrow = matchMedia("(max-width: 76.234375em)");
  const drawer = document.getElementById("__drawer");
  const sidebar = document.querySelector(".md-sidebar--primary");
  const opener = document.querySelector(".md-header label[for=__drawer]");
  if (!drawer || !sidebar || !opener) {
    return;
  }

  function asButton(label) {
    const box = document.getElementById(label.htmlFor);
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    if (label.id) {
      button.id = label.id;
    }
    // The theme's styles know it by this.
    button.setAttribute("for", label.htmlFor);
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
    return [...place.querySelectorAll("a[href], button")].find((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    );
  }

  const menu = asButton(opener);
  menu.setAttribute("aria-expanded", "false");
  // A browser may remember that it was open when the page is loaded again.
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
  sidebar.addEventListener("click", (event) => {
    if (event.target.closest("a[href*='#']")) {
      close();
    }
  });
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

  // A level deeper, and back. In a wide window all levels are in view, and it is only a heading.
  sidebar.querySelectorAll("label.md-nav__link[for]").forEach((label) => {
    const box = document.getElementById(label.htmlFor);
    const panel = box.parentElement.querySelector(":scope > nav");
    if (!panel) {
      return;
    }
    const forth = asButton(label);
    const tell = () => forth.setAttribute("aria-expanded", String(box.checked));
    const fit = () => {
      forth.disabled = !narrow.matches;
    };
    tell();
    fit();
    narrow.addEventListener("change", fit);
    const back = panel.querySelector(":scope > label.md-nav__title[for]");
    if (back) {
      asButton(back);
    }
    box.addEventListener("change", () => {
      tell();
      if (narrow.matches) {
        (box.checked ? first(panel) : forth)?.focus();
      }
    });
  });
})();
