// <kept-list> shows what is kept on this device, and wipes it. Without this file it says that this needs a script.
import { canKeep, dropKept, inWords, listKept, wipe } from "./device.js";

class KeptList extends HTMLElement {
  async connectedCallback() {
    this.querySelector("button")?.addEventListener("click", () => this.wipe());
    this.querySelector("[data-otherwise]").hidden = canKeep;
    await this.show();
  }

  async show() {
    const pages = await listKept();
    // Who stopped halfway has a worker that gives nothing.
    if (!pages.length) await dropKept();
    this.querySelector("ul").replaceChildren(...pages.map((page) => this.row(page)));
    for (const part of this.querySelectorAll("[data-some]")) part.hidden = !pages.length;
    this.querySelector("[data-none]").hidden = !canKeep || pages.length > 0;
  }

  row({ title, url, size, at }) {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = url;
    link.textContent = title;
    row.append(link, ` ongeveer ${inBytes(size)}, bewaard op ${inWords(at)}`);
    return row;
  }

  async wipe() {
    await wipe();
    await this.show();
    const status = this.querySelector("[role=status]");
    status.textContent = "Alles is gewist. Op dit apparaat staat niets meer van deze site.";
    status.focus();
  }
}

function inBytes(size) {
  if (size < 1e6) return `${Math.ceil(size / 1e4) * 10} kB`;
  return `${(Math.ceil(size / 1e5) / 10).toFixed(1).replace(".", ",")} MB`;
}
customElements.define("kept-list", KeptList);
