// A passkey that was refused, or is not there: show the line that says what to do. It is shown anew at each refusal, so
// that it is read aloud each time. Without this file the button does nothing more than it did.
document.addEventListener("allauth.error", () => {
  for (const line of document.querySelectorAll("[data-passkey-refused]")) {
    line.hidden = true;
    setTimeout(() => (line.hidden = false), 100);
  }
});
