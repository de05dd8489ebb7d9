// <read-aloud> lets the device read the page, a sentence at a time, and marks it. Only with a Dutch voice of the device
// itself: what is read goes nowhere. Without this file, or without such a voice, there is nothing to see.
const TEXTS = "main h1, main .lead, .content :is(h2, h3, p, li, dt, dd, blockquote)";
const OTHER = "nav, form, .useful, [popover], [hidden], audio";

class ReadAloud extends HTMLElement {
  connectedCallback() {
    if (!window.speechSynthesis || !window.Intl?.Segmenter) return;
    speechSynthesis.addEventListener("voiceschanged", () => this.offer());
    addEventListener("pagehide", () => speechSynthesis.cancel());
    this.offer();
  }

  offer() {
    this.voice = speechSynthesis.getVoices().find((voice) => voice.localService && /^nl\b/i.test(voice.lang));
    if (!this.voice || this.button) return;
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "ways__link";
    this.button.addEventListener("click", () => (this.waiting ? this.stop() : this.start()));
    this.append(this.button);
    this.show();
  }

  start() {
    this.waiting = [...document.querySelectorAll(TEXTS)].flatMap(sentencesOf);
    this.next();
  }

  next() {
    const sentence = this.waiting?.shift();
    if (!sentence) return this.stop();
    const spoken = new SpeechSynthesisUtterance(sentence.toString());
    spoken.voice = this.voice;
    spoken.lang = this.voice.lang;
    spoken.rate = 0.9;
    spoken.onend = () => this.waiting && this.next();
    spoken.onerror = () => this.stop();
    speechSynthesis.cancel();
    window.Highlight && CSS.highlights.set("spoken", new Highlight(sentence));
    sentence.startContainer.parentElement.scrollIntoView({ block: "nearest" });
    speechSynthesis.speak(spoken);
    this.show();
  }

  stop() {
    this.waiting = null;
    speechSynthesis.cancel();
    CSS.highlights?.delete("spoken");
    this.show();
  }

  show() {
    this.button.textContent = this.waiting ? "Stop" : "Lees voor (computerstem)";
  }
}

// A range for each sentence of an element that holds text by itself.
function sentencesOf(element) {
  if (element.closest(OTHER) || element.querySelector("p, li")) return [];
  const pieces = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("[popover]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  let text = "";
  while (walker.nextNode()) {
    pieces.push([text.length, walker.currentNode]);
    text += walker.currentNode.data;
  }
  const place = (offset) => {
    const [start, node] = pieces.findLast(([start]) => start <= offset);
    return [node, Math.min(offset - start, node.length)];
  };
  return [...new Intl.Segmenter("nl", { granularity: "sentence" }).segment(text)]
    .filter(({ segment }) => segment.trim())
    .map(({ segment, index }) => {
      const range = new Range();
      range.setStart(...place(index));
      range.setEnd(...place(index + segment.length));
      return range;
    });
}
customElements.define("read-aloud", ReadAloud);
