// Counts a view without saying whose: no cookie, no storage. Time and depth stay here; only "read" is sent, once.
const { dataset } = document.querySelector("script[data-page]");
const { origin, hash, host } = location;
const { referrer } = document;
const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte % 36).toString(36)).join("");
let shown, since, deep, read, seconds = 0;

const post = (message) => {
  const body = JSON.stringify(message);
  navigator.sendBeacon?.("/m", body) || fetch("/m", { method: "POST", body, keepalive: true }).catch(() => {});
};
const send = (kind, more) =>
  post({
    kind,
    page: +dataset.page,
    revision: +dataset.revision,
    step: +dataset.step,
    stamp: dataset.stamp,
    nonce,
    entry: !referrer.startsWith(origin + "/") && !/^[rb]/.test(performance.getEntriesByType("navigation")[0]?.type),
    after: Math.min(93600, Math.round((Date.now() - shown) / 1000)),
    ...more,
  });
const look = () => {
  const now = performance.now();
  const visible = document.visibilityState == "visible";
  if (since) seconds += Math.min(2, (now - since) / 1000);
  since = visible && document.hasFocus() && now;
  deep ||= visible && scrollY + innerHeight >= document.documentElement.scrollHeight / 2;
  if (visible && !shown) {
    shown = Date.now();
    send("view");
  }
  if (deep && !read && seconds >= dataset.readSeconds) {
    read = 1;
    send("read");
  }
};
const on = (names, act) => names.split(" ").map((name) => addEventListener(name, act, true));

const staff = hash == "#medewerker" || referrer.startsWith(origin + "/beheer/");
const refused = navigator.globalPrivacyControl || navigator.doNotTrack == 1;
const aside = navigator.webdriver ? "bot" : staff ? "staff" : refused && "refused";
on("click auxclick", ({ target }) => {
  const link = target.closest?.("a");
  const subject = link?.dataset.channel;
  if (staff && link?.host == host) link.hash ||= "medewerker";
  if (!aside && subject) send("act", { act: "report", subject });
});
if (aside) post({ kind: aside });
else {
  on("focus blur scroll pagehide visibilitychange", look);
  on("beforeprint", () => send("act", { act: "print", subject: "" }));
  setInterval(look, 1000);
  look();
}
