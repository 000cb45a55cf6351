// Signals in the CMS. Everything works without it; with it one points instead of types.

const SVG = 'http://www.w3.org/2000/svg';

// Words: select them in the text, press the button, and they stand in the field.
for (const text of document.querySelectorAll('[data-kies-woorden]')) {
  const field = document.getElementById(text.dataset.kiesWoorden);
  const button = text.querySelector('button');
  if (!field || !button) continue;
  button.hidden = false;
  // Pressing the button would lose what was selected.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    const chosen = document.getSelection();
    if (!chosen || !text.contains(chosen.anchorNode)) return;
    const lines = chosen.toString().split('\n').map((line) => line.trim()).filter(Boolean);
    if (!lines.length) return;
    field.value = [...field.value.split('\n').filter(Boolean), ...lines].join('\n');
    chosen.removeAllRanges();
  });
}

// A photo: pull a box over it, and its numbers stand in the next free row; and the other way round.
for (const frame of document.querySelectorAll('[data-afdekken]')) {
  const svg = frame.querySelector('svg');
  const rows = [...document.querySelectorAll('[data-vak]')].map((row) => [...row.querySelectorAll('input')]);
  let row = null;
  let start = null;

  const draw = () => {
    svg.replaceChildren();
    for (const fields of rows) {
      const [x, y, width, height] = fields.map((field) => Number.parseFloat(field.value));
      if (!(width > 0 && height > 0)) continue;
      const box = document.createElementNS(SVG, 'rect');
      for (const [name, value] of Object.entries({ x, y, width, height })) box.setAttribute(name, value || 0);
      svg.append(box);
    }
  };
  const spot = (event) => {
    const box = svg.getBoundingClientRect();
    const within = (value) => Math.min(100, Math.max(0, value * 100));
    return [within((event.clientX - box.left) / box.width), within((event.clientY - box.top) / box.height)];
  };

  svg.addEventListener('pointerdown', (event) => {
    row = rows.find((fields) => fields.every((field) => !field.value));
    if (!row) return;
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    start = spot(event);
  });
  svg.addEventListener('pointermove', (event) => {
    if (!start) return;
    const [x, y] = spot(event);
    const box = [Math.min(x, start[0]), Math.min(y, start[1]), Math.abs(x - start[0]), Math.abs(y - start[1])];
    row.forEach((field, number) => { field.value = box[number].toFixed(1); });
    draw();
  });
  const end = () => {
    // A touch is no box.
    if (start && !(Number.parseFloat(row[2].value) >= 0.5 && Number.parseFloat(row[3].value) >= 0.5)) {
      for (const field of row) field.value = '';
      draw();
    }
    start = null;
  };
  svg.addEventListener('pointerup', end);
  svg.addEventListener('pointercancel', end);
  for (const field of rows.flat()) field.addEventListener('input', draw);
  draw();
}

// Writing down for somebody: a click on the map is a place in the list of places.
const places = document.querySelector('select[name="plek"]');
const ground = document.querySelector('[data-hoeken]');
if (places && ground) {
  const [west, north, east, south] = ground.dataset.hoeken.split(' ').map(Number);
  const size = ground.viewBox.baseVal.width;
  ground.addEventListener('click', (event) => {
    if (event.target.closest('a')) return;
    const box = ground.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width;
    const y = (event.clientY - box.top) / box.height;
    const place = [west + (east - west) * x, north + (south - north) * y].map((one) => one.toFixed(5)).join(',');
    let own = places.querySelector('[data-eigen]');
    if (!own) {
      own = new Option(ground.dataset.woord || '•', place);
      own.dataset.eigen = '';
      places.add(own, 1);
    }
    own.value = place;
    places.value = place;
    let mark = ground.querySelector('[data-merk]');
    if (!mark) {
      mark = document.createElementNS(SVG, 'circle');
      mark.dataset.merk = '';
      mark.setAttribute('class', 'signalen__punt signalen__punt--deze');
      mark.setAttribute('r', '13');
      ground.append(mark);
    }
    mark.setAttribute('cx', x * size);
    mark.setAttribute('cy', y * size);
  });
}
