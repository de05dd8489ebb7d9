// Gone at once: the neutral site takes the place of this page. Without this file it is an ordinary link.
const TIMES = 3;
const MILLISECONDS_TO_GO_ON = 5000;

class QuickExit extends HTMLElement {
  #times = 0;
  #timer;

  connectedCallback() {
    this.querySelector("a").addEventListener("click", this);
    document.addEventListener("keydown", this);
  }

  handleEvent(event) {
    if (event.type === "click") {
      event.preventDefault();
      this.#leave();
    } else if (!event.repeat) {
      this.#count(event.key === "Shift" ? this.#times + 1 : 0);
    }
  }

  #count(times) {
    clearTimeout(this.#timer);
    this.#times = times;
    if (times === TIMES) {
      this.#leave();
      return;
    }
    this.querySelector("[role=status]").textContent = times ? `Nog ${TIMES - times} keer Shift, dan bent u weg.` : "";
    if (times) this.#timer = setTimeout(() => this.#count(0), MILLISECONDS_TO_GO_ON);
  }

  #leave() {
    document.body.hidden = true; // Nothing is to be read while the other site loads.
    document.title = "…";
    location.replace(this.querySelector("a").href);
  }
}
customElements.define("quick-exit", QuickExit);
