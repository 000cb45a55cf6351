// While somebody types what they want to start: what is there already, so that they can join.
// Without this script the same comes as a screen of its own.
const WAIT = 400, SHORTEST = 4;

for (const box of document.querySelectorAll("[data-lijkt-op]")) {
  const field = box.querySelector(`[name="${CSS.escape(box.dataset.veld)}"]`);
  if (!field) continue;
  const shown = document.createElement("div");
  shown.className = "alike";
  shown.setAttribute("role", "status");
  (field.closest(".utrecht-form-field") ?? field).after(shown);

  let timer = 0, asked = "", asking = null;

  /** Ask the server; an answer to words that have changed meanwhile is thrown away. */
  const look = async () => {
    const words = field.value.trim();
    if (words === asked) return;
    asked = words;
    asking?.abort();
    if (words.length < SHORTEST) { shown.replaceChildren(); return; }
    asking = new AbortController();
    const url = new URL(box.dataset.lijktOp, location.href);
    url.searchParams.set("q", words);
    try {
      const response = await fetch(url, { signal: asking.signal, credentials: "same-origin" });
      if (!response.ok) return;
      const piece = new DOMParser().parseFromString(await response.text(), "text/html");
      shown.replaceChildren(...piece.body.childNodes);
    } catch { /* the line is away: the step after this one shows the same */ }
  };

  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, WAIT); });
}
