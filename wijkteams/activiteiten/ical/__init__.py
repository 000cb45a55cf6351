"""Activities in the calendars of telephones, and as RSS (requirement A6).

    /…/agenda.ics           hub, ward and agenda; of a theme with ?thema=groen
    /…/<slug>/activiteit.ics, /…/<slug>/<date>.ics      one activity, one time of it
    /…/agenda/rss.xml       what was put in the agenda last
    /mijn-agenda/<token>.ics                            where one person comes (a secret address)

`addresses.feed_addresses(page, request)` gives the addresses for a page; the part 'Zet in mijn
agenda' is templates/activiteiten/ical/zet_in_agenda.html.

Decisions:
- A feed tells a series as a rule with exceptions, under one UID for ever; each difference of one
  time (moved, cancelled, with a note) stands beside it by RECURRENCE-ID.
- One time alone is an event of its own (`<key>-<uid>`): programs read an exception without its
  series in many ways, and most of them wrongly.
- What was called off stays as CANCELLED until 90 days after its day. What was taken from the site
  stays 90 days as CANCELLED without a word of what it was (`Vervallen`).
- SEQUENCE rises with each publication and each change of a time (`sequence`).
- A calendar has at most 500 activities, the soonest first: of a large city one takes a theme.
"""
