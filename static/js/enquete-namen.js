// For who listens to the form of a survey: each answer says which one it is, and each folded part of
// what it is a part. Without it there are dozens of the same name.
const form = document.querySelector("[data-enquete-woorden]")?.closest("form");

const isGone = (input) =>
  Boolean(form.elements.namedItem(input.name.replace(/-value$/, "-deleted"))?.value);

// What was typed first in the question, page or answer that this is a part of.
function about(part) {
  const field = part.closest("[data-streamfield-child]")?.querySelector("input[type=text]");
  return field?.value.trim() ?? "";
}

// Hidden words behind the heading; Wagtail wants to find its own heading there too.
function wordsFor(part) {
  const id = `${part.id}-naam`;
  const made = document.getElementById(id) ?? Object.assign(document.createElement("span"), { id, hidden: true });
  if (!made.isConnected) {
    part.append(made);
    part.setAttribute("aria-labelledby", `${part.getAttribute("aria-labelledby")} ${id}`);
  }
  return made;
}

function nameParts() {
  const known = new Map();
  for (const part of form.querySelectorAll("section.w-panel--nested[id][aria-labelledby]")) {
    const words = wordsFor(part);
    const heading = document.getElementById(part.getAttribute("aria-labelledby").split(" ")[0]);
    const name = `${heading?.textContent.replace(/\s+/g, " ").trim()} ${about(part)}`;
    const number = (known.get(name) ?? 0) + 1;
    known.set(name, number);
    const said = number > 1 ? `${about(part)} ${number}` : about(part);
    if (words.textContent !== said) words.textContent = said;
  }
}

function nameAnswers() {
  for (const list of form.querySelectorAll(".enquete-opties")) {
    let number = 0;
    for (const input of list.querySelectorAll("input[aria-label]")) {
      if (isGone(input)) continue;
      number += 1;
      input.dataset.naam ??= input.getAttribute("aria-label");
      input.setAttribute("aria-label", `${input.dataset.naam} ${number}`);
    }
  }
}

if (form) {
  let later;
  const soon = () => {
    clearTimeout(later);
    later = setTimeout(() => { nameParts(); nameAnswers(); }, 200);
  };
  const ours = (node) => node.id?.endsWith("-naam");
  new MutationObserver((changes) => {
    if (changes.some((one) => !ours(one.target) && [...one.addedNodes].some((node) => !ours(node)))) soon();
  }).observe(form, { childList: true, subtree: true });
  form.addEventListener("change", soon);
  soon();
}
