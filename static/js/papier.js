// Typing in a form from paper with the keyboard only. Without this script Tab goes on, and Enter
// keeps what was typed.
const form = document.querySelector("[data-papier]");
const boxes = [...form.querySelectorAll("[data-kind]")];
const questions = [...form.querySelectorAll("[data-vraag]")];
const QUIET = 4000;
let timer = 0;
let saving = Promise.resolve();

const codesOf = (box) => JSON.parse(box.closest("[data-vraag]")?.dataset.waarden ?? "{}");

// --- what was typed, as the rules of the survey read it ---------------------------------------
function chosen(box) {
  const codes = codesOf(box);
  const text = box.value.trim().toLowerCase();
  if (!text) return [];
  if (box.dataset.kind === "codes") {
    const alone = Object.keys(codes).every((code) => code.length === 1);
    return (alone ? [...text.replace(/[ ,;]/g, "")] : text.split(/[ ,;]+/)).filter((one) => one in codes);
  }
  const short = { j: "1", n: "2" }[text];
  if (short && codes[short] && ["ja", "nee"].includes(codes[short])) return [short];
  return text in codes ? [text] : [];
}

function given(question) {
  const found = new Set();
  for (const box of question.querySelectorAll("[data-kind]")) {
    if (box.dataset.kind === "other" || !box.value.trim()) continue;
    const codes = codesOf(box);
    const hits = chosen(box);
    if (hits.length) for (const code of hits) found.add(String(codes[code]));
    else found.add(box.value.trim().replace(",", "."));
  }
  return found;
}

function holds([vraag, toets, waarden], known) {
  const answers = known.get(vraag) ?? new Set();
  const hit = waarden.some((one) => answers.has(one));
  if (toets === "is") return hit;
  if (toets === "is_niet") return !hit;
  if (toets === "beantwoord") return answers.size > 0;
  const number = [...answers].map(Number).find((one) => !Number.isNaN(one));
  if (number === undefined) return false;
  return toets === "minstens" ? number >= Number(waarden[0]) : number <= Number(waarden[0]);
}

function wanted(als, known) {
  if (!als) return true;
  const { alle, regels } = JSON.parse(als);
  return alle ? regels.every((one) => holds(one, known)) : regels.some((one) => holds(one, known));
}

// --- what is to be skipped, and what is chosen ------------------------------------------------
function mark() {
  const known = new Map();
  for (const question of questions) {
    const part = question.closest("[data-als].papier__deel");
    const on = wanted(part.dataset.als, known) && wanted(question.dataset.als, known);
    if (on) known.set(question.dataset.vraag, given(question));
    question.classList.toggle("is-overslaan", !on);
    question.querySelector(".papier__over").hidden = on;
    const hits = new Set([...question.querySelectorAll("[data-kind]")].flatMap(chosen));
    for (const line of question.querySelectorAll("[data-code]")) {
      line.classList.toggle("is-gekozen", hits.has(line.dataset.code));
    }
  }
}

// --- on to the next box -----------------------------------------------------------------------
const skipped = (box) => Boolean(box.closest(".is-overslaan"));
const chooses = (box) => box.value.trim().toLowerCase().split(/[ ,;]*/).includes("a");

function isIdle(box) {
  if (box.dataset.kind !== "other" || box.value) return false;
  const first = box.closest("[data-vraag]").querySelector("[data-kind]");
  return !chooses(first);
}

function go(from, step) {
  let place = boxes.indexOf(from) + step;
  while (boxes[place] && (skipped(boxes[place]) || isIdle(boxes[place]))) place += step;
  if (boxes[place]) {
    boxes[place].focus();
    boxes[place].select();
  } else if (step > 0) finish();
}

async function finish() {
  clearTimeout(timer);
  timer = 0;
  await saving; // what is on its way must not arrive after this
  form.requestSubmit(form.querySelector("[data-klaar-knop]"));
}

function isWhole(box) {
  const text = box.value.trim().toLowerCase();
  if (text === "?") return true;
  const codes = codesOf(box);
  if (!chosen(box).length) return false;
  return !Object.keys(codes).some((code) => code !== text && code.startsWith(text));
}

// --- keeping it while somebody types ----------------------------------------------------------
function keepSoon() {
  if ("klaar" in form.dataset) return; // a form that was finished is only changed on purpose
  clearTimeout(timer);
  timer = setTimeout(() => {
    saving = keep();
  }, QUIET);
}

async function keep() {
  const stand = form.querySelector("[data-stand]");
  const sent = new FormData(form);
  sent.set("actie", "vanzelf");
  try {
    const answer = await fetch(form.action, { method: "POST", body: sent });
    const told = await answer.json();
    if (told.bewaard) form.elements.wijziging.value = told.wijziging;
    stand.textContent = told.bewaard ? "✓" : (told.waarom ?? "");
  } catch (error) {
    console.warn(error); // away for a moment: what was typed stands in the boxes
  }
}

form.addEventListener("input", (event) => {
  mark();
  keepSoon();
  const box = event.target;
  if (box.dataset.kind === "code" && event.inputType?.startsWith("insert") && isWhole(box)) go(box, 1);
});

form.addEventListener("keydown", (event) => {
  const box = event.target;
  if (event.isComposing || !boxes.includes(box)) {
    if (event.key === "Enter" && box.id === "formulier") {
      event.preventDefault();
      boxes[0]?.focus();
    }
    return;
  }
  const isStory = box.dataset.kind === "story";
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    finish();
  } else if (event.key === "Enter" && !(isStory && event.shiftKey)) {
    event.preventDefault();
    go(box, event.shiftKey ? -1 : 1);
  } else if (!isStory && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    const place = boxes.indexOf(box) + (event.key === "ArrowDown" ? 1 : -1);
    boxes[place]?.focus();
    boxes[place]?.select?.();
  }
});

form.addEventListener("click", (event) => {
  const line = event.target.closest("[data-code]");
  if (!line) return;
  const box = line.closest("[data-vraag]").querySelector("[data-kind]");
  if (box.dataset.kind === "codes") {
    const now = new Set(chosen(box));
    if (!now.delete(line.dataset.code)) now.add(line.dataset.code);
    box.value = [...now].join(" ");
  } else if (box.dataset.kind === "code") box.value = line.dataset.code;
  box.focus();
  mark();
  keepSoon();
});

mark();
const first = form.querySelector("[aria-invalid=true]") ?? boxes.find((box) => !skipped(box));
first?.focus();
first?.select?.();
