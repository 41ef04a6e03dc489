// Light or dark: as the computer is set, until a reader chooses. One button, which says what it does.
(() => {
  const options = [...document.querySelectorAll("[data-md-component=palette] input")];
  const buttons = options.map((option) => {
    const label = option.nextElementSibling;
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.title = label.title;
    button.setAttribute("aria-label", label.title);
    button.append(...label.childNodes);
    label.replaceWith(button);
    option.remove();
    return button;
  });

  function show(scheme) {
    document.body.dataset.mdColorScheme = scheme;
    options.forEach((option, at) => {
      buttons[at].hidden = option.dataset.mdColorScheme !== scheme;
    });
  }

  buttons.forEach((button, at) => {
    button.addEventListener("click", () => {
      const index = (at + 1) % options.length;
      const { mdColorMedia: media, mdColorScheme: scheme } = options[index].dataset;
      const { mdColorPrimary: primary, mdColorAccent: accent } = options[index].dataset;
      __md_set("__palette", { index, color: { media, scheme, primary, accent } });
      show(scheme);
      buttons[index].focus();
    });
  });

  show(document.body.dataset.mdColorScheme);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
    if (!__md_get("__palette")) {
      show(matches ? "slate" : "default");
    }
  });
})();
