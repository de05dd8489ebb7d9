// <order-list>: the buttons move a row at once, and a row can be dragged by its number. Without this file a button
// sends the form, which comes back in the new order.
class OrderList extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol");
    if (!this.list.querySelector("button")) return;
    this.querySelector("[hidden]").hidden = false;
    for (const type of ["click", "pointerdown", "pointermove", "pointerup", "pointercancel"]) {
      this.addEventListener(type, this);
    }
  }

  handleEvent(event) {
    if (event.type === "click") this.step(event);
    else if (event.type === "pointerdown") this.take(event);
    else if (this.taken && event.type === "pointermove") this.drag(event.clientY);
    else if (this.taken) this.drop();
  }

  step(event) {
    const button = event.target.closest("button[data-way]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("li");
    if (button.dataset.way === "up") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    this.renumber();
    // At the edge not the other button: pressing once more would bring the row back.
    row.tabIndex = -1;
    (button.disabled ? row : button).focus();
    this.say(row);
  }

  take(event) {
    const grip = event.target.closest(".order__place");
    if (!grip || event.button) return;
    event.preventDefault();
    this.taken = grip.closest("li");
    this.taken.dataset.isDragged = "";
    grip.setPointerCapture(event.pointerId);
  }

  // The others make way: a row that left the page for a moment would lose the pointer.
  drag(y) {
    const isBefore = (row) => y < row.getBoundingClientRect().top + row.offsetHeight / 2;
    const { previousElementSibling: above, nextElementSibling: below } = this.taken;
    if (above && isBefore(above)) this.taken.after(above);
    else if (below && !isBefore(below)) this.taken.before(below);
    else return;
    this.renumber();
  }

  drop() {
    delete this.taken.dataset.isDragged;
    this.say(this.taken);
    this.taken = null;
  }

  renumber() {
    [...this.list.children].forEach((row, index, rows) => {
      const places = row.querySelectorAll(".order__place, [data-is-place]");
      places.forEach((place) => { place.textContent = index + 1; });
      row.querySelector("[data-way=up]").disabled = index === 0;
      row.querySelector("[data-way=down]").disabled = index === rows.length - 1;
    });
  }

  say(row) {
    const text = row.querySelector(".order__text").textContent;
    const place = row.querySelector(".order__place").textContent;
    this.querySelector("[role=status]").textContent = `${text}: nu op plaats ${place}.`;
  }
}
customElements.define("order-list", OrderList);
