// A film takes the place of its picture, and only after a click: nothing is asked of others before.
// Without this script, the link leads to the film itself.
function play(link, frame) {
  const player = document.createElement("iframe");
  player.src = link.dataset.video;
  player.title = link.dataset.title;
  player.allow = "autoplay; fullscreen; picture-in-picture";
  player.referrerPolicy = "strict-origin-when-cross-origin"; // YouTube refuses players without it
  frame.replaceChildren(player);
  player.focus();
}

for (const link of document.querySelectorAll("a[data-video]")) {
  const frame = link.parentElement;
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  button.lastElementChild.textContent = link.dataset.label;
  button.addEventListener("click", () => play(link, frame));
  link.replaceWith(button);
}
