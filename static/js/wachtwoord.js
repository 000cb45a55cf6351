// Lets people see the password they typed. Without this script it stays dots, and all works.
const template = document.querySelector("#toon-wachtwoord");
const typed = [...document.querySelectorAll("main input[type=password]")];
const form = typed.at(-1)?.form;
if (form) {
  typed.at(-1).parentElement.append(template.content.cloneNode(true));
  const tick = document.querySelector("#toon-wachtwoord-vink");
  const show = (visible) => typed.forEach((field) => { field.type = visible ? "text" : "password"; });
  tick.addEventListener("change", () => show(tick.checked));
  form.addEventListener("submit", () => show(false)); // else the browser keeps it as ordinary text
}
