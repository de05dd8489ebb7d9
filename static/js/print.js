// <print-button> stays hidden without this file: the browser's own menu prints as well.
class PrintButton extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener("click", () => window.print());
  }
}
customElements.define("print-button", PrintButton);
