// The presenter's screen: the keys of a keyboard or a clicker press its buttons, a button is pressed once, and what was
// unfolded stays so when <live-screen> brings new counts. Without this file the buttons do the same.
const WAYS = { ArrowRight: "on", PageDown: "on", ArrowLeft: "back", PageUp: "back" };
const TYPING = "input, textarea, select, audio, video, [contenteditable]";
const unfolded = new Set();

function buttons() {
  return document.querySelectorAll("form button");
}

addEventListener("keydown", (event) => {
  const way = WAYS[event.key];
  const isOurs = way && !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
  if (!isOurs || event.target.closest?.(TYPING)) return;
  const button = document.querySelector(`[data-way="${way}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// After the form is read, or the button that was pressed would not be in it.
addEventListener("submit", () => setTimeout(() => buttons().forEach((button) => { button.disabled = true; })));
addEventListener("pageshow", () => buttons().forEach((button) => { button.disabled = false; }));

document.addEventListener("toggle", ({ target }) => {
  if (target.id) unfolded[target.open ? "add" : "delete"](target.id);
}, true);
addEventListener("live:shown", () => {
  for (const details of document.querySelectorAll("live-screen details")) details.open = unfolded.has(details.id);
});

for (const keys of document.querySelectorAll(".leading__keys")) keys.hidden = false;
