// <live-screen data-poll="…" data-version="12" data-key="3">: asks every few seconds whether the group went on, and then
// shows the page of now. A choice that was not sent stays as long as data-key does. Without this file a link does it.
const LONGEST = 10000;

class LiveScreen extends HTMLElement {
  connectedCallback() {
    this.wait = 2000;
    this.failures = 0;
    this.status = document.querySelector("[data-live-status]") || this.newStatus();
    for (const type of ["input", "click", "submit"]) this.addEventListener(type, this);
    document.addEventListener("visibilitychange", this);
    addEventListener("online", this);
    this.plan(this.wait * Math.random());
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this);
    removeEventListener("online", this);
  }

  handleEvent({ type, target }) {
    if (type === "input" || (type === "click" && target.closest("order-list"))) this.isTouched = true;
    else if (type === "submit") this.isTouched = false;
    else if (type === "online" || (type === "visibilitychange" && !document.hidden)) this.look();
  }

  plan(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), wait * (document.hidden ? 5 : 1));
  }

  async look() {
    if (this.isLooking) return;
    this.isLooking = true;
    clearTimeout(this.timer);
    try {
      await this.ask();
      this.failures = 0;
    } catch {
      this.failures += 1;
    }
    this.isLooking = false;
    // One that fails is not worth a word; the second is.
    const words = this.failures > 1 ? "Geen verbinding. We proberen het opnieuw." : "";
    if (this.status.textContent !== words) this.status.textContent = words;
    const wait = this.failures ? Math.min(LONGEST, this.wait * 2 ** (this.failures - 1)) : this.wait;
    // Never later than the site asked, but not all at the same moment.
    if (this.isConnected) this.plan(wait * (0.8 + 0.2 * Math.random()));
  }

  async ask() {
    const answer = await get(this.dataset.poll, this.tag);
    if (answer.status === 404) this.wait = LONGEST;
    if (answer.status !== 200) return;
    const { version, wait, screen } = await answer.json();
    this.wait = wait;
    const isHere = location.pathname === this.dataset.home;
    if (version !== this.dataset.version) screen && isHere ? this.share(screen) : await this.renew();
    // What is not shown yet is asked again.
    this.tag = version === this.dataset.version && answer.headers.get("ETag");
  }

  async renew() {
    const answer = await get(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector(this.localName);
    if (!fresh || answer.redirected) location.replace(answer.url);
    else if (fresh.dataset.version !== this.dataset.version) this.show(fresh, page);
  }

  // What is the same for the whole room came along; who went back to a question stays there.
  share(screen) {
    const own = screen.split("/meedoen/mee/-/").join(this.dataset.home);
    const page = new DOMParser().parseFromString(own, "text/html");
    for (const field of page.querySelectorAll("[name=submission]")) field.setAttribute("value", newId());
    this.show(page.querySelector(this.localName), page);
  }

  show(fresh, page) {
    const isKept = this.isTouched && this.dataset.key === fresh.dataset.key;
    Object.assign(this.dataset, fresh.dataset);
    if (isKept) return;
    const focused = this.contains(document.activeElement) && document.activeElement;
    this.replaceChildren(...fresh.childNodes);
    this.isTouched = false;
    document.title = page.title || document.title;
    // What this part needs and the one before did not; the rest is here already and does nothing.
    for (const { src } of page.querySelectorAll("script[type=module]")) import(src);
    if (focused) this.focusAgain(focused.id);
    this.dispatchEvent(new CustomEvent("live:shown", { bubbles: true }));
  }

  focusAgain(id) {
    const same = id && this.querySelector(`#${CSS.escape(id)}`);
    const heading = this.querySelector("h1, h2");
    if (!same && heading) heading.tabIndex = -1;
    (same || heading)?.focus();
  }

  newStatus() {
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    this.after(status);
    return status;
  }
}

function newId() {
  const signs = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0"));
  return signs.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// What a tablet fetches here it keeps nowhere, so the known version is told by hand.
async function get(url, tag) {
  const headers = tag ? { "If-None-Match": tag } : {};
  const answer = await fetch(url, { headers, cache: "no-store", signal: AbortSignal.timeout?.(10000) });
  if (answer.status >= 500 || answer.status === 429) throw new Error(answer.status);
  return answer;
}
customElements.define("live-screen", LiveScreen);
