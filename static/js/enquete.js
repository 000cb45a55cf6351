// Filling in a survey: small helps for who has JavaScript. Without this script all of it works.

// Who types behind 'Anders, namelijk' means that answer.
for (const text of document.querySelectorAll("input[name$=':anders']")) {
  const question = text.name.slice(0, -":anders".length);
  text.addEventListener("input", () => {
    const other = document.querySelector(`input[name="${CSS.escape(question)}"][value="_anders"]`);
    if (other && text.value.trim()) other.checked = true;
  });
}

// 'Weet ik niet' and another answer exclude each other.
for (const unknown of document.querySelectorAll("input[type=checkbox][value=_weet_niet]")) {
  const group = [...document.querySelectorAll(`input[name="${CSS.escape(unknown.name)}"]`)];
  for (const box of group) {
    box.addEventListener("change", () => {
      if (!box.checked) return;
      for (const other of group) if ((box === unknown) !== (other === unknown)) other.checked = false;
    });
  }
}
