// In a preview: mark the texts of which the server said that they may be hard to read. It finds none itself.
{
  const userbar = window.wagtail?.userbar;
  const data = userbar?.shadowRoot?.querySelector("#language-signals");
  const { signals, marked } = data ? JSON.parse(data.textContent) : { signals: [], marked: [] };
  const tidy = (text) => text.replace(/\s+/g, " ").trim();
  const holds = (element, signal) => tidy(element.textContent).includes(signal.sentence.replace(/ …$/, ""));
  const isPlaceOf = (element, signal) =>
    holds(element, signal) && ![...element.children].some((child) => holds(child, signal));

  for (const kind of marked) {
    const ofKind = signals.filter((signal) => signal.kind === kind);
    userbar.registerCheck(`taal-${kind}`, (element) => !ofKind.some((signal) => isPlaceOf(element, signal)));
  }
}
