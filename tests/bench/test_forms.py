"""What residents of the bench send back."""

from __future__ import annotations

from tests.bench.forms import form_of

PAGE = b"""<form method="post" action="/zoek/"><input name="q"></form><main>
<form class="form" method="get"><input name="no" value="1"></form>
<form class="form" method="post" novalidate action="/stap/2/?a&amp;b">
  <input type="hidden" name="token" value="a&quot;b">
  <input type="radio" name="one" value="x"><input type="radio" name="one" value="y">
  <input type="text" name="typed" value="there"><textarea name="long" rows="3"></textarea>
  <select name="choice"><option value="">-</option><option value="2">B</option></select>
  <input type="file" name="photo">
  <button type="submit" name="_vorige">Vorige</button>%s
</form></main>"""
SENT = {"token": 'a"b', "one": "x", "typed": "there", "long": "", "choice": ""}


def test_the_main_button_without_a_name() -> None:
    assert form_of(PAGE % b'<button type="submit">Volgende</button>') == (
        "/stap/2/?a&b",
        list(SENT.items()),
    )


def test_only_buttons_with_a_name() -> None:
    found = form_of(PAGE % b"")
    assert found is not None
    assert dict(found[1]) == {**SENT, "_vorige": ""}


def test_a_page_without_a_form() -> None:
    assert form_of(b"<form method=post></form><main><p>Bedankt</p></main>") is None
