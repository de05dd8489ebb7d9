// No cookie, no storage.
const { dataset } = document.querySelector("script[data-page]");
const [, , from, part] = document.referrer.split("/");
const { host, hash, pathname } = location;
const nonce = crypto.getRandomValues(new Uint8Array(9)).join("");
const via = hash.split("#via-")[1];
let shown, since, deep, read, seconds = 0;

if (via) history.replaceState(0, "", pathname);
const post = (message) => {
  const body = JSON.stringify(message);
  navigator.sendBeacon?.("/m", body) || fetch("/m", { method: "POST", body, keepalive: true });
};
const send = (kind, more) =>
  post({
    kind,
    page: +dataset.page,
    revision: +dataset.revision,
    step: +dataset.step,
    stamp: dataset.stamp,
    nonce,
    entry: from != host && !/^[rb]/.test(performance.getEntriesByType("navigation")[0]?.type),
    after: Math.round((Date.now() - shown) / 1000),
    via,
    from: from?.slice(-60),
    ...more,
  });
const look = () => {
  const now = performance.now();
  const visible = !document.hidden;
  if (since) seconds += Math.min(2, (now - since) / 1000);
  since = visible && document.hasFocus() && now;
  deep ||= visible && scrollY + innerHeight >= document.documentElement.scrollHeight / 2;
  if (visible && !shown) {
    shown = Date.now();
    send("view");
  }
  if (deep && !read && seconds >= dataset.readSeconds) send((read = "read"));
};

const staff = hash == "#medewerker" || (from == host && part == "beheer");
const kind =
  navigator.webdriver ? "bot" : staff ? "staff" : (navigator.globalPrivacyControl || navigator.doNotTrack == 1) && "refused";
onclick = onauxclick = ({ target }) => {
  const link = target.closest("a");
  const subject = link?.dataset.channel;
  if (staff && link?.host == host && !link.hash.split("#via-")[0]) link.hash = "medewerker";
  if (subject && !kind) send("act", { act: "report", subject });
};
if (kind) post({ kind });
else {
  onblur = onpagehide = look;
  onbeforeprint = () => send("act", { act: "print", subject: "" });
  setInterval(look, 1000);
  look();
}
