// Helps whoever fills in an activity: shows only the questions that matter, says in words what it
// becomes, and whether it is in the agenda already. Without this script all questions are there,
// and both are said after saving.
const box = document.querySelector("[data-wanneer]");
const form = box?.closest("form");

const value = (name) => {
  const named = [...form.querySelectorAll(`[name="${name}"]`)];
  const chosen = named.find((field) => field.type !== "radio" || field.checked);
  return chosen ? chosen.value : "";
};

const filled = (part) => [...part.querySelectorAll("input, textarea, select")].some((field) => {
  if (field.type === "hidden" || field.type === "number") return false;
  if (field.type === "checkbox" || field.type === "radio") return false;
  return field.tagName !== "SELECT" && field.value.trim() !== "";
});

const show = (part, visible) => { part.hidden = !visible; };

function showWhatMatters() {
  const kind = value("wanneer-repeats");
  for (const part of box.querySelectorAll("[data-bij]")) {
    const when = part.dataset.bij.split(" ");
    show(part, when.includes(kind) || (when[0] === "*" && kind !== ""));
  }
  const whole = form.querySelector("[name=wanneer-hele_dag]")?.checked;
  const hours = box.querySelector("[data-tijden]");
  if (hours) show(hours, !whole);
  for (const name of ["soort", "inschrijving"]) {
    const chosen = value(name);
    for (const part of form.querySelectorAll(`[data-${name}]`)) {
      const panel = part.closest("section.w-panel") ?? part;
      const wanted = part.dataset[name].split(" ").includes(chosen);
      show(panel, wanted || (name === "soort" && filled(panel)));
    }
  }
}

function answers() {
  const sent = new URLSearchParams();
  for (const [name, given] of new FormData(form)) {
    if (name.startsWith("wanneer-") && typeof given === "string") sent.append(name, given);
  }
  return sent;
}

const waiting = {};
async function ask(name, address, sent, take) {
  waiting[name]?.abort();
  waiting[name] = new AbortController();
  try {
    const answer = await fetch(`${address}?${sent}`, { signal: waiting[name].signal });
    if (answer.ok) await take(answer);
  } catch (error) {
    if (error.name !== "AbortError") console.warn(error);
  }
}

function sayWhen() {
  const here = box.querySelector("[data-zin-hier]");
  ask("zin", box.dataset.zin, answers(), async (answer) => {
    const text = (await answer.json()).zin;
    if (here.textContent !== text) here.textContent = text;
  });
}

function sayWhatIsAlike() {
  const here = box.querySelector("[data-dubbel-hier]");
  const sent = answers();
  sent.set("agenda", box.dataset.agenda);
  // A new page that was saved by itself has a number since then, in the address.
  sent.set("pagina", box.dataset.pagina || location.pathname.match(/pages\/(\d+)\/edit/)?.[1] || "");
  sent.set("titel", value("title"));
  sent.set("plek", value("locatie"));
  ask("dubbel", box.dataset.dubbel, sent, async (answer) => {
    const html = (await answer.text()).trim();
    if (here.innerHTML.trim() !== html) here.innerHTML = html; // our own answer, made safe there
  });
}

if (form && box.querySelector("[data-zin-hier]")) {
  let later;
  const changed = (event) => {
    if (event.target.closest("[data-wanneer]") || ["soort", "inschrijving"].includes(event.target.name)) {
      showWhatMatters();
    }
    const tells = event.target.name?.startsWith("wanneer-") || ["title", "locatie"].includes(event.target.name);
    if (!tells) return;
    clearTimeout(later);
    later = setTimeout(() => { sayWhen(); sayWhatIsAlike(); }, 500);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  showWhatMatters();
}
