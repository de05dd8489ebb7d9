// Release {{ release }}. Gives what somebody chose to keep, where there is no internet. Before that choice nobody has this.
// One cache holds it: pages and files at their own addresses, and at LIST what was kept and when.
const RELEASE = "{{ release }}";
const KEPT = "bewaard";
const LIST = "/bewaren/lijst";
const DAY = 24 * 60 * 60 * 1000;
const PATIENCE = 8000; // After this a kept page is better than one that may never come.
const AT_ONCE = 4;
const NOT_OURS = /^\/(beheer|meedoen|begeleiden)\//; // Who works there, or takes part, sees what the browser says.
const FROM_THE_SITE = { cache: "no-cache", redirect: "manual" };
const ZONE = "Europe/Amsterdam";
const WORDS = {
  nl: {
    saved: "Opgeslagen op",
    offline: "U hebt nu geen internet.",
    silent: "De site geeft nu geen antwoord.",
    maybe: "Er kan nu iets anders aan de hand zijn. Luister naar de radio en lees NL-Alert. In nood: bel 112.",
    valid: "Dit gold tot",
    over: "Dat is voorbij.",
  },
  en: {
    saved: "Saved on",
    offline: "You have no internet now.",
    silent: "The site does not answer now.",
    maybe: "Things may have changed. Listen to the radio and read NL-Alert. In an emergency: call 112.",
    valid: "This was valid until",
    over: "That time has passed.",
  },
  de: {
    saved: "Gespeichert am",
    offline: "Sie haben jetzt kein Internet.",
    silent: "Die Seite antwortet jetzt nicht.",
    maybe: "Die Lage kann sich geändert haben. Hören Sie Radio und lesen Sie NL-Alert. Im Notfall: 112 anrufen.",
    valid: "Dies galt bis",
    over: "Diese Zeit ist vorbei.",
  },
};

addEventListener("install", (event) => event.waitUntil(skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(begin()));
addEventListener("message", (event) => event.waitUntil(keep(event.data.keep, event.ports[0])));
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== location.origin || NOT_OURS.test(pathname)) return;
  if (mode === "navigate") event.respondWith(page(event));
  else if (method === "GET" && /^\/(static|media)\//.test(pathname)) event.respondWith(file(event.request));
});

async function begin() {
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
  await clients.claim();
}

const find = (url) => caches.match(url, { cacheName: KEPT, ignoreVary: true });
const read = async () => (await find(LIST))?.json();

async function write(list) {
  const cache = await caches.open(KEPT);
  await cache.put(LIST, new Response(JSON.stringify(list)));
  const wanted = new Set([LIST, ...Object.values(list.pages).flatMap(({ files }) => files)]);
  for (const { url } of await cache.keys()) if (!wanted.has(url.slice(location.origin.length))) await cache.delete(url);
}

// The network first. What is kept comes only in its place, and says so.
async function page(event) {
  const { request } = event;
  const known = request.method === "GET" && (await find(request.url));
  try {
    const answer = await (known ? Promise.race([fetch(request.url, FROM_THE_SITE), tooLong()]) : fetch(request));
    if (!known || answer.status < 500) {
      event.waitUntil(keepUp(request.url, known, answer.clone()).catch(() => {}));
      return answer;
    }
  } catch {}
  const instead = known || (await find("/offline/"));
  return instead ? asKept(instead, known && request.url) : Response.error();
}

const tooLong = () => new Promise((_, refuse) => setTimeout(refuse, PATIENCE));

async function file(request) {
  const known = await find(request.url);
  return known ? part(known, request.headers.get("Range")) : fetch(request);
}

// Players ask for a part of a sound.
async function part(response, range) {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  if (!first) return response;
  const whole = await response.blob();
  const end = Math.min(last ? +last : Infinity, whole.size - 1);
  const headers = { "Content-Type": whole.type, "Content-Range": `bytes ${first}-${end}/${whole.size}` };
  return new Response(whole.slice(+first, end + 1), { status: 206, headers });
}

// A page as it was kept: it says since when, asks for its small pictures alone, and is not counted.
async function asKept(response, url) {
  const text = (await response.text())
    .replace(/ srcset="[^"]*"/g, "")
    .replace(/<script[^>]* data-stamp=[^>]*><\/script>/, "");
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return new Response(url ? text.replace(/<main[^>]*>/, `$&${notice(text, headers, url)}`) : text, { headers });
}

function notice(text, headers, url) {
  const language = /<html lang="(en|de)"/.exec(text)?.[1] ?? "nl";
  const words = WORDS[language];
  const ends = headers.get("X-Page-Ends-At");
  const isAboutNow = /^\/nu\//.test(new URL(url).pathname) || text.includes('class="incident"');
  const said = [
    `<strong>${words.saved} ${moment(headers.get("X-Page-Made-At") ?? headers.get("Date"), language)}.</strong>`,
    navigator.onLine ? words.silent : words.offline,
    ends && Date.parse(ends) < Date.now() && `<strong>${words.valid} ${moment(ends, language)}. ${words.over}</strong>`,
    isAboutNow && words.maybe,
  ];
  return `<p class="offline" lang="${language}"${isAboutNow ? " data-loud" : ""}>${said.filter(Boolean).join(" ")}</p>`;
}

function moment(told, language) {
  const at = new Date(told);
  const year = at.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  const day = at.toLocaleDateString(language, { day: "numeric", month: "long", year, timeZone: ZONE });
  return `${day} ${at.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", timeZone: ZONE })}`;
}

// Fetches everything of a page, tells how far it is, and leaves nothing of it when that fails.
async function keep(id, teller) {
  const list = (await read()) ?? { pages: {} };
  try {
    list.pages[id] = await take(id, await caches.open(KEPT), (share) => teller.postMessage({ share }));
    await write({ release: RELEASE, renewed: Date.now(), ...list });
    teller.postMessage({ isKept: true });
  } catch (error) {
    delete list.pages[id];
    await write(list).catch(() => {});
    teller.postMessage({ trouble: error.name === "QuotaExceededError" ? "space" : "line" });
  }
}

async function take(id, cache, tell = () => {}) {
  const { title, url, size, files } = await (await good(`/bewaren/${id}/lijst.json`)).json();
  const waiting = files.values();
  let done = 0;
  const lane = async () => {
    for (const [path, bytes] of waiting) {
      if (!/^\/(static|media)\//.test(path) || !(await find(path))) await cache.put(path, await good(path));
      tell((done += bytes) / size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { title, url, size, at: Date.now(), files: files.map(([path]) => path) };
}

// What is fetched to be kept says so, because nobody reads it now.
async function good(path) {
  const answer = await fetch(path, { headers: { Purpose: "prefetch" } });
  if (answer.status !== 200 || answer.redirected) throw new Error(`${answer.status} ${path}`);
  return answer;
}

// After a visit: the same page is as new as this visit, one that is gone goes, and one that changed brings its files.
async function keepUp(url, known, answer) {
  const isSame = known && answer.headers.get("ETag") === known.headers.get("ETag");
  if (isSame && (await caches.has(KEPT))) await (await caches.open(KEPT)).put(url, answer);
  await renew(known && !isSame);
}

let renewing;
const renew = (hasChanged) => (renewing ??= renewAll(hasChanged).finally(() => (renewing = null)));

async function renewAll(hasChanged) {
  const list = await read();
  if (!list) return;
  const isDue = list.release !== RELEASE || Date.now() - list.renewed > DAY;
  if (!hasChanged && (!isDue || navigator.connection?.saveData)) return;
  const cache = await caches.open(KEPT); // When all is wiped meanwhile, this is nobody's any more.
  for (const id of Object.keys(list.pages)) {
    try {
      list.pages[id] = await take(id, cache);
    } catch (error) {
      if (!/^(404|410) /.test(error.message)) throw error;
      delete list.pages[id];
    }
  }
  if (await caches.has(KEPT)) await write({ ...list, release: RELEASE, renewed: Date.now() });
}
