"""How the site fares, in the text form of Prometheus, on this machine alone: `http://127.0.0.1:METRICS_PORT/metrics`.

The clock process answers, also when another clock does the work. A number here says how the machinery goes and never
what one reader did: no label names a page, a person, an address or a municipality. What higher layers know is named by
dotted paths in `sources.py`, as the jobs of the clock are. One source that fails takes no other away.
"""
