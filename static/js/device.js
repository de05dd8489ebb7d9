// What somebody chose to keep on this device, and how nothing of it remains.
export const canKeep = "serviceWorker" in navigator && "caches" in window;

export async function listKept() {
  const list = canKeep && (await caches.match("/bewaren/lijst", { cacheName: "bewaard" }));
  return list ? Object.values((await list.json()).pages) : [];
}

export async function dropKept() {
  if (!canKeep) return;
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}

export async function wipe() {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {}
  await dropKept();
}

export function inWords(at) {
  const timeZone = "Europe/Amsterdam";
  const day = new Date(at).toLocaleDateString("nl", { day: "numeric", month: "long", year: "numeric", timeZone });
  return `${day} ${new Date(at).toLocaleTimeString("nl", { hour: "2-digit", minute: "2-digit", timeZone })}`;
}
