// Sending a newsletter: the bar moves by itself, and the day is only asked for 'later'. Without
// this script a link renews the page, and a day that is not needed is not read.
const EVERY = 2000;
const stand = document.querySelector("[data-stand]");
const form = document.querySelector("[data-verstuur]");

async function look() {
  try {
    const answer = await fetch(stand.dataset.stand, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return location.reload();
    const { status, percent, words } = await answer.json();
    // What can be done, and the report, are other ones then.
    if (status !== stand.dataset.nu) return location.reload();
    const bar = stand.querySelector("progress");
    bar.value = percent;
    bar.textContent = `${percent}%`;
    stand.querySelector("[data-woorden]").textContent = words;
  } catch (error) {
    console.warn(error); // away for a moment: the next time may do
  }
  return setTimeout(look, EVERY);
}

function showDay() {
  const later = form.querySelector("[name=wanneer]:checked")?.value === "later";
  for (const name of ["dag", "tijd"]) {
    const field = form.querySelector(`[name=${name}]`);
    const part = field?.closest(".w-field__wrapper")?.parentElement ?? field?.parentElement;
    if (part) part.hidden = !later;
  }
}

if (stand) {
  stand.querySelector("[data-zonder-script]")?.remove();
  setTimeout(look, EVERY);
}
if (form) {
  form.addEventListener("change", showDay);
  showDay();
}
