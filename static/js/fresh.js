// After "back" some browsers show the page as they left it, with a form that was sent before. Ask for it anew.
addEventListener("pageshow", (event) => event.persisted && location.replace(location.pathname));
