// A map of signals for who has JavaScript: Leaflet on outlines of our own, and on tiles only where the city set them.
// Two sorts: data-kaart="kies" asks for a place in a form; data-kaart="toon" shows points of a GeoJSON address.
// Without this script the drawing, the list and the words do the same.

const LATER = { rootMargin: "300px" };

/** Leaflet itself, fetched when the first map comes in sight. */
let fetching;
function leaflet(area) {
  fetching ??= new Promise((done, failed) => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = area.dataset.leafletStijl;
    const script = document.createElement("script");
    script.src = area.dataset.leaflet;
    script.addEventListener("load", () => done(window.L));
    script.addEventListener("error", failed);
    document.head.append(style, script);
  });
  return fetching;
}

const colour = (area, name, otherwise) => getComputedStyle(area).getPropertyValue(name).trim() || otherwise;

/** The map with its ground: outlines from our own server, tiles when there are any. */
async function ground(L, area, box) {
  const answer = await fetch(area.dataset.omtrek);
  if (!answer.ok) throw new Error("no outline");
  const shapes = await answer.json();
  const map = L.map(box, { attributionControl: Boolean(area.dataset.bron), zoomSnap: 0.25, maxZoom: 19 });
  if (area.dataset.tegels) L.tileLayer(area.dataset.tegels, { attribution: area.dataset.bron, maxZoom: 19 }).addTo(map);
  const line = colour(area, "--wijk-actie", "#205080");
  const layer = L.geoJSON(shapes, {
    interactive: false,
    style: (shape) => ({
      color: line,
      weight: shape.properties.soort === "wijk" ? 3 : 1,
      fillColor: colour(area, "--wijk-vlak", "#e8eef4"),
      fillOpacity: area.dataset.tegels || shape.properties.soort !== "wijk" ? 0 : 1,
    }),
    onEachFeature: (shape, one) => {
      if (shape.properties.soort === "buurt" || shapes.features.length > 12) return;
      one.options.alt = shape.properties.naam;
    },
  }).addTo(map);
  const around = layer.getBounds();
  if (around.isValid()) map.fitBounds(around, { padding: [8, 8] });
  else map.setView([52.1, 5.3], 8);
  return map;
}

/** Point at a place: it is written in the hidden field that the form without script has as well. */
async function choose(area) {
  const drawn = area.querySelector(".point-map");
  const field = area.querySelector(`input[type=hidden][name="${CSS.escape(area.dataset.veld)}"]`);
  if (!drawn || !field) return;
  const L = await leaflet(area);
  const box = document.createElement("div");
  box.className = "leaflet-house";
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", area.dataset.woordKaart);
  drawn.before(box);
  let map;
  try {
    map = await ground(L, area, box);
  } catch {
    box.remove(); // the drawing does the same
    return;
  }
  drawn.hidden = true;
  for (const button of drawn.querySelectorAll("input[type=image]")) button.disabled = true;

  const list = area.querySelector(`select[name="${CSS.escape(area.dataset.veld)}__plek"]`);
  const told = area.querySelector("[role=status]");
  let spot;
  function put(latitude, longitude, { from } = {}) {
    const at = [latitude, longitude];
    if (spot) spot.setLatLng(at);
    else spot = L.circleMarker(at, { radius: 13, weight: 4, color: colour(area, "--focus-inkt", "#000"), fillColor: colour(area, "--focus", "#fd0"), fillOpacity: 1, interactive: false }).addTo(map);
    if (!map.getBounds().contains(at) || from === "gps") map.setView(at, Math.max(map.getZoom(), 16));
    field.value = `${longitude.toFixed(5)},${latitude.toFixed(5)}`;
    if (list && from !== "list") list.value = "";
    if (told) told.textContent = area.dataset.woordGekozen;
  }
  const [longitude, latitude] = field.value.split(",").map(Number);
  if (field.value && Number.isFinite(latitude)) put(latitude, longitude, { from: "list" });
  map.on("click", (event) => put(event.latlng.lat, event.latlng.lng));
  list?.addEventListener("change", () => {
    const [x, y] = list.value.split(",").map(Number);
    if (list.value) put(y, x, { from: "list" });
  });
  if (navigator.geolocation) box.after(here(area, put, told));
}

/** 'Use the place where I am': asked of the telephone only when they press it. */
function here(area, put, told) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "nl-button nl-button--secondary";
  const label = document.createElement("span");
  label.className = "nl-button__label";
  label.textContent = area.dataset.woordHier;
  button.append(label);
  button.addEventListener("click", () => {
    if (told) told.textContent = area.dataset.woordZoekt;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => put(coords.latitude, coords.longitude, { from: "gps" }),
      () => { if (told) told.textContent = area.dataset.woordMislukt; },
      { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 },
    );
  });
  const around = document.createElement("p");
  around.append(button);
  return around;
}

/** Show points; a feature has `properties.titel` and `properties.url`, and maybe `aantal`. */
async function display(area) {
  const L = await leaflet(area);
  const box = document.createElement("div");
  box.className = "leaflet-house";
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", area.dataset.woordKaart ?? "");
  const answer = await fetch(area.dataset.punten);
  if (!answer.ok) return;
  const points = await answer.json();
  area.prepend(box);
  let map;
  try {
    map = await ground(L, area, box);
  } catch {
    box.remove();
    return;
  }
  for (const feature of points.features ?? []) {
    const [longitude, latitude] = feature.geometry?.coordinates ?? [];
    if (!Number.isFinite(latitude)) continue;
    const { titel = "", url = "", aantal = 1, klaar = false } = feature.properties ?? {};
    const fill = klaar ? colour(area, "--vlak", "#fff") : colour(area, "--wijk-actie", "#205080");
    const marker = L.circleMarker([latitude, longitude], { radius: 8 + Math.min(aantal, 8), weight: 3, color: colour(area, "--wijk-actie", "#205080"), fillColor: fill, fillOpacity: 1 }).addTo(map);
    const words = document.createElement("a");
    words.textContent = titel;
    if (url) {
      const to = new URL(url, location.href);
      words.href = to.pathname + to.search; // always of this site
    }
    marker.bindPopup(words, { closeButton: true });
  }
  const instead = area.querySelector("[data-kaart-zonder]");
  if (instead) instead.hidden = true;
}

const sorts = { kies: choose, toon: display };
const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    seen.unobserve(entry.target);
    sorts[entry.target.dataset.kaart]?.(entry.target).catch(() => {}); // what was there without script stays
  }
}, LATER);
for (const area of document.querySelectorAll("[data-kaart]")) seen.observe(area);
