// <listen-along> speaks its players one after another and marks what is spoken. Without this file the players remain.
class ListenAlong extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector(".listen__button");
    this.players = [...this.querySelectorAll("audio")];
    this.waiting = [];
    this.button.parentElement.hidden = false;
    this.querySelector("details").hidden = this.players.length === 1;
    this.button.addEventListener("click", () => (this.speaking ? this.stop() : this.speak(this.players)));
    this.players.forEach((player) => this.prepare(player));
    // Whoever chooses has heard enough.
    document.addEventListener("change", () => this.stop());
  }

  prepare(player) {
    const found = player.dataset.element && document.querySelector(player.dataset.element);
    const choice = found?.closest(".choice");
    const small = choice && this.smallButton(player);
    player.element = choice ?? found;
    choice?.after(small);
    const show = (isSpoken) => {
      player.element?.toggleAttribute("data-spoken", isSpoken);
      small?.toggleAttribute("data-speaking", isSpoken);
      this.speaking = isSpoken ? player : this.speaking === player ? null : this.speaking;
      this.toggleAttribute("data-speaking", Boolean(this.speaking || this.waiting.length));
      this.button.lastElementChild.textContent = this.speaking || this.waiting.length ? "Stop" : "Luister";
    };
    player.addEventListener("play", () => {
      if (this.speaking && this.speaking !== player) this.speaking.pause();
      player.element?.scrollIntoView({ block: "nearest" });
      show(true);
    });
    player.addEventListener("pause", () => {
      if (!player.ended) this.waiting = [];
      show(false);
    });
    player.addEventListener("ended", () => {
      this.next();
      show(false);
    });
    player.addEventListener("error", () => this.fail());
  }

  smallButton(player) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "listen__small";
    button.setAttribute("aria-label", player.getAttribute("aria-label"));
    button.addEventListener("click", () => (this.speaking === player ? this.stop() : this.speak([player])));
    return button;
  }

  speak(players) {
    this.stop();
    this.querySelector("[role=status]").textContent = "";
    this.waiting = [...players];
    this.next();
  }

  next() {
    const player = this.waiting.shift();
    if (!player) return;
    player.currentTime = 0;
    player.play().catch((error) => error.name === "AbortError" || this.fail());
  }

  stop() {
    this.waiting = [];
    this.speaking?.pause();
  }

  fail() {
    this.stop();
    this.querySelector("[role=status]").textContent = "Het geluid doet het nu niet. U kunt de tekst lezen.";
  }
}
customElements.define("listen-along", ListenAlong);
