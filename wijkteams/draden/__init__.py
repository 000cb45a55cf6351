"""'Van signaal tot resultaat': what came from what, across everything that a ward does.

An app registers its models in `ready()` (`registry.register_end`); who makes one thing of another
binds them (`services.bind`); and the page of every end shows the thread that it hangs on, with
`{% load draden %}{% van_signaal_tot_resultaat page %}`.
"""
