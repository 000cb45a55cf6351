// A button that copies a secret address which is shown to keep. Without this script it is selected by hand.
const link = document.querySelector("[data-copy]");
if (link && navigator.clipboard) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "nl-button nl-button--secondary";
  const label = document.createElement("span");
  label.className = "nl-button__label";
  label.textContent = link.dataset.copy;
  label.setAttribute("role", "status");
  button.append(label);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.value);
      label.textContent = link.dataset.copied;
    } catch {
      link.select(); // not allowed here: they can copy it themselves
    }
  });
  link.after(button);
}
