"""Asking for a newsletter, saying yes, changing one's mind, leaving: the residents' side.

    services.ask(...)          by a resident, without an account; they get a mail with a button
    services.enter(...)        by the team: by phone, on paper, from an existing list
    services.confirm / leave / leave_all / renew / block

Rules (requirements N4 to N6, N10, N12, N13, PL3, PL4):
- Nobody is written to who did not press a button behind a link in their own mailbox. That holds
  for what the team enters as well, also with a signature on paper: that shows what somebody wants,
  and not that the address was read well. The paper is noted with the proof.
- Each step writes a `Toestemming`; nothing else does, and forms about a profile never do.
- No page and no mail tells a stranger whether an address is known (R-34): what a form sends is
  looked at later, by the worker, and the answer is the same for everybody.
"""
