// Beside a page: list what the preview says of its language. Without this file the report says it as well.
const part = (name, root = document) => root.querySelector(`[data-language-${name}]`);

function term(label, value) {
  const words = [document.createElement("dt"), document.createElement("dd")];
  words[0].textContent = label;
  words[1].textContent = value;
  return words;
}

function row(signal) {
  const item = part("row").content.firstElementChild.cloneNode(true);
  for (const name of ["label", "found", "advice", "place"]) {
    part(name, item).textContent = signal[name];
  }
  return item;
}

document.addEventListener("w-preview:loaded", () => {
  const preview = document.querySelector("#w-preview-iframe")?.contentDocument;
  const data = preview?.querySelector("wagtail-userbar")?.shadowRoot?.querySelector("#language-signals");
  const coach = part("coach");
  if (!coach || !data) {
    return;
  }
  const { measures, note, signals } = JSON.parse(data.textContent);
  part("measures").replaceChildren(...measures.flatMap(({ label, value }) => term(label, value)));
  part("note").textContent = note;
  part("count").textContent = signals.length ? `Aantal signalen: ${signals.length}` : "Geen signalen gevonden.";
  part("list").replaceChildren(...signals.map(row));
  coach.hidden = false;
});
