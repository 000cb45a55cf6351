// The code of a letter stands in the QR code after '#': that part of an address is never sent to
// the site, so no log has it. Here it is put in the field; without this one types it.
const field = document.querySelector("[data-huiscode]");
const code = decodeURIComponent(location.hash.slice(1));
if (field && !field.value && /^[0-9a-z-]{10,11}$/i.test(code)) {
  field.value = code;
  history.replaceState(null, "", location.pathname + location.search);
}
