// Publishing waits for the draft that Wagtail is saving by itself at that moment. Without this file both make the new
// page, and the editor is told that its own address is taken.
let saving = false;
let waiting = null;

function finish() {
  saving = false;
  const { form, button } = waiting ?? {};
  waiting = null;
  if (!form) return;
  const wasDisabled = button?.disabled;
  if (button) button.disabled = false; // A disabled button would not say which action was chosen.
  form.requestSubmit(button);
  if (button) button.disabled = wasDisabled;
}

function hold(event) {
  if (!saving || !event.target.matches("form[data-edit-form]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  waiting = { form: event.target, button: event.submitter };
}

document.addEventListener("w-autosave:save", () => { saving = true; });
document.addEventListener("w-autosave:success", finish);
document.addEventListener("w-autosave:error", finish);
document.addEventListener("submit", hold, { capture: true });
