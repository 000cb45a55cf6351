"""Hiding small numbers so that they cannot be worked out either (requirement S9, rule R-10).

One principle: whatever follows from what is published, by adding and subtracting, is about at
least so many people. So small cells are never merely left out: they are put together with others
until the whole is large enough, and that whole has at least two parts.

- `line`, `table`: one table of everybody, threshold `drempel`;
- `parts`: by which parts (a buurt, an age) and pairs of parts results may be seen at all: the same
  for all questions, so that one question does not tell the size of a part that another one hides;
- `columns`: which answers of a question are shown in all parts, the rest together: twice `drempel`;
- `depends`: a question that only some were asked tells how many those were;
- `choosing`: all of this in order.

Pairs are only made of the first question to split by with each other one. Then tables of pairs
always fit together, and what one of them hides does not follow from another.

That nothing follows is tried on random surveys: all published numbers as equations, and exact
algebra that looks for what they tell (tests/enquetes/uitslag).
"""
