"""What residents and the team may do with a signal, in any order; each keeps its account of it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from tests.factories.signalen import category
from tests.signal_photos import photo_of
from tests.wijkteams.moderatie.account import Account
from wijkteams.models import Organisatie
from wijkteams.moderatie import again, deciding
from wijkteams.moderatie.models import Herziening, Inhoudsmelding
from wijkteams.moderatie.registry import reported
from wijkteams.moderatie.reporting import report
from wijkteams.signalen import merging, services
from wijkteams.signalen.models import Doorzending, Melder, Openbaarheid, Opvolging, Signaal
from wijkteams.signalen.partners import services as partners
from wijkteams.signalen.staten import MOVES
from wijkteams.signalen.vertellen import changes, confirming
from wijkteams.signalen.werk import arranging, photos
from wijkteams.signalen.werk.redaction import take_away_words

DECIDED = {"grond": "privacy", "feiten": "Er was iets.", "uitleg": "Daarom."}


class Story(Account):
    """One signal; each of its acts is what somebody did."""

    def tell(self) -> None:
        """Somebody tells it, with a photo."""
        self.klasse = self.random.choice(["openbaar"] * 4 + ["beperkt", "vertrouwelijk"])
        self.doubtful = self.random.random() < 0.3
        kind = {"openbaar": "verkeer", "beperkt": "overlast", "vertrouwelijk": "zorg"}[self.klasse]
        text = f"{self.word('tekst')} hier." + (" Bel 0612345678." if self.doubtful else "")
        melder = Melder(name=self.word("naam"), email=f"{self.word('mail')}@bewoner.example")
        row = Signaal(
            wijk=self.wijk,
            categorie=category(kind, self.klasse),
            titel=self.word("titel"),
            tekst=text,
            plaats_tekst="Kadeweg 12",
            latitude=52.01,
            longitude=4.71,
        )
        self.pk = services.tell(row, melder=melder).pk
        self.photo_pk = photo_of(row, public=False).pk
        if self.klasse == "vertrouwelijk":
            self.shown = "verborgen"

    def confirm(self) -> None:
        melder = Melder.objects.get(signaal=self.pk)
        if not melder.email or melder.bevestigd_op is not None:
            return
        confirming.confirm(melder)
        if self.shown == "wacht" and self.klasse == "openbaar" and not self.doubtful:
            self.shown = "openbaar"

    def approve(self) -> None:
        services.show(self.pk, Openbaarheid.OPENBAAR)
        self.shown = "openbaar"

    def take_off(self) -> None:
        arranging.take_off(self.pk, reden="Zo.", grond="spam", door=self.people[0])
        self.shown = "verborgen"

    def classify(self) -> None:
        klasse = self.random.choice(["openbaar", "beperkt", "vertrouwelijk"])
        services.classify(self.pk, klasse)
        self.klasse = klasse
        if klasse == "vertrouwelijk":
            for one in self.others:
                if one is self or one.lead is self:
                    one.klasse, one.shown = klasse, "verborgen"

    def report_it(self) -> None:
        """By a guessed address: only what all see can be reported."""
        found = reported("signaal", self.row.code)
        assert (found is not None) is self.is_seen, self.done
        if found is not None:
            filled = {"reden": "privacy", "plek": "", "uitleg": "Hm.", "name": "", "email": ""}
            report(*found, filled)

    def decide(self) -> None:
        melding = Inhoudsmelding.objects.filter(soort="signaal", object_id=self.pk).last()
        if melding is None:
            return
        actie = self.random.choice(["weg", "blijft", "afgedekt"])
        word = self.word("tekst")
        how = {**DECIDED, "actie": actie, "woorden": [word] if actie == "afgedekt" else []}
        try:
            deciding.decide(melding.pk, door=self.people[0], **how)
        except deciding.StaleError:
            return
        if actie == "weg":
            self.shown = "verborgen"
        elif actie == "afgedekt":
            self.taken.add(word)

    def look_again(self) -> None:
        melding = Inhoudsmelding.objects.filter(object_id=self.pk, besluit__isnull=False).last()
        if melding is None or melding.besluit is None:
            return
        besluit = melding.besluit
        asked = again.ask(besluit.pk, van=Herziening.Van.AUTEUR, melding=None, waarom="Nee.")
        wanted = again.turned(besluit, asked.van)
        changes_it = wanted != besluit.geldt
        again.handle(asked.pk, uitkomst="anders", antwoord="Toch.", door=self.people[1])
        if changes_it:
            self.shown = "verborgen" if wanted == "weg" else "openbaar"

    def photo_on(self) -> None:
        if not self.is_taken_back:
            photos.show_photo(self.pk, self.photo_pk, shown=True)
            self.photo = True

    def photo_off(self) -> None:
        if not self.is_taken_back:
            why = {"reden": "Zo.", "grond": "privacy"}
            photos.take_photo_off(self.photo_pk, door=self.people[0], **why)
            self.photo = False

    def take_words(self) -> None:
        word = self.random.choice([self.word("titel"), self.word("tekst")])
        take_away_words(self.pk, [word], door=self.people[0])
        self.taken.add(word)

    def take_back(self) -> None:
        row, others = self.row, self.row.aantal_mee
        if not changes.may_take_back(row):
            return
        changes.take_back(Melder.objects.get(signaal=self.pk))
        self.taken |= {self.word(what) for what in ("titel", "tekst", "naam", "mail")}
        self.photo, self.is_taken_back = False, True
        if not others and self.lead is None:
            self.shown = "verborgen"

    def note(self) -> None:
        word = self.new_word()
        self.private.add(word)
        services.step(self.pk, self.row.staat, door=self.people[0], interne_notitie=word)

    def step(self) -> None:
        row, word = self.row, self.new_word()
        naar = self.random.choice([row.staat, *MOVES[row.staat]])
        self.private.add(word)  # until the service took it
        services.step(self.pk, naar, door=self.people[0], openbare_zin=word)
        if self.klasse != "vertrouwelijk":
            self.private.discard(word)
            self.said.add(word)

    def second_look(self) -> None:
        waits = Opvolging.objects.filter(signaal=self.pk, wacht_op_tweede=True).last()
        if waits is None:
            return
        if self.random.random() < 0.5:
            services.confirm(waits.pk, door=self.people[1])
        else:
            arranging.not_yet(waits.pk, door=self.people[1], waarom="Nee.")

    def pass_on(self) -> None:
        word = self.new_word()
        self.private.add(word)
        partners.pass_on(
            Doorzending(
                signaal_id=self.pk, organisatie=Organisatie.objects.get(), door=self.people[0]
            ),
            openbare_zin=word,
        )
        if self.klasse != "vertrouwelijk":
            self.private.discard(word)
            self.said.add(word)

    def partner_answers(self) -> None:
        passed = Doorzending.objects.filter(signaal=self.pk).last()
        if passed is not None:
            word = self.new_word()
            self.private.add(word)
            partners.answer(passed.pk, antwoord=word, door=f"Ria {word}")

    def team_checks(self) -> None:
        """The words that the team makes of it are for all; the answer itself stays with them."""
        passed = Doorzending.objects.filter(signaal=self.pk, stand="beantwoord").last()
        if passed is None or self.lead is not None:
            return
        word = self.new_word()
        self.private.add(word)
        partners.check(passed.pk, naar=self.row.staat, openbare_zin=word, door=self.people[0])
        if self.klasse != "vertrouwelijk":
            self.private.discard(word)
            self.said.add(word)

    def together(self) -> None:
        """Put it under another, or loosen it."""
        if self.lead is not None:
            merging.separate(self.pk, self.people[0])
            self.lead = None
            return
        into = self.random.choice(self.others)
        if into is not self:
            merging.merge(into.pk, [self.pk], self.people[0])
            for one in self.others:
                if one is self or one.lead is self:
                    one.lead = into

    def act(self, name: str) -> None:
        """Do it; what may not be is refused, and changes nothing."""
        self.done.append(name)
        try:
            with transaction.atomic():
                getattr(self, name)()
        except ValidationError:
            self.done.append("(geweigerd)")


ACTS = (
    *("step",) * 5,
    *("classify", "approve") * 4,
    *("confirm", "report_it", "report_it", "decide", "look_again", "take_off", "second_look"),
    *("note", "pass_on", "partner_answers", "team_checks", "together", "photo_on", "photo_on"),
    *("photo_off", "take_words", "take_back"),
)
"What is tried most, is tried more often here."
