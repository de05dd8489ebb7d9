// Type a letter and the cursor moves on; Enter and the arrows move as well. Without this script Tab does.
const table = document.querySelector("[data-grid]");

if (table) {
  const rows = [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("input")]).filter((row) => row.length);
  const cells = rows.flat();

  const go = (cell) => cell?.focus();
  const after = (cell) => cells[cells.indexOf(cell) + 1] ?? table.closest("form").querySelector("button");
  const isFull = (cell) => /^[?-]$/.test(cell.value) || cell.value.length >= (cell.dataset.most ?? 5);

  const beside = {
    ArrowRight: (cell) => after(cell),
    ArrowLeft: (cell) => cells[cells.indexOf(cell) - 1],
    ArrowDown: (cell, row, place) => rows[row + 1]?.[place],
    ArrowUp: (cell, row, place) => rows[row - 1]?.[place],
    // In an empty cell Enter passes over the rest of the sheet.
    Enter: (cell, row) => (cell.value ? after(cell) : rows[row + 1]?.[0] ?? after(cells.at(-1))),
  };

  // What is typed takes the place of what stood there; taking a letter away goes nowhere.
  table.addEventListener("focusin", ({ target }) => target.select?.());
  table.addEventListener("input", ({ target, inputType }) => {
    if (!inputType?.startsWith("delete") && isFull(target) && target.validity.valid) go(after(target));
  });

  table.addEventListener("keydown", (event) => {
    const step = beside[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const row = rows.findIndex((row) => row.includes(event.target));
    go(step(event.target, row, rows[row].indexOf(event.target)));
  });

  // A page with something typed in it is not left by accident.
  let isTyped = false;
  table.addEventListener("input", () => (isTyped = true));
  table.closest("form").addEventListener("submit", () => (isTyped = false));
  addEventListener("beforeunload", (event) => isTyped && event.preventDefault());

  if (!document.querySelector(".error-summary") && !location.hash) go(cells.find((cell) => !cell.value));
}
