"""What a search should find, worked out slowly and in the open: the tests hold the index and its reader against it.

It reads `content/` and docs/search-format.md's rules, and knows nothing of the index: no files, shards, numbers in bits.

1. `folding` turns text into words, as they are written down and as they are asked for.
2. `content` reads the profiles that are published, in the order of their names.
3. `terms` finds who belongs to which term of which facet.
4. `openings` reckons the open times that profiles show.
5. `standing` words of each mentor, by where they stand.
6. `ranking` meets a query's words, and adds up scores.
7. `search` puts filters, orders and counts on top.
"""
