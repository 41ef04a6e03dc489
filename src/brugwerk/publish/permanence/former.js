// Leads on to where a page stands now, and takes the part that was asked for along: the refresh
// for readers without scripts cannot.
const asked = decodeURIComponent(location.hash.slice(1));
const parts = [...document.querySelectorAll("a[data-part]")];
const part = parts.find((link) => link.dataset.part === asked);
const whole = document.querySelector("a[data-whole]");
const next = new URL((part ?? whole).href);
next.search = location.search;
if (!part && !next.hash) next.hash = location.hash;
location.replace(next);
