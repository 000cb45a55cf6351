"""Surveys on paper: the form to print, and typing in what comes back (requirement S6).

make_stapel(enquete, kanaal=…, dubbel=…, by=user)     a pile of forms
save_form(invoer, …)                                  what somebody typed
verschillen(stapel)                                   where two who typed do not agree
tel_mee(stapel)                                       to the bus, once
bytes_of(versie, language, groot=…, nummers=(…))      the form as PDF
"""
