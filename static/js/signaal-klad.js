// What somebody types while telling a signal, kept in this browser only: the line may fall away on the street.
// Gone after a day, when it is sent, and when they wipe it. Without this script nothing is kept but what was sent.
const DAY = 24 * 3600 * 1000;
const key = (name) => `klad-${name}`;

/** What was kept, if it is not older than a day; a browser may refuse to keep anything. */
function read(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(key(name)) ?? "null");
    if (kept && Date.now() - kept.at < DAY) return kept.words;
    localStorage.removeItem(key(name));
  } catch { /* nothing is kept then */ }
  return null;
}

function write(name, words) {
  try {
    localStorage.setItem(key(name), JSON.stringify({ at: Date.now(), words }));
    return true;
  } catch {
    return false;
  }
}

function wipe(name) {
  try {
    localStorage.removeItem(key(name));
  } catch { /* it was not kept */ }
}

for (const sent of document.querySelectorAll("[data-klad-weg]")) wipe(sent.dataset.kladWeg);

for (const area of document.querySelectorAll("[data-klad]")) {
  const name = area.dataset.klad;
  const fields = [...area.querySelectorAll("input[type=text], textarea")].filter((field) => field.name && field.tabIndex >= 0);
  const note = document.createElement("p");
  note.setAttribute("role", "status");
  area.append(note);

  const wiper = document.createElement("button");
  wiper.type = "button";
  wiper.className = "nl-button nl-button--secondary";
  const label = document.createElement("span");
  label.className = "nl-button__label";
  label.textContent = area.dataset.woordWis;
  wiper.append(label);
  wiper.hidden = true;
  wiper.addEventListener("click", () => {
    wipe(name);
    for (const field of fields) field.value = "";
    note.textContent = "";
    wiper.hidden = true;
    fields[0]?.focus();
  });
  area.append(wiper);

  const kept = read(name);
  if (kept && fields.every((field) => !field.value)) {
    let any = false;
    for (const field of fields) {
      if (kept[field.name]) {
        field.value = kept[field.name];
        any = true;
      }
    }
    if (any) {
      note.textContent = area.dataset.woordTerug;
      wiper.hidden = false;
    }
  }

  let later;
  area.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(() => {
      const words = Object.fromEntries(fields.map((field) => [field.name, field.value]));
      if (write(name, words)) {
        note.textContent = area.dataset.woordBewaard;
        wiper.hidden = false;
      }
    }, 400);
  });
}
