// Where a reader is on a long page: marked in the contents, named in the header, and the way up.
(() => {
  const heading = document.querySelector("article h1");
  const name = document.querySelector("[data-md-component=header-title]");
  if (heading && name) {
    new IntersectionObserver(([entry]) => {
      const past = !entry.isIntersecting && entry.boundingClientRect.top < 0;
      name.classList.toggle("md-header__title--active", past);
    }).observe(heading);
  }

  const links = new Map();
  document.querySelectorAll(".md-sidebar--secondary a[href^='#']").forEach((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) {
      links.set(target, link);
    }
  });
  const passed = new Set();
  // All that lies below counts as in view, so that a part changes sides once, when it is reached.
  const reading = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        passed[isIntersecting ? "delete" : "add"](target);
      }
      const now = [...links.keys()].findLast((target) => passed.has(target));
      links.forEach((link, target) => {
        link.classList.toggle("md-nav__link--active", target === now);
      });
    },
    { rootMargin: "-96px 0px 1000000px 0px" },
  );
  links.forEach((_, target) => reading.observe(target));

  const up = document.querySelector(".md-top");
  if (up) {
    let before = scrollY;
    addEventListener(
      "scroll",
      () => {
        up.hidden = scrollY >= before || scrollY < innerHeight;
        before = scrollY;
      },
      { passive: true },
    );
    up.addEventListener("click", () => scrollTo({ top: 0 }));
  }
})();
