"""Who may fill in a survey, how often, and what is known of them (requirements S4, S5 and S14).

words.toegang_text(enquete), words.anonimiteit_text(enquete)    what a resident reads beforehand
services.claim(enquete, deelname_pk)      in the transaction that sends: this right is used now
services.remember(response, enquete)      a mark for this browser: somebody filled it in here
services.has_answered(request, enquete)   whether that mark is there
"""
