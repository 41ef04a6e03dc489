// Search on every page: the field in the header, the buttons of my selection, the search page.
// The build puts all modules of search into this one file.

import { startField } from "./field.js";
import { startPage } from "./page.js";
import { startSelection } from "./selection.js";

startSelection();
if (document.getElementById("search-app")) startPage();
else startField();
