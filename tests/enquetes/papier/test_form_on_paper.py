"""The form on paper: the same questions and numbers as on the site, to be filled in with a pen."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import product

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage, Formulierdruk
from enquetes.papier.codes import Plaats, codes_of
from enquetes.papier.making import purge_druk
from enquetes.papier.pdf import bytes_of
from enquetes.papier.skipping import Words
from enquetes.vragen import Optie, Regel, Stap, Voorwaarde, Vraag, Vragenlijst
from enquetes.vragen.nummers import nummers
from enquetes.vragen.pad import zichtbaar
from tests.factories.enquetes import question, step, survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def pages(pdf: bytes) -> list[str]:
    reader = PdfReader(BytesIO(pdf))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def printed(enquete: Enquete, **how: object) -> str:
    versie = enquete.versie
    assert versie is not None
    return " ".join(pages(bytes_of(versie, "nl", **how)))  # type: ignore[arg-type]


def test_every_question_stands_on_it_with_its_number(every_kind: Enquete) -> None:
    text = printed(every_kind)
    assert "1 Hebt u een hond?" in text
    for number in range(4, 15):
        assert f"{number} Vraag {number}" in text, number
    assert "Dank u wel." in text
    for words in ("Bankjes", "Blaffen", "Kade", "Heel goed", "Ik woon ergens anders"):
        assert words in text


def test_it_says_in_words_where_to_go_on_and_whom_a_question_is_for(every_kind: Enquete) -> None:
    text = printed(every_kind)
    skip = "Hebt u bij vraag 1 ‘Nee’ of ‘Weet ik niet, of zeg ik liever niet’ ingevuld?"
    assert f"{skip} Ga dan naar vraag 4." in text
    assert text.count("Alleen als u bij vraag 1 ‘Ja’ hebt ingevuld.") == 2


def test_each_copy_has_its_number_on_every_page_and_counts_its_own_pages(
    every_kind: Enquete,
) -> None:
    versie = every_kind.versie
    assert versie is not None
    one = len(pages(bytes_of(versie, "nl")))
    found = [page for page in pages(bytes_of(versie, "nl", nummers=[41, 42])) if page]
    assert len(found) == 2 * one
    for number, copy in ((41, found[:one]), (42, found[one:])):
        for n, page in enumerate(copy, start=1):
            assert f"Formulier {number}" in page
            assert f"bladzijde {n} van {one}" in page


def test_a_copy_without_a_number_says_none(every_kind: Enquete) -> None:
    assert "Formulier" not in printed(every_kind)


def test_large_letters_take_more_pages_and_it_can_be_read_aloud(every_kind: Enquete) -> None:
    versie = every_kind.versie
    assert versie is not None
    large = bytes_of(versie, "nl", groot=True)
    assert len(pages(large)) > len(pages(bytes_of(versie, "nl")))
    root = PdfReader(BytesIO(large)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/Lang"] == "nl"  # type: ignore[index]


def test_where_and_until_when_it_may_come_back(haven: Wijk) -> None:
    closes = datetime(2026, 11, 30, 23, 0, tzinfo=UTC)  # midnight in Amsterdam
    index = EnqueteIndexPage.objects.get(wijk=haven)
    text = printed(survey(index, retouradres="De Loods, Kadeweg 12", closes_at=closes))
    assert "Inleveren kan tot en met maandag 30 november 2026." in text
    assert "De Loods, Kadeweg 12" in text


@pytest.mark.parametrize(
    ("anonimiteit", "promise", "asks"),
    [
        ("anoniem", "Zet nergens uw naam of adres op.", False),
        ("vertrouwelijk", "vertrouwelijk", True),
        ("op_naam", "op naam", True),
    ],
)
def test_it_promises_what_the_site_promises(
    haven: Wijk, anonimiteit: str, promise: str, asks: bool
) -> None:
    index = EnqueteIndexPage.objects.get(wijk=haven)
    text = printed(survey(index, anonimiteit=anonimiteit))
    assert promise in text
    assert ("Uw e-mailadres" in text) is asks


def test_what_editors_type_stays_text(haven: Wijk) -> None:
    nasty = '#panic("x") <script> \\u{1} *vet* $x$ 🐕'
    index = EnqueteIndexPage.objects.get(wijk=haven)
    text = printed(survey(index, step(1, question("keuze", 1, nasty, "Nee", text=nasty))))
    assert '#panic("x") <script> \\u{1} *vet* $x$' in text


class TestWaysOn:
    """On paper nobody is sent past a question that the site would have asked."""

    @pytest.mark.parametrize("seed", range(60))
    def test_what_is_jumped_over_is_hidden_whatever_else_was_answered(self, seed: int) -> None:
        made = _random_survey(random.Random(seed))
        numbers = nummers(made)
        codes = {vraag.id: codes_of(vraag, Plaats()) for vraag in made.vragen()}
        words = Words(made, numbers, codes)
        everything = list(product(*[[None, "x", "y"]] * len(numbers)))
        for vraag in made.vragen():
            for code in codes[vraag.id]:
                target = words._next(vraag, code.value)
                jumped = {key for key, n in numbers.items() if numbers[vraag.id] < n < target}
                for values in everything:
                    given = dict(zip(numbers, values, strict=True)) | {vraag.id: code.value}
                    shown = _shown(made, {k: v for k, v in given.items() if v})
                    assert vraag.id not in shown or not jumped & shown


def _shown(vragenlijst: Vragenlijst, antwoorden: dict[str, str]) -> set[str]:
    return {vraag.id for stap in zichtbaar(vragenlijst, antwoorden) for vraag in stap.vragen}


def _random_survey(chance: random.Random) -> Vragenlijst:
    def condition(before: list[str]) -> Voorwaarde:
        many = chance.choice([0, 0, 1, 1, 2]) if before else 0
        rules = tuple(
            Regel(
                chance.choice(before),
                chance.choice(["is", "is_niet", "beantwoord"]),
                (chance.choice("xy"),),
            )
            for _n in range(many)
        )
        return Voorwaarde(rules, chance.random() < 0.5)

    before: list[str] = []
    steps = []
    for number in range(2):
        als, vragen = condition(before), []
        for _n in range(3):
            key = f"v{len(before)}"
            opties = (Optie("x", "X"), Optie("y", "Y"))
            vragen.append(Vraag(key, "keuze", key, als=condition(before), opties=opties))
            before.append(key)
        steps.append(Stap(f"s{number}", als=als, vragen=tuple(vragen)))
    return Vragenlijst(tuple(steps))


class TestOrdering:
    def test_numbered_forms_are_made_by_a_task_and_fetched(
        self, every_kind: Enquete, as_nel: Client
    ) -> None:
        url = f"/beheer/enquetes/papier/{every_kind.pk}/afdrukken/"
        as_nel.post(url, {"language": "nl", "groot": "1", "aantal": "2", "vanaf": "5"})
        row = Formulierdruk.objects.get()
        assert (row.stand, row.groot, row.tot) == ("klaar", True, 6)
        file = as_nel.get(f"/beheer/enquetes/papier/druk/{row.pk}/")
        assert file["Content-Type"] == "application/pdf"
        assert "no-store" in file["Cache-Control"]
        assert 'value="7"' in as_nel.get(url).content.decode()  # the next number

    def test_more_than_five_hundred_are_refused_in_words(
        self, every_kind: Enquete, as_nel: Client
    ) -> None:
        url = f"/beheer/enquetes/papier/{every_kind.pk}/afdrukken/"
        as_nel.post(url, {"language": "nl", "aantal": "501", "vanaf": "1"})
        assert not Formulierdruk.objects.exists()

    def test_a_stranger_fetches_nothing(
        self, every_kind: Enquete, as_nel: Client, as_fatma: Client
    ) -> None:
        url = f"/beheer/enquetes/papier/{every_kind.pk}/afdrukken/"
        as_nel.post(url, {"language": "nl", "aantal": "0", "vanaf": "1"})
        row = Formulierdruk.objects.get()
        response = as_fatma.get(f"/beheer/enquetes/papier/druk/{row.pk}/")
        assert response.headers["Location"] == "/beheer/"

    @pytest.mark.usefixtures("own_files")
    def test_after_thirty_days_row_and_file_are_gone(
        self, every_kind: Enquete, as_nel: Client, django_capture_on_commit_callbacks: object
    ) -> None:
        url = f"/beheer/enquetes/papier/{every_kind.pk}/afdrukken/"
        as_nel.post(url, {"language": "nl", "aantal": "0", "vanaf": "1"})
        row = Formulierdruk.objects.get()
        storage, name = row.file.storage, row.file.name
        assert storage.exists(name)
        Formulierdruk.objects.update(created_at=timezone.now() - timedelta(days=31))
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            assert purge_druk.call() == 1
        assert not storage.exists(name)


@pytest.mark.usefixtures("paper")
class TestForAnybody:
    def test_the_form_is_made_when_the_survey_is_published_and_linked(
        self, haven: Wijk, client: Client
    ) -> None:
        enquete = survey(EnqueteIndexPage.objects.get(wijk=haven))
        url = f"/enquete/{enquete.code}/papier/"
        for address in (url, f"{url}?groot"):
            assert client.get(address)["Content-Type"] == "application/pdf"
        page = EnquetePage.objects.get()
        assert url in client.get(page.get_url()).content.decode()

    def test_of_a_survey_that_is_not_there_any_more_nothing_is_handed_out(
        self, haven: Wijk, client: Client
    ) -> None:
        enquete = survey(EnqueteIndexPage.objects.get(wijk=haven))
        EnquetePage.objects.get().unpublish()
        assert client.get(f"/enquete/{enquete.code}/papier/").status_code == 404
