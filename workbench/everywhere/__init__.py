"""Search over everything in a case: texts, claims, notes, queries, the register, the history.

`query` reads what was typed, `gathering` says what can be found, `index` keeps it at hand, `answer` puts
what was found in order.
"""
