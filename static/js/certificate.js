// <name-on-certificate> writes what is typed on the certificate, and nowhere else: no form, no storage, no request.
// Without this file there is a line to write on.
class NameOnCertificate extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("[data-write]");
    this.shown = this.querySelector("[data-show]");
    this.querySelector(".bewijs__typing").hidden = false;
    this.querySelector("[data-by-hand]").hidden = true;
    this.input.addEventListener("input", () => (this.shown.textContent = this.input.value.trim()));
    this.querySelector("[data-do=print]").addEventListener("click", () => window.print());
    this.querySelector("[data-do=wipe]").addEventListener("click", () => {
      this.wipe();
      this.input.focus();
    });
    // Whoever comes next on this tablet, or goes back, sees no name.
    window.addEventListener("pagehide", () => this.wipe());
    window.addEventListener("pageshow", () => this.wipe());
  }

  wipe() {
    this.input.value = "";
    this.shown.textContent = "";
  }
}
customElements.define("name-on-certificate", NameOnCertificate);
