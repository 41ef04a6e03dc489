// Runs in the page that is measured: notes when the first ten results have changed and been
// painted. What an engine adds to results that already stand there (marks, passages, counts) is not
// timed.
([area, found]) => {
  const list = () => JSON.stringify(eval(found).slice(0, 10));
  const state = window.bench = {};
  state.reset = () => Object.assign(state, { key: 0, first: 0, last: 0, list: list() });
  state.reset();
  // A frame paints what stands there when it begins, and the task after it begins when it is done.
  const painted = () => requestAnimationFrame(() => {
    const shown = list();
    if (!state.key || shown === state.list) return;
    state.list = shown;
    setTimeout(() => {
      state.last = performance.now();
      state.first ||= state.last;
    });
  });
  new MutationObserver(painted).observe(
    document.querySelector(area), { childList: true, subtree: true },
  );
  addEventListener("keydown", (event) => { state.key = event.timeStamp; }, true);
  // Resolves once nothing has changed for `quiet` milliseconds after the last change, or for
  // `patience` after the key where nothing changes at all.
  state.rested = (quiet, patience) => new Promise((resolve) => {
    const look = () => {
      const { key, first, last } = state;
      const left = (last ? last + quiet : key + patience) - performance.now();
      if (left > 0) setTimeout(look, left);
      else resolve([key, first, last]);
    };
    look();
  });
}
