// Search on every page: the field in the header, the buttons of my selection, the search page.

import { startField } from "./field.js";
import { startSelection } from "./selection.js";

startSelection();
if (document.getElementById("search-app")) {
  const { startPage } = await import("./page.js");
  startPage();
} else {
  startField();
}
