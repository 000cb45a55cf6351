"""How fast the site is, beside what it is compared with, in one interleaved run.

    make bench                              all, and docs/beheer/prestaties.md anew
    make bench ARGS="--only warm,search"    some rows, on the screen
    make bench ARGS="--quick"               does the harness work? The figures mean nothing

Times say little on a machine that others use too. What counts: ratios within one run, queries,
bytes and the processor time per request of all processes of a server together.
"""
