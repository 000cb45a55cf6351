"""Listing rows: every list, feed and sitemap reads `Vermelding`, and never the page tree.

    register_kind("nieuws", NieuwsPage, _("Nieuws"), as_vermelding)     in `ready()`
    newest(locale, kind="nieuws", wijk=wijk, limit=20, before=marker)   one query

Rows are kept by events (`events`), are made anew by `maak_vermeldingen` (`rebuild`), and are
looked at each night (`tasks`).
"""
