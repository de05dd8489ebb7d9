// <keep-page> keeps one page for without internet, once its button is pressed. Without this file it says how to print.
import { canKeep, dropKept, inWords, listKept } from "./device.js";

const SILENCE = 30000;
const TROUBLES = {
  space: "Er is te weinig ruimte op dit apparaat. Van deze pagina is niets bewaard. Maak ruimte vrij en probeer het opnieuw.",
  line: "Het ophalen stopte halverwege. Van deze pagina is niets bewaard. Kijk of u internet hebt en probeer het opnieuw.",
  refused: "Deze browser wil niets bewaren. Dat komt vaak door een privévenster of een instelling. U kunt de pagina wel printen.",
};

class KeepPage extends HTMLElement {
  async connectedCallback() {
    if (!canKeep || !this.dataset.page) return;
    this.button = this.querySelector("button");
    this.bar = this.querySelector("progress");
    this.button.addEventListener("click", () => this.keep());
    this.querySelector("[data-choice]").hidden = false;
    this.querySelector("[data-otherwise]").hidden = true;
    const known = (await listKept()).find(({ url }) => url === this.dataset.url);
    if (known) this.say(`Dit staat al op dit apparaat, sinds ${inWords(known.at)}. Bewaar het nog eens om het te vernieuwen.`);
  }

  async keep() {
    if (!this.bar.hidden) return;
    this.bar.hidden = false;
    this.bar.value = 0;
    this.say("Bezig met bewaren. Laat deze pagina open.");
    try {
      await this.ask(await this.worker());
      this.say("Bewaard. U kunt het nu lezen zonder internet.");
      this.querySelector("[data-kept]").hidden = false;
    } catch (error) {
      if (!(await listKept()).length) await dropKept();
      this.say(TROUBLES[error.message] ?? TROUBLES.refused);
      this.querySelector("[data-otherwise]").hidden = Boolean(TROUBLES[error.message]);
    }
    this.bar.hidden = true;
  }

  async worker() {
    await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    return (await navigator.serviceWorker.ready).active;
  }

  // A worker may be stopped by the browser; long silence is a line that fell away.
  ask(worker) {
    return new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      const fail = (trouble) => reject(new Error(trouble));
      let silence = setTimeout(fail, SILENCE, "line");
      port1.onmessage = ({ data: { share, isKept, trouble } }) => {
        clearTimeout(silence);
        if (isKept) return resolve();
        if (trouble) return fail(trouble);
        this.bar.value = share;
        silence = setTimeout(fail, SILENCE, "line");
      };
      worker.postMessage({ keep: this.dataset.page }, [port2]);
    });
  }

  say(words) {
    this.querySelector("[role=status]").textContent = words;
  }
}
customElements.define("keep-page", KeepPage);
