// Helps whoever makes a survey: a condition is chosen from the questions before it and their
// answers, as they stand in the form now. What is kept are the ids of those.
const panel = document.querySelector("[data-enquete-woorden]");
const form = panel?.closest("form");
const words = panel ? JSON.parse(panel.dataset.enqueteWoorden) : {};
const NUMBERS = ["minstens", "hoogstens"];

const value = (name) => form.elements.namedItem(name)?.value ?? "";

// The blocks of a stream or list in the order in which they stand, without what was removed.
function children(prefix) {
  const found = [];
  for (let place = 0; place < Number(value(`${prefix}-count`)); place += 1) {
    const one = `${prefix}-${place}`;
    if (!form.elements.namedItem(`${one}-order`) || value(`${one}-deleted`)) continue;
    found.push({ prefix: one, id: value(`${one}-id`), order: Number(value(`${one}-order`)) });
  }
  return found.sort((a, b) => a.order - b.order);
}

const options = (prefix) => children(prefix).map((one) => [one.id, value(`${one.prefix}-value`)]);

const ticked = (name) => form.elements.namedItem(name)?.checked;

function answersTo(question) {
  const { kind, prefix } = question;
  const found = [];
  if (kind === "keuze" || kind === "keuzes") found.push(...options(`${prefix}-value-opties`));
  if (kind === "ja_nee") found.push(...words.waarden.ja);
  if (kind === "buurt") found.push(...words.waarden.buurt);
  if (kind === "schaal" || kind === "smileys") {
    const most = kind === "schaal" ? Number(value(`${prefix}-value-maximum`)) || 5 : 5;
    for (let number = 1; number <= most; number += 1) found.push([`${number}`, `${number}`]);
  }
  if (ticked(`${prefix}-value-anders`)) found.push(words.waarden.anders);
  if (ticked(`${prefix}-value-weet_niet`)) found.push(words.waarden.weet_niet);
  return found.filter(([id, text]) => id && text.trim());
}

// All questions by page; `before` leaves out what comes after the block with this prefix.
function questionsBefore(owner) {
  const pages = [];
  let number = 0;
  for (const page of children("vragen")) {
    number += 1;
    if (owner === `${page.prefix}-value`) return pages;
    const title = value(`${page.prefix}-value-title`).trim();
    const found = { name: `${words.bladzijde} ${number}${title ? `: ${title}` : ""}`, questions: [] };
    pages.push(found);
    for (const question of children(`${page.prefix}-value-vragen`)) {
      if (owner === `${question.prefix}-value`) return pages;
      const kind = value(`${question.prefix}-type`);
      if (kind === "tekst") continue;
      const text = value(`${question.prefix}-value-text`).trim() || words.zonder;
      found.questions.push({ ...question, kind, text });
    }
  }
  return pages;
}

function say(input, given) {
  if (input.value === given) return;
  input.value = given;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

const wrapper = (input) => input.closest("[data-contentpath]") ?? input.parentElement;

// What stands in the place of a field with ids: made once, filled again when something changed.
function standIn(input, tag) {
  if (input.enqueteStandIn) return input.enqueteStandIn;
  const made = document.createElement(tag);
  const label = form.querySelector(`label[for="${input.id}"]`);
  made.id = `${input.id}-keuze`;
  made.setAttribute("aria-describedby", input.getAttribute("aria-describedby") ?? "");
  if (label) {
    label.id ||= `${input.id}-label`;
    if (tag === "select") label.htmlFor = made.id;
    else {
      made.setAttribute("role", "group");
      made.setAttribute("aria-labelledby", label.id);
    }
  }
  input.type = "hidden";
  input.after(made);
  input.enqueteStandIn = made;
  return made;
}

const option = (id, text) => Object.assign(document.createElement("option"), { value: id, textContent: text });

function fill(place, key, make) {
  if (place.dataset.stand === key) return;
  place.dataset.stand = key;
  place.replaceChildren(...make());
}

function chooseQuestion(input) {
  const select = standIn(input, "select");
  const pages = questionsBefore(input.name.split("-als-regels-")[0]).filter((page) => page.questions.length);
  const all = pages.flatMap((page) => page.questions);
  const chosen = all.find((question) => question.id === input.value);
  const key = JSON.stringify([input.value, pages.map((page) => [page.name, page.questions.map((q) => [q.id, q.text])])]);
  fill(select, key, () => {
    const empty = option("", all.length ? words.kies : words.geen);
    const groups = pages.map((page) => {
      const group = document.createElement("optgroup");
      group.label = page.name;
      group.append(...page.questions.map((question) => option(question.id, question.text)));
      return group;
    });
    const gone = input.value && !chosen ? [option(input.value, words.weg)] : [];
    return [empty, ...gone, ...groups];
  });
  select.value = input.value;
  select.onchange = () => { say(input, select.value); refresh(); };
  return chosen;
}

function chooseTest(select, question) {
  const fit = question ? words.soorten[question.kind] : [...select.options].map((one) => one.value);
  for (const one of select.options) {
    one.hidden = !fit.includes(one.value);
    one.disabled = one.hidden;
  }
  if (!fit.includes(select.value)) say(select, fit[0]);
}

function chooseAnswers(input, test, question) {
  const group = standIn(input, "div");
  group.className = "enquete-antwoorden";
  wrapper(input).hidden = !question || test === "beantwoord";
  if (!question || test === "beantwoord") return say(input, "");
  const given = input.value.split(" ").filter(Boolean);
  if (NUMBERS.includes(test)) {
    fill(group, "getal", () => {
      const number = document.createElement("input");
      Object.assign(number, { type: "number", step: "any", id: `${input.id}-getal` });
      number.setAttribute("aria-label", words.getal);
      number.value = given.find((one) => one !== "" && Number.isFinite(Number(one))) ?? "";
      number.oninput = () => say(input, number.value);
      return [number];
    });
    return say(input, group.firstElementChild.value);
  }
  const answers = answersTo(question);
  const known = given.filter((one) => answers.some(([id]) => id === one));
  fill(group, JSON.stringify([question.id, answers]), () => answers.map(([id, text]) => {
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", value: id, checked: known.includes(id) });
    box.onchange = () => {
      const boxes = [...group.querySelectorAll("input:checked")];
      say(input, boxes.map((one) => one.value).join(" "));
    };
    label.append(box, ` ${text}`);
    return label;
  }));
  return say(input, known.join(" "));
}

const opened = new WeakSet();

// A condition that is there must be seen; 'all rules' says nothing when there is one.
function showCondition(block) {
  const rules = [...block.querySelectorAll("[data-enquete-regel=vraag]")]
    .filter((input) => !value(`${input.name.replace(/-value-vraag$/, "")}-deleted`));
  const all = block.querySelector("[data-contentpath=alle]");
  if (all) all.hidden = rules.length < 2;
  const toggle = block.closest(".w-panel")?.querySelector("[data-panel-toggle]");
  if (rules.length && toggle && !opened.has(block)) {
    opened.add(block);
    if (toggle.getAttribute("aria-expanded") === "false") toggle.click();
  }
}

function refresh() {
  for (const input of form.querySelectorAll("[data-enquete-regel=vraag]")) {
    const start = input.name.replace(/vraag$/, "");
    const test = form.elements.namedItem(`${start}toets`);
    const values = form.elements.namedItem(`${start}waarden`);
    if (!test || !values) continue;
    const question = chooseQuestion(input);
    chooseTest(test, question);
    if (question || !input.value) chooseAnswers(values, test.value, question);
  }
  for (const block of form.querySelectorAll(".enquete-voorwaarde")) showCondition(block);
}

if (form) {
  let later;
  const soon = () => { clearTimeout(later); later = setTimeout(refresh, 200); };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  new MutationObserver((changes) => {
    const ours = (node) => node.closest?.(".enquete-antwoorden, select");
    if (changes.some((change) => change.addedNodes.length && !ours(change.target))) soon();
  }).observe(form, { childList: true, subtree: true });
  soon();
}
