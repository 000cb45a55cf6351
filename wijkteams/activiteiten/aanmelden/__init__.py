"""Signing up: how much room there is, who comes, who waits, and what they are told.

    room_of(keer)                       what is left, and whether one can sign up
    services.sign_up(...)               by a resident, without an account
    services.enter(...)                 by the team: by phone, on paper, at the door
    services.confirm / claim / cancel / change_size / promote

Rules (requirements A3 to A5):
- A place is kept from the moment somebody signs up, and lapses when it is not confirmed in time.
- A freed place is offered to exactly one: the first on the waiting list whose group fits.
- Places that the team keeps free ('reserved') are filled by the team only; what the team enters
  takes those first.
- Whoever changes anything here holds the row of the Activiteit: see `Activiteit.objects.locked`.
"""
