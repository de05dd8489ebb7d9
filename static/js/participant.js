// Sends answers without leaving the page. What cannot be sent is kept on this tablet until it is delivered, and told.
// Without this file the browser sends the form.
const LONGEST = 30000;
const WAITS = "Nog niet verzonden. We proberen het opnieuw.";
const status = document.querySelector("[data-unsent]");
const key = status.dataset.unsent;
let memory = null; // Where the browser keeps nothing.
let delay = 2000;
let timer, sending, refused;

function unsent() {
  try {
    return JSON.parse(localStorage.getItem(key) || memory || "{}");
  } catch {
    return JSON.parse(memory || "{}");
  }
}

function keep(answers) {
  memory = Object.keys(answers).length ? JSON.stringify(answers) : null;
  try {
    if (memory) localStorage.setItem(key, memory);
    else localStorage.removeItem(key);
  } catch {}
}

function say(words) {
  refused = 0;
  if (status.textContent !== words) status.textContent = words;
}

// One at a time, in the order they were given; who asks meanwhile waits for the same.
function send() {
  clearTimeout(timer);
  sending ||= deliver().finally(() => {
    sending = null;
  });
  return sending;
}

async function deliver() {
  for (let url; (url = Object.keys(unsent())[0]); ) {
    const body = unsent()[url];
    const slow = setTimeout(say, 2000, WAITS);
    let answer;
    try {
      answer = await post(url, body);
    } catch {
      say(WAITS);
      timer = setTimeout(send, delay);
      delay = Math.min(LONGEST, delay * 2);
      return;
    } finally {
      clearTimeout(slow);
    }
    delay = 2000;
    const waiting = unsent();
    // A changed mind meanwhile is sent after this one.
    if (waiting[url] === body) delete waiting[url];
    keep(waiting);
    say("");
    show(answer, url);
  }
}

async function post(url, body) {
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const answer = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout?.(10000) });
  // Too busy or out of order: it may do later. What is refused will be refused again.
  if (answer.status >= 500 || answer.status === 429) throw new Error(answer.status);
  return answer.text();
}

function show(text, sentTo) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = page.querySelector("live-screen");
  const screen = document.querySelector("live-screen");
  if (!fresh) {
    say(Array.from(page.querySelectorAll("main :is(h1, .lead)"), (part) => part.textContent).join(". "));
    refused = performance.now();
    screen?.look?.();
  }
  if (!fresh || !screen) return;
  // Somebody who is at another question already keeps that.
  const form = screen.querySelector("[data-answer]");
  if (form && form.action !== sentTo) return;
  if (!screen.show) return location.replace(key);
  history.replaceState(null, "", key);
  screen.show(fresh, page);
  const place = screen.querySelector(".error-summary, h1");
  place.tabIndex = -1;
  place.focus();
}

async function wipe(event) {
  if (Object.keys(unsent()).length) {
    event.preventDefault();
    await send();
    if (!Object.keys(unsent()).length) event.target.requestSubmit(event.submitter);
    return;
  }
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {}
}

addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (form.matches("[data-wipes]")) return wipe(event);
  if (!form.matches("[data-answer]") || submitter?.name === "move") return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  if (submitter?.name) body.append(submitter.name, submitter.value);
  keep({ ...unsent(), [form.action]: body.toString() });
  send();
});
addEventListener("live:shown", () => {
  if (refused && performance.now() - refused > 10000) say("");
});
addEventListener("online", send);
send();
