// Says in one polite sentence what a screen shows now, when <live-screen> brought another step. Counts are not said.
const announcer = document.querySelector("[data-announcer]");
const words = () => document.querySelector("[data-announcement]")?.textContent ?? "";
let said = words();

addEventListener("live:shown", () => {
  if (words() !== said) announcer.textContent = said = words();
});
