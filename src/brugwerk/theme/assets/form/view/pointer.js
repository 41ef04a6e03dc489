// A message that appears while someone presses the mouse would move the thing under it away.

const AFTER_CLICK = 50;
let isDown = false;
const waiting = [];

function released() {
  isDown = false;
  setTimeout(() => {
    for (const does of waiting.splice(0)) does();
  }, AFTER_CLICK);
}

addEventListener("pointerdown", () => { isDown = true; }, true);
addEventListener("pointerup", released, true);
addEventListener("pointercancel", released, true);

/** Do something now, or as soon as the click that is under way is over. */
export function afterPress(does) {
  if (isDown) waiting.push(does);
  else does();
}
