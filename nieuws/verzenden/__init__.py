"""Sending an edition to its readers: each once, and nobody who left (rules R-33 and R-35).

    services      what screens and other rooms ask for
    starting      freezes what goes out, and makes a row per reader
    turns         works on an edition for at most a minute, then lets other mail go first
    claiming      takes a hundred rows, and gives back what was not sent
    journal       on disk: how far a sender came with its hundred; survives kill -9
    reconciling   puts right what a sender that died had in hand

A mail server cannot be asked to take a mail 'exactly once'. What can be known is which single mail
was on its way when a sender died: that one is 'onzeker' and waits for a person, unless the relay
can tell (`relay`). All others are certainly sent or certainly not.
"""
