"""The ballot box: what was sent waits in sealed envelopes until it is laid down among others.

`services` posts and empties; `signals.laid_down` tells what came in. Rule R-10.
"""
